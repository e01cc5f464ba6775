import { expect, test } from 'vitest';
import { titleOfTable } from '../../src/model/table-title.js';

test('a table is called by its title, else by its number, else by neither', () => {
  expect(titleOfTable({ title: '收入决算表', number: '公开02表' })).toBe('收入决算表');
  expect(titleOfTable({ title: null, number: '公开02表' })).toBe('公开02表');
  expect([titleOfTable({ title: null, number: null }), titleOfTable(undefined)]).toEqual(['无题表格', '无题表格']);
});
