/** Texts of the old Word: LibreOffice is played by a program of its name. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { doc } from '../../../src/read/word/doc.js';
import { docx, EXPENDITURE, tbl, tc, tr } from '../office.js';

const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A PATH on which `soffice` runs a script, or is missing. */
function pathWith(script: string | null): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-test-'));
  folders.push(folder);
  if (script !== null) {
    writeFileSync(path.join(folder, 'soffice'), `#!${process.execPath}\n${script}`);
    chmodSync(path.join(folder, 'soffice'), 0o755);
  }
  vi.stubEnv('PATH', folder);
  return folder;
}

const OLD = new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex'));

test('without LibreOffice the message says how to convert', async () => {
  pathWith(null);
  await expect(doc.open(OLD, {})).rejects.toMatchObject({ reason: 'not-readable', message: expect.stringContaining('save it as .docx') });
});

test('what LibreOffice makes of it is read like any Word text; it runs in a profile of its own', async () => {
  const made = path.join(pathWith(''), 'made.docx');
  writeFileSync(made, docx(tbl(...EXPENDITURE.map((row) => tr(...row.map((text) => tc(text)))))));
  const args = path.join(path.dirname(made), 'args.json');
  writeFileSync(
    path.join(path.dirname(made), 'soffice'),
    `#!${process.execPath}\nconst fs = require('node:fs'); const args = process.argv.slice(2); fs.writeFileSync(${JSON.stringify(args)}, JSON.stringify(args));
     fs.copyFileSync(${JSON.stringify(made)}, args[args.indexOf('--outdir') + 1] + '/document.docx');`,
  );
  const source = await doc.open(OLD, {});
  expect(source.kind === 'cells' && (await source.sheets())[0]?.blocks[0]?.kind).toBe('table');
  const given: string[] = JSON.parse((await import('node:fs')).readFileSync(args, 'utf8'));
  expect(given[0]).toMatch(/^-env:UserInstallation=file:\/\/.*juesuan-doc-/u);
  expect(given).toContain('--headless');
});

test('what it cannot open is damaged', async () => {
  pathWith('process.exit(1)');
  await expect(doc.open(OLD, {})).rejects.toMatchObject({ reason: 'damaged' });
});
