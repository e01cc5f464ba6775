import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { comparedValues } from '../../src/indicators/compared.js';
import { account, accountTable, threePublicTable } from '../compare/accounts.js';

const compared = (disclosure: Disclosure, id: string) => comparedValues(disclosure, families).get(id);

test('三公 wherever an arrangement prints it: a column of the only row, of 合计, a row of the phase, a row of its own', () => {
  const places = [
    threePublicTable({ 'budget.reception': '9.00', 'final.reception': '0.95' }),
    accountTable('three-public', [{ concept: 'total', name: '合计', cells: { 'final.reception': '0.95' } }]),
    accountTable('three-public', [{ concept: 'final', name: '决算数', cells: { reception: '0.95' } }]),
    accountTable('three-public', [{ concept: 'three-public/reception', name: '公务接待费', cells: { budget: '9.00', final: '0.95' } }]),
  ];
  for (const table of places)
    expect(compared(account(2023, [table]), 'three-public/reception')).toMatchObject({ text: '0.95', yuan: '9500.00' });
});

test('会议费 and 培训费 by their economic codes', () => {
  const rows = [
    { concept: 'economic/30215', name: '会议费', code: '30215', cells: { amount: '3.20' } },
    { concept: 'economic/30216', name: '培训费', code: '30216', cells: { amount: '4.10' } },
  ];
  const disclosure = account(2023, [accountTable('general-public-basic-expenditure', rows)]);
  expect(compared(disclosure, 'conference')).toMatchObject({
    words: '会议费',
    value: '3.20',
    cell: { table: 0, row: 0, column: 'amount' },
  });
  expect(compared(disclosure, 'training')).toMatchObject({ words: '培训费', value: '4.10' });
});

test('a figure that cannot be read is there, without a value', () => {
  const table = threePublicTable({ 'final.total': { text: '1?.00', status: 'unreadable' } });
  expect(compared(account(2023, [table]), 'three-public/total')).toMatchObject({
    text: '1?.00',
    value: null,
    yuan: null,
    status: 'unreadable',
  });
});

test('a figure that is not printed is not there', () => {
  expect(compared(account(2023, []), 'three-public/total')).toBeUndefined();
});

describe('机关运行经费 is the prose’s', () => {
  const section = (text: string, heading = '九、机关运行经费支出情况说明') => ({ heading, level: 1, pages: [21], text });
  const STATED = '本部门2023年度机关运行经费支出20.50万元，比上年增加1.50万元，增长7.89%。';
  const telling = (text: string, findings: Finding[] = []): Disclosure => ({ ...account(2023, []), sections: [section(text)], findings });

  test('where it states the year’s amount', () => {
    expect(compared(telling(STATED), 'running-costs')).toMatchObject({
      ...{ text: '20.50', value: '20.50', unit: '万元', yuan: '205000.00' },
      ...{ status: 'told', page: 21, cell: null },
    });
  });

  test('contradicted where a finding quotes its sentence', () => {
    const quote = { section: 0, page: 21, box: null, text: STATED };
    const finding: Finding = { rule: 'PROSE-RATE', severity: 'warning', verdict: 'publisher', message: '不符。', cells: [], quote };
    expect(compared(telling(STATED, [finding]), 'running-costs')).toMatchObject({ status: 'contradicted' });
    expect(compared(telling(STATED, [{ ...finding, severity: 'info' }]), 'running-costs')).toMatchObject({ status: 'told' });
  });

  test('and not the amount of another year', () => {
    expect(compared(telling('2022年度机关运行经费支出19.00万元。'), 'running-costs')).toBeUndefined();
  });
});
