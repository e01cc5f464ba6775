import { expect, test } from 'vitest';
import { equalTo, type FindingFilter, listed, NO_FILTER, passing } from '../../../src/review/page/finding-filter.js';
import { toView } from '../../../src/review/to-view.js';
import type { ViewFinding, ViewTriage } from '../../../src/review/view.js';
import { readSample } from '../../read-sample.js';

const sample = toView('d1', await readSample('beiguan-2024'), null);
const [first] = sample.findings;
if (!first) throw new Error('the sample has findings');

const finding = (key: string, more: Partial<ViewFinding> = {}): ViewFinding => ({ ...first, key, group: 0, ...more });
const findings = [
  finding('a'),
  finding('b', { level: 'info', rule: 'ROW-SUM', group: 1, cells: [] }),
  finding('c', { level: 'info', rule: 'ROW-SUM', group: 1 }),
  finding('d', { group: 2 }),
];
const view = { ...sample, findings };
const judged = { finding: { rule: 'A', expected: null, found: null, places: [], message: '' }, note: '', by: '张三' };
const triage: ViewTriage = {
  judgements: { b: { ...judged, state: 'confirmed' }, d: { ...judged, state: 'ask' } },
  gone: [],
  problem: null,
};
const by = (filter: Partial<FindingFilter>) => ({ view, triage, filter: { ...NO_FILTER, ...filter } });

test('findings are listed by severity, rule, table and what was judged of them', () => {
  expect(passing(by({}))).toEqual([0, 1, 2, 3]);
  expect(passing(by({ severity: 'info' }))).toEqual([1, 2]);
  expect(passing(by({ rule: 'ROW-SUM', table: String(first.cells[0]?.table) }))).toEqual([2]);
  expect(passing(by({ state: 'none' }))).toEqual([0, 2]);
  expect(passing(by({ state: 'any' }))).toEqual([1, 3]);
  expect(passing(by({ state: 'ask' }))).toEqual([3]);
});

test('what is about words alone is listed apart from other remarks', () => {
  const worded = { ...view, findings: [...findings, finding('e', { severity: 'info', level: 'wording', rule: 'NAME-STALE', group: 3 })] };
  expect(passing({ ...by({ severity: 'wording' }), view: worded })).toEqual([4]);
  expect(passing({ ...by({ severity: 'info' }), view: worded })).toEqual([1, 2]);
});

test('of equal findings the first that passes is listed, or all where they are unfolded', () => {
  expect(listed(by({}))).toEqual([0, 1, 3]);
  expect(listed(by({ unfolded: [1] }))).toEqual([0, 1, 2, 3]);
  expect(listed(by({ state: 'none' }))).toEqual([0, 2]);
  expect(equalTo(by({}), 2)).toEqual([1, 2]);
  expect(equalTo(by({ state: 'none' }), 2)).toEqual([2]);
});
