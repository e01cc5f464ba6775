import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMS, STATUSES } from '../../schemas/disclosure.js';
import { DATASET_FORMATS, type DatasetFormat, exportDataset } from '../archive/export/export.js';
import type { Filters } from '../archive/export/resource.js';
import { ExportError } from '../archive/export/sink.js';
import { StoreError } from '../archive/store/database.js';
import { openExisting } from '../archive/store/open.js';
import { UsageError } from './usage.js';

interface ExportFlags {
  readonly out: string;
  readonly format: readonly DatasetFormat[];
  readonly region?: string;
  readonly year: readonly number[];
  readonly form: readonly string[];
  readonly status: readonly string[];
  readonly duplicates?: true;
  readonly allEditions?: true;
  readonly cells?: true;
  readonly wide?: true;
}

/** `juesuan export`: a store → one dataset. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write the panel of a store, department × year × form × concept × column; prints the paths written')
    .argument('<store>', 'a folder, or postgres://…')
    .option('--out <folder>', 'where the dataset goes', 'dataset')
    .addOption(
      new Option('--format <list>', 'any of parquet, csv, xlsx, joined by commas')
        .argParser(listOf(DATASET_FORMATS))
        .default(['csv'], 'csv'),
    )
    .addOption(new Option('--region <code>', 'only what lies in this division, such as 41 or 410503').argParser(region))
    .addOption(new Option('--year <list>', 'only these years, such as 2022,2024-2026').argParser(years).default([], 'all'))
    .addOption(
      new Option('--form <list>', 'only these forms; `other` goes with --cells').argParser(listOf(FORMS)).default([], 'all but other'),
    )
    .addOption(new Option('--status <list>', 'only values of this status').argParser(listOf(STATUSES)).default([], 'all'))
    .option('--cells', 'also every cell of the tables as printed, those of no known form too')
    .option('--wide', 'also a table for each form: a line per row of a document, a column per column key, money in 元')
    .option('--all-editions', 'of several editions of one account all, not only the latest')
    .option('--duplicates', 'also documents that repeat another')
    .action(async (location: string, flags: ExportFlags) => {
      const paths = await exportStore(location, flags);
      process.stdout.write(paths.map((path) => `${path}\n`).join(''));
    });
}

async function exportStore(location: string, flags: ExportFlags): Promise<string[]> {
  const { out, format, year, form, status, duplicates = false, allEditions = false, cells = false, wide = false } = flags;
  const chosen = { region: flags.region ?? null, years: year, forms: form, statuses: status };
  const filters: Filters = { ...chosen, duplicates, allEditions, cells, wide };
  try {
    const store = await openExisting(location);
    try {
      return await exportDataset(store, out, format, filters);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw error instanceof StoreError || error instanceof ExportError ? new UsageError(error.message) : error;
  }
}

function listOf<Word extends string>(words: readonly Word[]): (list: string) => Word[] {
  return (list) => {
    const given = list.split(',').map((word) => word.trim());
    const unknown = given.filter((word) => !words.some((known) => known === word));
    if (unknown.length > 0) throw new InvalidArgumentError(`It knows ${words.join(', ')}.`);
    return words.filter((word) => given.includes(word));
  };
}

function region(text: string): string {
  if (!/^(\d{2}){1,3}$/.test(text)) throw new InvalidArgumentError('It takes a code of two, four or six digits.');
  return text;
}

/** `2022,2024-2026` → its years. */
function years(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [, from, to = from] = /^\s*(\d{4})(?:-(\d{4}))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) throw new InvalidArgumentError('It takes years such as 2022,2024-2026.');
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
}
