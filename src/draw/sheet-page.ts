import type { Rule } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import type { Page, TextLine } from '../model/page.js';
import type { Layout } from '../rebuild/rebuild.js';

/** What is set on an imaginary page: its lines, and the cells of its tables. */
export interface SetPage {
  readonly lines: readonly TextLine[];
  readonly cells: readonly Cell[];
}

/** By page number. @param layout of a document without pages */
export function layoutToSetPages({ lines, furniture, grids, upright }: Layout): ReadonlyMap<number, SetPage> {
  const pages = new Map<number, { lines: TextLine[]; cells: Cell[] }>([...upright.keys()].map((page) => [page, { lines: [], cells: [] }]));
  for (const line of [...furniture, ...lines]) pages.get(line.page)?.lines.push(line);
  for (const { cells } of grids) {
    for (const cell of cells) {
      const page = pages.get(cell.page);
      page?.cells.push(cell);
      for (const line of cell.lines) page?.lines.push(line);
    }
  }
  return pages;
}

/** The letters of an imaginary page and the edges of its cells, as a page of print has them. */
export function withPrint(page: Page, { lines, cells }: SetPage): Page {
  return { ...page, glyphs: lines.flatMap(({ glyphs }) => glyphs), rules: cells.flatMap(({ box }) => edgesOf(box)) };
}

/** pt. */
const THICKNESS = 0.4;

const edgesOf = ([x0, y0, x1, y1]: Cell['box']): Rule[] => [
  { axis: 'horizontal', at: y0, from: x0, to: x1, thickness: THICKNESS },
  { axis: 'horizontal', at: y1, from: x0, to: x1, thickness: THICKNESS },
  { axis: 'vertical', at: x0, from: y0, to: y1, thickness: THICKNESS },
  { axis: 'vertical', at: x1, from: y0, to: y1, thickness: THICKNESS },
];
