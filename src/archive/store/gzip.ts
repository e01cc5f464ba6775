import { crc32, deflateRawSync, gunzipSync } from 'node:zlib';

/** RFC 1952: magic number, deflate, a comment follows, no time (so that the same text gives the same bytes), no extra flags, unknown system. */
const HEADER = [0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 255];

/** Bytes of `HEADER`: the comment begins there. */
const COMMENT_AT = HEADER.length;

/** A text as a gzip file with a comment in its header, ASCII without NUL. node:zlib writes no comments; every gunzip reads them. */
export function gzipWithComment(text: string, comment: string): Uint8Array {
  const bytes = Buffer.from(text);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes), 0);
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4);
  return Buffer.concat([Buffer.from(HEADER), Buffer.from(`${comment}\0`, 'latin1'), deflateRawSync(bytes), trailer]);
}

/** What `gzipWithComment` wrote. @throws Error where the bytes are damaged */
export function gunzipWithComment(bytes: Uint8Array): { text: string; comment: string } {
  const text = gunzipSync(bytes).toString('utf8');
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { text, comment: from.toString('latin1', COMMENT_AT, from.indexOf(0, COMMENT_AT)) };
}
