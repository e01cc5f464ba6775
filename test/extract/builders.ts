/** Grids from sketches, lines from words. */
import { budgets } from '../../extractors/budgets/family.js';
import type { DocumentFamily } from '../../extractors/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { gridsToTables } from '../../src/extract/extract.js';
import type { Box, Glyph } from '../../src/model/glyph.js';
import type { Cell, Grid } from '../../src/model/grid.js';
import type { TextLine } from '../../src/model/page.js';
import type { PrintedTable } from '../../src/model/printed.js';

interface Place {
  page?: number;
  /** pt, of the line's top left corner. */
  x?: number;
  y?: number;
  /** pt, the em. */
  size?: number;
  /** In letters nobody can read, as stage 1 marks them. */
  illegible?: boolean;
}

/** One printed line; every glyph is one em wide. */
export function line(text: string, { page = 1, x = 50, y = 50, size = 10, illegible = false }: Place = {}): TextLine {
  const glyphs = [...text.replace(/\s/gu, '')].map(
    (char, i): Glyph => ({
      text: illegible ? '\ufffd' : char,
      box: [x + i * size, y, x + (i + 1) * size, y + size],
      x: x + i * size,
      y: y + size,
      size,
      angle: 0,
      font: 'f1',
      state: illegible ? 'illegible' : 'shown',
    }),
  );
  const printed = illegible ? glyphs.map((glyph) => glyph.text).join('') : text;
  return { page, text: printed, box: [x, y, x + glyphs.length * size, y + size], size, glyphs };
}

/** Lines one below the other, each a whole line apart from the next. */
export const lines = (...texts: string[]): TextLine[] => texts.map((text, i) => line(text, { y: 50 + i * 30 }));

/** pt: every column of a sketched grid is as wide, every row as high as every other. */
const UNIT = { left: 50, top: 400, width: 120, height: 20 };

interface Surroundings {
  page?: number;
  above?: readonly TextLine[];
  below?: readonly TextLine[];
  /** Cells with this text are printed in letters nobody can read. */
  illegible?: string;
}

/**
 * A grid as it is drawn here: a line per row, `|` between cells, `<` where the cell on the left goes on, `^` where the one above
 * does, `¶` between the lines of a cell.
 */
export function grid(sketch: string, { page = 1, above = [], below = [], illegible }: Surroundings = {}): Grid {
  const rows = sketch
    .replace(/^\s*\n|\n\s*$/gu, '')
    .split('\n')
    .map((row) => row.split('|').map((text) => text.trim()));
  const columns = rows[0]?.length ?? 0;
  const owners: string[][] = [];
  rows.forEach((row, r) => {
    if (row.length !== columns) throw new Error(`sketch: row ${r} has ${row.length} cells, the first has ${columns}`);
    owners.push([]);
    row.forEach((text, c) => {
      const owner = text === '<' ? owners[r]?.[c - 1] : text === '^' ? owners[r - 1]?.[c] : `${r},${c}`;
      if (owner === undefined) throw new Error(`sketch: nothing goes on at ${r}, ${c}`);
      owners[r]?.push(owner);
    });
  });
  const cells = rows.flatMap((row, r) =>
    row.flatMap((text, c): Cell[] => {
      if (owners[r]?.[c] !== `${r},${c}`) return [];
      const columnSpan = owners[r]?.filter((owner) => owner === `${r},${c}`).length ?? 1;
      const rowSpan = owners.filter((owner) => owner[c] === `${r},${c}`).length;
      return [cell(text, { row: r, column: c, rowSpan, columnSpan, page, illegible: illegible !== undefined && text === illegible })];
    }),
  );
  return { rows: rows.length, columns, cells, pages: [page], above, below };
}

/** A cell where `grid` would draw it. */
export function cell(
  text: string,
  more: Partial<Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'page' | 'illegible'>> = {},
): Cell {
  const { row = 0, column = 0, rowSpan = 1, columnSpan = 1, page = 1, illegible = false } = more;
  const [x, y] = [UNIT.left + column * UNIT.width, UNIT.top + row * UNIT.height];
  const box: Box = [x, y, x + columnSpan * UNIT.width, y + rowSpan * UNIT.height];
  const own = text === '' ? [] : text.split('¶').map((words, i) => line(words, { page, x: x + 3, y: y + 2 + 8 * i, size: 8, illegible }));
  const ink: Box | null =
    own.length === 0 ? null : [x + 3, y + 2, Math.max(...own.map((l) => l.box[2])), Math.max(...own.map((l) => l.box[3]))];
  const open = { left: false, right: false };
  const printed = own.map((l) => l.text).join('');
  return { row, column, rowSpan, columnSpan, text: printed, page, box, ink, lines: own, illegible, open };
}

/** The one table of a sketch under its printed title. */
export function table(
  title: string,
  sketch: string,
  surroundings: Surroundings = {},
  family: DocumentFamily = finalAccounts,
): PrintedTable {
  const [found] = gridsToTables([grid(sketch, { above: [line(title)], ...surroundings })], family);
  if (!found) throw new Error('builders: a grid gives a table');
  return found;
}

/** The same, read as a table of a budget. */
export const budgetTable = (title: string, sketch: string, surroundings: Surroundings = {}): PrintedTable =>
  table(title, sketch, surroundings, budgets);

/** Column key → printed header path, joined by `/`. */
export const headers = ({ columns }: PrintedTable): Record<string, string> =>
  Object.fromEntries(columns.map(({ key, path }) => [key, path.join('/')]));

/** A table's rows as one sees them: code, name, and what stands under which key. */
export const figures = ({ rows }: PrintedTable): (string | null | Record<string, string>)[][] =>
  rows.map(({ code, name, cells }) => [
    ...(code.some((part) => part !== '') ? [code.join('|')] : []),
    name,
    Object.fromEntries([...cells].map(([key, { text }]) => [key, text])),
  ]);

/** The rules of a table's remarks. */
export const remarked = ({ remarks }: PrintedTable): string[] => remarks.map(({ rule, severity }) => `${rule.id} ${severity}`);
