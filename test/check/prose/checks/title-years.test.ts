import { expect, test } from 'vitest';
import { account, check, checkFinal, DOCUMENT, prose, sheet } from '../builders.js';

test('headings and tables name the year of the account', () => {
  const sections = prose('第一部分概况', '第三部分2023年度部门决算情况说明', '（二）与2023年度决算对比情况说明');
  expect(checkFinal({ sections, tables: account(), document: DOCUMENT })).toMatchObject([
    { rule: 'PROSE-YEAR', message: '标题写作2023年度，而本决算是2024年度的。', quote: { text: '第三部分2023年度部门决算情况说明' } },
  ]);
  const cell = {
    row: 1,
    column: 0,
    rowSpan: 1,
    columnSpan: 3,
    text: '（２０２３年度）',
    page: 9,
    box: [1, 2, 3, 4] as [number, number, number, number],
  };
  const table = sheet('project-performance', [], [], { grid: { rows: 2, columns: 3, cells: [cell] } });
  expect(check([], [table])).toMatchObject([{ rule: 'TABLE-YEAR', cells: [{ table: 0, row: null, page: 9, box: [1, 2, 3, 4] }] }]);
});
