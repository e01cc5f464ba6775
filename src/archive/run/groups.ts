import { groupBy } from '../../base/group.js';
import type { KnownFile } from '../store/files.js';
import type { PendingFile } from './pending.js';
import type { Provenances, ToldGroup } from './provenances.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** Files of one folder that the harvester tells to be one disclosure. */
export interface Group {
  readonly root: string;
  readonly name: string;
  /** The manifest that tells it, or the first of its files: what is said of it is said of this. */
  readonly about: string;
  /** Why it is no whole, as far as the manifests tell; null where it may be. */
  readonly problem: string | null;
  /** Hashes of documents in several files of which one is not there now. */
  readonly incomplete: ReadonlySet<string>;
}

/** What is examined and read together: one file, or the files of a group in the order in which they are read. */
export interface Unit {
  readonly group: Group | null;
  readonly members: readonly PendingFile[];
}

interface Told extends ToldGroup {
  readonly member: PendingFile;
}

/** The files of a folder, each by itself or with those of its group; a group stands where the first of its files does. */
export async function unitsOf(found: FoundFiles, known: ReadonlyMap<string, KnownFile>, provenances: Provenances): Promise<Unit[]> {
  const told: Told[] = [];
  const alone: Unit[] = [];
  for (const file of found.documents) {
    const member = { file, known: known.get(file.path), provenances };
    const group = await provenances.groupOf(file, member.known);
    if (group === null) alone.push({ group: null, members: [member] });
    else told.push({ ...group, member });
  }
  if (told.length === 0) return alone;
  const incomplete = incompleteAmong(found.documents, known);
  const grouped = [...groupBy(told, ({ group }) => group).values()].map((files) => toUnit(files, found, provenances, incomplete));
  return [...alone, ...grouped];
}

function incompleteAmong(documents: readonly FoundFile[], known: ReadonlyMap<string, KnownFile>): Set<string> {
  const present = new Set(documents.map(({ path }) => path));
  return new Set([...known.values()].flatMap(({ path, joined }) => (joined === null || present.has(path) ? [] : [joined])));
}

function toUnit(files: readonly Told[], { root }: FoundFiles, { broken }: Provenances, incomplete: ReadonlySet<string>): Unit {
  const sorted = files.toSorted(inManifestOrder);
  const name = sorted[0]?.group ?? '';
  const wrong = broken.filter(({ group }) => group === name);
  const manifests = [...new Set([...sorted.flatMap(({ line }) => line?.manifest ?? []), ...wrong.map(({ manifest }) => manifest)])].sort();
  const first = manifests[0] ?? sorted[0]?.member.file.path ?? '';
  return {
    group: { root, name, about: first, problem: problemOf(sorted, manifests, wrong), incomplete },
    members: sorted.map(({ member }) => member),
  };
}

/** Files that only a sidecar tells of come last, by path. */
function inManifestOrder(a: Told, b: Told): number {
  if (a.line === null || b.line === null) return Number(a.line === null) - Number(b.line === null) || compare(pathOf(a), pathOf(b));
  return compare(a.line.manifest, b.line.manifest) || a.line.number - b.line.number;
}

const pathOf = ({ member }: Told) => member.file.path;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Containers that have pages cannot be joined; what a name does not show its bytes will. */
const WITH_PAGES = /\.(pdf|ofd)$/i;

function problemOf(files: readonly Told[], manifests: readonly string[], wrong: readonly { readonly why: string }[]): string | null {
  const paged = files.map(pathOf).find((file) => WITH_PAGES.test(file));
  // Two manifests may have numbered their groups each for itself: joined, two disclosures would be one.
  if (manifests.length > 1) return `${manifests.length} manifests have a group of this name: ${manifests.join(', ')}`;
  if (wrong[0]) return wrong[0].why;
  if (paged !== undefined) return `${paged} has pages; Word, Excel and HTML files can be joined`;
  return files.length === 1 ? 'it has this one file' : null;
}
