import { constants, inflateSync } from 'node:zlib';

/** Bytes. No page is described by more; what inflates further is not looked at to its end. */
const ENOUGH = 64_000_000;
/** Bytes that are unpacked at a time: what describes a page seldom has more. Pieces are put together again, which costs as much as unpacking. */
const PIECE = 65_536;

/** What compressed data holds, empty where it is more than enough or nothing; null where it is cut off or garbled. */
export function unpack(data: Uint8Array): Buffer | null {
  if (data.every((byte) => byte === 10 || byte === 13)) return Buffer.alloc(0);
  try {
    return inflateSync(data, { maxOutputLength: ENOUGH, chunkSize: PIECE });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE') return Buffer.alloc(0);
    // Z_DATA_ERROR, Z_BUF_ERROR and their like are about the data. Any other error is not the file's.
    if (typeof code === 'string' && code.startsWith('Z_')) return null;
    throw cause;
  }
}

/** What compressed data that is cut off still holds; nothing where it is garbled. */
export function beginningOf(data: Uint8Array): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: ENOUGH, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ERR_BUFFER_TOO_LARGE' || (typeof code === 'string' && code.startsWith('Z_'))) return Buffer.alloc(0);
    throw cause;
  }
}
