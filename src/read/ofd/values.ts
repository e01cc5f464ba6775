/** The simple types of OFD (GB/T 33190-2016, 7.3): numbers in millimetres, separated by white space. */
import type { Box } from '../../model/glyph.js';
import { PageError } from '../errors.js';
import type { Matrix } from '../paint/matrix.js';
import type { XmlElement } from '../xml.js';

/** pt in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

/** @throws PageError where something else than numbers stands there */
export function numbersOf(text: string): number[] {
  return splitWords(text).map(toNumber);
}

/** What white space divides. Mostly that is one blank, which is split at far faster than at a pattern. */
export function splitWords(text: string): string[] {
  const words = OTHER_SPACE.test(text) ? text.split(/\s+/) : text.split(' ');
  return words.includes('') ? words.filter((word) => word !== '') : words;
}

const OTHER_SPACE = /[^\S ]/;

function toNumber(word: string): number {
  const number = Number(word);
  if (word === '' || !Number.isFinite(number)) throw new PageError(`“${word.slice(0, 20)}” stands where a number belongs`);
  return number;
}

/** An attribute as a number; `otherwise` where it is missing. @throws PageError */
export function numberOf<T>(element: XmlElement, name: string, otherwise: T): number | T {
  const written = element.attributes.get(name);
  return written === undefined ? otherwise : toNumber(written.trim());
}

/** An attribute as true or false; `otherwise` where it is missing. */
export function flagOf(element: XmlElement, name: string, otherwise: boolean): boolean {
  const written = element.attributes.get(name)?.trim().toLowerCase();
  return written === undefined ? otherwise : written === 'true' || written === '1';
}

/** Where an object or a page lies. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  /** Null where it has no area: a line may have none, and some writers give texts a width below 0. */
  readonly box: Box | null;
}

/** `x y width height`; null where it is missing. @throws PageError */
export function extentOf(text: string | null | undefined): Extent | null {
  if (!text) return null;
  const [x, y, width, height] = numbersOf(text);
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new PageError(`“${text.slice(0, 40)}” is no box`);
  }
  return { left: x, top: y, box: width > 0 && height > 0 ? [x, y, x + width, y + height] : null };
}

/** Null where it is missing. @throws PageError */
export function matrixOf(text: string | undefined): Matrix | null {
  if (text === undefined) return null;
  const [a, b, c, d, e, f] = numbersOf(text);
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    throw new PageError(`“${text.slice(0, 40)}” is no matrix`);
  }
  return [a, b, c, d, e, f];
}

/**
 * The steps between letters, at most `most` of them: `g 3 2.5` is three of 2.5.
 * @throws PageError where something else stands there
 */
export function stepsOf(text: string, most: number): number[] {
  const words = splitWords(text);
  const steps: number[] = [];
  for (let i = 0; i < words.length && steps.length < most; i++) {
    if (words[i] !== 'g') {
      steps.push(toNumber(words[i] ?? ''));
      continue;
    }
    const [count, step] = [toNumber(words[i + 1] ?? ''), toNumber(words[i + 2] ?? '')];
    for (let n = 0; n < count && steps.length < most; n++) steps.push(step);
    i += 2;
  }
  return steps;
}
