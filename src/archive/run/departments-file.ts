import path from 'node:path';
import { decodeText } from '../../base/decode.js';
import { MAX_TABLE } from '../../base/limits.js';
import { readRegular, UnreadableFileError } from '../../base/regular-file.js';
import { type DepartmentAlias, DepartmentAliases, publishedAliases } from '../../books/departments.js';
import { divisions } from '../../books/divisions.js';
import { StoreError } from '../store/database.js';
import { isPostgres } from '../store/open.js';
import type { ArchiveOptions } from './options.js';

/** The table in the folder of a store. */
const FILE = 'departments.csv';

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
  const bytes = await readRegular(file, MAX_TABLE).catch((cause: unknown) => {
    if (!(cause instanceof UnreadableFileError)) throw cause;
    if (departments === undefined && cause.reason === 'not-there') return null;
    throw new StoreError(`the table of departments cannot be read: ${cause.message}`, { cause });
  });
  if (bytes === null) return null;
  const aliases = new DepartmentAliases(await parseDepartments(bytes, file), publishedAliases());
  return { text: decodeText(bytes).text, aliases };
}

/** `region_code,name,department`, a line for each name: see docs/archive.md. */
async function parseDepartments(bytes: Uint8Array, file: string): Promise<DepartmentAlias[]> {
  const { readCsv } = await import('./csv-lines.js');
  const fail = (problem: string) => new StoreError(`${file}: ${problem}`);
  const table = readCsv(bytes, ['name', 'department']);
  if (typeof table === 'string') throw fail(table);
  const [wrong] = table.wrong;
  if (wrong) throw fail(`line ${wrong.number}: ${wrong.why}`);
  return table.lines.map(({ number, fields: { region_code: region = '', name = '', department = '' } }) => {
    if (name === '' || department === '') throw fail(`line ${number} needs a name and the department it is counted under`);
    if (region !== '' && divisions().entry(region) === undefined) throw fail(`line ${number}: ${region} is no region_code of six digits`);
    return { region: region === '' ? null : region, name, department };
  });
}
