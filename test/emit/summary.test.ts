import { expect, test } from 'vitest';
import { type SummaryRow, summarize, summaryTable } from '../../src/emit/summary.js';
import { disclosure } from './fixture.js';

const beiguan: SummaryRow = summarize(disclosure());
const broken: SummaryRow = {
  document: '安阳市殷都区市场监督管理局2022年度部门决算公开说明及附表（修订版）.pdf',
  department: null,
  year: null,
  status: 'failed',
  tables: 0,
  values: 0,
  problems: 1,
};

test('a document in one line: known forms, numbers, findings worth a look', () => {
  expect(beiguan).toEqual({
    document: 'beiguan-2024.pdf',
    department: '安阳市北关区工业和信息化局',
    year: 2024,
    status: 'ok',
    tables: 3,
    values: 15,
    problems: 1,
  });
});

test('a failed document is a problem by itself', () => {
  const failed = disclosure({ outcome: { status: 'failed', reason: 'no-text', message: 'x' }, tables: [], findings: [] });
  expect(summarize(failed)).toMatchObject({ status: 'failed', tables: 0, values: 0, problems: 1 });
});

test('the table, Chinese characters two columns wide', () => {
  expect(summaryTable([beiguan, broken])).toBe(
    [
      'document                             department                  year  tables  values  problems',
      '───────────────────────────────────  ──────────────────────────  ────  ──────  ──────  ────────  ──────',
      'beiguan-2024.pdf                     安阳市北关区工业和信息化局  2024       3      15         1',
      '安阳市殷都区市场监督管理局2022年度…  —                              —       0       0         1  failed',
      '───────────────────────────────────  ──────────────────────────  ────  ──────  ──────  ────────  ──────',
      '2 documents                                                                 3      15         2',
      '',
    ].join('\n'),
  );
});

test('no documents are a table too', () => {
  expect(summaryTable([])).toContain('0 documents');
});

test('a file name cannot steer the terminal', () => {
  const text = summaryTable([{ ...broken, document: '\u001B[2J\u0007a\u202Eb\n.pdf' }]);
  expect(text).toContain('[2Jab.pdf ');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
