import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { at } from '../../base/invariant.js';
import { hashFile } from '../../base/sha256.js';
import type { Session } from '../store/database.js';
import type { Store } from '../store/store.js';
import { cellsOf } from './cells.js';
import { openCsv } from './csv.js';
import { toDatapackage, type WrittenFile } from './datapackage.js';
import { documents } from './documents.js';
import { whyEmpty } from './emptiness.js';
import { findings, storeFindings } from './findings.js';
import { indicators } from './indicators.js';
import { judgements } from './judgements.js';
import { panel } from './panel.js';
import { openParquet } from './parquet.js';
import type { Filters, Line, Resource } from './resource.js';
import { sideBySide } from './side-by-side.js';
import { ExportError, type OpenSink } from './sink.js';
import { wideTables } from './wide.js';
import { Workbook } from './xlsx.js';

const SINKS: Readonly<Record<'csv' | 'parquet', OpenSink>> = { csv: openCsv, parquet: openParquet };

export const DATASET_FORMATS = ['parquet', 'csv', 'xlsx'] as const;
export type DatasetFormat = (typeof DATASET_FORMATS)[number];

/** What a dataset consists of. */
const resourcesOf = ({ json }: Store, { cells, wide }: Filters): readonly Resource[] => [
  ...[panel, indicators, sideBySide],
  ...(wide ? wideTables : []),
  ...(cells ? [cellsOf(json)] : []),
  ...[documents, findings, judgements, storeFindings],
];

/** What a dataset is there for: one in which these are empty is not written. */
const VALUES: readonly string[] = ['panel', 'cells'];

/**
 * Writes the dataset into a folder and gives the paths, `datapackage.json` last. All files show one state of the store, whatever is
 * written to it meanwhile; they are written under other names first, and take their places together when all are whole.
 * The same documents give the same bytes. @throws ExportError, also where it would hold no value
 */
export async function exportDataset(store: Store, folder: string, formats: readonly DatasetFormat[], filters: Filters): Promise<string[]> {
  if (filters.forms.includes('other') && !filters.cells)
    throw new ExportError('tables of the form other have no concepts, so no lines in the panel: ask for their cells with --cells');
  if (filters.cells && filters.statuses.length > 0) throw new ExportError('--status chooses values: the cells of --cells have no status');
  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(path.join(folder, '.juesuan-export-'));
  try {
    const written = await store.database.read((session) => writeAll(store, session, temporary, formats, filters));
    await writeFile(path.join(temporary, 'datapackage.json'), toDatapackage(written, filters));
    const names = [...written.map(({ file }) => file), 'datapackage.json'];
    for (const name of names) await rename(path.join(temporary, name), path.join(folder, name));
    return names.map((name) => path.join(folder, name));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function writeAll(
  store: Store,
  session: Session,
  folder: string,
  formats: readonly DatasetFormat[],
  filters: Filters,
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  const workbook = new Workbook();
  let values = 0;
  for (const resource of resourcesOf(store, filters)) {
    if (resource.isThere && !(await resource.isThere(session, filters))) continue;
    const streamed = (['csv', 'parquet'] as const).filter((format) => formats.includes(format));
    const sinks = await Promise.all(streamed.map((format) => SINKS[format](path.join(folder, `${resource.name}.${format}`), resource)));
    const sheet: Line[] = [];
    for await (const lines of resource.lines(session, filters)) {
      if (VALUES.includes(resource.name)) values += lines.length;
      for (const sink of sinks) await sink.write(lines);
      if (formats.includes('xlsx')) sheet.push(...lines);
    }
    for (const sink of sinks) await sink.end();
    for (const [index, { file }] of sinks.entries()) written.push(await describe(folder, file, at(streamed, index), resource));
    if (formats.includes('xlsx')) workbook.add(resource, sheet);
  }
  if (formats.includes('xlsx')) written.push(await describe(folder, await workbook.write(path.join(folder, 'panel.xlsx')), 'xlsx', null));
  if (written.length === 0) throw new ExportError('no format was asked for');
  if (values === 0) throw new ExportError(`there is nothing to export: ${await whyEmpty(session, filters)}`);
  return written;
}

async function describe(folder: string, file: string, format: DatasetFormat, resource: Resource | null): Promise<WrittenFile> {
  const { size } = await stat(path.join(folder, file));
  return { resource, file, format, bytes: size, sha256: await hashFile(path.join(folder, file)) };
}
