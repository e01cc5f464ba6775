/** RAR files: their list of files alone, nothing is unpacked (technical notes of RAR 4 and 5). */

const RAR5 = '526172211a070100';
/** Blocks that are looked at. */
const MOST = 10_000;
/** Types of blocks that stand for a file. */
const [FILE_4, FILE_5] = [0x74, 2];

/** The names of the files, as far as the blocks can be followed. */
export function rarNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return Buffer.from(bytes.subarray(0, 8)).toString('hex') === RAR5 ? names5(view) : names4(view);
  } catch (error) {
    // The list breaks off amid a block.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function names4(view: DataView): string[] {
  const names: string[] = [];
  let at = 7;
  for (let i = 0; i < MOST && at + 7 <= view.byteLength; i++) {
    const [type, flags, size] = [view.getUint8(at + 2), view.getUint16(at + 3, true), view.getUint16(at + 5, true)];
    const added = flags & 0x8000 || type === FILE_4 ? view.getUint32(at + 7, true) : 0;
    if (type === FILE_4) {
      const start = at + 32 + (flags & 0x100 ? 8 : 0);
      names.push(decode(bytesAt(view, start, view.getUint16(at + 26, true))));
    }
    if (size < 7) break;
    at += size + added;
  }
  return names;
}

/** A name may have its letters of two bytes behind the first nought: packed in a way of their own, and not needed where the first part says it too. */
function decode(name: Uint8Array): string {
  const end = name.indexOf(0);
  const plain = end < 0 ? name : name.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(plain).replaceAll('\\', '/');
  }
}

function names5(view: DataView): string[] {
  const names: string[] = [];
  let at = 8;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  for (let i = 0; i < MOST && at + 7 <= view.byteLength; i++) {
    at += 4;
    const size = number();
    const start = at;
    const [type, flags] = [number(), number()];
    if (flags & 1) number();
    const data = flags & 2 ? number() : 0;
    if (type === FILE_5) {
      const fileFlags = number();
      number();
      number();
      at += (fileFlags & 2 ? 4 : 0) + (fileFlags & 4 ? 4 : 0);
      number();
      number();
      const length = number();
      names.push(decode(bytesAt(view, at, length)));
    }
    if (size === 0) break;
    at = start + size + data;
  }
  return names;
}

function bytesAt(view: DataView, start: number, length: number): Uint8Array {
  if (start + length > view.byteLength) throw new RangeError('the name ends behind the file');
  return new Uint8Array(view.buffer, view.byteOffset + start, length);
}
