import { expect, test } from 'vitest';
import type { DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { culpritOf, raised, table } from '../builders.js';

/** A 绩效 table: 同 in the column of a 一级指标 goes on with the cell above. */
function performance(lines: string): DisclosureTable {
  const drawn = table('department-performance', 'level1-weight weight score', lines);
  let merged: DisclosureValue | undefined;
  const rows = drawn.rows.map((row) => {
    const own = row.cells['level1-weight'];
    if (own && own.text !== '同') merged = own;
    return own?.text === '同' && merged ? { ...row, cells: { ...row.cells, 'level1-weight': merged } } : row;
  });
  return { ...drawn, rows };
}

/** The weights of the money, of two indicators worth 50 together, of two worth 40, and their sum. */
const weights = (funds: string, a: string, b: string, c: string, d: string, sum: string) =>
  performance(
    `年度资金总额 _ ${funds} 9.00\n指标甲 50 ${a} 20\n指标乙 同 ${b} 30\n指标丙 40 ${c} 15\n指标丁 同 ${d} 25\n总分 _ ${sum} 99.00`,
  );

/** The culprit of the only finding, and what it should be. */
function blame(found: DisclosureTable) {
  const [finding, ...others] = raised(found);
  return finding && others.length === 0 ? [culpritOf(finding, [found]), finding.expected ?? null] : others.length;
}

test('points that add up, in each 一级指标 and in all', () => {
  expect(raised(weights('10', '20', '30', '15', '25', '100'))).toEqual([]);
});

test('the points of a 一级指标 say among whose indicators the wrong one is', () => {
  expect(blame(weights('10', '20', '35', '15', '25', '100'))).toEqual(['指标乙 weight', '30']);
  expect(blame(weights('10', '20', '30', '15', '52', '100'))).toEqual(['指标丁 weight', '25']);
});

test('a blank where points should stand is what lacks, be it that of the money', () => {
  expect(blame(weights('_', '20', '30', '15', '25', '100'))).toEqual(['年度资金总额 weight', '10']);
  expect(blame(weights('10', '20', '_', '15', '25', '100'))).toEqual(['指标乙 weight', '30']);
});

test('a dash says that nothing belongs there: it is never the culprit', () => {
  expect(blame(weights('—', '20', '30', '15', '25', '100'))).toEqual(['总分 weight', '90']);
});

test('a sum of 100 is right, one of anything else is not', () => {
  expect(blame(weights('10', '20', '30', '15', '25', '105'))).toEqual(['总分 weight', '100']);
});

test('where the table may go on elsewhere, nothing is said of a 一级指标', () => {
  expect(raised(performance('指标甲 50 20 20\n指标乙 同 25 25'))).toEqual([]);
});

test('what all other points bear out is an error', () => {
  const severities = (found: DisclosureTable) => raised(found).map(({ rule, severity }) => `${rule} ${severity}`);
  expect(severities(weights('10', '20', '35', '15', '25', '100'))).toEqual(['PERFORMANCE-WEIGHT error']);
  const merged = (points: string) =>
    performance(`年度资金总额 _ 10 9.00\n指标甲 ${points} 20 20\n指标乙 同 30 30\n指标丙 40 15 15\n指标丁 同 25 25\n总分 _ 100 99.00`);
  expect(severities(merged('55'))).toEqual(['PERFORMANCE-WEIGHT error']);
  // The points of the money may be counted in.
  expect(severities(merged('60'))).toEqual(['PERFORMANCE-WEIGHT warning']);
});
