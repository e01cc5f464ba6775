/** What a PDF has to say of a JPEG picture. */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Markers that begin a frame: all of C0 to CF but those of tables and of arithmetic coding. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** The frame of a JPEG file; null where it is none. */
export function jpegFrame(bytes: Uint8Array): JpegFrame | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 <= file.length && file[at] === 0xff; ) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) at++;
    else if (isFrame(marker)) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7), channels: file[at + 9] ?? 0 };
    else at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}
