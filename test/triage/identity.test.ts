import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import type { Judgement } from '../../schemas/triage.js';
import { findingKeys, identityOf, wordingOf } from '../../src/triage/identity.js';
import { matchJudgements } from '../../src/triage/match.js';
import { readSample } from '../read-sample.js';

const { findings } = await readSample('beiguan-2024');

const judge = (finding: Finding, note = ''): Judgement => ({ finding: identityOf(finding), state: 'confirmed', note, by: '张三' });

/** What another run may change of a finding without its being another one. */
const reread = (finding: Finding, tables: number, drift: number): Finding => ({
  ...finding,
  severity: 'info',
  cells: finding.cells.toReversed().map((cell) => ({
    ...cell,
    table: cell.table + tables,
    box: cell.box && ([cell.box[0] + drift, cell.box[1], cell.box[2] + drift, cell.box[3]] as const satisfies unknown[]),
  })) as Finding['cells'],
});

describe('a judgement finds its finding again', () => {
  test('in any order, with other indexes of its tables, its cells in another order, its boxes a little aside', () => {
    const orders = fc.shuffledSubarray([...findings.keys()], { minLength: findings.length });
    fc.assert(
      fc.property(orders, fc.nat(9), fc.double({ min: -0.2, max: 0.2, noNaN: true }), (order, tables, drift) => {
        const judgements = findings.map((finding, i) => judge(finding, `${i}`));
        const again = order.flatMap((i) => findings[i] ?? []).map((finding) => reread(finding, tables, drift));
        const { ofFinding, gone } = matchJudgements(again, judgements);
        expect(gone).toEqual([]);
        expect(ofFinding).toEqual(order);
      }),
    );
  });

  test('and one whose finding is there no more is kept', () => {
    fc.assert(
      fc.property(fc.subarray([...findings.keys()]), (kept) => {
        const judgements = findings.map((finding) => judge(finding));
        const { ofFinding, gone } = matchJudgements(
          kept.flatMap((i) => findings[i] ?? []),
          judgements,
        );
        expect(ofFinding).toEqual(kept);
        expect(gone).toEqual([...findings.keys()].filter((i) => !kept.includes(i)));
      }),
    );
  });
});

const [first] = findings;
if (!first) throw new Error('the sample has findings');

test('a finding in other words at the same places is the same, where only one can be meant', () => {
  const reworded = { ...first, message: '换了说法。' };
  expect(matchJudgements([reworded], [judge(first)])).toEqual({ ofFinding: [0], gone: [] });
  const two = [reworded, { ...first, message: '又一种说法。' }];
  expect(matchJudgements(two, [judge(first)])).toEqual({ ofFinding: [null, null], gone: [0] });
});

test('another amount, another place or another rule is another finding', () => {
  const others: Finding[] = [
    { ...first, found: '1.00' },
    { ...first, rule: 'ROW-SUM' },
    { ...first, cells: first.cells.map((cell) => ({ ...cell, page: cell.page + 1 })) },
  ];
  for (const other of others) expect(matchJudgements([other], [judge(first)]).gone).toEqual([0]);
});

test('a finding about no place is known by its sentence', () => {
  const whole: Finding = { rule: 'REGION-UNKNOWN', severity: 'info', verdict: 'unknown', message: '甲', cells: [] };
  expect(matchJudgements([whole], [judge(whole)]).gone).toEqual([]);
  expect(matchJudgements([{ ...whole, message: '乙' }], [judge(whole)]).gone).toEqual([0]);
});

test('in a document without pages the words say where, whatever is imagined of it', () => {
  const cell = { table: 0, row: 0, column: 'total', page: 1, box: null, ref: '表!C7' };
  const bare: Finding = { ...first, cells: [cell] };
  const imagined: Finding = { ...first, cells: [{ ...cell, box: [1, 2, 3, 4] }] };
  expect(identityOf(bare)).toEqual(identityOf(imagined));
});

test('keys are those of another run too, and no two findings share one', () => {
  const keys = findingKeys(findings);
  expect(new Set(keys).size).toBe(findings.length);
  expect(findingKeys(findings.map((finding) => reread(finding, 3, 0)))).toEqual(keys);
  expect(findingKeys([first, first])).toEqual([keys[0], `${keys[0]}-2`]);
});

test('equal wording: other pages and amounts, not other names', () => {
  const say = (message: string) => wordingOf({ rule: 'COLUMN-SUM', message });
  expect(say('第9页合计印为1,395.87万元')).toBe(say('第10页合计印为-7万元'));
  expect(say('第9页合计印为1万元')).not.toBe(say('第9页小计印为1万元'));
});
