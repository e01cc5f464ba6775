import type { Disclosure } from '../../schemas/disclosure.js';
import { toCsv } from './csv.js';
import { guardSame, ResultTakenError, readIfThere, writeWhole } from './files.js';
import { toJson } from './json.js';
import { toXlsx } from './xlsx.js';

const EXTENSIONS = { json: '.json', csv: '.values.csv', xlsx: '.xlsx' } as const;

export type Format = keyof typeof EXTENSIONS;
export const FORMATS = Object.keys(EXTENSIONS) as Format[];

/** Where a result goes: `stem` is the output folder and the input's name without `.pdf`. */
function resultPath(stem: string, format: Format): string {
  return stem + EXTENSIONS[format];
}

/** The bytes of a result. */
export async function render(disclosure: Disclosure, format: Format): Promise<Uint8Array> {
  if (format === 'xlsx') return toXlsx(disclosure);
  return new TextEncoder().encode(format === 'json' ? toJson(disclosure) : toCsv(disclosure));
}

/**
 * Writes a document's results and gives their paths, JSON first. A failed document always gets its JSON, which says why,
 * and other formats only where tables could be read: an empty one would look like a success.
 * Everything is rendered before anything is written. Throws ResultTakenError, with nothing written, where the stem
 * belongs to another document.
 */
export async function writeResults(stem: string, disclosure: Disclosure, formats: readonly Format[]): Promise<string[]> {
  await guardStem(stem, disclosure);
  const results: { path: string; bytes: Uint8Array }[] = [];
  for (const format of formatsToWrite(disclosure, formats)) {
    results.push({ path: resultPath(stem, format), bytes: await render(disclosure, format) });
  }
  for (const { path, bytes } of results) await writeWhole(path, bytes);
  return results.map(({ path }) => path);
}

/**
 * A stem belongs to the document its JSON names. CSV and XLSX name none: without a JSON beside them they may only be what
 * this document gives too, byte for byte, else nobody can tell whose they are.
 */
async function guardStem(stem: string, disclosure: Disclosure): Promise<void> {
  if ((await guardSame(resultPath(stem, 'json'), disclosure.source.sha256)) === 'same') return;
  for (const format of ['csv', 'xlsx'] as const) {
    const path = resultPath(stem, format);
    const bytes = await readIfThere(path);
    if (bytes === null || Buffer.compare(bytes, await render(disclosure, format)) === 0) continue;
    throw new ResultTakenError(
      path,
      `${path} differs, and no ${resultPath(stem, 'json')} says which document it holds; it is never overwritten. ` +
        'Choose another --out, or move that file; with json among --format, later runs can tell.',
    );
  }
}

function formatsToWrite(disclosure: Disclosure, formats: readonly Format[]): Format[] {
  const failed = disclosure.outcome.status === 'failed';
  return FORMATS.filter((format) => {
    if (failed && format === 'json') return true;
    return formats.includes(format) && !(failed && disclosure.tables.length === 0);
  });
}
