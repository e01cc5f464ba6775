const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_SIZE = 22;
const DIRECTORY_ENTRY_SIZE = 46;

/** MS-DOS date and time, little-endian in one word: midnight of 1980-01-01, the earliest there is. */
const EARLIEST = 0x0021_0000;

/** The same ZIP archive with every modification time set to 1980-01-01, so that the clock leaves no trace. Changes `zip` in place. */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEndOfDirectory(view);
  const entries = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < entries; index += 1) {
    const localHeader = view.getUint32(entry + 42, true);
    view.setUint32(entry + 12, EARLIEST, true);
    view.setUint32(localHeader + 10, EARLIEST, true);
    const nameExtraAndComment = view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
    entry += DIRECTORY_ENTRY_SIZE + nameExtraAndComment;
  }
  return zip;
}

function findEndOfDirectory(view: DataView): number {
  for (let offset = view.byteLength - END_OF_DIRECTORY_SIZE; offset >= 0; offset -= 1) {
    if (view.getUint32(offset, true) === END_OF_DIRECTORY) return offset;
  }
  throw new Error('ZIP: the end of the central directory is missing.');
}
