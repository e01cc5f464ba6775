import { expect, test } from 'vitest';
import type { BlockRow } from '../../src/extract/rows.js';
import { joinRuledThrough } from '../../src/extract/ruled-through.js';
import type { Cell } from '../../src/model/grid.js';

const cell = { text: '1.00' } as Cell;
const row = (code: string, name: string | null, hasFigure: boolean): BlockRow => ({
  code: [code],
  name,
  line: null,
  unit: null,
  others: new Map(),
  label: [],
  data: new Map(hasFigure ? [[2, cell]] : []),
});
const part = (name: string) => row('', name, false);
const names = (...rows: (BlockRow | null)[]) => joinRuledThrough(rows).map((each) => each && `${each.code.join('')} ${each.name}`);

const SUM = [null, row('', '合计', true), null];
const PENSION = [part('机关事业单位'), row('2080505', '基本养老保险', true), part('缴费支出')];
const HOUSING = [null, row('2210201', '住房公积金', true), null];

test('rules through rows of three lines: a name stands above, on and below the line of its figures', () => {
  expect(names(...SUM, ...PENSION, ...HOUSING)).toEqual([' 合计', '2080505 机关事业单位基本养老保险缴费支出', '2210201 住房公积金']);
});

test('rows stay as they are where they do not come in threes, where two hold figures, and where all names are whole', () => {
  expect(names(...SUM, ...PENSION, ...HOUSING, row('2210202', '提租补贴', true))).toHaveLength(10);
  expect(names(...SUM, ...PENSION, null, row('2210201', '住房公积金', true), row('2210202', '提租补贴', true))).toHaveLength(9);
  expect(names(...SUM, ...HOUSING, ...HOUSING)).toHaveLength(9);
  expect(names(...SUM, ...PENSION)).toHaveLength(6);
});
