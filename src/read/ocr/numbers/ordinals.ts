import type { Rect } from '../picture/raster.js';
import { type ReadLine, textOf } from '../print/line.js';
import { toNumberSigns } from './numbers.js';

/** Numbers that count on in cells beside or below each other are ordinals from so many on: of amounts no five do by chance. */
const FEWEST = 5;
/** Inch. Cells of one row or column begin and end with each other so nearly, and lie no further apart: between them is a ruling line. */
const NEAR = 0.08;
const ORDINAL = /^[1-9]\d{0,2}$/;

interface Ordinal {
  readonly line: ReadLine;
  readonly number: number;
  readonly cell: Rect;
}

/**
 * The ordinals of rows (行次) and columns (栏次): each is told by those before and after it, and needs no second engine to read it. The first
 * and the last of a row or column have a neighbour on one side alone, and are told by none.
 * @param lines as the first engine read them
 * @param cells of which `cells[0]` is number 1; px
 * @param dpi pixels per inch
 * @returns what each of them must be, for those that are
 */
export function ordinalsIn(lines: readonly ReadLine[], cells: readonly Rect[], dpi: number): Map<ReadLine, string> {
  const ordinals = aloneInCells(lines, cells);
  const near = NEAR * dpi;
  return new Map([
    ...countingOn(ordinals, (a, b) => isBelow(a.cell, b.cell, near)),
    ...countingOn(ordinals, (a, b) => isBeside(a.cell, b.cell, near)),
  ]);
}

/** The whole numbers that have a cell to themselves. */
function aloneInCells(lines: readonly ReadLine[], cells: readonly Rect[]): Ordinal[] {
  const shared = new Set<number>();
  const seen = new Set<number>();
  for (const { cell } of lines) (seen.has(cell) ? shared : seen).add(cell);
  return lines.flatMap((line) => {
    const cell = cells[line.cell - 1];
    const text = toNumberSigns(textOf(line.letters));
    return cell && !shared.has(line.cell) && ORDINAL.test(text) ? [{ line, number: Number(text), cell }] : [];
  });
}

function countingOn(ordinals: readonly Ordinal[], follows: (a: Ordinal, b: Ordinal) => boolean): (readonly [ReadLine, string])[] {
  const next = new Map(
    ordinals.flatMap((a) => {
      const b = ordinals.find((each) => each.number === a.number + 1 && follows(a, each));
      return b ? [[a, b] as const] : [];
    }),
  );
  const followers = new Set(next.values());
  return ordinals.flatMap((first) => {
    if (followers.has(first)) return [];
    const chain: Ordinal[] = [];
    for (let each: Ordinal | undefined = first; each; each = next.get(each)) chain.push(each);
    return chain.length >= FEWEST ? chain.slice(1, -1).map(({ line, number }) => [line, String(number)] as const) : [];
  });
}

const isBelow = (a: Rect, b: Rect, near: number): boolean =>
  Math.abs(a.x0 - b.x0) <= near && Math.abs(a.x1 - b.x1) <= near && Math.abs(b.y0 - a.y1) <= near;

const isBeside = (a: Rect, b: Rect, near: number): boolean =>
  Math.abs(a.y0 - b.y0) <= near && Math.abs(a.y1 - b.y1) <= near && Math.abs(b.x0 - a.x1) <= near;
