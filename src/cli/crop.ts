import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Command } from 'commander';
import { readIfThere, writeWhole } from '../base/files.js';
import { inLanguage, type Language } from '../base/language.js';
import { isOurDrawing, SheetPictures } from '../draw/sheet-pictures.js';
import type { Box } from '../model/glyph.js';
import { type CropOptions, NotOnPage, Pictures } from '../picture/pictures.js';
import { isOurPng } from '../picture/png.js';
import type { CellSource, PagedSource } from '../read/container.js';
import { openDocument } from '../read/containers.js';
import { languageOption } from './language.js';
import { oneInput, withInput } from './one-input.js';
import { TO_STDOUT } from './tasks.js';
import { UsageError } from './usage.js';

export interface CropFlags {
  readonly page: number;
  /** The whole page where it is missing. */
  readonly box?: Box;
  /** In place of `box` in a document without pages; the whole sheet where it is missing. */
  readonly ref?: string;
  /** A file, or `-`; where it is missing, one in `out/` named after the page and the box. */
  readonly out?: string;
  readonly dpi: number;
  readonly margin: number;
  readonly password?: string;
}

/** What the command line may ask for: a place, or a finding. */
interface CropCommandFlags extends Omit<CropFlags, 'page'> {
  readonly lang: Language;
  readonly page?: number;
  readonly finding?: number;
}

/** Pixels per inch: digits of 9 pt stay sharp in print. */
const DPI = 300;
/** pt. A figure that touches the edge of its picture is hard to read. */
const MARGIN = 3;
const FOLDER = 'out';
/** `draw` names its drawing of a whole sheet after the sheet alone. */
const SHEET = '-cells';

/** The picture of a cell: PNG of a page, SVG of a sheet. */
interface CropPicture {
  readonly extension: '.png' | '.svg';
  readonly data: Uint8Array | string;
}

/** `juesuan crop`: the picture of one cell or sentence, for evidence. */
export function addCropCommand(program: Command): void {
  program
    .command('crop')
    .description(
      'cut a cell or a sentence out of a page, as a PNG; of a Word, Excel or HTML file draw a cell and its row, as an SVG; prints the path written',
    )
    .argument('<file>', 'one document')
    .option('--page <number>', 'which page or sheet, from 1', wholeNumber('--page'))
    .option(
      '--box <x0,y0,x1,y1>',
      'what to show, in points from the top left, as in the results; the whole page where it is missing',
      boxOf,
    )
    .option(
      '--ref <place>',
      'which cell of a document without pages, as in the results (支出决算表!C7); the whole sheet where it is missing',
    )
    .option(
      '--finding <number>',
      'in place of --page: the evidence card of one finding, from 1, worst first, with its sentence, both places, page and hash, as HTML, or as the ending of --out says (.html, .docx, .xlsx)',
      wholeNumber('--finding'),
    )
    .addOption(languageOption('an evidence card'))
    .option('--out <file>', 'where the picture goes (.png, .svg), - for stdout; named after page and box in out/ where it is missing')
    .option('--dpi <number>', 'pixels per inch of a PNG', wholeNumber('--dpi'), DPI)
    .option('--margin <points>', 'points of the page around the box or cell', points, MARGIN)
    .option('--password <password>', 'opens an encrypted document')
    .action((file: string, flags: CropCommandFlags) =>
      inLanguage(flags.lang, () => cropPlaceOrFinding(file, flags, (data) => process.stdout.write(data))),
    );
}

/** @throws UsageError, DisclosureError */
async function cropPlaceOrFinding(file: string, flags: CropCommandFlags, stdout: (data: Uint8Array | string) => void): Promise<void> {
  const { page, finding, box, ref, out, password } = flags;
  if (finding === undefined && page === undefined)
    throw new UsageError("required option '--page <number>' or '--finding <number>' not specified");
  if (finding === undefined) return await crop(file, { ...flags, page: page ?? 1 }, stdout);
  if (page !== undefined || box !== undefined || ref !== undefined)
    throw new UsageError('--finding says where by itself: no --page, --box or --ref');
  const { writeCard } = await import('./card.js');
  await writeCard(file, { finding, ...(out !== undefined && { out }), ...(password !== undefined && { password }) }, stdout);
}

/**
 * Writes one picture and prints its path to `stdout`, or the picture itself for `--out -`. Only a file that `crop` made is overwritten.
 * @throws UsageError, DisclosureError
 */
