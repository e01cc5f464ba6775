import { expect, test } from 'vitest';
import { compareFindings } from '../../bench/accuracy/contradictions.js';
import type { Truth } from '../../bench/accuracy/truth.js';
import { documentsWithTruth } from '../../bench/accuracy/truth.js';
import { compareValues } from '../../bench/accuracy/values.js';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { disclosure, grid, printed, row, table } from '../emit/fixture.js';

/** An 支出决算表 that prints 88.00 in its only row. */
function read(status: 'proved' | 'contradicted' = 'proved', findings: Finding[] = []): Disclosure {
  const of = grid(1, [['社会公益研究', '88.00']]);
  const rows = [row('社会公益研究', { total: printed(of, 0, 1, '88.00', { status }) }, { code: '2060302', concept: 'function/2060302' })];
  const columns = [{ key: 'total', path: ['本年支出合计'], ordinal: null }];
  return disclosure({ tables: [table({ form: 'expenditure', title: '支出决算表', columns, rows, grid: of })], findings });
}

const truth = (value: string, concept = 'function/2060302'): Truth => ({
  tables: [
    {
      form: 'expenditure',
      title: '支出决算表',
      values: [{ row: { code: '2060302', name: null, concept }, column: ['本年支出合计'], key: 'total', value }],
    },
  ],
});

test('a value is right where the decimals are equal, its column has the key and its row the concept', () => {
  expect(compareValues(truth('88'), read())).toMatchObject({
    values: 1,
    right: 1,
    silent: 0,
    keyed: 1,
    keyedRight: 1,
    missing: [],
    wrong: [],
  });
  expect(compareValues(truth('88', 'function/206'), read())).toMatchObject({ right: 1, keyed: 1, keyedRight: 0 });
});

test('a wrong value is silent unless its status marks it', () => {
  expect(compareValues(truth('89'), read())).toMatchObject({ right: 0, silent: 1 });
  expect(compareValues(truth('89'), read('contradicted'))).toMatchObject({ right: 0, silent: 0 });
});

test('a table that is missing and one too many are told', () => {
  expect(compareValues(truth('88'), { ...read(), tables: [] }).missing).toEqual(['expenditure: the table']);
  expect(compareValues({ tables: [] }, read())).toMatchObject({ wrong: ['expenditure: a table too many'], silent: 1 });
});

const finding = (over: Partial<Finding>): Finding => ({
  rule: 'COLUMN-SUM',
  severity: 'error',
  verdict: 'publisher',
  message: '…',
  cells: [{ table: 0, row: 0, column: 'total', page: 1, box: null }],
  ...over,
});
const planted = { form: 'expenditure', row: '2060302', column: ['本年支出合计'], printed: '88.00' };

test('a contradiction is found where a finding names its cell, and pinpointed where that is the first', () => {
  const second = finding({ cells: [{ table: 0, row: null, column: null, page: 1, box: null }, ...finding({}).cells] });
  expect(compareFindings([planted], read('proved', [finding({})]))).toMatchObject({ planted: 1, found: 1, pinpointed: 1, unexplained: [] });
  expect(compareFindings([planted], read('proved', [second]))).toMatchObject({ found: 1, pinpointed: 0 });
  expect(compareFindings([planted], read('proved', [finding({ severity: 'info' })]))).toMatchObject({ found: 0 });
});

test('an error about nothing that was planted is unexplained; a sentence is found where it is quoted', () => {
  expect(compareFindings([], read('proved', [finding({})])).unexplained).toEqual(['COLUMN-SUM: …']);
  const quote = { section: 0, text: '支出88.00万元', page: 1, box: null };
  const prose = finding({ rule: 'PROSE-AMOUNT', cells: [], quote });
  expect(compareFindings([{ form: 'narrative', printed: '88.00' }], read('proved', [prose]))).toMatchObject({ found: 1, unexplained: [] });
});

test('the samples have truth beside them', () => {
  const documents = documentsWithTruth('samples');
  expect(documents.length).toBeGreaterThan(8);
  expect(documents.find(({ id }) => id === 'broken-truncated')?.truth.expect).toBe('truncated');
});
