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
import { type Layout, pagesToLayout } from '../rebuild.js';
import { joinSplitTables } from './join-tables.js';
import { bandsToPlaces, type PageBand } from './places.js';
import { type LayoutOf, type ReadPicture, type SetPictures, setPictures } from './set-picture.js';
import { EM, setLine, tableBounds } from './typeset.js';

/** pt between two blocks: more than between two lines of a title, less than between a table and what belongs to the next. */
const GAP = 1.2 * EM;
/** pt between the baselines of lines that are broken by hand. */
const LEADING = 1.3 * EM;
/** pt. What stands at the page's edges is no matter: nothing is drawn there. */
const MARGIN = 4 * EM;

/** Sheets → grids and lines on imaginary pages, and those pages: the first is 1. @param layoutOf stage 2 of pictures that were read */
export function sheetsToLayout(
  sheets: readonly Sheet[],
  layoutOf: LayoutOf = pagesToLayout,
): { readonly layout: Layout; readonly pages: readonly Page[] } {
  const set = sheets.map((sheet, index) => setSheet(sheet, index + 1, layoutOf));
  const pages = set.map(({ page }) => page);
  const inGrids = set.map(({ grids }) => grids.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)));
  return {
    pages,
    layout: {
      grids: set.flatMap(({ grids }) => grids),
      lines: set.flatMap(({ lines }) => lines),
      furniture: set.flatMap(({ furniture }) => furniture),
      inGrids: new Set(inGrids.flat()),
      pages: set.map(({ page, lines, furniture, pictures }, index) => {
        const counts = pictures.flatMap(({ counts: own }) => own);
        const inPictures = (count: (of: Layout['pages'][number]) => number) => counts.reduce((sum, own) => sum + count(own), 0);
        const [inside, all] = [countGlyphs(inGrids[index] ?? []), countGlyphs([...(inGrids[index] ?? []), ...lines, ...furniture])];
        // What a picture shows beside its lines: marks, glyphs without a meaning.
        const aside = inPictures(({ glyphs, legible }) => glyphs - legible);
        return {
          number: page.number,
          glyphs: all + aside,
          inGrids: inside,
          legible: all,
          marks: inPictures(({ marks }) => marks),
          doubled: inPictures(({ doubled }) => doubled),
          hidden: inPictures(({ hidden }) => hidden),
          illegible: counts.flatMap(({ illegible }) => illegible),
        };
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
  readonly pictures: readonly SetPictures[];
}

/** A table on the page, before all lines around it are known. */
interface SetTable {
  readonly grid: Omit<Grid, 'above' | 'below'>;
  /** Lines that were set before it, and those behind which it was set: between are the lines of the pictures that it stands on. */
  readonly from: number;
  readonly to: number;
  /** Lines around it on a picture. */
  readonly above: readonly TextLine[];
  readonly below: readonly TextLine[];
}

function setSheet(sheet: Sheet, page: number, layoutOf: LayoutOf): SetSheet {
  const bands: PageBand[] = [];
  const lines: TextLine[] = [];
  const tables: SetTable[] = [];
  const pictures: SetPictures[] = [];
  let y = MARGIN;
  const setText = (text: SheetText): TextLine[] => {
    const own = textLines(text, page, y);
    bands.push({ top: y, bottom: y + own.height, ref: text.ref });
    y += own.height + GAP;
    return own.lines;
  };
  const furniture = sheet.furniture.flatMap(setText);
  const setRead = (read: readonly ReadPicture[]): void => {
    const set = setPictures(read, page, MARGIN, y, layoutOf);
    const before = lines.length;
    lines.push(...set.lines);
    furniture.push(...set.furniture);
    for (const [index, { above, below, ...grid }] of set.grids.entries())
      tables.push({ grid, above, below, from: index === 0 ? before : lines.length, to: lines.length });
    bands.push(...set.bands);
    pictures.push(set);
    y = set.bottom + GAP;
  };
  let waiting: ReadPicture[] = [];
  const setWaiting = (): void => {
    if (waiting.length > 0) setRead(waiting);
    waiting = [];
  };
  for (const block of joinSplitTables(sheet.blocks)) {
    if (block.kind === 'picture') {
      if (block.page) waiting.push({ page: block.page, ref: block.ref });
      continue;
    }
    setWaiting();
    if (block.kind === 'text') {
      lines.push(...setText(block));
      continue;
    }
    const table = setTable(block, page, y);
    tables.push({ grid: table.grid, from: lines.length, to: lines.length, above: [], below: [] });
    bands.push(table.band);
    y = table.band.bottom + GAP;
  }
  setWaiting();
  const shown = pictures.map((picture) => MARGIN + picture.width);
  const width = Math.max(
    MARGIN,
    ...shown,
    ...bands.map((band) => ('xs' in band ? (band.xs.at(-1) ?? 0) : 0)),
    ...lines.map(({ box }) => box[2]),
  );
  const grids = tables.map(({ grid, from, to, above, below }, index) => ({
    ...grid,
    above: [...lines.slice(tables[index - 1]?.to ?? 0, from), ...above],
    below: [...below, ...lines.slice(to, tables[index + 1]?.from ?? lines.length)],
  }));
  const blank = blankPage(page, width + MARGIN, y + MARGIN);
  return { page: withPictures(blank, sheet.pictures), grids, lines, furniture, bands, pictures };
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

/** A page is read by OCR where a picture on it was, as it is with pages. */
const withPictures = (page: Page, pictures: Page['pictures']): Page => ({
  ...page,
  ...(pictures && { pictures }),
  ...(pictures === 'read' && { ocr: { ended: 'read', tilt: 0 } }),
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
