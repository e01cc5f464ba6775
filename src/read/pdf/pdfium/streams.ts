import { inflateSync } from 'node:zlib';

/** Bytes before the data in which the dictionary of a stream is looked for. */
const DICTIONARY = 4096;
/** Bytes. No page is described by more; what inflates further is not looked at to its end. */
const ENOUGH = 64_000_000;

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
    if (FLATE.test(dictionary) && !OTHER.test(dictionary) && !unpacks(file.subarray(dataStart(file, at), end < 0 ? undefined : end))) {
      return true;
    }
    if (end > 0) at = end + 3;
  }
  return false;
}

/** `stream` is followed by a line end: CR LF, LF, or CR where a writer errs. */
function dataStart(file: Buffer, at: number): number {
  const start = at + 6;
  if (file[start] === 13) return file[start + 1] === 10 ? start + 2 : start + 1;
  return file[start] === 10 ? start + 1 : start;
}

function unpacks(data: Uint8Array): boolean {
  try {
    inflateSync(data, { maxOutputLength: ENOUGH });
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE') return true;
    // Z_DATA_ERROR, Z_BUF_ERROR and their like are about the data. Any other error is not the file's.
    if (typeof code === 'string' && code.startsWith('Z_')) return false;
    throw cause;
  }
}
