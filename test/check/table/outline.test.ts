import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { DisclosureTable } from '../../../schemas/disclosure.js';
import { at, must } from '../../../src/base/invariant.js';
import { lineAt, totalOf } from '../../../src/check/table/lines.js';
import { outlineOf } from '../../../src/check/table/outline.js';
import { figureAt, tablesToSheets } from '../../../src/check/table/sheet.js';
import { parseAmount } from '../../../src/normalize/amount.js';
import { table } from '../builders.js';

const rowsOf = (form: string) =>
  must(
    finalAccounts.forms.find(({ id }) => id === form),
    form,
  ).rows;
const sheetOf = (of: DisclosureTable) => at(tablesToSheets([of], finalAccounts), 0);
const outline = (sketch: string) => outlineOf(table('expenditure', 'total basic', sketch), rowsOf('expenditure'));

describe('which rows are parts of which', () => {
  test('all levels: 合计, 类, 款, 项', () => {
    const { totals, tops, children } = outline(
      '合计 9.00 9.00\n208 类 9.00 9.00\n20805 款 9.00 9.00\n2080501 项 5.00 5.00\n2080505 项 4.00 4.00',
    );
    expect({ totals, tops, children: [...children] }).toEqual({
      totals: [0],
      tops: [1],
      children: [
        [1, [2]],
        [2, [3, 4]],
      ],
    });
  });

  test('项 only, 合计 last', () => {
    const { totals, tops, children } = outline('2080501 项 5.00 5.00\n2101101 项 4.00 4.00\n合计 9.00 9.00');
    expect({ totals, tops, children: [...children] }).toEqual({ totals: [2], tops: [0, 1], children: [] });
  });

  test('类 over 项 without 款', () => {
    expect([...outline('208 类 9.00 9.00\n2080501 项 5.00 5.00\n2080801 项 4.00 4.00').children]).toEqual([[0, [1, 2]]]);
  });

  test('a heading without amounts is no sum: its children stand for themselves', () => {
    expect(outline('208 类 _ _\n2080501 项 5.00 5.00\n2080505 项 4.00 4.00').tops).toEqual([1, 2]);
  });

  test('rows that repeat the code above and add up to its row are its parts', () => {
    const { tops, children } = outline(
      '301 类 9.00 9.00\n30102 津贴 6.00 6.00\n30102 规范 4.00 4.00\n30102 其他 2.00 2.00\n30103 奖金 3.00 3.00',
    );
    expect({ tops, children: [...children] }).toEqual({
      tops: [0],
      children: [
        [0, [1, 4]],
        [1, [2, 3]],
      ],
    });
  });

  test.each([
    ['one of its columns does not add up', '30102 规范 4.00 5.00\n30102 其他 2.00 2.00'],
    ['one row that is as much may be the same printed twice', '30102 规范 6.00 6.00'],
    ['a name again', '30102 津贴 4.00 4.00\n30102 其他 2.00 2.00'],
  ])('else they stand beside it: %s', (_, below) => {
    const { children } = outline(`301 类 12.00 12.00\n30102 津贴 6.00 6.00\n${below}`);
    expect([...children.keys()]).toEqual([0]);
  });

  test('nothing is proved of a row that cannot be read: it may be more than nothing', () => {
    const sketch = '301 类 9.00 9.00\n30102 津贴 6.00 6.00\n30102 规范 6.00 6.00\n30102 其他 7.77 _';
    const read = table('expenditure', 'total basic', sketch, { unreadable: '7.77' });
    expect([...outlineOf(read, rowsOf('expenditure')).children.keys()]).toEqual([0]);
  });

  test('a parent printed twice takes the rows below it', () => {
    expect([...outline('208 类 5.00 _\n2080501 项 5.00 _\n208 类 4.00 _\n2080501 项 4.00 _').children]).toEqual([
      [0, [1]],
      [2, [3]],
    ]);
  });

  test('a row with figures and neither code nor known words belongs to no sum', () => {
    expect(outline('合计 9.00 9.00\n某某单位 9.00 9.00\n2080501 项 9.00 9.00').unplaced).toEqual([1]);
  });

  test('a row of column numbers is no row', () => {
    expect(outlineOf(table('income', 'total fiscal other', '1 2 3\n2080501 项 9.00 9.00 _'), rowsOf('income')).body).toEqual([1]);
  });

  test('其中 and lines without their neighbours’ ordinals are details', () => {
    const { details, lines } = outlineOf(
      table(
        'income-expenditure-summary',
        'income expenditure',
        '一、财政拨款收入 9.00 _\n其中：一般公共预算财政拨款 5.00 _\n政府性基金预算财政拨款 4.00 _\n二、上级补助收入 1.00 _\n本年收入合计 10.00 _',
      ),
      rowsOf('income-expenditure-summary'),
    );
    expect([...details]).toEqual([1, 2]);
    expect(lines.get('general-public-appropriation')).toEqual([0]);
    expect(lines.has('government-fund-appropriation')).toBe(false);
  });
});

