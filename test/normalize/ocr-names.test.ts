import { expect, test } from 'vitest';
import type { TextLine } from '../../src/model/page.js';
import type { PrintedTable } from '../../src/model/printed.js';
import { withPrintedNames } from '../../src/normalize/ocr-names.js';
import { line } from '../extract/builders.js';

const reading = { text: '', raw: '', confidence: 0.9, alternatives: [], doubtful: false };
const read = (text: string): TextLine => {
  const printed = line(text);
  return { ...printed, glyphs: printed.glyphs.map((glyph) => ({ ...glyph, reading })) };
};

const table = (department: string | null, lines: TextLine[]): PrintedTable => ({
  form: 'income',
  declaration: null,
  grid: { pages: [7], rows: 0, columns: 0, cells: [] } as unknown as PrintedTable['grid'],
  caption: { number: null, title: null, department, unit: '万元', lines },
  columns: [],
  rows: [],
  fields: {},
  notes: [],
  noteLines: [],
  remarks: [],
});

const named = (department: string | null, texts: readonly TextLine[], caption = [read(`部门：${department}`)]) => {
  const [settled] = withPrintedNames([table(department, caption)], texts);
  return [settled?.caption.department, settled?.remarks.map((r) => `${r.rule.id} ${r.message}`)];
};

test('a letter OCR does not know comes from the pages of text, and that is said', () => {
  expect(named('勋西县司法局', [line('2022年度郧西县司法局部门决算'), line('郧西县司法局概况')])).toEqual([
    '郧西县司法局',
    ['NAME-DOUBTFUL 本表的编制单位识读作“勋西县司法局”，文中印作“郧西县司法局”，取后者。'],
  ]);
});

test('a name the texts print stays, and so does one that nothing resembles', () => {
  expect(named('郧西县司法局', [line('郧西县司法局'), line('勋西县司法局'), line('勋西县司法局')])).toEqual(['郧西县司法局', []]);
  expect(named('某某区水利局', [line('郧西县司法局')])).toEqual(['某某区水利局', []]);
  expect(named(null, [line('郧西县司法局')])).toEqual([null, []]);
});

test('what was printed as text is not mended, and what was read mends nothing', () => {
  expect(named('勋西县司法局', [line('郧西县司法局')], [line('部门：勋西县司法局')])).toEqual(['勋西县司法局', []]);
  expect(named('勋西县司法局', [read('郧西县司法局')])).toEqual(['勋西县司法局', []]);
});
