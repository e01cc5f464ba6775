import { expect, test } from 'vitest';
import { CODE_SHAPE, COLUMN_UNKNOWN, NUMBER_MALFORMED } from '../../src/model/reading-rules.js';
import { remark, remarksToFindings } from '../../src/model/remark.js';

const told = (...remarks: Parameters<typeof remarksToFindings>[0]) =>
  remarksToFindings(remarks, 3, { pages: [7] }).map(({ rule, message, cells }) => [
    rule,
    message,
    cells.map(({ row, column }) => [row, column]),
  ]);

test('a remark without a cell stands on the first page of its table', () => {
  expect(remarksToFindings([remark(CODE_SHAPE, '甲。')], 3, { pages: [7, 8] })[0]?.cells).toEqual([
    { table: 3, row: null, column: null, page: 7, box: null },
  ]);
});

test('numbers that are none, and unknown columns, are one finding of a table, with all their places', () => {
  const [a, b] = [0, 1].map((row) => remark(NUMBER_MALFORMED, `「${row}」不是规范的数字。`, { row, column: 'total' }));
  const column = remark(COLUMN_UNKNOWN, '「乙」不是本表已知的栏目。', { column: '乙' });
  expect(a && b && told(a, column, b)).toEqual([
    [
      'NUMBER-MALFORMED',
      '「0」不是规范的数字；本表另有1处也是这样。',
      [
        [0, 'total'],
        [1, 'total'],
      ],
    ],
    ['COLUMN-UNKNOWN', '「乙」不是本表已知的栏目。', [[null, '乙']]],
  ]);
});

test('what is to be looked at one by one stays so', () => {
  expect(told(remark(CODE_SHAPE, '甲。'), remark(CODE_SHAPE, '乙。'))).toHaveLength(2);
});
