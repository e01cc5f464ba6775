/** Files of the old Word and Excel: a small file system ([MS-CFB]). Only its directory is read here. */

const SIGNATURE = 'd0cf11e0a1b11ae1';
/** Bytes of an entry of the directory (2.6.1). */
const ENTRY = 128;
/** Sectors of the directory that are read: an entry for each picture and embedded object comes after those of the document. */
const MOST = 64;

export const isOle = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 8)).toString('hex') === SIGNATURE;

/** Names of the streams and storages, in the directory's order: those of the document itself before those of what is embedded in it. */
export function streamNames(bytes: Uint8Array): string[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << Math.min(view.getUint16(30, true), 16);
  const offsetOf = (sector: number) => (sector + 1) * size;
  const nextOf = (sector: number): number | null => {
    // The first 109 sectors of the allocation table are named in the header (2.2).
    const table = Math.floor(sector / (size / 4));
    if (table >= 109) return null;
    const place = offsetOf(view.getUint32(76 + table * 4, true)) + (sector % (size / 4)) * 4;
    return place + 4 <= bytes.length ? view.getUint32(place, true) : null;
  };
  const names: string[] = [];
  let sector: number | null = view.getUint32(48, true);
  for (let i = 0; i < MOST && sector !== null && offsetOf(sector) + size <= bytes.length; i++) {
    for (let at = offsetOf(sector); at < offsetOf(sector) + size; at += ENTRY) {
      const length = Math.min(view.getUint16(at + 64, true), 64);
      if (length > 2) names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)));
    }
    sector = nextOf(sector);
  }
  return names;
}
