import type { Disclosure } from '../../schemas/disclosure.js';
import { guardSame, ResultTakenError, readIfThere, writeWhole } from '../base/files.js';
import type { Pictures } from '../picture/pictures.js';
import { toCsv } from './csv.js';
import type { WrittenDocument } from './document.js';
import { toJson } from './json.js';

const EXTENSIONS = { json: '.json', csv: '.values.csv', xlsx: '.xlsx', html: '.html' } as const;

export type Format = keyof typeof EXTENSIONS;
export const FORMATS = Object.keys(EXTENSIONS) as Format[];

/** Where a result goes: `stem` is the output folder and the input's name without its extension. */
function resultPath(stem: string, format: Format): string {
  return stem + EXTENSIONS[format];
}

/** Opens the document for pictures of its print; null where there are to be none. The caller closes it. */
export type OpenPictures = () => Promise<Pictures | null>;

const noPictures: OpenPictures = async () => null;

/** The bytes of a result. */
export async function render(document: WrittenDocument, format: Format, openPictures: OpenPictures = noPictures): Promise<Uint8Array> {
  // What they are written with is loaded where it is asked for.
  if (format === 'xlsx') return (await import('./xlsx/xlsx.js')).toXlsx(document);
  if (format === 'html') return renderHtml(document, openPictures);
  return new TextEncoder().encode(format === 'json' ? toJson(document.disclosure) : toCsv(document.disclosure));
}

async function renderHtml(document: WrittenDocument, openPictures: OpenPictures): Promise<Uint8Array> {
  const { toHtml } = await import('./html/html.js');
  const pictures = document.disclosure.findings.length === 0 ? null : await openPictures();
  try {
    return new TextEncoder().encode(await toHtml(document, pictures));
  } finally {
    await pictures?.close();
  }
}

/**
 * Writes a document's results and gives their paths, JSON first. A failed document always gets its JSON, which holds the reason,
 * and other formats only where tables could be read: an empty one would look like a success.
 * Everything is rendered before anything is written. Throws ResultTakenError, with nothing written, where the stem
 * belongs to another document.
 */
export async function writeResults(
  stem: string,
  document: WrittenDocument,
  formats: readonly Format[],
  openPictures: OpenPictures = noPictures,
): Promise<string[]> {
  await guardStem(stem, document, openPictures);
  const results: { path: string; bytes: Uint8Array }[] = [];
  for (const format of formatsToWrite(document.disclosure, formats)) {
    results.push({ path: resultPath(stem, format), bytes: await render(document, format, openPictures) });
  }
  for (const { path, bytes } of results) await writeWhole(path, bytes);
  return results.map(({ path }) => path);
}

/**
 * A stem belongs to the document that its JSON names. The other formats do not name theirs in a way that can be read back: without a
 * JSON beside them they are overwritten only where this document gives the same bytes.
 */
async function guardStem(stem: string, document: WrittenDocument, openPictures: OpenPictures): Promise<void> {
  if ((await guardSame(resultPath(stem, 'json'), document.disclosure.source.sha256)) === 'same') return;
  for (const format of ['csv', 'xlsx', 'html'] as const) {
    const path = resultPath(stem, format);
    const bytes = await readIfThere(path);
    if (bytes === null || Buffer.compare(bytes, await render(document, format, openPictures)) === 0) continue;
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
