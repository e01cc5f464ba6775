import { describe, expect, test } from 'vitest';
import { departmentIdOf } from '../../src/books/department-id.js';
import { DepartmentAliases, publishedAliases } from '../../src/books/departments.js';

describe('one key for one department', () => {
  test.each([
    '安阳市北关区工业和信息化局',
    '河南省安阳市北关区工业和信息化局',
    '北关区工业和信息化局',
    '安阳北关区工业和信息化局',
    '安阳市北关区工业与信息化局',
    '安阳市北关区工业和信息化局（本级）',
    '安阳市北关区工业和信息化局(机关)',
    '安阳市北关区工业和信息化局本级',
    '安阳市 北关区工信局',
    '工业和信息化局',
  ])('%s', (name) => {
    expect(departmentIdOf(name, '410503')).toBe('410503-工业和信息化局');
  });

  test.each(['中共安阳市北关区委宣传部', '中国共产党安阳市北关区委员会宣传部', '安阳市北关区委宣传部', '中共北关区委宣传部'])(
    'the Party’s: %s',
    (name) => {
      expect(departmentIdOf(name, '410503')).toBe('410503-中共委宣传部');
    },
  );

  test('the name before a reform', () => {
    expect(departmentIdOf('安阳市环境保护局', '410500')).toBe(departmentIdOf('安阳市生态环境局', '410500'));
    expect(departmentIdOf('安阳市卫计委', '410500')).toBe(departmentIdOf('安阳市卫生健康委员会', '410500'));
    expect(departmentIdOf('安阳市卫生计生委', '410500')).toBe(departmentIdOf('安阳市卫健委', '410500'));
  });

  test('another region, and another office of one region, have other keys', () => {
    expect(departmentIdOf('安阳市财政局', '410500')).toBe('410500-财政局');
    expect(departmentIdOf('安阳市北关区财政局', '410503')).toBe('410503-财政局');
    expect(departmentIdOf('安阳市财政局信息中心', '410500')).toBe('410500-财政局信息中心');
  });

  test('no region: the whole name; no name: no key', () => {
    expect(departmentIdOf('国家档案管理局', null)).toBe('000000-国家档案管理局');
    expect(departmentIdOf(null, '410500')).toBeNull();
  });
});

describe('aliases', () => {
  const given = new DepartmentAliases(
    [
      { region: '410503', name: '北关区工业和信息化委员会', department: '北关区工业和信息化局' },
      { region: null, name: '卫生局', department: '卫生和计划生育委员会' },
      { region: null, name: '甲局', department: '乙局' },
      { region: null, name: '乙局', department: '甲局' },
    ],
    publishedAliases(),
  );

  test('one of a place holds there alone', () => {
    expect(departmentIdOf('安阳市北关区工业和信息化委员会', '410503', given)).toBe('410503-工业和信息化局');
    expect(departmentIdOf('安阳市文峰区工业和信息化委员会', '410502', given)).toBe('410502-工业和信息化委员会');
  });

  test('one leads on to those that are published', () => {
    expect(departmentIdOf('安阳市卫生局', '410500', given)).toBe('410500-卫生健康委员会');
  });

  test('a circle ends', () => {
    expect(departmentIdOf('安阳市甲局', '410500', given)).toMatch(/^410500-[甲乙]局$/);
  });
});
