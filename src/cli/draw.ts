import path from 'node:path';
import type { Command } from 'commander';
import { pagesToDrawing } from '../draw/drawing.js';
import { type PageList, pagesInList, parsePageList } from '../draw/page-list.js';
import { pageToSvg } from '../draw/svg.js';
import { writeWhole } from '../emit/files.js';
import { DisclosureError } from '../errors.js';
import type { Page, UnreadPage } from '../model.js';
import { describeSource, readPages } from '../pipeline.js';
import { readSource } from '../workers/source.js';
import { findInputs, type Input } from './inputs.js';
import { UsageError } from './usage.js';

export interface DrawFlags {
  readonly out: string;
  /** All pages where it is missing. */
  readonly pages?: PageList;
  readonly password?: string;
}

/** Digits of a page number in a file's name, at least. */
const DIGITS = 2;

/** `juesuan draw`: pages → SVG, to see what was read where. */
export function addDrawCommand(program: Command): void {
  program
    .command('draw')
    .description('draw pages as SVG with the glyphs, rules, cells and names found on them; prints the paths written')
    .argument('<file>', 'one PDF')
    .option('--pages <list>', 'which pages, like 1,3,9-12; all where it is missing', pageList)
    .option('--out <folder>', 'where the drawings go', nonEmpty, 'out')
    .option('--password <password>', 'opens an encrypted document')
    .action((file: string, flags: DrawFlags) => draw(file, flags, (text) => process.stdout.write(text)));
}

/**
 * Draws the pages asked for, `<stem>-p09.svg` each, and prints each path to `stdout` when it is written. All pages are read:
 * tables run over them.
 * @throws UsageError, DisclosureError
 */
export async function draw(file: string, flags: DrawFlags, stdout: (text: string) => void): Promise<void> {
  const input = await oneInput(file);
  const pages = await readInput(input, flags.password);
  const wanted = asUsage('--pages', () => pagesInList(flags.pages ?? [{ first: 1, last: pages.length }], pages.length));
  const drawing = pagesToDrawing(path.basename(input.path), pages);
  const digits = Math.max(DIGITS, String(pages.length).length);
  for (const number of wanted) {
    const target = path.join(flags.out, `${input.stem}-p${String(number).padStart(digits, '0')}.svg`);
    await write(target, pageToSvg(drawing, number));
    stdout(`${target}\n`);
  }
}

async function oneInput(file: string): Promise<Input> {
  const [input, ...more] = await findInputs([file]);
  if (!input || more.length > 0) throw new UsageError(`draw takes one PDF, not the ${1 + more.length} in ${file}`);
  return input;
}

/** The error for a document that cannot be read names its file: there is no result that could. */
async function readInput({ path: file }: Input, password: string | undefined): Promise<(Page | UnreadPage)[]> {
  try {
    const bytes = await readSource(file);
    return await readPages(bytes, password === undefined ? {} : { password }, describeSource(bytes, path.basename(file)));
  } catch (cause) {
    if (cause instanceof DisclosureError) throw new DisclosureError(cause.reason, `${file}: ${cause.message}`, { cause });
    throw cause;
  }
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

function asUsage<T>(option: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${option}: ${error.message}`);
    throw error;
  }
}

function nonEmpty(text: string): string {
  if (text === '') throw new UsageError('--out takes a folder');
  return text;
}
