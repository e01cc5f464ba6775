/** Texts of the old Word: no kept library reads their merged cells, so that LibreOffice makes them today's, where it is installed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DisclosureError } from '../../base/errors.js';
import type { CellSource, Container } from '../container.js';
import { docx } from './container.js';

export const doc: Container = {
  name: 'Word 97–2003',
  mediaType: 'application/msword',
  extensions: ['.doc'],
  open: async (bytes, options): Promise<CellSource> => await openConverted(await toDocx(bytes), options),
};

async function openConverted(bytes: Uint8Array, options: Parameters<Container['open']>[1]): Promise<CellSource> {
  const source = await docx.open(bytes, options);
  if (source.kind !== 'cells') throw new TypeError('a Word text has cells');
  return source;
}

/** ms. A text of 300 pages takes some 20 s on a busy core. */
const DEADLINE = 180_000;

const HOW =
  'This is a Word document of the old format (.doc). To read it, install LibreOffice (its command soffice is found on the PATH), or save it as .docx in Word, WPS or LibreOffice and extract that.';

/** A profile of its own, in which no macro runs and no link is followed. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
</oor:items>
`;

/** @throws DisclosureError `not-readable` where LibreOffice is not installed, `timed-out`, `damaged` */
async function toDocx(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'juesuan-doc-'));
  try {
    const profile = path.join(folder, 'profile');
    await mkdir(path.join(profile, 'user'), { recursive: true });
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const source = path.join(folder, 'document.doc');
    await writeFile(source, bytes);
    const profileUrl = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await run('soffice', [profileUrl, '--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx', '--outdir', folder, source]);
    return new Uint8Array(await readFile(path.join(folder, 'document.docx')));
  } catch (cause) {
    if (cause instanceof DisclosureError) throw cause;
    throw new DisclosureError('damaged', 'LibreOffice could not open this Word document of the old format.', { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: DEADLINE, killSignal: 'SIGKILL', windowsHide: true }, (error) => {
      if (error === null) resolve();
      else if (error.code === 'ENOENT') reject(new DisclosureError('not-readable', HOW, { cause: error }));
      else if (error.killed) reject(new DisclosureError('timed-out', `LibreOffice took more than ${DEADLINE / 1000} s.`, { cause: error }));
      else reject(error);
    });
  });
}
