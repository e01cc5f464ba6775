/**
 * Stage 2 of what has no pages: its tables are grids already. Each sheet is set on an imaginary page, so that the later stages, which compare
 * positions, find on it what they find in print; `places` leads from there back to the sheet.
 */
import { joinLines } from '../../base/text.js';
import { boxAroundAll } from '../../model/box.js';
import type { Box } from '../../model/glyph.js';
import type { Cell, Grid } from '../../model/grid.js';
import type { Page, TextLine } from '../../model/page.js';
import type { Sheet, SheetCell, SheetTable, SheetText } from '../../model/sheet.js';
import type { Layout } from '../rebuild.js';
import { joinSplitTables } from './join-tables.js';
import { bandsToPlaces, type PageBand } from './places.js';
import { EM, setLine, tableBounds } from './typeset.js';

/** pt between two blocks: more than between two lines of a title, less than between a table and what belongs to the next. */
const GAP = 1.2 * EM;
/** pt between the baselines of lines that are broken by hand. */
const LEADING = 1.3 * EM;
/** pt. What stands at the page's edges is no matter: nothing is drawn there. */
const MARGIN = 4 * EM;

/** Sheets → grids and lines on imaginary pages, and those pages: the first is 1. */
export function sheetsToLayout(sheets: readonly Sheet[]): { readonly layout: Layout; readonly pages: readonly Page[] } {
  const set = sheets.map((sheet, index) => setSheet(sheet, index + 1));
  const pages = set.map(({ page }) => page);
  const inGrids = set.map(({ grids }) => grids.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)));
  return {
    pages,
    layout: {
      grids: set.flatMap(({ grids }) => grids),
      lines: set.flatMap(({ lines }) => lines),
      furniture: set.flatMap(({ furniture }) => furniture),
      inGrids: new Set(inGrids.flat()),
      pages: set.map(({ page, lines, furniture }, index) => {
        const [inside, outside] = [countGlyphs(inGrids[index] ?? []), countGlyphs([...lines, ...furniture])];
        const counts = { number: page.number, glyphs: inside + outside, inGrids: inside, legible: inside + outside };
        return { ...counts, marks: 0, doubled: 0, hidden: 0, illegible: [] };
      }),
      upright: new Map(pages.map((page) => [page.number, { page, toUpright: same, toDisplayed: same }])),
      places: bandsToPlaces(set.map(({ bands }) => bands)),
      sheetNames: sheets.map(({ name }) => name),
      told: sheets.flatMap(({ told }) => told),
    },
  };
}

const same = (box: Box): Box => box;
const countGlyphs = (lines: readonly TextLine[]): number => lines.reduce((count, { glyphs }) => count + glyphs.length, 0);

/** A sheet on its page, while blocks are set one below the other. */
interface SetSheet {
  readonly page: Page;
  readonly grids: readonly Grid[];
  readonly lines: readonly TextLine[];
  readonly furniture: readonly TextLine[];
  readonly bands: readonly PageBand[];
}

/** A table on the page, before the lines around it are known. */
interface SetTable {
  readonly grid: Omit<Grid, 'above' | 'below'>;
  /** Lines that were set before it. */
  readonly linesBefore: number;
}

function setSheet(sheet: Sheet, page: number): SetSheet {
  const bands: PageBand[] = [];
  const lines: TextLine[] = [];
  const tables: SetTable[] = [];
  let y = MARGIN;
  const setText = (text: SheetText): TextLine[] => {
    const own = textLines(text, page, y);
    bands.push({ top: y, bottom: y + own.height, ref: text.ref });
    y += own.height + GAP;
    return own.lines;
  };
  const furniture = sheet.furniture.flatMap(setText);
  for (const block of joinSplitTables(sheet.blocks)) {
    if (block.kind === 'text') {
      lines.push(...setText(block));
      continue;
    }
    const table = setTable(block, page, y);
    tables.push({ grid: table.grid, linesBefore: lines.length });
    bands.push(table.band);
    y = table.band.bottom + GAP;
  }
  const width = Math.max(MARGIN, ...bands.map((band) => ('xs' in band ? (band.xs.at(-1) ?? 0) : 0)), ...lines.map(({ box }) => box[2]));
  const grids = tables.map(({ grid, linesBefore }, index) => ({
    ...grid,
    above: lines.slice(tables[index - 1]?.linesBefore ?? 0, linesBefore),
    below: lines.slice(linesBefore, tables[index + 1]?.linesBefore ?? lines.length),
  }));
  return { page: blankPage(page, width + MARGIN, y + MARGIN), grids, lines, furniture, bands };
}

const blankPage = (number: number, width: number, height: number): Page => ({
  number,
  width,
  height,
  rotation: 0,
  glyphs: [],
  rules: [],
  fills: [],
  images: [],
});

/** A paragraph's lines, the first of which begins it. */
function textLines({ lines }: SheetText, page: number, top: number): { readonly lines: TextLine[]; readonly height: number } {
  const set = lines.flatMap((text, i) => setLine(text, page, MARGIN, top + i * LEADING) ?? []);
  return { lines: set.map((line, i) => ({ ...line, beginsParagraph: i === 0 })), height: lines.length * LEADING };
}

function setTable(table: SheetTable, page: number, top: number): { readonly grid: Omit<Grid, 'above' | 'below'>; readonly band: PageBand } {
  const { xs, ys } = tableBounds(table, MARGIN, top, LEADING);
  const cells = table.cells.map((cell) => setCell(cell, page, xs, ys));
  return {
    grid: { rows: table.rows, columns: table.columns, cells, pages: [page] },
    band: { top, bottom: ys.at(-1) ?? top, xs, ys, cells: table.cells },
  };
}

const CLOSED = { left: false, right: false };

function setCell(cell: SheetCell, page: number, xs: readonly number[], ys: readonly number[]): Cell {
  const { row, column, rowSpan, columnSpan, unreadable = false, percent, told } = cell;
  const bound = (bounds: readonly number[], index: number) => bounds[index] ?? Number.NaN;
  const [left, top] = [bound(xs, column), bound(ys, row)];
  const lines = cell.lines.flatMap((text, i) => setLine(text, page, left + EM / 2, top + EM / 4 + i * LEADING) ?? []);
  return {
    row,
    column,
    rowSpan,
    columnSpan,
    text: joinLines(lines.map(({ text }) => text)),
    page,
    box: [left, top, bound(xs, column + columnSpan), bound(ys, row + rowSpan)],
    ink: lines.length > 0 ? boxAroundAll(lines) : null,
    lines,
    illegible: unreadable,
    open: CLOSED,
    ...(percent && { percent }),
    ...(told && { told }),
  };
}
