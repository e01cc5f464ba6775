import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { DocumentsWithoutStore } from '../archive/across/without-store.js';
import { writeWhole } from '../base/files.js';
import { inLanguage, type Language } from '../base/language.js';
import { MAX_TABLE } from '../base/limits.js';
import { readRegular, UnreadableFileError } from '../base/regular-file.js';
import { documentsSvg, perHeadSvg } from '../compare/chart.js';
import {
  type AskedFigure,
  allFigures,
  type DocumentLine,
  failedLine,
  figuresNamed,
  perHeadOf,
  SORTS,
  type Sort,
  sortLines,
  toLine,
  withHeads,
} from '../compare/documents.js';
import { documentsListing } from '../compare/documents-listing.js';
import { documentsPage } from '../compare/documents-page.js';
import { documentsText } from '../compare/documents-text.js';
import { listingCsv, listingsXlsx } from '../compare/listing-files.js';
import type { LinkTo } from '../compare/page-parts.js';
import { HeadsError, type HeadsRow, readHeads } from '../compare/per-head.js';
import { type TwoYears, toTwoYears } from '../compare/years.js';
import { betweenSummary } from './between-results.js';
import { type BesideYears, writtenYears } from './compare-years.js';
import { COMPARED_FORMATS, type ComparedFormat } from './compared-format.js';
import { findCompared, useEach } from './compared-inputs.js';
import { linkToDocument, noLink } from './compared-links.js';
import { DOCUMENTS, placeOf } from './inputs.js';
import { languageOption } from './language.js';
import { harmlessLine } from './line.js';
import { isResultName, readResult } from './read-result.js';
import { EXIT, UsageError } from './usage.js';

interface CompareFlags {
  readonly indicator: readonly AskedFigure[];
  readonly sort?: Sort;
  readonly format?: ComparedFormat;
  readonly out?: string;
  readonly per?: string;
  readonly lang: Language;
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
    .option(
      '--per <file>',
      'a table (CSV) of departments and heads, 部门 or code or file, 人数, and 年度 where they differ: every figure is also given for each head, in 元, rounded half up to 0.01',
    )
    .addOption(languageOption())
    .option('--out <file>', 'where it goes, instead of stdout')
    .option('--password <password>', 'opens encrypted documents')
    .option('--quiet', 'no progress')
    .action(async (inputs: string[], flags: CompareFlags) => {
      process.exitCode ||= await inLanguage(flags.lang, () => compare(inputs, flags));
    });
}

/** @throws UsageError */
async function compare(args: readonly string[], flags: CompareFlags): Promise<number> {
  const { indicator, password, quiet = false, out } = flags;
  const format = flags.format ?? formatOf(out);
  if (format === 'xlsx' && out === undefined) throw new UsageError('a workbook needs --out <file>');
  const heads = flags.per === undefined ? null : await headsFrom(flags.per);
  const files = await findCompared(args);
  if (out !== undefined && files.some((file) => path.resolve(file) === path.resolve(out)))
    throw new UsageError(`--out ${out} is one of the files that are compared`);
  // Of two documents, which may be two years of a department, all is compared.
  const isKept = files.length === 2 && indicator.length === 0;
  // Results that lie together are held against each other too, as those of one call of `extract` are.
  const between = quiet || indicator.length > 0 ? null : new DocumentsWithoutStore(families);
  const read = await useEach(
    files,
    { password, quiet },
    {
      read: (file, disclosure): Compared => {
        const line = toLine(file, disclosure, families);
        if (isResultName(file)) between?.add(file, disclosure, () => readResult(file));
        return { line, disclosure: isKept ? disclosure : null, sourceName: disclosure.source.name };
      },
      failed: (file, reason): Compared => ({ line: failedLine(file, reason), disclosure: null, sourceName: null }),
    },
  );
  const documents = heads ? withTheirHeads(read, heads, flags.per) : read;
  const links = format === 'html' ? await linksOf(documents, out) : NO_LINKS;
  const two = twoYearsOf(documents);
  const lines = documents.map(({ line }) => line);
  await write(
    two ? writtenYears(two, format, besideYears(two, documents, links)).text : writtenDocuments(lines, flags, format, links),
    out,
  );
  if (between && !two) process.stderr.write(betweenSummary(await between.compare()));
  return lines.some(({ status }) => status === 'failed') ? EXIT.someFailed : EXIT.done;
}

