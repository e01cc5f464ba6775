import { displayWidth } from '../../base/width.js';

/** pt. A line of 10 pt 宋体 with its leading. */
const LINE = 13.5;
/** pt. Room above and below a row's text. */
const PADDING = 4.5;
/** pt. Excel refuses higher rows. */
const HIGHEST = 409;

/** Characters. What a cell's own margins and its indent take. */
export const INSET = 3;

/** pt: the height of a row whose fullest cell has `lines` lines. */
export function rowHeight(lines: number): number {
  return Math.min(HIGHEST, lines * LINE + PADDING);
}

/** Lines a text takes in a cell of `width` characters. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - INSET);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}

/** Characters: the width of a cell whose text need not wrap. */
export function widthFor(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth)) + INSET;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
