/** A file that was dropped or chosen, with its path from the folder that was. */
export interface DroppedFile {
  readonly path: string;
  readonly file: File;
}

export interface Dropped {
  readonly files: readonly DroppedFile[];
  /** Folders and files that the browser could not read, by name. */
  readonly unreadable: readonly string[];
}

/** Entries looked at: a home folder dropped by mistake has a hundred thousand. */
const MOST_ENTRIES = 20_000;

/**
 * The files of a drop, those of folders at any depth. The entries must be asked for before the event is over, so call it in its handler.
 * Names that begin with a dot are left out: what a Mac writes beside a document is named as the document, with `._` before it.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  if (entries.length === 0) return { files: [...transfer.files].map((file) => ({ path: file.name, file })), unreadable: [] };
  const files: DroppedFile[] = [];
  const unreadable: string[] = [];
  const waiting = entries.map((entry) => ({ entry, path: entry.name }));
  let seen = 0;
  for (let next = waiting.shift(); next && seen < MOST_ENTRIES; next = waiting.shift()) {
    seen += 1;
    const { entry, path } = next;
    if (entry.name.startsWith('.')) continue;
    try {
      if (isFile(entry)) files.push({ path, file: await fileOf(entry) });
      else if (isFolder(entry))
        waiting.push(...(await childrenOf(entry)).map((child) => ({ entry: child, path: `${path}/${child.name}` })));
    } catch {
      unreadable.push(path);
    }
  }
  // Files that were not come to are not read either.
  if (waiting.length > 0) unreadable.push(waiting[0]?.path ?? '');
  return { files, unreadable };
}

/** The files of an input; of a folder with their paths from it. */
export const filesOfInput = ({ files }: HTMLInputElement): Dropped => ({
  files: [...(files ?? [])]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.'))),
  unreadable: [],
});

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives a hundred entries at a time, and none when it has given all. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    children.push(...some);
  }
}
