/** A JBIG2 file as a PDF holds it: without its header. */
export interface Jbig2 {
  readonly width: number;
  readonly height: number;
  readonly segments: Uint8Array;
}

const SIGNATURE = '974a42320d0a1a0a';
/** Flags of the file header (ITU-T T.88, D.4.2). */
const SEQUENTIAL = 1;
const PAGES_UNKNOWN = 2;
/** The segment that says how large the page is, and the length of a header that refers to no other segment. */
const PAGE_INFORMATION = 48;
const SEGMENT_HEADER = 11;

/** Null where it is no JBIG2 file, or one whose segments do not follow each other from a page's information on. */
export function readJbig2(bytes: Uint8Array): Jbig2 | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.subarray(0, 8).toString('hex') !== SIGNATURE) return null;
  const flags = file[8] ?? 0;
  const segments = file.subarray(flags & PAGES_UNKNOWN ? 9 : 13);
  if (!(flags & SEQUENTIAL) || segments.length < SEGMENT_HEADER + 8 || ((segments[4] ?? 0) & 0x3f) !== PAGE_INFORMATION) return null;
  return { width: segments.readUInt32BE(SEGMENT_HEADER), height: segments.readUInt32BE(SEGMENT_HEADER + 4), segments };
}
