import { describe, expect, test } from 'vitest';
import { CODE_HEAD, isLabelHead, NAME_HEAD, UNIT_CODE_HEAD, UNIT_HEAD } from '../../src/model/label-heads.js';

test.each([
  '项目',
  '项 目',
  '项目（按功能分类）',
  '科目名称',
  '支出功能分类科目',
  '部门预算支出经济分类',
  '采购品目名称',
  '专项名称',
  '年度',
  '类',
  '款',
  '项',
  '功能科目代码',
  '行次',
  '序号',
  '单位编码',
  '单位（项目）名称',
  '预算单位',
])('%s stands over labels', (head) => {
  expect(isLabelHead(head)).toBe(true);
});

test.each(['项目支出', '合计', '预算数', '2026年度', '单位资金', '年度预算', '金额', '类款', ''])('%s does not', (head) => {
  expect(isLabelHead(head)).toBe(false);
});

describe('a head is of one kind', () => {
  const kinds = { CODE_HEAD, NAME_HEAD, UNIT_HEAD };
  const told = (head: string) => Object.entries(kinds).flatMap(([kind, pattern]) => (pattern.test(head) ? [kind] : []));

  test.each([
    ['单位名称', 'UNIT_HEAD'],
    ['项目单位', 'UNIT_HEAD'],
    ['项目名称', 'NAME_HEAD'],
    ['科目编码', 'CODE_HEAD'],
  ])('%s', (head, kind) => {
    expect(told(head)).toEqual([kind]);
  });

  test('单位编码 ends as a code does, and is that of a unit', () => {
    expect([UNIT_CODE_HEAD.test('单位编码'), UNIT_CODE_HEAD.test('部门代码'), UNIT_CODE_HEAD.test('科目编码')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
