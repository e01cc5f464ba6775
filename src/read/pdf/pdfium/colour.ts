import type { Paint } from '../../paint/state.js';
import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** A colour and its alpha, 0 to 1. */
export interface Colour {
  readonly paint: Paint;
  readonly alpha: number;
}

const BLACK: Colour = { paint: '#000000', alpha: 1 };

export const fillOf = (pdfium: Pdfium, object: Pointer) => colourOf(pdfium, object, pdfium.api.FPDFPageObj_GetFillColor);
export const strokeOf = (pdfium: Pdfium, object: Pointer) => colourOf(pdfium, object, pdfium.api.FPDFPageObj_GetStrokeColor);

type Getter = Pdfium['api']['FPDFPageObj_GetFillColor'];

function colourOf(pdfium: Pdfium, object: Pointer, get: Getter): Colour {
  const { scratch: at } = pdfium;
  if (!get(object, at, at + 4, at + 8, at + 12)) return BLACK;
  const rgb = pdfium.integer(0) * 65536 + pdfium.integer(1) * 256 + pdfium.integer(2);
  return { paint: hexOf(rgb), alpha: pdfium.integer(3) / 255 };
}

const hexes = new Map<number, string>();

function hexOf(rgb: number): string {
  let hex = hexes.get(rgb);
  if (hex === undefined) {
    hex = `#${rgb.toString(16).padStart(6, '0')}`;
    hexes.set(rgb, hex);
  }
  return hex;
}
