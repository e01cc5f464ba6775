import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a database file is opened. */
export type Access =
  /** To read and write; the file is made where it is missing. */
  | 'write'
  /** To read only, by somebody who may write: SQLite keeps its files beside it while it is open, as for a writer. */
  | 'read'
  /** To read only, without a file beside it: nobody is at it, and this user could make none. */
  | 'read-still'
  /** To read only beside a run of another user, whose files are there. */
  | 'read-beside';

/** How a database can be opened that is only to be read. */
export function readAccess(file: string): Exclude<Access, 'write'> {
  if (isWritable(file) && isWritable(path.dirname(file))) return 'read';
  // What stands in the WAL is not in the file yet.
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0 ? 'read-beside' : 'read-still';
}

/** What libsql is given to open it: a path, or a URI with parameters (sqlite.org/uri.html). */
export function locationOf(file: string, access: Access): string {
  if (access === 'read-still') return `${pathToFileURL(file).href}?immutable=1`;
  return access === 'read-beside' ? `${pathToFileURL(file).href}?mode=ro` : file;
}

/** Changes when the file does. */
export function fileState(file: string): string {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs}`;
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