interface Compared {
  readonly line: DocumentLine;
  readonly disclosure: Disclosure | null;
  /** What the file is called that was read. */
  readonly sourceName: string | null;
}

/** Leads to the pages of a document, by its file. */
type Links = ReadonlyMap<string, LinkTo>;

const NO_LINKS: Links = new Map();

async function linksOf(documents: readonly Compared[], out: string | undefined): Promise<Links> {
  const links = new Map<string, LinkTo>();
  for (const { line, sourceName } of documents) links.set(line.file, await linkToDocument(line.file, sourceName, out));
  return links;
}

function twoYearsOf(documents: readonly Compared[]): TwoYears | null {
  const [one, other] = documents.map(({ disclosure }) => disclosure);
  return one && other ? toTwoYears(one, other, families) : null;
}

function besideYears(two: TwoYears, documents: readonly Compared[], links: Links): BesideYears {
  const [earlier, later] = [two.earlier, two.later].map((year) => documents.find(({ disclosure }) => disclosure === year)?.line);
  const linkTo = (line: DocumentLine | undefined) => (line && links.get(line.file)) ?? noLink;
  const heads = earlier?.heads != null && later?.heads != null ? ([earlier.heads, later.heads] as const) : null;
  return { links: { earlier: linkTo(earlier), later: linkTo(later) }, ...(heads && { heads }) };
}

/** @throws UsageError where the file cannot be read or is no table of heads */
async function headsFrom(file: string): Promise<HeadsRow[]> {
  try {
    return readHeads(await readRegular(await placeOf(file), MAX_TABLE));
  } catch (error) {
    if (error instanceof UnreadableFileError || error instanceof HeadsError) throw new UsageError(`--per ${file}: ${error.message}`);
    throw error;
  }
}

/** @throws UsageError where the table does not fit the documents */
function withTheirHeads(documents: readonly Compared[], heads: readonly HeadsRow[], file = ''): Compared[] {
  try {
    const lines = withHeads(
      documents.map(({ line }) => line),
      heads,
    );
    return documents.map((document, index) => ({ ...document, line: lines[index] ?? document.line }));
  } catch (error) {
    if (error instanceof HeadsError) throw new UsageError(`--per ${file}: ${error.message}`);
    throw error;
  }
}

/** Figures that no document prints have no column, unless they alone are asked for. */
function writtenDocuments(
  documents: readonly DocumentLine[],
  { indicator, sort, per }: Pick<CompareFlags, 'indicator' | 'sort' | 'per'>,
  format: ComparedFormat,
  links: Links,
): string | Uint8Array {
  const asked = indicator.length > 0 ? indicator : allFigures(families);
  const printed = asked.filter(({ id }) => documents.some(({ values }) => values.has(id)));
  const shown = printed.length > 0 ? printed : asked;
  const lines = sortLines(documents, sort ?? (indicator.length > 0 && shown.length === 1 ? 'value' : 'input'), shown);
  switch (format) {
    case 'json':
      return documentsJson(lines, shown);
    case 'csv':
      return listingCsv(documentsListing(lines, shown));
    case 'xlsx':
      return listingsXlsx([documentsListing(lines, shown)]);
    case 'html':
      return documentsPage(lines, shown, ({ file }) => links.get(file) ?? noLink);
    case 'svg': {
      const [only, ...others] = shown;
      if (!only || others.length > 0)
        throw new UsageError(`a chart shows one figure: choose with --indicator one of ${shown.map(({ id }) => id).join(', ')}`);
      return `${(per === undefined ? documentsSvg : perHeadSvg)(lines, only)}\n`;
    }
    case 'text':
      return documentsText(lines, shown);
  }
}

function documentsJson(documents: readonly DocumentLine[], figures: readonly AskedFigure[]): string {
  const lines = documents.map((document) => {
    const { values, ...line } = document;
    return {
      ...line,
      figures: figures.map(({ id, words }) => ({
        ...(values.get(id) ?? { id, words, text: null }),
        ...(line.heads !== undefined && { perHead: perHeadOf(document, id) }),
      })),
    };
  });
  return `${JSON.stringify(lines, null, 2)}\n`;
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
