import { PageError } from '../errors.js';
import type { Paint } from '../paint/state.js';
import { elementsOf, type XmlElement } from '../xml.js';
import type { ColourSpace, Resources } from './resources.js';
import { numberOf } from './values.js';

/** A colour and its alpha, 0 to 1. */
export interface Colour {
  readonly paint: Paint;
  readonly alpha: number;
}

export const BLACK: Colour = { paint: '#000000', alpha: 1 };
export const NONE: Colour = { paint: null, alpha: 0 };

/** Most in a channel. */
const FULL = 255;

/** A colour as it is written; patterns and shadings have no look that is known here. @throws PageError */
export function colourOf(element: XmlElement, resources: Resources): Colour {
  const alpha = numberOf(element, 'Alpha', FULL) / FULL;
  const value = element.attributes.get('Value');
  if (value === undefined) return { paint: elementsOf(element).length > 0 ? null : '#000000', alpha };
  const channels = value.trim().split(/\s+/).map(toChannel);
  return { paint: hexOf(toRgb(channels, resources.colourSpace(element.attributes.get('ColorSpace')))), alpha };
}

/** Decimal, or hexadecimal after `#`. */
function toChannel(word: string): number {
  const channel = word.startsWith('#') ? Number.parseInt(word.slice(1), 16) : Number(word);
  if (!Number.isFinite(channel)) throw new PageError(`“${word.slice(0, 20)}” stands where a colour belongs`);
  return Math.min(FULL, Math.max(0, channel));
}

/** By the space; where that does not fit, by the number of channels. */
function toRgb([a = 0, b, c, d]: readonly number[], space: ColourSpace): readonly [r: number, g: number, b: number] {
  if (space === 'GRAY' || b === undefined || c === undefined) return [a, a, a];
  if (d === undefined) return [a, b, c];
  const light = (FULL - d) / FULL;
  return [(FULL - a) * light, (FULL - b) * light, (FULL - c) * light];
}

const hexOf = (rgb: readonly number[]): string => `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
