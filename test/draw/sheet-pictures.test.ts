import { expect, test } from 'vitest';
import { isOurDrawing, SheetPictures } from '../../src/draw/sheet-pictures.js';
import type { Sheet, SheetCell } from '../../src/model/sheet.js';
import { NotOnPage } from '../../src/picture/pictures.js';

const cell = (row: number, column: number, text: string, more: Partial<SheetCell> = {}): SheetCell => ({
  ...{ row, column, rowSpan: 1, columnSpan: 1 },
  lines: text === '' ? [] : [text],
  ref: `表!${String.fromCharCode(65 + column)}${row + 2}`,
  ...more,
});
const sheet: Sheet = {
  name: '表',
  blocks: [
    { kind: 'text', lines: ['支出决算表'], ref: '表!A1' },
    { kind: 'table', rows: 2, columns: 2, cells: [cell(0, 0, '合<计>', { columnSpan: 2 }), cell(1, 0, '甲 乙'), cell(1, 1, '')] },
  ],
  furniture: [],
  told: [],
};
const open = () => SheetPictures.of([sheet]);
const textsOf = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text);
const outlines = (svg: string) => (/<path d="([^"]*)"/u.exec(svg)?.[1] ?? '').split('Z').length - 1;

test('a sheet shows its lines and its cells, blank and merged ones too, and takes no style or script', () => {
  const svg = open().page(1);
  expect(textsOf(svg)).toEqual(['支出决算表', '合&lt;计&gt;', '甲', '乙']);
  expect(outlines(svg)).toBe(3);
  expect(svg).not.toMatch(/<style|<script| style=|href/u);
  expect(isOurDrawing(Buffer.from(svg))).toBe(true);
  expect(isOurDrawing(Buffer.from('<svg><desc>Software: other</desc></svg>'))).toBe(false);
});

test('a cell is shown in a frame, with its row alone', () => {
  const svg = open().row(1, '表!B3', 0, { Ref: '表!B3' });
  expect(textsOf(svg ?? '')).toEqual(['甲', '乙']);
  expect(svg).toContain('stroke="#dc2626"');
  expect(svg).toContain('Ref: 表!B3');
  expect(open().row(1, '表!C9', 0, {})).toBeNull();
});

test('what is not on a sheet is refused', () => {
  const pictures = open();
  expect(pictures.sheets).toBe(1);
  expect(() => pictures.page(2)).toThrow(NotOnPage);
  expect(() => pictures.crop(1, [-9, -9, -1, -1])).toThrow(NotOnPage);
  expect(() => pictures.crop(1, [5, 5, 5, 9], 3)).toThrow(NotOnPage);
});
