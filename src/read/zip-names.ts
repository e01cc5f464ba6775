/** Names of the files in a ZIP, without unpacking anything. */

/** Where a file of the directory says what is asked here (APPNOTE 4.3.12), and how long it is without its name. */
const ENTRY = { signature: 0x02014b50, flags: 8, name: 28, extra: 30, comment: 32, length: 46 } as const;
/** How the header before a file begins, where in it stands what is asked here (APPNOTE 4.3.7), and how long it is without its name. */
const HEADER = { signature: 'PK\x03\x04', flags: 6, packed: 18, name: 26, extra: 28, length: 30 } as const;
/** How the end of the directory begins, and where it says where the directory does. */
const END = { signature: 'PK\x05\x06', directory: 16, length: 22 } as const;
/** Flag 11: the name is UTF-8 (APPNOTE 4.4.4). */
const UTF_8 = 1 << 11;

/**
 * As the directory lists them, or where that is missing, as the headers before the files say, folders none. A file that is packed within
 * another has no part in it.
 */
export function zipNames(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (directoryNames(file) ?? headerNames(file)).filter((name) => name !== '' && !name.endsWith('/'));
}

/** Null where there is no directory that can be followed. */
function directoryNames(file: Buffer): string[] | null {
  const end = file.lastIndexOf(END.signature, undefined, 'latin1');
  if (end < 0 || end + END.length > file.length) return null;
  const names: string[] = [];
  for (let at = file.readUInt32LE(end + END.directory); at < end; ) {
    if (at + ENTRY.length > end || file.readUInt32LE(at) !== ENTRY.signature) return null;
    const nameEnd = at + ENTRY.length + file.readUInt16LE(at + ENTRY.name);
    names.push(entryName(file.subarray(at + ENTRY.length, nameEnd), file.readUInt16LE(at + ENTRY.flags)));
    at = nameEnd + file.readUInt16LE(at + ENTRY.extra) + file.readUInt16LE(at + ENTRY.comment);
  }
  return names;
}

/** Where a header says how long its file is, what lies in the file is passed over. */
function headerNames(file: Buffer): string[] {
  const names: string[] = [];
  const next = (from: number) => file.indexOf(HEADER.signature, from, 'latin1');
  for (let at = next(0); at >= 0 && at + HEADER.length <= file.length; ) {
    const nameEnd = at + HEADER.length + file.readUInt16LE(at + HEADER.name);
    names.push(entryName(file.subarray(at + HEADER.length, nameEnd), file.readUInt16LE(at + HEADER.flags)));
    at = next(nameEnd + file.readUInt16LE(at + HEADER.extra) + file.readUInt32LE(at + HEADER.packed));
  }
  return names;
}

/**
 * A name as people read it, `/` between folders and none in front: some packers write `\`, some absolute names. What is not marked as UTF-8 is
 * that all the same, or Chinese Windows'.
 */
export function entryName(raw: Uint8Array, flags: number): string {
  const isMarked = (flags & UTF_8) !== 0;
  return decode(raw, isMarked)
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}

function decode(raw: Uint8Array, isMarked: boolean): string {
  if (isMarked) return new TextDecoder('utf-8').decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
