import { expect, test } from 'vitest';
import { withDepartmentIds } from '../../../src/archive/across/department-ids.js';

const ids = (...documents: [department: string | null, region_code: string | null][]) =>
  withDepartmentIds(documents.map(([department, region_code]) => ({ department, region_code }))).map(({ department_id }) => department_id);

test('a document without region is of the only region where that name is printed', () => {
  expect(ids(['甲县财政局', null], ['甲县财政局', '410500'])).toEqual(['410500-甲县财政局', '410500-甲县财政局']);
});

test('a name of two regions, or another name, tells nothing', () => {
  expect(ids(['财政局', null], ['财政局', '410500'], ['财政局', '410600'])[0]).toBe('000000-财政局');
  expect(ids(['财政局', null], ['安阳市财政局', '410500'])).toEqual(['000000-财政局', '410500-财政局']);
});

test('no name, no key', () => {
  expect(ids([null, '410500'])).toEqual([null]);
});
