import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAmounts, printedAmount } from '../../../src/archive/across/amounts.js';
import { compareFigures, type Figure } from '../../../src/archive/across/figures.js';
import type { Unit } from '../../../src/base/money.js';

const figure = (change: Partial<Figure>): Figure => ({
  form: 'income',
  panel: null,
  concept: 'total',
  code: null,
  name: '合计',
  column: 'total',
  columnPath: '本年收入合计',
  text: '12.30',
  value: '12.30',
  unit: '万元',
  page: 1,
  ...change,
});

test('one quantity in 万元 and in 元 is the same to the shorter precision', () => {
  const kind = (a: string, unitA: Unit, b: string, unitB: Unit) =>
    compareAmounts({ value: a, unit: unitA }, { value: b, unit: unitB }).kind;
  expect(kind('12.30', '万元', '123000.00', '元')).toBe('equal');
  expect(kind('12.30', '万元', '123049.99', '元')).toBe('equal');
  expect(kind('12.30', '万元', '123050.01', '元')).toBe('rounding');
  expect(kind('12.30', '万元', '123100.01', '元')).toBe('different');
  expect(kind('12.30', '万元', '12.31', '万元')).toBe('rounding');
  expect(kind('12.30', '万元', '12.32', '万元')).toBe('different');
  expect(kind('-12.30', '万元', '12.30', '万元')).toBe('different');
  expect(printedAmount({ value: '12.30', unit: '人' })).toBeNull();
  expect(printedAmount({ value: '12.30', unit: null })).toBeNull();
});

test('a document compared with itself has no changes; compared the other way round, the same ones', () => {
  const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((cents) => {
    const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
    return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  });
  const figures = fc.array(
    fc
      .record({ value: amount, concept: fc.constantFrom('total', null, 'function/208'), column: fc.constantFrom('total', 'fiscal') })
      .map(({ value, ...rest }) => figure({ ...rest, value, text: value })),
  );
  fc.assert(
    fc.property(figures, figures, (a, b) => {
      expect(compareFigures(a, a)).toEqual({ changes: [], same: a.length });
      const [there, back] = [compareFigures(a, b), compareFigures(b, a)];
      expect(back.same).toBe(there.same);
      expect(back.changes.length).toBe(there.changes.length);
    }),
  );
});

test('what stands elsewhere, or in another unit, is no change; a value that is gone and one that is new are', () => {
  const a = [
    figure({}),
    figure({ concept: 'function/208', value: '1.00', text: '1.00' }),
    figure({ concept: null, name: '备注', value: null, text: '无' }),
  ];
  const b = [
    figure({ value: '123000', text: '123,000', unit: '元', page: 7 }),
    figure({ concept: 'function/210' }),
    figure({ concept: null, name: '备注', value: null, text: '见附件' }),
  ];
  const { changes, same } = compareFigures(a, b);
  expect(same).toBe(1);
  expect(changes.map(({ kind, a: left, b: right }) => [kind, left?.concept ?? left?.name, right?.concept ?? right?.name])).toEqual([
    ['only-a', 'function/208', undefined],
    ['changed', '备注', '备注'],
    ['only-b', undefined, 'function/210'],
  ]);
});
