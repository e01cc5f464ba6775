import type { Ink } from '../picture/ink.js';
import { type ReadLetter, type ReadLine, textOf } from './line.js';

/** Inch. A hyphen is wider; two dashes are no wider, one no higher: what is wider may be a rule between two rows that a seal tore. */
const NARROWEST = 0.03;
const WIDEST = 0.35;
const HIGHEST = 0.03;
/** Inch. How far a dash stands from the rules of its cell: what is nearer may be a rest of them. */
const OFF_RULES = 0.02;
/** Times its height that a dash is wide; share of its box that is ink. */
const OBLONG = 2.5;
const FILLED = 0.6;

/** The signs that a lying stroke alone is printed as. */
const DASHES = /^[-—–―－_一]$/u;

const DASH: ReadLetter = { text: '—', p: 1, at: 0.5, others: [] };

/** A line of a cell that is one lying stroke, as the dash it is: alone, the engine sees nothing in it, or a stroke that stands. */
export function withDash(line: ReadLine, ink: Ink, dpi: number): ReadLine {
  const isLeft = line.cell === 0 || DASHES.test(textOf(line.letters).trim()) || !isLyingStroke(line, ink, dpi);
  return isLeft ? line : { ...line, letters: [DASH] };
}

/** Inch. A rest of a ruling line is no thicker, and no further from the border of its cell; one wider than dashes may be further. */
const THIN = 0.02;
const AT_BORDER = 0.005;
const NEAR_BORDER = 0.02;
/** Probability of a letter that was read, not guessed. */
const READ = 0.5;

/** A thin stroke along the border of a cell in which the engine reads nothing, or guesses: what was left of the ruling line beside it. */
export function isRestOfRule({ cell, ink, crop, letters }: ReadLine, dpi: number): boolean {
  if (cell === 0 || letters.some(({ text, p }) => text.trim() !== '' && p >= READ)) return false;
  const beside = Math.min(ink.x0 - crop.x0, crop.x1 - ink.x1);
  const above = Math.min(ink.y0 - crop.y0, crop.y1 - ink.y1);
  const [width, height] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const reach = dpi * (width > dpi * WIDEST ? NEAR_BORDER : AT_BORDER);
  return (width <= dpi * THIN && beside <= dpi * AT_BORDER) || (height <= dpi * THIN && above <= reach);
}

function isLyingStroke({ ink: { x0, y0, x1, y1 }, crop }: ReadLine, { width, bits }: Ink, dpi: number): boolean {
  const [w, h] = [x1 - x0, y1 - y0];
  if (w < dpi * NARROWEST || w > dpi * WIDEST || h > dpi * HIGHEST || w < h * OBLONG) return false;
  if (Math.min(y0 - crop.y0, crop.y1 - y1) < dpi * OFF_RULES) return false;
  let count = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) count += bits[y * width + x] ?? 0;
  return count >= FILLED * w * h;
}
