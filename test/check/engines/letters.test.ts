import { describe, expect, test } from 'vitest';
import type { DisclosureGridCell, DisclosureTable } from '../../../schemas/disclosure.js';
import { compareLetters } from '../../../src/check/engines/letters.js';
import type { Letter } from '../../../src/model/letters.js';
import { page, write } from '../../builders.js';
import { table } from '../builders.js';

/** A table of one row on page 10 with cells of 100 pt by 20. */
function gridded(...texts: string[]): DisclosureTable {
  const cells = texts.map(
    (text, x): DisclosureGridCell => ({
      row: 0,
      column: x,
      rowSpan: 1,
      columnSpan: 1,
      text,
      page: 10,
      box: [100 * x, 100, 100 * x + 100, 120],
    }),
  );
  return { ...table('income', 'total fiscal', '合计 1.00 1.00', { page: 10 }), grid: { rows: 1, columns: texts.length, cells } };
}

/** Letters of 6 pt from x on, at the height of the cells unless y is given. */
const run = (text: string, x: number, y = 110): Letter[] => [...text].map((letter, i) => ({ text: letter, x: x + 6 * i, y }));

const of = (column: number) => ({
  table: 0,
  row: null,
  column: null,
  page: 10,
  box: [100 * column, 100, 100 * column + 100, 120] as [number, number, number, number],
});

function compare(
  tables: DisclosureTable[],
  asked: number[],
  letters: Letter[],
  rest: { pages?: number[]; lines?: string[]; hidden?: string; askew?: string } = {},
) {
  const glyphs = [
    ...(rest.lines ?? []).flatMap((text) => write(text, 0, 300)),
    ...write(rest.hidden ?? '', 20, 114, { state: 'hidden', size: 12 }),
    ...write(rest.askew ?? '', 10, 130, { angle: 328, size: 60 }),
  ];
  const read = new Map([[10, page({ number: 10, glyphs })]]);
  return compareLetters({ tables, read, cells: asked.map(of), pages: new Set(rest.pages) }, [{ number: 10, letters }]);
}

describe('letters of a cell in doubt', () => {
  test('the same is no finding, with or without separators, drawn twice or backwards', () => {
    expect(compare([gridded('1,234.50')], [0], run('1234.50', 20))).toEqual([]);
    expect(compare([gridded('1,234.50')], [0], [...run('1,234.50', 20), ...run('1,234.50', 20.5)])).toEqual([]);
    expect(compare([gridded('1234.50')], [0], run('1234.50', 20).toReversed())).toEqual([]);
  });

  test('a letter of a watermark that lies over the cell is none of its letters', () => {
    const letters = [...run('开', 40, 112), ...run('4.00', 60), ...run('5.00', 120)];
    expect(compare([gridded('4.00', '5.00')], [0], letters, { askew: '开' })).toEqual([]);
    expect(compare([gridded('4.00', '5.00')], [0], letters)).toHaveLength(1);
    expect(compare([gridded('4.00', '5.00')], [0], letters, { askew: '公' })).toHaveLength(1);
  });

  test('a sign or a digit that only the other engine reads is told, with both readings', () => {
    expect(compare([gridded('1234.50', '7.00')], [0], [...run('-1234.50', 20), ...run('7.00', 120)])).toMatchObject([
      { rule: 'ENGINES-DISAGREE', severity: 'error', verdict: 'reading', found: '1234.50', cells: [{ table: 0, page: 10 }] },
    ]);
    expect(compare([gridded('234.50')], [0], run('1234.50', 20))[0]?.message).toContain('「234.50」和「1234.50」');
    expect(compare([gridded('234.50')], [0], [])).toHaveLength(1);
  });

  test('what seems to lie in the next cell is found at its height; a figure that is part of a longer one is not', () => {
    expect(compare([gridded('1234.50', '')], [0], run('1234.50', 80))).toEqual([]);
    expect(compare([gridded('234.50', '')], [0], run('1234.50', 80))).toHaveLength(1);
  });

  test('text that is hidden is in the other engine too, and is no reading', () => {
    expect(compare([gridded('1.00')], [0], [...run('9', 20), ...run('1.00', 50)], { hidden: '9' })).toEqual([]);
    expect(compare([gridded('1.00')], [0], [...run('9', 20), ...run('1.00', 50)])).toHaveLength(1);
    expect(compare([gridded('1.00')], [0], run('91.00', 20), { hidden: '9' })).toEqual([]);
    expect(compare([gridded('1.00')], [0], run('91.00', 20))).toHaveLength(1);
  });

  test('cells that nobody doubts are not compared', () => {
    expect(compare([gridded('1.00', '2.00')], [1], [...run('9.00', 20), ...run('2.00', 120)])).toEqual([]);
  });
});

test('of a page with letters that have no meaning all cells and all other text are compared', () => {
  const letters = [...run('9.00', 20), ...run('说明5', 20, 300)];
  const found = compare([gridded('1.00')], [], letters, { pages: [10], lines: ['说明'] });
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('「1.00」和「9.00」'),
    '第10页表外文字，两个引擎识读不一：与第二引擎相比，少读「5」，请对照原件。',
  ]);
});

test('what only the first engine has, as it has annotations, is no finding; running heads are no text that was lost', () => {
  expect(compare([], [], run('说明', 20, 300), { pages: [10], lines: ['说明已审'] })).toEqual([]);
  expect(compare([], [], run('说明某局', 20, 300), { pages: [10], lines: ['说明', '某局'] })).toEqual([]);
});
