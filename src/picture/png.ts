import { encode, hasPngSignature } from 'fast-png';
import type { Picture } from '../read/container.js';

/** Words that a PNG carries beside its pixels; characters beyond Latin-1 would be lost. */
export type Words = Readonly<Record<string, string>>;

/** What the word `Software` of our pictures is. */
const SOFTWARE = 'juesuan';

/** Always the same bytes for the same picture. Without colours it takes one byte a pixel: print mostly is black on white. */
export function toPng({ width, height, rgba }: Picture, words: Words = {}): Uint8Array {
  const pixels = isGrey(rgba) ? { channels: 1, data: channelsOf(rgba, 1) } : { channels: 3, data: channelsOf(rgba, 3) };
  return encode({ width, height, ...pixels, text: { Software: SOFTWARE, ...words } });
}

/** A PNG that `toPng` made. */
export function isOurPng(bytes: Uint8Array): boolean {
  return (
    hasPngSignature(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(`tEXtSoftware\0${SOFTWARE}`, 0, 'latin1')
  );
}

/** A PNG for the `src` of a page or drawing that is one file. */
export const pngUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;

function isGrey(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return false;
  }
  return true;
}

/** The first `count` of the four bytes of each pixel. */
function channelsOf(rgba: Uint8Array, count: 1 | 3): Uint8Array {
  const kept = new Uint8Array((rgba.length / 4) * count);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    for (let channel = 0; channel < count; channel++) kept[to++] = rgba[from + channel] ?? 0;
  }
  return kept;
}
