import path from 'node:path';
import type { Command } from 'commander';
import { DisclosureError } from '../base/errors.js';
import { writeWhole } from '../base/files.js';
import { must } from '../base/invariant.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import { draftToDrawing } from '../draw/drawing.js';
import { type PageList, pagesInList, parsePageList } from '../draw/page-list.js';
import { pageToSvg } from '../draw/svg.js';
import type { Pictures } from '../picture/pictures.js';
import { pngUrl } from '../picture/png.js';
import type { CheckedDraft } from '../pipeline/draft.js';
import { KeptSource } from '../pipeline/kept-source.js';
import type { PageReader } from '../pipeline/pages.js';
import { extractWithDraft } from '../pipeline.js';
import { asUsage, oneInput, withInput } from './one-input.js';
import { UsageError } from './usage.js';

export interface DrawFlags {
  readonly out: string;
  /** All pages where it is missing. */
  readonly pages?: PageList;
  readonly picture?: true;
  readonly password?: string;
}

/** Digits of a page number in a file's name, at least. */
const DIGITS = 2;

/** `juesuan draw`: pages → SVG, to see what was read where. */
export function addDrawCommand(program: Command): void {
  program
    .command('draw')
    .description(
      'draw pages as SVG with the glyphs, rules, cells and names found on them (of Word, Excel and HTML files each sheet, by its cells); prints the paths written',
    )
    .argument('<file>', 'one document')
    .option('--pages <list>', 'which pages, like 1,3,9-12; all where it is missing', pageList)
    .option('--out <folder>', 'where the drawings go', nonEmpty, 'out')
    .option('--picture', 'the page itself below the drawing, as a picture; not of a document without pages')
    .option('--password <password>', 'opens an encrypted document')
    .action((file: string, flags: DrawFlags) => draw(file, flags, (text) => process.stdout.write(text)));
}

/**
 * Draws the pages asked for, `<stem>-p09.svg` each, and prints each path to `stdout` when it is written. All pages are read:
 * tables run over them.
 * @throws UsageError, DisclosureError
 */
export async function draw(file: string, flags: DrawFlags, stdout: (text: string) => void): Promise<void> {
  const input = await oneInput('draw', file);
  await withInput(input, async (bytes, name) => {
    const kept = new KeptSource();
    try {
      const draft = await readDraft(kept.read, bytes, name, input.path, flags.password);
      const { pages, layout } = draft;
      if (flags.picture && layout.places)
        throw new UsageError('--picture: a document without pages has no look, its cells alone are drawn');
      const wanted = asUsage('--pages', () => pagesInList(flags.pages ?? [{ first: 1, last: pages.length }], pages.length));
      const drawing = draftToDrawing(name, draft);
      const pictures = flags.picture ? await kept.pictures() : null;
      for (const number of wanted) {
        const target = path.join(flags.out, nameOf(input.stem, number, pages.length));
        await write(target, pageToSvg(drawing, number, await pictureUrl(pictures, number)));
        stdout(`${target}\n`);
      }
    } finally {
      await kept.close();
    }
  });
}

/** The document as its result has it, corrected by the file beside it. @throws DisclosureError where it cannot be read */
async function readDraft(
  read: PageReader,
  bytes: Uint8Array,
  name: string,
  file: string,
  password: string | undefined,
): Promise<CheckedDraft> {
  const corrections = await readCorrectionsBeside(file);
  const options = { name, ...(password !== undefined && { password }), ...(corrections !== null && { corrections }) };
  const { disclosure, draft } = await extractWithDraft(bytes, options, { read });
  const { reason, message } = disclosure.outcome;
  if (!draft) throw new DisclosureError(must(reason, 'the reason of a failure'), must(message, 'the message of a failure'));
  return draft;
}

function nameOf(stem: string, page: number, pages: number): string {
  return `${stem}-p${String(page).padStart(Math.max(DIGITS, String(pages).length), '0')}.svg`;
}

/** The page as a PNG inside the drawing: a drawing is one file. */
async function pictureUrl(pictures: Pictures | null, page: number): Promise<string | null> {
  return pictures && pngUrl((await pictures.page(page)).png);
}

async function write(target: string, svg: string): Promise<void> {
  try {
    await writeWhole(target, svg);
  } catch (error) {
    throw new UsageError(`cannot write ${target}: ${error instanceof Error ? error.message : error}`);
  }
}

function pageList(text: string): PageList {
  return asUsage('--pages', () => parsePageList(text));
}

function nonEmpty(text: string): string {
  if (text === '') throw new UsageError('--out takes a folder');
  return text;
}
