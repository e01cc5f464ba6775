/** One disclosure in several files: a workbook of tables and a Word text that were published together. */
import type { Disclosure } from '../../schemas/disclosure.js';
import { DisclosureError } from '../base/errors.js';
import type { Sheet, SheetBlock, SheetText } from '../model/sheet.js';
import { openToRead, readSheets } from '../read/read.js';
import { joinSources } from './joined-source.js';
import type { ExtractOptions } from './options.js';
import { describeSource } from './source.js';
import { vocabulary } from './vocabulary.js';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The sheets of all files, in order, as those of one document: their places begin with the name of their file.
 * @throws DisclosureError that names the file which cannot be read, or has pages
 */
export async function readTogether(files: readonly GivenFile[], options: ExtractOptions): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { name, bytes } of files) {
    const read = await inFile(name, () => sheetsOf(bytes, options));
    sheets.push(...read.map((sheet) => ofFile(sheet, name)));
  }
  return sheets;
}

/** Does something with one of several files. @throws DisclosureError that names it */
export async function inFile<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DisclosureError) throw new DisclosureError(cause.reason, `${name}: ${cause.message}`, { cause });
    throw cause;
  }
}

async function sheetsOf(bytes: Uint8Array, options: ExtractOptions): Promise<readonly Sheet[]> {
  const source = await openToRead(bytes, options);
  try {
    if (source.kind === 'cells') return await readSheets(source, { ...options, vocabulary });
  } finally {
    await source.close();
  }
  throw new DisclosureError(
    'not-readable',
    'A document with pages cannot be joined with others; --as-one takes Word, Excel and HTML documents.',
  );
}

function ofFile(sheet: Sheet, name: string): Sheet {
  const placed = <Each extends { readonly ref: string }>(each: Each): Each =>
    each.ref === '' ? each : { ...each, ref: `${name} ${each.ref}` };
  const block = (each: SheetBlock): SheetBlock => (each.kind === 'table' ? { ...each, cells: each.cells.map(placed) } : placed(each));
  return {
    ...sheet,
    name: sheet.name === null ? name : `${name} ${sheet.name}`,
    blocks: sheet.blocks.map(block),
    furniture: sheet.furniture.map((each): SheetText => placed(each)),
  };
}

/** What is known of several files as one: see `joinSources`. */
export const describeTogether = (files: readonly GivenFile[]): Disclosure['source'] =>
  joinSources(files.map(({ bytes, name }) => describeSource(bytes, name)));
