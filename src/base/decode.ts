/** Texts that people have saved: the encodings that spreadsheets and editors here write. */

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

/** A text, and how its bytes were read. What is no sign in that encoding stands as U+FFFD. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Bytes that show whether every other one is zero. */
const HEAD = 64;

const LF = 0x0a;

/**
 * By the byte order mark, if there is one. Without one: UTF-16 where every other byte of the beginning is zero, as those of Latin letters
 * are; else UTF-8 or GB18030, whichever most of the lines are that are not plain ASCII: a single wrong byte decides nothing.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markedEncoding(bytes) ?? wideEncoding(bytes) ?? (mostLinesAreUtf8(bytes) ? 'UTF-8' : 'GB18030');
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8';
  if (a === 0xff && b === 0xfe) return 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  return null;
}

function wideEncoding(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) === 0 || Math.max(even, odd) < head.length / 4) return null;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

function mostLinesAreUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isUtf8 = (line: Uint8Array) => {
    try {
      decoder.decode(line);
      return true;
    } catch {
      return false;
    }
  };
  let balance = 0;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (line.some((byte) => byte > 0x7f)) balance += isUtf8(line) ? 1 : -1;
    from += line.length + 1;
  }
  return balance >= 0;
}
