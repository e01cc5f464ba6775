import { at } from '../../base/invariant.js';
import type { Box } from '../../model/glyph.js';
import type { SheetCell } from '../../model/sheet.js';
import { spanAt } from '../lattice.js';

/** What leads between imaginary pages and the sheets that they stand for. */
export interface Places {
  /** Where a box of an imaginary page stands in its sheet, in words; null where nothing stands. */
  readonly refOf: (page: number, box: Box) => string | null;
  /** The cell of a table that stands at a place in words, on its imaginary page; null where there is none. */
  readonly boxOf: (page: number, ref: string) => Box | null;
}

/** What one block takes of its page: a text, a table with the boundaries of its columns and rows, or a picture with the cells on it. */
export type PageBand =
  | { readonly top: number; readonly bottom: number; readonly ref: string }
  | {
      readonly top: number;
      readonly bottom: number;
      readonly xs: readonly number[];
      readonly ys: readonly number[];
      readonly cells: readonly SheetCell[];
    }
  | { readonly top: number; readonly bottom: number; readonly ref: string; readonly placed: readonly PlacedBox[] };

/** A cell of a table that was read on a picture. */
export interface PlacedBox {
  readonly box: Box;
  readonly ref: string;
}

/** The bands of each page, the first page's first, top to bottom → places. */
export function bandsToPlaces(pages: readonly (readonly PageBand[])[]): Places {
  const found = pages.map((bands) => ({ bands, owners: new Map<PageBand, ReadonlyMap<string, string>>() }));
  const boxes = new Map<readonly PageBand[], ReadonlyMap<string, Box>>();
  return {
    refOf: (page, [x0, y0, x1, y1]) => {
      const own = found[page - 1];
      const y = (y0 + y1) / 2;
      const band = own && bandAt(own.bands, y);
      if (!own || !band) return null;
      if ('placed' in band) return band.placed.find(({ box }) => isIn(box, (x0 + x1) / 2, y))?.ref ?? band.ref;
      if ('ref' in band) return band.ref;
      const owners = own.owners.get(band) ?? ownersOf(band.cells);
      own.owners.set(band, owners);
      return owners.get(placeKey(spanAt(band.ys, y), spanAt(band.xs, (x0 + x1) / 2))) ?? null;
    },
    boxOf: (page, ref) => {
      const bands = pages[page - 1];
      if (!bands || ref === '') return null;
      const own = boxes.get(bands) ?? boxesOf(bands);
      boxes.set(bands, own);
      return own.get(ref) ?? null;
    },
  };
}

const isIn = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1;

function bandAt(bands: readonly PageBand[], y: number): PageBand | null {
  let [low, high] = [0, bands.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bands[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  const band = bands[low];
  return band && y >= band.top && y <= band.bottom ? band : null;
}

const placeKey = (row: number, column: number): string => `${row} ${column}`;

function ownersOf(cells: readonly SheetCell[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { row, column, rowSpan, columnSpan, ref } of cells) {
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) owners.set(placeKey(r, c), ref);
  }
  return owners;
}

/** The cells of a page's tables by their places in words. */
function boxesOf(bands: readonly PageBand[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const band of bands) {
    if ('placed' in band) for (const { ref, box } of band.placed) boxes.set(ref, box);
    if ('ref' in band) continue;
    const { xs, ys } = band;
    for (const { row, column, rowSpan, columnSpan, ref } of band.cells)
      boxes.set(ref, [at(xs, column), at(ys, row), at(xs, column + columnSpan), at(ys, row + rowSpan)]);
  }
  return boxes;
}