export async function crop(file: string, flags: CropFlags, stdout: (data: Uint8Array | string) => void): Promise<void> {
  const input = await oneInput('crop', file);
  const { data, extension } = await withInput(input, (bytes) => draw(bytes, flags));
  if (flags.out === TO_STDOUT) return stdout(data);
  const target =
    flags.out ??
    path.join(FOLDER, `${input.stem}-${nameOf(flags)}${extension === '.svg' && flags.ref === undefined ? SHEET : ''}${extension}`);
  const ending = path.extname(target).toLowerCase();
  if (ending === '.png' && extension === '.svg')
    throw new UsageError(`--out: the cells of a document without pages are drawn as SVG, not as ${ending}`);
  await write(target, data);
  stdout(`${target}\n`);
}

async function draw(bytes: Uint8Array, flags: CropFlags): Promise<CropPicture> {
  const source = await openDocument(bytes, { password: flags.password });
  try {
    return source.kind === 'paged' ? await drawPage(source, bytes, flags) : await drawCell(source, bytes, flags);
  } finally {
    await source.close();
  }
}

async function drawPage(source: PagedSource, bytes: Uint8Array, { page, box, ref, dpi, margin }: CropFlags): Promise<CropPicture> {
  if (ref !== undefined) throw new UsageError('--ref: this document has pages, --box says where on one');
  const pictures = await Pictures.of(source);
  try {
    if (page > pictures.pages) throw new UsageError(`--page: the document has ${pictures.pages} pages, there is no page ${page}`);
    const { width, height } = pictures.size(page);
    if (pictures.lacksLetters(page)) process.stderr.write(`juesuan: page ${page} has letters whose font is not embedded: they are blank\n`);
    const options: CropOptions = { dpi, margin, words: wordsOf(bytes, page, box) };
    return { extension: '.png', data: (await pictures.crop(page, box ?? [0, 0, width, height], options)).png };
  } catch (error) {
    throw error instanceof NotOnPage ? new UsageError(`--box: ${error.message}`) : error;
  } finally {
    await pictures.close();
  }
}

async function drawCell(source: CellSource, bytes: Uint8Array, { page, box, ref, margin }: CropFlags): Promise<CropPicture> {
  if (box) throw new UsageError('--box: this document has no pages, --ref says which cell of a sheet');
  const pictures = await SheetPictures.read(source, {});
  if (page > pictures.sheets) throw new UsageError(`--page: the document has ${pictures.sheets} sheets, there is no sheet ${page}`);
  const words = { ...wordsOf(bytes, page, undefined), ...(ref !== undefined && { Ref: ref }) };
  const data = ref === undefined ? pictures.page(page, words) : pictures.row(page, ref, margin, words);
  if (data === null) throw new UsageError(`--ref: no table on sheet ${page} has a cell ${ref}`);
  return { extension: '.svg', data };
}

/** Where the picture is from, in the picture itself: it may be sent on alone. */
const wordsOf = (bytes: Uint8Array, page: number, box: Box | undefined) => ({
  'Source sha256': createHash('sha256').update(bytes).digest('hex'),
  Page: String(page),
  ...(box && { Box: box.join(',') }),
});

/** Characters of a place that a file's name has: a sheet may be called anything. */
const LONGEST_PLACE = 60;

/** `p09`, `p09-311.2_402_338.9_413.1`, `p03-支出决算表_C7`. */
function nameOf({ page, box, ref }: CropFlags): string {
  const place = box ? box.join('_') : ref?.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, LONGEST_PLACE);
  return [`p${String(page).padStart(2, '0')}`, ...(place === undefined ? [] : [place])].join('-');
}

async function write(target: string, data: Uint8Array | string): Promise<void> {
  try {
    const there = await readIfThere(target);
    if (there !== null && !isOurPng(there) && !isOurDrawing(there))
      throw new UsageError(`${target} is no picture of juesuan and is never overwritten`);
    await writeWhole(target, data);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write ${target}: ${error instanceof Error ? error.message : error}`);
  }
}

function wholeNumber(option: string): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`${option} takes a whole number from 1, not '${text}'`);
    return Number(text);
  };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function boxOf(text: string): Box {
  const parts = text.split(',').map((part) => part.trim());
  const [x0, y0, x1, y1, ...more] = parts.filter((part) => NUMBER.test(part)).map(Number);
  if (parts.length !== 4 || more.length > 0 || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) {
    throw new UsageError(`--box takes four numbers like 311.2,402,338.9,413.1, not '${text}'`);
  }
  if (x1 <= x0 || y1 <= y0) throw new UsageError(`--box ${text} is empty: x1 must be more than x0, y1 more than y0`);
  return [x0, y0, x1, y1];
}

function points(text: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new UsageError(`--margin takes points from 0, not '${text}'`);
  return Number(text);
}
