import { describe, expect, test } from 'vitest';
import type { DisclosureRow, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { checkRepeatedRows } from '../../../src/check/wording/repeated-rows.js';
import { table } from '../builders.js';

const cell = (text: string, row: number, box: DisclosureValue['box'] = [0, row * 20, 90, row * 20 + 10]): DisclosureValue => ({
  text,
  value: null,
  yuan: null,
  page: 28,
  box,
  method: 'text',
  status: null,
});

const row = (name: string, goals: string, index: number, box?: DisclosureValue['box']): DisclosureRow => ({
  kind: 'item',
  code: null,
  level: null,
  name,
  line: null,
  panel: null,
  concept: null,
  cells: { goals: cell(goals, index, box) },
});

const projects = (rows: DisclosureRow[], head = '绩效目标'): DisclosureTable => ({
  ...table('budget-project', 'total', ''),
  title: '项目支出表',
  columns: [{ key: 'goals', path: [head], ordinal: null }],
  rows,
});

const found = (...args: Parameters<typeof projects>) => checkRepeatedRows([projects(...args)]);

const GOALS = '通过及时、足额发放春节慰问金，体现对拱北海关一线工作人员的关怀。';

describe('a row with the words of the row above', () => {
  test('that speak of what that row is', () => {
    const rows = [row('2026年春节慰问金-拱北海关', GOALS, 0), row('2026年春节慰问金-珠海边检总站', GOALS, 1)];
    expect(found(rows)).toMatchObject([
      {
        rule: 'ROW-REPEATED',
        severity: 'info',
        message:
          '项目支出表“2026年春节慰问金-珠海边检总站”的绩效目标与上一行“2026年春节慰问金-拱北海关”的相同，说的是“拱北海关”，疑照抄上一行。',
        cells: [
          { row: 1, column: 'goals' },
          { row: 0, column: 'goals' },
        ],
      },
    ]);
  });

  test('of another period', () => {
    const goals = '通过2025-2026年信息化运维，保障系统平稳运行。';
    expect(found([row('2025-2026年信息化运维', goals, 0), row('2026-2027年信息化运维', goals, 1)])).toMatchObject([
      { message: expect.stringContaining('说的是“2025-2026年信息化运维”') },
    ]);
  });

  test('may share them by right', () => {
    const goals = '保障生态环境业务按计划完成，按期支付相关费用。';
    expect(found([row('生态环境业务能力建设', goals, 0), row('生态环境业务经费', goals, 1)])).toEqual([]);
    // The row below is the one that they speak of.
    expect(found([row('春节慰问金-珠海边检总站', GOALS, 0), row('春节慰问金-拱北海关', GOALS, 1)])).toEqual([]);
  });

  test('in one merged cell they are the words of both', () => {
    const box: DisclosureValue['box'] = [0, 0, 90, 40];
    expect(found([row('慰问金-拱北海关', GOALS, 0, box), row('慰问金-珠海边检总站', GOALS, 1, box)])).toEqual([]);
  });

  test('of a catalogue they may be anybody’s', () => {
    const name = 'C12040000物业管理服务类项目';
    expect(found([row('物业管理', name, 0), row('保安', name, 1)], '采购目录')).toEqual([]);
  });
});
