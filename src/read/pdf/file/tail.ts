import { DisclosureError } from '../../../base/errors.js';
import { type FileObjects, objectsOf } from './objects.js';
import { neededBy, pageObjects } from './page-tree.js';

/** Bytes at the end in which `startxref` and `%%EOF` are looked for; some publishers' servers append a page of HTML. */
const TAIL = 4096;

/** A file that has its end, the one it came with or one of ours. */
export interface WholeFile {
  readonly bytes: Uint8Array;
  /** What it came without, in a sentence; null where nothing is missing. */
  readonly lacks: string | null;
}

const LACKS = 'The end of the PDF (cross-references and %%EOF) is missing, every object of its pages is there: all of them were read.';

/** Behind the last object: nothing, the cross-references, or the stream they are in. */
const CROSS_REFERENCES = /^\s*(?:$|x$|xr$|xre$|xref|\d+\s+\d+\s+obj\s*<<[\s\S]*\/XRef\b)/;

/**
 * A file of which only the end is missing gets one that names its root, by which the engines find everything again. Of a file with an
 * earlier end what follows is a revision, and nothing tells whether all of it is there.
 * @throws DisclosureError `truncated` where more is missing
 */
export function wholeFile(bytes: Uint8Array): WholeFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = file.toString('latin1', Math.max(0, file.length - TAIL));
  if (tail.includes('startxref') || tail.includes('%%EOF')) return { bytes, lacks: null };
  if (file.includes('startxref')) throw truncated();
  const end = file.lastIndexOf('endobj') + 'endobj'.length;
  const objects = objectsOf(bytes);
  const root = [...objects].findLast(([, { words }]) => /\/Type\s*\/Catalog\b/.test(words))?.[0];
  if (root === undefined || !CROSS_REFERENCES.test(file.toString('latin1', end)) || !areAllThere(objects)) throw truncated();
  const trailer = `\ntrailer\n<< /Root ${root} 0 R /Size ${Math.max(...objects.keys()) + 1} >>\nstartxref\n0\n%%EOF\n`;
  return { bytes: new Uint8Array(Buffer.concat([file.subarray(0, end), Buffer.from(trailer)])), lacks: LACKS };
}

/** Whether every page is there with all that it needs. What an encrypted file is locked with stands in its end. */
function areAllThere(objects: FileObjects): boolean {
  const all = [...objects.values()];
  if (all.some(({ words }) => /\/Filter\s*\/Standard\b/.test(words))) return false;
  const pages = pageObjects(objects);
  const counts = all.map(({ words }) => (/\/Kids\b/.test(words) ? Number(/\/Count\s+(\d+)/.exec(words)?.[1] ?? 0) : 0));
  if (pages.length === 0 || pages.length < Math.max(...counts)) return false;
  return pages.every((page) => [...neededBy(page, objects)].every((number) => objects.has(number)));
}

export const truncated = (cause?: unknown) =>
  new DisclosureError('truncated', 'The PDF is cut off: its end (startxref and %%EOF) is missing. Download it again.', { cause });
