import type { KnownFile } from '../store/files.js';
import type { MissingFiles, RunEvent } from './events.js';
import type { FoundFiles } from './scan.js';

/** More than this part of a folder's files is not gone in a day: it is more likely not mounted, or moved. */
const SHARE = 1 / 10;
/** Fewer files than this may go at once, however few there were. */
const FEWEST = 3;

/** Files that were there and are not. */
interface AbsentFiles {
  /** Those that count as gone. */
  readonly gone: readonly KnownFile[];
  /** Said where so many are missing, or all, that none counts as gone. */
  readonly missing: MissingFiles | null;
}

/** What a run makes of the files it knows and has not found. What lies in folders that could not be listed is unknown, not gone. */
export function absentFiles(
  { root, documents, unreadable }: FoundFiles,
  known: ReadonlyMap<string, KnownFile>,
  allowGone: boolean,
): AbsentFiles {
  const present = new Set(documents.map((file) => file.path));
  const there = [...known.values()].filter((file) => file.gone === 0);
  const isHidden = (file: KnownFile) => unreadable.some((folder) => folder.path === '' || file.path.startsWith(`${folder.path}/`));
  const absent = there.filter((file) => !present.has(file.path) && !isHidden(file));
  const isEmpty = documents.length === 0 && unreadable.length === 0;
  const areMany = absent.length >= FEWEST && absent.length > there.length * SHARE;
  if (allowGone || !(isEmpty || areMany)) return { gone: absent, missing: null };
  return { gone: [], missing: { root, missing: absent.length, of: there.length } };
}

/** What is told of files that are not there, and of folders that could not be listed. */
export function absenceEvents({ root, unreadable }: FoundFiles, gone: readonly KnownFile[], missing: MissingFiles | null): RunEvent[] {
  const about = (folder: string) => (folder === '' ? './' : `${folder}/`);
  const event = (kind: RunEvent['kind'], file: string, note: string) => ({ kind, root, path: file, sha256: null, note });
  return [
    ...gone.map(({ path, sha256 }) => ({ kind: 'gone' as const, root, path, sha256, note: null })),
    ...(missing ? [event('missing', about(''), missingInWords(missing))] : []),
    ...unreadable.map((folder) => event('unreadable', about(folder.path), folder.message)),
  ];
}

/** Why nothing counts as gone, in a sentence. */
export function missingInWords({ missing, of }: MissingFiles): string {
  const what = of === 0 ? 'no document lies in it' : `${missing} of ${of} files are not there, and none of them counts as gone`;
  return `${what}: is it mounted? --allow-gone if this is right`;
}
