import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { writeWhole } from '../base/files.js';
import { documentsSvg } from '../compare/chart.js';
import {
  type AskedFigure,
  allFigures,
  type DocumentLine,
  failedLine,
  figuresNamed,
  SORTS,
  type Sort,
  sortLines,
  toLine,
} from '../compare/documents.js';
import { documentsListing } from '../compare/documents-listing.js';
import { documentsText } from '../compare/documents-text.js';
import { listingCsv, listingsXlsx } from '../compare/listing-files.js';
import { toTwoYears } from '../compare/years.js';
import { writtenYears } from './compare-years.js';
import { COMPARED_FORMATS, type ComparedFormat } from './compared-format.js';
import { findCompared, useEach } from './compared-inputs.js';
import { DOCUMENTS } from './inputs.js';
import { harmlessLine } from './line.js';
import { EXIT, UsageError } from './usage.js';

interface CompareFlags {
  readonly indicator: readonly AskedFigure[];
  readonly sort?: Sort;
  readonly format?: ComparedFormat;
  readonly out?: string;
  readonly password?: string;
  readonly quiet?: true;
}

/** `juesuan compare`: two years of a department, or the figures of many departments. */
export function addCompareCommand(program: Command): void {
  program
    .command('compare')
    .description(
      'compare two years of one department, figure by figure and row by row; or the figures of any number of documents, one line each',
    )
    .argument('<input...>', `results of juesuan (.json), ${DOCUMENTS}; of a folder with results those`)
    .addOption(
      new Option('--indicator <list>', 'only these figures, by name or in Chinese, joined by commas: 三公合计 or three-public/total')
        .argParser(figures)
        .default([], 'all'),
    )
    .addOption(
      new Option('--sort <order>', 'the order of documents')
        .choices(SORTS)
        .default(undefined, 'value of one figure, the largest first; else input'),
    )
    .addOption(new Option('--format <name>', 'how it is written').choices(COMPARED_FORMATS).default(undefined, 'as --out ends, else text'))
    .option('--out <file>', 'where it goes, instead of stdout')
    .option('--password <password>', 'opens encrypted documents')
    .option('--quiet', 'no progress')
    .action(async (inputs: string[], flags: CompareFlags) => {
      process.exitCode ||= await compare(inputs, flags);
    });
}

/** @throws UsageError */
async function compare(args: readonly string[], flags: CompareFlags): Promise<number> {
  const { indicator, password, quiet = false } = flags;
  const format = flags.format ?? formatOf(flags.out);
  if (format === 'xlsx' && flags.out === undefined) throw new UsageError('a workbook needs --out <file>');
  const files = await findCompared(args);
  const { out } = flags;
  if (out !== undefined && files.some((file) => path.resolve(file) === path.resolve(out)))
    throw new UsageError(`--out ${out} is one of the files that are compared`);
  // Of two documents, which may be two years of a department, all is compared.
  const isKept = files.length === 2 && indicator.length === 0;
  const documents = await useEach(
    files,
    { password, quiet },
    {
      read: (file, disclosure): Compared => ({ line: toLine(file, disclosure, families), disclosure: isKept ? disclosure : null }),
      failed: (file, reason): Compared => ({ line: failedLine(file, reason), disclosure: null }),
    },
  );
  const [one, other] = documents.map(({ disclosure }) => disclosure);
  const two = one && other ? toTwoYears(one, other, families) : null;
  await write(
    two
      ? writtenYears(two, format).text
      : writtenDocuments(
          documents.map(({ line }) => line),
          indicator,
          format,
          flags.sort,
        ),
    out,
  );
  return documents.some(({ line }) => line.status === 'failed') ? EXIT.someFailed : EXIT.done;
}

interface Compared {
  readonly line: DocumentLine;
  readonly disclosure: Disclosure | null;
}

/** Figures that no document prints have no column, unless they alone are asked for. */
function writtenDocuments(
  documents: readonly DocumentLine[],
  indicator: readonly AskedFigure[],
  format: ComparedFormat,
  sort: Sort | undefined,
): string | Uint8Array {
  const asked = indicator.length > 0 ? indicator : allFigures(families);
  const printed = asked.filter(({ id }) => documents.some(({ values }) => values.has(id)));
  const shown = printed.length > 0 ? printed : asked;
  const lines = sortLines(documents, sort ?? (indicator.length > 0 && shown.length === 1 ? 'value' : 'input'), shown);
  switch (format) {
    case 'json':
      return `${JSON.stringify(
        lines.map(({ values, ...line }) => ({
          ...line,
          figures: shown.map(({ id, words }) => values.get(id) ?? { id, words, text: null }),
        })),
        null,
        2,
      )}\n`;
    case 'csv':
      return listingCsv(documentsListing(lines, shown));
    case 'xlsx':
      return listingsXlsx([documentsListing(lines, shown)]);
    case 'svg': {
      const [only, ...others] = shown;
      if (!only || others.length > 0)
        throw new UsageError(`a chart shows one figure: choose with --indicator one of ${shown.map(({ id }) => id).join(', ')}`);
      return `${documentsSvg(lines, only)}\n`;
    }
    case 'text':
      return documentsText(lines, shown);
  }
}

async function write(text: string | Uint8Array, out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await writeWhole(out, text);
  } catch (error) {
    throw new UsageError(`cannot write to --out ${out}: ${error instanceof Error ? error.message : error}`);
  }
  process.stdout.write(`${harmlessLine(out)}\n`);
}

const formatOf = (out: string | undefined): ComparedFormat =>
  COMPARED_FORMATS.find((format) => out !== undefined && path.extname(out).toLowerCase() === `.${format}`) ?? 'text';

function figures(list: string): AskedFigure[] {
  const asked = list
    .split(/[,，]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const found = asked.map((word) => ({ word, named: figuresNamed(word, families) }));
  const unknown = found.filter(({ named }) => named.length === 0).map(({ word }) => word);
  if (unknown.length > 0 || asked.length === 0) {
    const known = allFigures(families).map(({ id, words }) => `${id} (${words})`);
    throw new InvalidArgumentError(`It knows ${known.join(', ')}.`);
  }
  return [...new Map(found.flatMap(({ named }) => named.map((figure) => [figure.id, figure] as const))).values()];
}
