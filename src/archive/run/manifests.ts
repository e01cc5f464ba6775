import path from 'node:path';
import { shownName } from '../../base/file-name.js';
import { MAX_TABLE } from '../../base/limits.js';
import { readRegular, UnreadableFileError } from '../../base/regular-file.js';
import { type CsvLine, type CsvTable, readCsv } from './csv-lines.js';
import type { GivenProvenance, Remark } from './provenance.js';
import { PROVENANCE_FIELDS, toProvenance } from './provenance-fields.js';
import type { FoundFile, FoundFiles } from './scan.js';

/** What all manifests of a folder tell. */
export interface Manifests {
  /** By the path of the document that a line names. */
  readonly lines: ReadonlyMap<string, ManifestLine>;
  /** Groups of which a line cannot be used, so that they are not whole. */
  readonly broken: readonly BrokenGroup[];
  /** What is wrong with them, line by line, and how they were read where that does not go without saying. */
  readonly remarks: readonly Remark[];
}

/** A line that names a document, and where it stands. */
interface ManifestLine extends GivenProvenance {
  readonly manifest: string;
  readonly number: number;
}

/** A group that a manifest does not tell whole. */
export interface BrokenGroup {
  readonly group: string;
  readonly manifest: string;
  readonly why: string;
}

const COLUMNS: readonly string[] = ['file', ...PROVENANCE_FIELDS];

/**
 * The lines of every manifest.csv by the document they name; `file` is a path from the manifest's own folder. A line that cannot be used
 * costs that line, and is told. Of two lines for one document the later holds, and the earlier is told.
 */
export async function readManifests({ root, manifests, documents }: FoundFiles): Promise<Manifests> {
  // A manifest names a file as a person reads it; what its name tells beside that only keeps it from another.
  const there = new Map([
    ...documents.map((file) => [shownName(file.path), file.path] as const),
    ...documents.map((file) => [file.path, file.path] as const),
  ]);
  const byDocument = new Map<string, ManifestLine>();
  const remarks: Remark[] = [];
  const broken: BrokenGroup[] = [];
  for (const manifest of manifests) {
    const table = await readTable(root, manifest);
    if (typeof table === 'string') {
      remarks.push({ path: manifest.path, isProblem: true, note: table });
      continue;
    }
    const told: Told[] = [...table.wrong, ...table.lines.flatMap((line) => takeLine(line, manifest.path, there, byDocument))];
    const howRead = inWords(table);
    if (howRead !== null) remarks.push({ path: manifest.path, isProblem: false, note: howRead });
    for (const { number, why, path: other = manifest.path, group } of told.toSorted((a, b) => a.number - b.number)) {
      remarks.push({ path: other, isProblem: true, note: `line ${number}: ${why}` });
      if (group) broken.push({ group, manifest: other, why: `line ${number}: ${why}` });
    }
  }
  return { lines: byDocument, remarks, broken };
}

interface Told {
  readonly number: number;
  readonly why: string;
  /** The manifest, where it is another. */
  readonly path?: string;
  /** The group that lacks a file by it. */
  readonly group?: string | null;
}

/** Takes over what a line tells of its document; gives what is wrong with it. */
function takeLine(
  { number, fields }: CsvLine,
  manifest: string,
  there: ReadonlyMap<string, string>,
  byDocument: Map<string, ManifestLine>,
): Told[] {
  const { file = '' } = fields;
  const given = toProvenance(fields);
  const { group } = given.provenance;
  if (file === '') return [{ number, why: 'it names no file', group }];
  const document = [file, file.replaceAll('\\', '/')]
    .map((each) => path.posix.join(path.posix.dirname(manifest), each))
    .map((each) => there.get(each))
    .find((each) => each !== undefined);
  if (document === undefined) return [{ number, why: `there is no document ${JSON.stringify(file)} here`, group }];
  const before = byDocument.get(document);
  byDocument.set(document, { manifest, number, ...given });
  const later = before && (before.manifest === manifest ? `line ${number}` : `line ${number} of ${manifest}`);
  return [
    ...given.problems.map((why) => ({ number, why: `${file}: ${why}` })),
    ...(before
      ? [
          {
            number: before.number,
            why: `${file} is told once more in ${later}, which holds`,
            path: before.manifest,
            group: before.provenance.group,
          },
        ]
      : []),
  ];
}

async function readTable(root: string, { path: file }: FoundFile): Promise<CsvTable | string> {
  try {
    return readCsv(await readRegular(path.join(root, file), MAX_TABLE), ['file']);
  } catch (error) {
    if (error instanceof UnreadableFileError) return `it cannot be read: ${error.message}`;
    throw error;
  }
}

const SEPARATORS: Readonly<Record<CsvTable['separator'], string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** Null for UTF-8 with commas and columns that are all known. */
function inWords({ encoding, separator, columns, lines }: CsvTable): string | null {
  const others = columns.filter((name) => name !== '' && !COLUMNS.includes(name));
  if (encoding === 'UTF-8' && separator === ',' && others.length === 0) return null;
  const rest = others.length === 0 ? '' : `; columns of other names are not used: ${others.join(', ')}`;
  return `read as ${encoding} with ${SEPARATORS[separator]}, ${lines.length} lines${rest}`;
}
