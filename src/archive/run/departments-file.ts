import path from 'node:path';
import { readRegular, UnreadableFileError } from '../../base/regular-file.js';
import { type DepartmentAlias, DepartmentAliases, publishedAliases } from '../../books/departments.js';
import { divisions } from '../../books/divisions.js';
import { StoreError } from '../store/database.js';
import { isPostgres } from '../store/open.js';
import type { ArchiveOptions } from './options.js';

/** The table in the folder of a store. */
const FILE = 'departments.csv';
/** Bytes. All departments of the country, with ten names each, have less. */
const MOST = 500_000_000;

/** What the user says that departments are also called, before what is published. */
interface GivenDepartments {
  /** The table as it is: another text is another comparison. */
  readonly text: string;
  readonly aliases: DepartmentAliases;
}

/** Reads the user's table; null where there is none. @throws StoreError that names the line where it cannot be used */
export async function readDepartments({
  departments,
  location,
}: Pick<ArchiveOptions, 'departments' | 'location'>): Promise<GivenDepartments | null> {
  const file = departments ?? (isPostgres(location) ? null : path.join(location, FILE));
  if (file === null) return null;
  const bytes = await readRegular(file, MOST).catch((cause: unknown) => {
    if (!(cause instanceof UnreadableFileError)) throw cause;
    if (departments === undefined && cause.reason === 'not-there') return null;
    throw new StoreError(`the table of departments cannot be read: ${cause.message}`, { cause });
  });
  const text = bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return text === null ? null : { text, aliases: new DepartmentAliases(await parseDepartments(text, file), publishedAliases()) };
}

/** `region_code,name,department`, a line for each name: see docs/archive.md. */
async function parseDepartments(text: string, file: string): Promise<DepartmentAlias[]> {
  const { parse } = await import('csv-parse/sync');
  const fail = (problem: string) => new StoreError(`${file}: ${problem}`);
  let lines: Record<string, string>[];
  try {
    lines = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error));
  }
  return lines.map(({ region_code: region = '', name = '', department = '' }, index) => {
    const line = `line ${index + 2}`;
    if (name === '' || department === '') throw fail(`${line} needs a name and the department it is counted under`);
    if (region !== '' && divisions().entry(region) === undefined) throw fail(`${line}: ${region} is no region_code of six digits`);
    return { region: region === '' ? null : region, name, department };
  });
}
