import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { nameToText, systemPath } from './file-name.js';
import { type FileReason, toUnreadable } from './regular-file.js';

/** What lies below a folder. */
export interface Walked {
  /** Paths from the folder with `/`, as `file-name.ts` has them: whatever is no folder, also what cannot be read, such as a pipe. Sorted. */
  readonly files: readonly string[];
  readonly unreadable: readonly UnreadableFolder[];
}

/** A folder that the system does not list: what is in it is unknown, not gone. */
export interface UnreadableFolder {
  /** From the folder that was searched, with `/`; empty for that folder itself. */
  readonly path: string;
  readonly reason: FileReason;
  readonly message: string;
}

/**
 * Every file below a folder. Names that begin with a dot are left out: what a Mac writes beside a document is named as the document, with
 * `._` before it. Links are listed as files, and links to folders are not followed: they can run in a circle.
 * @throws the signal's reason where it stops
 */
export async function walk(root: string, signal?: AbortSignal): Promise<Walked> {
  const files: string[] = [];
  const unreadable: UnreadableFolder[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted();
    try {
      for (const entry of await readdir(systemPath(path.join(root, folder)), { withFileTypes: true, encoding: 'buffer' })) {
        const name = nameToText(entry.name);
        if (!name.startsWith('.')) (entry.isDirectory() ? folders : files).push(folder === '' ? name : `${folder}/${name}`);
      }
    } catch (error) {
      const { reason, message } = toUnreadable(error);
      unreadable.push({ path: folder, reason, message });
    }
  }
  return { files: files.sort(), unreadable: unreadable.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
