/**
 * Names of files as texts. A name is bytes: those in a ZIP from a Chinese Windows are GB18030 and no UTF-8, and Node's texts lose them. Here
 * such a name is a text all the same, which a person can read, which no other name has, and which leads back to the bytes: `决算[GBK].pdf`
 * for `决算.pdf` in GB18030, `�[bytes ff].pdf` for what is neither. Every other name is itself.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { once } from './once.js';

/** Loaded for the first such name only: it takes longer than a run without changes may. */
const iconv = once((): typeof import('iconv-lite') => createRequire(import.meta.url)('iconv-lite'));

const ENCODING = 'gb18030';

/** What stands before a name's endings: `[GBK]`, or the bytes themselves. */
const MARKED = /^(.*)\[(?:GBK|bytes ((?:[0-9a-f]{2})*))\]((?:\.[A-Za-z0-9]+)*)$/s;
/** A name, byte by byte, and its endings. A full stop is never the second byte of a character of GB18030. */
const ENDINGS = /^(.*?)((?:\.[A-Za-z0-9]+)*)$/s;

/** A name of the file system as a text: the same bytes give the same text, and no others do. */
export function nameToText(name: Uint8Array): string {
  const bytes = Buffer.from(name.buffer, name.byteOffset, name.byteLength);
  const text = bytes.toString('utf8');
  const isText = bytes.equals(Buffer.from(text));
  if (isText && !MARKED.test(text)) return text;
  const [, start = '', endings = ''] = ENDINGS.exec(bytes.toString('latin1')) ?? [];
  const stem = Buffer.from(start, 'latin1');
  const shown = isText ? stem.toString('utf8') : wellFormed(iconv().decode(stem, ENCODING, { stripBOM: false }));
  const isGbk = !isText && iconv().encode(shown, ENCODING).equals(stem);
  return `${shown}[${isGbk ? 'GBK' : `bytes ${stem.toString('hex')}`}]${endings}`;
}

/** The bytes of a name that `nameToText` gave. */
function textToName(text: string): Buffer {
  const [marked, shown = '', hex, endings = ''] = MARKED.exec(text) ?? [];
  if (marked === undefined) return Buffer.from(text);
  return Buffer.concat([hex === undefined ? iconv().encode(shown, ENCODING) : Buffer.from(hex, 'hex'), Buffer.from(endings)]);
}

/** A path as a person or the system gives it, as the path that `systemPath` leads back to it. */
export function pathToText(given: string): string {
  return given
    .split(path.sep)
    .map((part) => nameToText(Buffer.from(part)))
    .join(path.sep);
}

/** What the system takes for a path whose parts `nameToText` gave. */
export function systemPath(text: string): string | Buffer {
  const parts = text.split(path.sep);
  return parts.some((part) => MARKED.test(part))
    ? Buffer.from(parts.map((part) => textToName(part).toString('latin1')).join(path.sep), 'latin1')
    : text;
}

/** A path as part of a URL: the bytes of its names. */
export const toUrlPath = (text: string): string => text.split('/').map(toUrlPart).join('/');

function toUrlPart(part: string): string {
  if (!MARKED.test(part)) return encodeURIComponent(part);
  return [...textToName(part)]
    .map((byte) => (byte < 0x80 ? encodeURIComponent(String.fromCharCode(byte)) : `%${byte.toString(16).toUpperCase()}`))
    .join('');
}

/** A name or path as a person reads it, without what only tells it from others. */
export const shownName = (text: string): string =>
  text
    .split('/')
    .map((part) => part.replace(MARKED, '$1$3'))
    .join('/');

/** Half a pair of code units would not outlive being written. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
