/** Small pages by hand: what stage 1 would give, for the tests of the stages after it. Units are pt, origin top left. */

import type { Glyph, Rule } from '../src/model/glyph.js';
import type { Cell } from '../src/model/grid.js';
import type { Page, TextLine } from '../src/model/page.js';

/** Han glyphs are as wide as the em, the others half of it. */
const widthOf = (text: string, size: number) => (/[\u2e80-\uffef]/u.test(text) ? size : size / 2);

/** A glyph of 10 pt whose pen stands at x on the baseline y. */
export function glyph(text: string, x: number, y: number, { size = 10, ...rest }: Partial<Glyph> = {}): Glyph {
  const box = [x, y - 0.8 * size, x + widthOf(text, size), y + 0.1 * size] as const;
  return { text, box, x, y, size, angle: 0, font: 'f1', state: 'shown', ...rest };
}

/** One glyph after the other; a space moves the pen and paints nothing. */
export function write(text: string, x: number, y: number, rest: Partial<Glyph> = {}): Glyph[] {
  const glyphs: Glyph[] = [];
  let pen = x;
  for (const character of text) {
    if (character !== ' ') glyphs.push(glyph(character, pen, y, rest));
    pen += widthOf(character, rest.size ?? 10);
  }
  return glyphs;
}

export function across(at: number, from: number, to: number, thickness = 0.5): Rule {
  return { axis: 'horizontal', at, from, to, thickness };
}

export function down(at: number, from: number, to: number, thickness = 0.5): Rule {
  return { axis: 'vertical', at, from, to, thickness };
}

/** The rules of a grid without merged cells. */
export function ruled(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [...ys.map((y) => across(y, left, right)), ...xs.map((x) => down(x, top, bottom))];
}

/** A4 upright and empty. */
export function page(rest: Partial<Page> = {}): Page {
  return { number: 1, width: 595, height: 842, rotation: 0, glyphs: [], rules: [], fills: [], images: [], ...rest };
}

/** A line of text as `rebuild/lines` would give it. */
export function line(text: string, x: number, y: number, { page: number = 1, size = 10 }: { page?: number; size?: number } = {}): TextLine {
  const glyphs = write(text, x, y, { size });
  const box = [x, y - 0.8 * size, glyphs.at(-1)?.box[2] ?? x, y + 0.1 * size] as const;
  return { page: number, text, box, size, glyphs };
}

/** A drawing of cells: a string a row, cells between bars; `<` goes on from the left, `^` from above. */
export type Sketch = readonly string[];

const LEFT = '<';
const ABOVE = '^';

/** Cells as sketched, text at the left of each; two-line texts are separated by `/`. */
export function cellsOf(sketch: Sketch, xs: readonly number[], ys: readonly number[], number = 1): Cell[] {
  const units = sketch.map((row) => row.split('|').map((text) => text.trim()));
  const at = (row: number, column: number) => units[row]?.[column];
  const cells: Cell[] = [];
  units.forEach((row, r) => {
    row.forEach((text, c) => {
      if (text === LEFT || text === ABOVE) return;
      let [rowSpan, columnSpan] = [1, 1];
      while (at(r, c + columnSpan) === LEFT) columnSpan++;
      while (at(r + rowSpan, c) === ABOVE) rowSpan++;
      const box = [xs[c] ?? 0, ys[r] ?? 0, xs[c + columnSpan] ?? 0, ys[r + rowSpan] ?? 0] as const;
      const texts = text === '' ? [] : text.split('/');
      const lines = texts.map((each, i) => line(each, box[0] + 2, box[1] + 12 * (i + 1), { page: number }));
      const ink = lines.length > 0 ? box : null;
      const open = { left: false, right: false };
      cells.push({ row: r, column: c, rowSpan, columnSpan, text: texts.join(''), page: number, box, ink, lines, illegible: false, open });
    });
  });
  return cells;
}

/** The sketch of cells: what `cellsOf` reads, without padding. An uncovered place shows as `?`, one covered twice as `!`. */
export function sketchOf({ rows, columns, cells }: { rows: number; columns: number; cells: readonly Cell[] }): string[] {
  const units = Array.from({ length: rows }, () => Array.from({ length: columns }, () => '?'));
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    if (rowSpan < 1 || columnSpan < 1) throw new Error(`the cell ${text} at ${row},${column} spans nothing`);
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        const mark = c > column ? LEFT : r > row ? ABOVE : text;
        const line = units[r];
        if (line) line[c] = line[c] === '?' ? mark : '!';
      }
    }
  }
  return units.map((row) => row.join('|'));
}
