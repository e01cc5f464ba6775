import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import { type Judged, parseTriage, triageJsonSchema } from '../../schemas/triage.js';
import { JudgedElsewhereError, UnusableTriageError, withJudgements } from '../../src/triage/edit.js';

const source = { name: 'a.pdf', sha256: 'a'.repeat(64) };
const who = { by: '张三', on: '2026-01-31' };
const finding = (page: number): Finding => ({
  ...{ rule: 'ROW-SUM', severity: 'error', verdict: 'publisher', message: `第${page}页不符。`, expected: '1', found: '2' },
  cells: [{ table: 0, row: 0, column: 'total', page, box: [0, 0, 9, 9] }],
});
const findings = [finding(1), finding(2)];
const yes: Judged = { state: 'confirmed', note: '与部门核实\n二〇二四年' };
const no: Judged = { state: 'dismissed', note: '' };

const first = withJudgements(null, source, findings, [{ finding: 0, was: null, now: yes }], who);
const text = JSON.stringify(first);

test('a judgement says what of its finding lasts, the state, the note, who and when', () => {
  expect(parseTriage(first).judgements).toEqual([
    {
      finding: { rule: 'ROW-SUM', expected: '1', found: '2', places: [{ page: 1, box: [0, 0, 9, 9] }], message: '第1页不符。' },
      ...yes,
      ...who,
    },
  ]);
});

test('it is changed and taken back, and those whose finding is gone are kept', () => {
  const both = withJudgements(text, source, findings, [{ finding: 1, was: null, now: no }], who);
  const changed = withJudgements(JSON.stringify(both), source, [finding(2)], [{ finding: 0, was: no, now: yes }], who);
  expect(changed.judgements.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  const taken = withJudgements(JSON.stringify(changed), source, findings, [{ finding: 0, was: yes, now: null }], who);
  expect(taken.judgements.map(({ finding: { message } }) => message)).toEqual(['第2页不符。']);
});

test('what was judged elsewhere meanwhile is not overwritten', () => {
  expect(() => withJudgements(text, source, findings, [{ finding: 0, was: null, now: no }], who)).toThrow(JudgedElsewhereError);
  expect(() => withJudgements(null, source, findings, [{ finding: 0, was: yes, now: null }], who)).toThrow(JudgedElsewhereError);
  expect(() => withJudgements(text, source, findings, [{ finding: 7, was: null, now: no }], who)).toThrow(JudgedElsewhereError);
});

test.each([
  ['{', '不是规范的 JSON'],
  ['{}', '不合格式'],
  [JSON.stringify({ ...first, document: { name: 'b.pdf', sha256: 'b'.repeat(64) } }), '另一份文件'],
])('a file that cannot be used is left alone: %s', (broken, why) => {
  const change = () => withJudgements(broken, source, findings, [{ finding: 0, was: null, now: yes }], who);
  expect(change).toThrow(UnusableTriageError);
  expect(change).toThrow(why);
});

test('the published schema is that of the code', () => {
  expect(JSON.parse(readFileSync('schemas/triage.schema.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(triageJsonSchema())));
});