describe('figures', () => {
  const sheet = sheetOf(
    table('expenditure', 'total basic project', '2080501 甲 194.9 194.90 —\n2080505 乙 88 80.25 7.75\n2101101 丙 xx 1.00 _', {
      unreadable: 'xx',
    }),
  );
  const kind = (row: number, column: string) => figureAt(sheet, row, column).kind;

  test('a number, a dash, a blank and what nobody can read are kept apart', () => {
    expect([kind(0, 'total'), kind(0, 'project'), kind(2, 'project'), kind(2, 'total')]).toEqual(['number', 'dash', 'blank', 'unreadable']);
  });

  test.each(['—', '--', '/', '-/', '——/', '//'])('what is a dash when it is read is one when it is checked: %s', (text) => {
    const { kind: checked } = figureAt(sheetOf(table('expenditure', 'total', `2080501 甲 ${text}`)), 0, 'total');
    expect(checked === 'dash').toBe(parseAmount(text).kind === 'dash');
  });

  test('88 among hundredths is as precise as they are, by its own digits it is not', () => {
    const { half, ownHalf } = figureAt(sheet, 1, 'total');
    expect(ownHalf).toBe(100n * half);
  });

  test('amounts to the 分 are exact, hundredths of 万元 are rounded', () => {
    const yuan = sheetOf(table('expenditure', 'total', '2080501 甲 1234.56\n2080505 乙 100', { unit: '元' }));
    expect([figureAt(yuan, 0, 'total').exact, figureAt(yuan, 1, 'total').exact, figureAt(sheet, 0, 'basic').exact]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('one cell is one figure', () => {
    expect(figureAt(sheet, 0, 'total')).toBe(figureAt(sheet, 0, 'total'));
  });
});

describe('lines', () => {
  const two = sheetOf(
    table('fiscal-appropriation-summary', 'income total general-public government-fund', '总计 9.00 _ _ _\n总计 _ 9.00 9.00 _'),
  );

  test('总计 of either side, blank columns of its side too', () => {
    expect([lineAt(two, 'total', 'income')?.row, lineAt(two, 'total', 'total')?.row, lineAt(two, 'total', 'government-fund')?.row]).toEqual(
      [0, 1, 1],
    );
  });

  test('no line without its concept or column', () => {
    expect([lineAt(two, 'total-income', 'income'), lineAt(two, 'total', 'state-capital')]).toEqual([null, null]);
  });

  test('合计 is its row, else the top rows, else the blank of an empty table', () => {
    const withTotal = sheetOf(table('expenditure', 'total', '合计 9.00\n2080501 甲 9.00'));
    const without = sheetOf(table('expenditure', 'total', '2080501 甲 5.00\n2080505 乙 4.00'));
    const empty = sheetOf(table('expenditure', 'total', '', { empty: { statement: null } }));
    const strange = sheetOf(table('expenditure', 'total', '某单位 9.00\n2080501 甲 9.00'));
    expect([withTotal, without, empty].map((sheet) => totalOf(sheet, 'total')?.map((f) => f.row))).toEqual([[0], [0, 1], [null]]);
    expect(totalOf(strange, 'total')).toBeNull();
  });
});
