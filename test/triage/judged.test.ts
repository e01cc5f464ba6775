import { expect, test } from 'vitest';
import { at } from '../../src/base/invariant.js';
import { withJudgements } from '../../src/triage/edit.js';
import { judgedFindings, NOT_JUDGED } from '../../src/triage/judged.js';
import { readSample } from '../read-sample.js';

const { findings, source } = await readSample('beiguan-2024');
const yes = { state: 'confirmed', note: '已电话核实' } as const;
const judged = withJudgements(null, source, findings, [{ finding: 1, was: null, now: yes }], { by: '张三' });
const text = JSON.stringify(judged);

test('each finding has its own judgement, whatever its index is in this run', () => {
  const again = findings.toReversed().map((finding) => ({ ...finding }));
  const { judgements, gone, problem } = judgedFindings(again, text, source.sha256);
  const [[finding, judgement] = []] = [...judgements];
  expect({ finding, state: judgement?.state, gone, problem }).toEqual({
    finding: findings[1],
    state: 'confirmed',
    gone: [],
    problem: null,
  });
});

test('what was judged of a finding that is there no more is told, not lost', () => {
  const rest = findings.toSpliced(1, 1);
  expect(judgedFindings(rest, text, source.sha256)).toEqual({ judgements: new Map(), gone: [at(judged.judgements, 0)], problem: null });
});

test.each([
  ['is no JSON', '{', '判定文件不是规范的 JSON，其中的判定均未采用。'],
  ['is about another document', text.replace(source.sha256, 'f'.repeat(64)), 'ffffffffffff…）所作，其中的判定均未采用。'],
])('of a file that %s nothing is taken, and that is told', (_, broken, why) => {
  const { judgements, problem } = judgedFindings(findings, broken, source.sha256);
  expect(judgements.size).toBe(0);
  expect(problem).toContain(why);
});

test('nobody has judged a document without a file', () => {
  expect(judgedFindings(findings, null, source.sha256)).toBe(NOT_JUDGED);
});
