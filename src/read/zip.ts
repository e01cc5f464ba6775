import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { DisclosureError } from '../base/errors.js';
import { entryName } from './zip-names.js';

/** What a package may hold at most; what goes beyond is refused as `too-large` before it is unpacked. */
export interface ZipLimits {
  /** Files in it. A document of 2,000 pages with a folder for each has some 10,000. */
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly entryBytes: number;
  /** Bytes of all files that are asked for, unpacked. */
  readonly bytes: number;
  /** Of a file's bytes to those it is packed in, where it is larger than `RATIO_FROM`. */
  readonly ratio: number;
}

const LIMITS: ZipLimits = { entries: 50_000, entryBytes: 256_000_000, bytes: 1_000_000_000, ratio: 250 };
/** Bytes. Smaller files do no harm, and some pack well: an empty picture. */
const RATIO_FROM = 16_000_000;

/** A ZIP package, open. Files are unpacked when they are asked for, each time anew; nothing is written. */
export interface ZipFile {
  /** Names of its files, in the order of its directory: `/` between folders, none in front. They are names, never paths of the machine. */
  readonly entries: readonly string[];
  has(name: string): boolean;
  /** @throws DisclosureError `damaged` where there is no such file or its bytes are not those that were packed, `encrypted`, `too-large` */
  bytes(name: string): Uint8Array;
  /** A file of UTF-8; UTF-16 where it begins with that mark. @throws DisclosureError as `bytes` */
  text(name: string): string;
}

/**
 * Opens a ZIP package by its directory.
 * @throws DisclosureError `truncated` where it has no directory at its end, `damaged`, `encrypted`, `too-large`
 */
export async function readZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<ZipFile> {
  const within = { ...LIMITS, ...limits };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = await readDirectory(file, within.entries);
  const unpacked = new Set<string>();
  let total = 0;

  const unpack = (name: string): Uint8Array => {
    const [entry, more] = entries.get(name) ?? [];
    if (!entry) throw damaged(`it lacks the file ${name}`);
    if (more) throw damaged(`it holds the file ${name} twice`);
    const data = unpackEntry(file, name, entry, within);
    if (!unpacked.has(name)) total += data.length;
    unpacked.add(name);
    if (total > within.bytes) throw tooLarge(`its files take more than ${within.bytes} bytes`);
    return data;
  };
  return {
    entries: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: unpack,
    text: (name) => decodeText(unpack(name)),
  };
}

/** The files of a package by name. */
async function readDirectory(file: Buffer, most: number): Promise<Map<string, Entry[]>> {
  const entries = new Map<string, Entry[]>();
  try {
    // Names are decoded here: yauzl gives a whole package up for one absolute name.
    const zip = await fromBufferPromise(file, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > most) throw tooLarge(`it has ${zip.entryCount} files, more than ${most}`);
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry.fileNameRaw, entry.generalPurposeBitFlag);
      if (name === '' || name.endsWith('/')) continue;
      const known = entries.get(name);
      if (known) known.push(entry);
      else entries.set(name, [entry]);
    }
  } catch (cause) {
    throw cause instanceof DisclosureError ? cause : openingError(cause);
  }
  return entries;
}

function openingError(cause: unknown): DisclosureError {
  const problem = cause instanceof Error ? cause.message : String(cause);
  if (/end of central directory record signature not found/i.test(problem)) {
    return new DisclosureError('truncated', 'The file is cut off: the ZIP directory that ends it is missing.', { cause });
  }
  return /encryption/i.test(problem) ? encrypted({ cause }) : damaged(problem, { cause });
}

/** The length of a local header without its name and extra field, and where their lengths stand in it. */
const LOCAL_HEADER = 30;
const NAME_LENGTH = 26;
const EXTRA_LENGTH = 28;
/** Compression methods. */
const STORED = 0;
const DEFLATED = 8;

function unpackEntry(file: Buffer, name: string, entry: Entry, limits: ZipLimits): Uint8Array {
  const { uncompressedSize: size, compressedSize: packed, compressionMethod: method, relativeOffsetOfLocalHeader: header } = entry;
  if (entry.isEncrypted()) throw encrypted();
  if (size > limits.entryBytes) throw tooLarge(`its file ${name} has ${size} bytes, more than ${limits.entryBytes}`);
  if (size > RATIO_FROM && size > packed * limits.ratio)
    throw tooLarge(`its file ${name} unpacks to more than ${limits.ratio} times its size`);
  if (method !== STORED && method !== DEFLATED) throw damaged(`its file ${name} is packed by the unknown method ${method}`);
  if (header + LOCAL_HEADER > file.length) throw damaged(`its file ${name} is cut off`);
  const start = header + LOCAL_HEADER + file.readUInt16LE(header + NAME_LENGTH) + file.readUInt16LE(header + EXTRA_LENGTH);
  if (start + packed > file.length) throw damaged(`its file ${name} is cut off`);
  const data = inflate(file.subarray(start, start + packed), method, size, name);
  if (data.length !== size || crc32(data) !== entry.crc32) throw damaged(`the bytes of its file ${name} are not those that were packed`);
  return data;
}

/** At most as many bytes as the directory says. */
function inflate(data: Buffer, method: number, size: number, name: string): Buffer {
  if (method === STORED) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw damaged(`its file ${name} cannot be unpacked`, { cause });
  }
}

function decodeText(data: Uint8Array): string {
  const [first, second] = data;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(data);
}

const damaged = (problem: string, options?: ErrorOptions) =>
  new DisclosureError('damaged', `The file is a damaged ZIP package (${problem}).`, options);
const tooLarge = (problem: string) => new DisclosureError('too-large', `The file is a ZIP package too large to unpack (${problem}).`);
const encrypted = (options?: ErrorOptions) =>
  new DisclosureError('encrypted', 'The files in this package are encrypted. Save it without a password, then try again.', options);
