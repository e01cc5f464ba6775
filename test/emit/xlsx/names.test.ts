import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import { sheetNames } from '../../../src/emit/xlsx/names.js';
import { table } from '../fixture.js';

const names = (...titles: (string | null)[]) =>
  sheetNames(
    titles.map((title) => table({ title })),
    finalAccounts,
  );

test('numbered in document order, white space and forbidden characters out', () => {
  expect(names('收入 支出\n决算总表', '表[1]: a/b?*\\', null, '')).toEqual(['01 收入支出决算总表', '02 表1ab', '03 其他表', '04 其他表']);
});

test('a table without a title is called after its form', () => {
  expect(sheetNames([table({ form: 'three-public' })], finalAccounts)).toEqual(['01 “三公”经费支出决算表']);
});

test('over 99 tables have three digits', () => {
  expect(names(...Array.from({ length: 120 }, () => '项目支出绩效自评表'))[6]).toBe('007 项目支出绩效自评表');
});

test('any titles give names Excel accepts, all different', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 30 }), (titles) => {
      const all = names(...titles);
      expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(titles.length);
      for (const name of all) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}\p{Cs}]|^'|'$/u);
      }
    }),
  );
});

test('tables of one title are told apart by their projects; one that is alone is not', () => {
  const of = (title: string, project: string) => table({ form: 'project-performance', title, fields: { 项目名称: project } });
  const several = [of('自评表', '信访干部 培训'), of('自评表', ''), of('自评表', '信息化运行维护'.repeat(6)), of('另一自评表', '甲')];
  expect(sheetNames(several, finalAccounts)).toEqual([
    '01 信访干部培训 自评表',
    '02 自评表',
    '03 信息化运行维护信息化运行维护…维护信息化运行维护 自评表',
    '04 另一自评表',
  ]);
});
