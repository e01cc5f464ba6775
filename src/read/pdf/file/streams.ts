import type { FileObject } from './objects.js';
import { unpack } from './unpack.js';

/** Bytes before the data in which the dictionary of a stream is looked for. */
const DICTIONARY = 4096;

/** Fonts, pictures and cross-references: no content of a page, and most of a file's bytes. */
const OTHER = /\/Length[123]\b|\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)|\/Type\s*\/XRef/;
/** Flate and nothing else. */
const FLATE = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/;

/**
 * Whether a compressed stream of the file is cut off or garbled: PDFium shows what can still be unpacked and reports no error. All
 * streams that may describe pages are tried, found by their words, not by the cross-reference table. False for encrypted files, whose
 * streams cannot be distinguished from noise.
 */
export function hasBrokenStream(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.includes('/Encrypt')) return false;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (!/>>\s*$/.test(before)) continue;
    const dictionary = before.slice(before.lastIndexOf('obj') + 3);
    const end = file.indexOf('endstream', at);
    if (isBroken({ words: dictionary, data: file.subarray(dataStart(file, at), end < 0 ? undefined : end) })) return true;
    if (end > 0) at = end + 3;
  }
  return false;
}

/** Whether an object is a compressed stream that may describe a page and is cut off or garbled. */
export const isBroken = ({ words, data }: FileObject): boolean =>
  data !== null && FLATE.test(words) && !OTHER.test(words) && unpack(data) === null;

/**
 * Whether some object that is packed with others (ISO 32000-1, 7.5.7) has these words in it. False for encrypted files. No stream is looked
 * at twice, however often its kind is named before it.
 */
export function packedHave(bytes: Uint8Array, words: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let from = 0;
  while (true) {
    const named = file.indexOf('/ObjStm', from);
    const stream = named < 0 ? -1 : file.indexOf('stream', named);
    if (stream < 0) return false;
    const end = file.indexOf('endstream', stream);
    if (unpack(file.subarray(dataStart(file, stream), end < 0 ? undefined : end))?.includes(words)) return true;
    // Where no stream ends any more this one is the last.
    if (end < 0) return false;
    from = stream + 6;
  }
}

/** What a stream holds, unpacked; empty where it is packed otherwise than by Flate, or broken. */
export function contentOf({ words, data }: FileObject): string {
  if (data === null || (/\/Filter\b/.test(words) && !FLATE.test(words))) return '';
  return ((FLATE.test(words) ? unpack(data) : Buffer.from(data.buffer, data.byteOffset, data.length)) ?? '').toString('latin1');
}

/** `stream` is followed by a line end: CR LF, LF, or CR where a writer errs. */
function dataStart(file: Buffer, at: number): number {
  const start = at + 6;
  if (file[start] === 13) return file[start + 1] === 10 ? start + 2 : start + 1;
  return file[start] === 10 ? start + 1 : start;
}
