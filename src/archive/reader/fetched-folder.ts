/** Folders for documents that were fetched: each has its process in its name, so that those of a process that was killed are known. */
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'juesuan-fetched-';
/** Machines, or containers, may share a folder for temporary files and count their processes each for itself. */
const HERE = `${PREFIX}${hostname().replace(/[^A-Za-z0-9]/g, '_')}-`;
/** ms. No document is read for so long, twice, after it was fetched. */
const LONGEST = 3 * 3_600_000;

export async function makeFetchedFolder(): Promise<string> {
  return await mkdtemp(path.join(tmpdir(), `${HERE}${process.pid}-`));
}

/** Removes the folders of processes that were killed: of this machine's at once, of others' when they are old. */
export async function sweepFetchedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(tmpdir(), name);
    const status = await lstat(folder).catch(() => null);
    // Gone meanwhile, or another user's.
    if (!status?.isDirectory() || (process.getuid && status.uid !== process.getuid())) continue;
    const isOld = Date.now() - status.mtimeMs > LONGEST;
    if (isOld || isOfDeadProcess(name)) await rm(folder, { recursive: true, force: true });
  }
}

function isOfDeadProcess(name: string): boolean {
  if (!name.startsWith(HERE)) return false;
  try {
    process.kill(Number(name.slice(HERE.length).split('-')[0]), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
