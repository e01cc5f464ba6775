import { readFileSync } from 'node:fs';
import path from 'node:path';
import { families } from '../../extractors/families.js';
import { parseDisclosure } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';
import { readIfThere, writeWhole } from '../base/files.js';
import { type CombinedDocument, combinedWorkbook } from '../compare/combined.js';
import { isCombinedWorkbook } from '../compare/is-combined.js';
import { type Task, TO_STDOUT } from './tasks.js';
import { UsageError } from './usage.js';

/** What the workbook of a folder is called where nothing else is said. */
export const COMBINED_NAME = 'juesuan.xlsx';

/**
 * Where the workbook goes. It is looked at before anything is extracted: what stands there must be such a workbook, or nothing.
 * @throws UsageError where it cannot be written
 */
export async function combinedPath(name: string, out: string, tasks: readonly Task[]): Promise<string> {
  if (out === TO_STDOUT) throw new UsageError('--combine writes a file: it takes no --out -');
  if (path.basename(name) !== name || path.extname(name).toLowerCase() !== '.xlsx')
    throw new UsageError(`--combine-as takes the name of a workbook in the output folder, such as ${COMBINED_NAME}`);
  const file = path.join(out, name);
  const isResult = ({ job: { destination } }: Task) =>
    destination.to === 'files' && destination.formats.includes('xlsx') && `${destination.stem}.xlsx` === file;
  if (tasks.some(isResult)) throw new UsageError(`${file} is the workbook of one of the documents: choose another name with --combine-as`);
  await guard(file);
  return file;
}

/** @throws UsageError where something else stands there */
async function guard(file: string): Promise<void> {
  const bytes = await readIfThere(file).catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  });
  if (bytes !== null && !isCombinedWorkbook(bytes))
    throw new UsageError(
      `${file} is no workbook that --combine has written, or was saved again since; it is never overwritten. Choose another name with --combine-as, or move that file.`,
    );
}

/** Writes the workbook of all results. Gives what the documents say against each other. @throws UsageError where it cannot be written */
export async function writeCombined(file: string, documents: readonly CombinedDocument[]): Promise<readonly StoreFinding[]> {
  const { bytes, between } = await combinedWorkbook(documents, readResult, families);
  await guard(file);
  try {
    await writeWhole(file, bytes);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
  return between;
}

const readResult = (json: string) => parseDisclosure(JSON.parse(readFileSync(json, 'utf8')));
