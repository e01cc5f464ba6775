import { expect, test } from 'vitest';
import { income } from '../../extractors/final-accounts/forms/income.js';
import type { OcrReading } from '../../src/model/glyph.js';
import type { Cell } from '../../src/model/grid.js';
import type { PrintedRow } from '../../src/model/printed.js';
import { decideCode } from '../../src/normalize/ocr-codes.js';
import { line } from '../builders.js';

/** A row whose code OCR read as `text`, or perhaps as one of the others. */
function scanned(text: string, name: string, alternatives: readonly string[], doubtful = true): PrintedRow {
  const reading: OcrReading = { text, raw: text, confidence: 0.5, alternatives, doubtful };
  const printed = line(text, 0, 10);
  const lines = [{ ...printed, glyphs: printed.glyphs.map((glyph) => ({ ...glyph, reading })) }];
  const box = [0, 0, 50, 12] as const;
  const open = { left: false, right: false };
  const cell: Cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text, page: 1, box, ink: box, lines, illegible: false, open };
  return { label: [cell], code: [text], name, line: null, panel: null, side: null, cells: new Map() };
}

const PENSION = '机关事业单位基本养老保险缴费支出';

test('a doubtful code is the one of those held possible that the book calls by the printed name, and that is told', () => {
  const { row, remark, isUnknown } = decideCode(scanned('2080506', PENSION, ['2080505', '2030505']), income);
  expect([row.code, isUnknown]).toEqual([['2080505'], false]);
  expect(remark).toMatchObject({ rule: { id: 'CODE-DOUBTFUL' }, severity: 'info' });
  expect(remark?.message).toContain('2080505');
});

test('a doubtful code whose name fits none of them is unknown, and an error', () => {
  const { row, remark, isUnknown } = decideCode(scanned('2080506', '他项支出', ['2080505']), income);
  expect([row.code, isUnknown]).toEqual([['2080506'], true]);
  expect(remark).toMatchObject({ rule: { id: 'CODE-DOUBTFUL' }, severity: 'error' });
});

test('a code that is not doubted stays as it is, without a word', () => {
  expect(decideCode(scanned('2080506', PENSION, ['2080505'], false), income)).toMatchObject({ remark: null, isUnknown: false });
});

test('a code that is not doubted and that the book does not have is the one held possible that it calls by the printed name', () => {
  expect(decideCode(scanned('208050', PENSION, ['2080505'], false), income).row.code).toEqual(['2080505']);
  expect(decideCode(scanned('208050', '他项支出', ['2080505'], false), income)).toMatchObject({ row: { code: ['208050'] }, remark: null });
});

/** A row with its code in parts, each part in lines as OCR read them. */
function inParts(name: string, parts: readonly (readonly OcrReading[])[]): PrintedRow {
  const label = parts.map((readings, column) => {
    const lines = readings.map((reading, i) => {
      const printed = line(reading.text, 0, 10 + 12 * i);
      return { ...printed, glyphs: printed.glyphs.map((glyph) => ({ ...glyph, reading })) };
    });
    const box = [0, 0, 50, 12] as const;
    const text = readings.map((reading) => reading.text).join('');
    const open = { left: false, right: false };
    return { row: 0, column, rowSpan: 1, columnSpan: 1, text, page: 1, box, ink: box, lines, illegible: false, open };
  });
  return { label, code: label.map(({ text }) => text), name, line: null, panel: null, side: null, cells: new Map() };
}

const sure = (text: string): OcrReading => ({ text, raw: text, confidence: 1, alternatives: [], doubtful: false });

test('a part of a code wrapped over two lines, of which one is doubted, is read with both; an equal part beside it stays', () => {
  const row = inParts(PENSION, [[sure('20'), sure('8')], [{ ...sure('0'), doubtful: true, alternatives: ['9'] }, sure('5')], [sure('05')]]);
  const { row: decided, isUnknown } = decideCode(row, income);
  expect([decided.code, isUnknown]).toEqual([['208', '05', '05'], false]);
});

test.each(['208*0505', '2o80505', '2Q80505', '20805·05'])(
  '%s is the code without the signs, if the book calls that by the printed name',
  (text) => {
    expect(decideCode(inParts(PENSION, [[sure(text)]]), income).row.code).toEqual(['2080505']);
    expect(decideCode(inParts('他项支出', [[sure(text)]]), income)).toMatchObject({
      row: { code: [text] },
      remark: null,
      isUnknown: false,
    });
  },
);

test('parts that make the same code in two ways are no two codes', () => {
  const doubted = (text: string, ...alternatives: string[]) => ({ ...sure(text), alternatives, doubtful: true });
  const row = inParts(PENSION, [[sure('208')], [doubted('05', '0')], [doubted('05', '505')]]);
  expect(decideCode(row, income)).toMatchObject({ row: { code: ['208', '05', '05'] }, isUnknown: false });
});

test('a row in whose name the amount and code beside it stand is unknown', () => {
  const named = (name: string) => decideCode(inParts(name, [[sure('301')], [sure(name)]]), income).isUnknown;
  expect(named('工资福利支出1,896.17302商品和服务支出164.69')).toBe(true);
  expect(named('工资福利支出1,896.17')).toBe(false);
});
