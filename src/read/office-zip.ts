/** ZIP files as documents come in them: listed first, so that nothing is unpacked that would burst the memory. */
import { crc32 } from 'node:zlib';
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { DisclosureError } from '../base/errors.js';

export interface ZipLimits {
  /** Files in it. */
  readonly entries: number;
  /** Bytes of all of them, unpacked. */
  readonly bytes: number;
  /** Times that a file may be larger than its packed form, where it is large. */
  readonly ratio: number;
}

/** The largest published workbook has some 200 parts and 60 MB; XML of one kind repeated packs to a hundredth. */
const LIMITS: ZipLimits = { entries: 20_000, bytes: 600_000_000, ratio: 1000 };
/** Bytes. Smaller files cannot burst anything, however well they are packed. */
const SMALL = 10_000_000;

export interface ZipFile {
  /** Names of the files in it, folders parted by `/`, none at the beginning; as the directory lists them. */
  readonly entries: readonly string[];
  /** A file's content; null where there is none of the name. @throws DisclosureError `damaged` */
  bytes(name: string): Uint8Array | null;
  /** `bytes` as UTF-8 or, as its first bytes say, UTF-16. */
  text(name: string): string | null;
}

/** @throws DisclosureError `damaged`, `encrypted`, `too-large` */
export function readZip(bytes: Uint8Array, limits: ZipLimits = LIMITS): ZipFile {
  if (isEncrypted(bytes)) throw new DisclosureError('encrypted', 'The files in this ZIP are encrypted.');
  const listed = listEntries(bytes);
  const total = listed.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const burst = listed.find(({ size, originalSize }) => originalSize > SMALL && originalSize > size * limits.ratio);
  if (listed.length > limits.entries || total > limits.bytes || burst) {
    throw new DisclosureError(
      'too-large',
      `Unpacked, this file has ${listed.length} parts of ${total} bytes together: more than can be read.`,
    );
  }
  const rawByName = new Map(listed.map(({ name }) => [entryName(name), name]));
  const sums = checksums(bytes, listed);
  const read = (name: string): Uint8Array | null => {
    const raw = rawByName.get(name);
    const content = raw === undefined ? null : unpack(bytes, raw);
    if (content && raw !== undefined && sums && crc32(content) !== sums.get(raw)) throw damaged(`${name} is not what was packed`);
    return content;
  };
  return {
    entries: [...rawByName.keys()].filter((name) => !name.endsWith('/')),
    bytes: read,
    text(name) {
      const content = read(name);
      return content && decodeXml(content);
    },
  };
}

/**
 * Names of the files in a ZIP, from the file's beginning: also where its directory, which stands at the end, is missing. A file that is packed
 * within another has no part in it.
 */
export function localNames(bytes: Uint8Array): string[] {
  try {
    return listEntries(bytes).map(({ name }) => entryName(name));
  } catch (error) {
    if (!(error instanceof DisclosureError)) throw error;
    return headerNames(bytes);
  }
}

/** By the headers before the files (APPNOTE 4.3.7). Where a header says how long its file is, what lies in the file is passed over. */
function headerNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = whole.indexOf(SIGNATURE); at >= 0 && at + HEADER <= bytes.length; ) {
    const nameEnd = at + HEADER + view.getUint16(at + 26, true);
    names.push(entryName(whole.subarray(at + HEADER, nameEnd).toString('latin1')));
    at = whole.indexOf(SIGNATURE, nameEnd + view.getUint16(at + 28, true) + view.getUint32(at + 18, true));
  }
  return names;
}

/** How such a header begins, and its bytes before the name. */
const SIGNATURE = 'PK\x03\x04';
const HEADER = 30;

/** Flag 0 of the first file's header (APPNOTE 4.4.4): nobody encrypts some files of a document and not others. */
const isEncrypted = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1;

const damaged = (why: string, cause?: unknown) =>
  new DisclosureError('damaged', `The file is a ZIP that is damaged: ${why}. It may have been cut short.`, { cause });

/** What each file must add up to, by the directory (APPNOTE 4.3.12); null where that is of a kind that is not read here: larger than 4 GB. */
function checksums(bytes: Uint8Array, listed: readonly UnzipFileInfo[]): ReadonlyMap<string, number> | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = whole.lastIndexOf('PK\x05\x06');
  if (end < 0 || end + 20 > whole.length) return null;
  const sums = new Map<string, number>();
  let at = whole.readUInt32LE(end + 16);
  for (const { name } of listed) {
    if (at + 46 > whole.length || whole.readUInt32LE(at) !== 0x02014b50) return null;
    sums.set(name, whole.readUInt32LE(at + 16));
    at += 46 + whole.readUInt16LE(at + 28) + whole.readUInt16LE(at + 30) + whole.readUInt16LE(at + 32);
  }
  return sums;
}

function listEntries(bytes: Uint8Array): UnzipFileInfo[] {
  const listed: UnzipFileInfo[] = [];
  unzip(bytes, (file) => {
    listed.push(file);
    return false;
  });
  return listed;
}

const unpack = (bytes: Uint8Array, raw: string): Uint8Array | null => unzip(bytes, ({ name }) => name === raw)[raw] ?? null;

function unzip(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    throw damaged('its directory or content is missing or broken', cause);
  }
}

/** A name as people read it: names that are not marked as UTF-8 come as one letter a byte, and are UTF-8 all the same, or Chinese Windows'. */
function entryName(raw: string): string {
  const isBytes = /[\u0080-\u00ff]/u.test(raw) && !/[\u0100-\uffff]/u.test(raw);
  const name = isBytes ? decodeName(Buffer.from(raw, 'latin1')) : raw;
  return name.replaceAll('\\', '/').replace(/^\/+/u, '');
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
