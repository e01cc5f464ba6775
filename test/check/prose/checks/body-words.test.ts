import { describe, expect, test } from 'vitest';
import { account, check } from '../builders.js';

const CHAPTER = '一、收入支出决算总体情况说明';
const found = (kind: '部门决算' | '单位决算', ...paragraphs: string[]) =>
  check([CHAPTER, ...paragraphs], account(), { kind })
    .filter(({ rule }) => rule === 'BODY-WORD')
    .map(({ message }) => message);

describe('the document of a 单位', () => {
  test('calls itself 本部门: told once', () => {
    expect(found('单位决算', '本部门没有出国。', '本单位没有会议。', '我部门没有培训。')).toEqual([
      '本文件是单位的，文中却自称“本部门”；另有1处也是这样。',
    ]);
  });

  test.each(['本单位没有出国。', '本部门（单位）没有出国。', '本部门和单位没有出国。', '主管部门没有出国。', '本部门所属单位没有出国。'])(
    '%s is none',
    (text) => {
      expect(found('单位决算', text)).toEqual([]);
    },
  );
});

describe('the document of a 部门', () => {
  test('calls itself so, and tells totals of 本单位', () => {
    expect(found('部门决算', '本部门没有出国。', '2024年本单位收入总计1000.00万元。')).toEqual(['本文件是部门的，文中却自称“本单位”。']);
  });

  test('may have one unit only, which speaks of itself', () => {
    expect(found('部门决算', '2024年本单位收入总计1000.00万元。')).toEqual([]);
  });

  test('may give the reasons of one of its units', () => {
    expect(found('部门决算', '本部门没有出国。', '公务用车减少，主要是本单位没有购车。')).toEqual([]);
  });
});
