import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Command } from 'commander';
import { readIfThere, writeWhole } from '../base/files.js';
import type { Box } from '../model/glyph.js';
import { type CropOptions, NotOnPage, openPictures, type PagePicture } from '../picture/pictures.js';
import { isOurPng } from '../picture/png.js';
import { oneInput, withInput } from './one-input.js';
import { TO_STDOUT } from './tasks.js';
import { UsageError } from './usage.js';

export interface CropFlags {
  readonly page: number;
  /** The whole page where it is missing. */
  readonly box?: Box;
  /** A file, or `-`; where it is missing, one in `out/` named after the page and the box. */
  readonly out?: string;
  readonly dpi: number;
  readonly margin: number;
  readonly password?: string;
}

/** Pixels per inch: digits of 9 pt stay sharp in print. */
const DPI = 300;
/** pt. A figure that touches the edge of its picture is hard to read. */
const MARGIN = 3;
const FOLDER = 'out';

/** `juesuan crop`: the picture of one cell or sentence, for evidence. */
export function addCropCommand(program: Command): void {
  program
    .command('crop')
    .description('cut a cell or a sentence out of a page, as a PNG; prints the path written')
    .argument('<file>', 'one PDF')
    .requiredOption('--page <number>', 'which page, from 1', wholeNumber('--page'))
    .option(
      '--box <x0,y0,x1,y1>',
      'what to show, in points from the top left, as in the results; the whole page where it is missing',
      boxOf,
    )
    .option('--out <file.png>', 'where the picture goes, - for stdout; named after page and box in out/ where it is missing')
    .option('--dpi <number>', 'pixels per inch', wholeNumber('--dpi'), DPI)
    .option('--margin <points>', 'points of the page around the box', points, MARGIN)
    .option('--password <password>', 'opens an encrypted document')
    .action((file: string, flags: CropFlags) => crop(file, flags, (data) => process.stdout.write(data)));
}

/**
 * Writes one picture and prints its path to `stdout`, or the picture itself for `--out -`. Only a file that `crop` made is overwritten.
 * @throws UsageError, DisclosureError
 */
export async function crop(file: string, flags: CropFlags, stdout: (data: Uint8Array | string) => void): Promise<void> {
  const input = await oneInput('crop', file);
  const picture = await withInput(input, (bytes) => draw(bytes, flags));
  if (flags.out === TO_STDOUT) return stdout(picture.png);
  const target = flags.out ?? path.join(FOLDER, `${input.stem}-${nameOf(flags)}.png`);
  await write(target, picture.png);
  stdout(`${target}\n`);
}

async function draw(bytes: Uint8Array, { page, box, dpi, margin, password }: CropFlags): Promise<PagePicture> {
  const pictures = await openPictures(bytes, password);
  try {
    if (page > pictures.pages) throw new UsageError(`--page: the document has ${pictures.pages} pages, there is no page ${page}`);
    const { width, height } = pictures.size(page);
    if (pictures.lacksLetters(page)) process.stderr.write(`juesuan: page ${page} has letters whose font is not embedded: they are blank\n`);
    const options: CropOptions = { dpi, margin, words: wordsOf(bytes, page, box) };
    return await pictures.crop(page, box ?? [0, 0, width, height], options);
  } catch (error) {
    throw error instanceof NotOnPage ? new UsageError(`--box: ${error.message}`) : error;
  } finally {
    await pictures.close();
  }
}

/** Where the picture is from, in the PNG itself: it may be sent on alone. */
const wordsOf = (bytes: Uint8Array, page: number, box: Box | undefined) => ({
  'Source sha256': createHash('sha256').update(bytes).digest('hex'),
  Page: String(page),
  ...(box && { Box: box.join(',') }),
});

/** `p09` or `p09-311.2_402_338.9_413.1`. */
function nameOf({ page, box }: CropFlags): string {
  return [`p${String(page).padStart(2, '0')}`, ...(box ? [box.join('_')] : [])].join('-');
}

async function write(target: string, png: Uint8Array): Promise<void> {
  try {
    const there = await readIfThere(target);
    if (there !== null && !isOurPng(there)) throw new UsageError(`${target} is no picture of juesuan and is never overwritten`);
    await writeWhole(target, png);
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
