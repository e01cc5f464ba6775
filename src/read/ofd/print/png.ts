import { convertIndexedToRgb, type DecodedPng, decode, hasPngSignature } from 'fast-png';

/** A PNG as a PDF holds it: colours and alpha apart, a byte a number. */
export interface PngPixels {
  readonly width: number;
  readonly height: number;
  /** Of `colour`: grey, or red, green and blue. */
  readonly channels: 1 | 3;
  readonly colour: Uint8Array;
  /** Null where all is opaque. */
  readonly alpha: Uint8Array | null;
}

/** Where width and height stand, in any PNG. */
const WIDTH = 16;
const HEIGHT = 20;

/** The pixels of a PNG; null where it is none, is damaged or has more than `most` pixels. */
export function readPng(bytes: Uint8Array, most: number): PngPixels | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!hasPngSignature(bytes) || file.length < HEIGHT + 4 || file.readUInt32BE(WIDTH) * file.readUInt32BE(HEIGHT) > most) return null;
  const png = decoded(bytes);
  if (!png) return null;
  const { width, height } = png;
  const samples = samplesOf(png);
  const each = samples.length / (width * height);
  const channels = each < 3 ? 1 : 3;
  const colour = new Uint8Array(width * height * channels);
  const alpha = each > channels ? new Uint8Array(width * height) : null;
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let c = 0; c < channels; c++) colour[pixel * channels + c] = samples[pixel * each + c] ?? 0;
    if (alpha) alpha[pixel] = samples[pixel * each + channels] ?? 0;
  }
  return { width, height, channels, colour, alpha };
}

function decoded(bytes: Uint8Array): DecodedPng | null {
  try {
    return decode(bytes);
  } catch (cause) {
    // fast-png throws plain errors at whatever it cannot read.
    if (cause instanceof Error) return null;
    throw cause;
  }
}

/** The numbers of all pixels from 0 to 255, those of a palette looked up. */
function samplesOf(png: DecodedPng): Uint8Array {
  const { data, depth, width, height, channels, palette } = png;
  if (palette) return convertIndexedToRgb(png);
  if (depth === 8) return Uint8Array.from(data);
  if (depth === 16) return Uint8Array.from(data, (sample) => sample >> 8);
  const [perRow, most] = [Math.ceil((width * channels * depth) / 8), 2 ** depth - 1];
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const bit = (i % width) * depth;
    const byte = data[Math.floor(i / width) * perRow + (bit >> 3)] ?? 0;
    return (((byte >> (8 - depth - (bit & 7))) & most) * 255) / most;
  });
}
