import { describe, expect, test } from 'vitest';
import { finalAccounts } from '../../../extractors/final-accounts/family.js';
import type { DisclosureGridCell, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { checkTables } from '../../../src/check/check.js';
import {
  compareReadings,
  type EngineReading,
  pagesInDoubt,
  settleVerdicts,
  withDisagreements,
} from '../../../src/check/engines/second-reading.js';
import { line } from '../../builders.js';
import { table } from '../builders.js';

/** A table whose grid holds a row of header and the values of its rows; a reading may differ in one text. */
function gridded(sketch: string, rest: { page?: number } = {}): DisclosureTable {
  const drawn = table('income', 'total fiscal', sketch, rest);
  const cells = drawn.rows.flatMap((row, y): DisclosureGridCell[] =>
    Object.values(row.cells).map(({ text, page, box }, x) => ({ row: y, column: x, rowSpan: 1, columnSpan: 1, text, page, box })),
  );
  return { ...drawn, grid: { rows: drawn.rows.length, columns: 2, cells } };
}

const reading = (tables: readonly DisclosureTable[], ...lines: string[]): EngineReading => ({
  tables,
  lines: lines.map((text, i) => line(text, 0, 20 * (i + 1), { page: 10 })),
});

const compare = (one: EngineReading, other: EngineReading, ...pages: number[]): Finding[] => compareReadings(one, other, new Set(pages));

const ONE = '合计 307.87 307.87\n2080505 养老 22.45 22.45';

describe('two readings, cell by cell', () => {
  test('the same print is no finding', () => {
    expect(compare(reading([gridded(ONE)], '收入减少'), reading([gridded(ONE)], '收入减少'), 10)).toEqual([]);
  });

  test('another digit is a finding with both readings, at the cell', () => {
    const findings = compare(reading([gridded(ONE)]), reading([gridded(ONE.replace('22.45 22.45', '22.45 22.46'))]), 10);
    expect(findings).toEqual([
      {
        rule: 'ENGINES-DISAGREE',
        severity: 'error',
        verdict: 'reading',
        message: '第10页《收入决算表》2080505 养老 财政拨款收入一格，两个引擎分别读作「22.45」和「22.46」，请对照原件。',
        found: '22.45',
        cells: [{ table: 0, row: 1, column: 'fiscal', page: 10, box: [100, 20, 150, 30] }],
      },
    ]);
  });

  test.each([
    ['-22.45', '22.45', 1],
    ['(22.45)', '22.45', 1],
    ['22.45', '2245', 1],
    ['1,022.45', '1022.45', 0],
    ['２２.４５', '22.45', 0],
    ['ﬁnal', 'final', 0],
    ['养老（其他）', '养老其他', 0],
    ['养老', '养者', 1],
    ['养老', '养\ufffd', 1],
    ['养\ufffd', '养老', 1],
    ['\ufffd\ufffd', '养老', 0],
    ['养老', '\ufffd\ufffd', 1],
  ])('%s against %s', (one, other, expected) => {
    const drawn = gridded(ONE);
    const cells = (text: string) => drawn.grid.cells.map((cell, i) => (i === 0 ? { ...cell, text } : cell));
    const withText = (text: string) => reading([{ ...drawn, grid: { ...drawn.grid, cells: cells(text) } }]);
    expect(compare(withText(one), withText(other), 10)).toHaveLength(expected);
  });

  test('a cell that only one engine has is a finding, whichever that is; a blank one is none', () => {
    const full = gridded(ONE);
    const without = { ...full, grid: { ...full.grid, cells: full.grid.cells.slice(0, -1) } };
    const place = { table: 0, row: 1, column: 'fiscal', page: 10, box: [100, 20, 150, 30] };
    expect(compare(reading([full]), reading([without]), 10)).toMatchObject([{ found: '22.45', cells: [place] }]);
    const [found, ...more] = compare(reading([without]), reading([full]), 10);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ rule: 'ENGINES-DISAGREE', severity: 'error', found: '', cells: [place] });
    expect(found?.message).toContain('分别读作「」和「22.45」');
    const blank = { ...full, grid: { ...full.grid, cells: full.grid.cells.map((cell) => ({ ...cell, text: '' })) } };
    expect(compare(reading([{ ...blank, grid: { ...blank.grid, cells: [] } }]), reading([blank]), 10)).toEqual([]);
  });

  test('only pages that both read are compared', () => {
    expect(compare(reading([gridded(ONE)]), reading([gridded(ONE.replace('22.45', '99.99'))]), 9)).toEqual([]);
  });

  test('a table of another size, or other tables, is one finding', () => {
    const wide = gridded(ONE);
    const narrow = { ...wide, grid: { ...wide.grid, columns: 1 } };
    expect(compare(reading([wide]), reading([narrow]), 10).map((f) => f.message)).toEqual([
      '第10页《收入决算表》两个引擎分别读出2行2列和2行1列，请对照原件。',
    ]);
    expect(compare(reading([wide]), reading([]), 10).map((f) => f.message)).toEqual(['两个引擎分别读出1张和0张表，请对照原件。']);
  });

  test('prose that differs in a letter or digit is named with what is missing and what is more', () => {
    const [finding, ...more] = compare(reading([], '下降54.35%。'), reading([], '下降54.36%'), 10);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      message: '第10页表外文字，两个引擎识读不一：与第二引擎相比，少读「6」，多读「5」，请对照原件。',
      quote: { page: 10 },
    });
  });
});

describe('what a disagreement does', () => {
  const drawn = gridded(ONE);
  const checked = checkTables([drawn], finalAccounts).tables;
  const disagreements = compare(reading([drawn]), reading([gridded(ONE.replace('22.45 22.45', '22.45 22.46'))]), 10);

  test('its value is contradicted, the others keep their status', () => {
    const after = withDisagreements(checked, disagreements)[0]?.rows.map((row) => Object.values(row.cells).map((cell) => cell.status));
    const before = checked[0]?.rows.map((row) => Object.values(row.cells).map((cell) => cell.status));
    expect(after?.[1]?.[1]).toBe('contradicted');
    expect([after?.[0], after?.[1]?.[0]]).toEqual([before?.[0], before?.[1]?.[0]]);
  });

  test('a table of another size has no value left that is not contradicted', () => {
    const sizes = compare(reading([drawn]), reading([{ ...drawn, grid: { ...drawn.grid, rows: 9 } }]), 10);
    const after = withDisagreements(checked, sizes)[0]?.rows.flatMap((row) => Object.values(row.cells).map((cell) => cell.status));
    expect(new Set(after)).toEqual(new Set(['contradicted']));
  });
});

describe('verdicts', () => {
  const cell = { table: 0, row: 1, column: 'fiscal', page: 10, box: null };
  const of = (verdict: Finding['verdict'], rest: Partial<Finding> = {}): Finding => ({
    rule: 'ROW-SUM',
    severity: 'error',
    verdict,
    message: '不符。',
    found: '22.45',
    cells: [cell],
    ...rest,
  });
  const disagreement = { ...of('reading'), rule: 'ENGINES-DISAGREE' };
  const verdictOf = (finding: Finding, disagreements: Finding[], ...pages: number[]) =>
    settleVerdicts([finding], disagreements, new Set(pages))[0]?.verdict;

  test('a lost sign that both engines lack is the publisher’s', () => {
    expect(verdictOf(of('reading'), [], 10)).toBe('publisher');
  });

  test('a page that one engine alone read clears nothing', () => {
    expect(verdictOf(of('reading'), [], 9)).toBe('reading');
  });

  test('shifted columns are no engine’s doing: that both agree clears nothing', () => {
    expect(verdictOf(of('reading', { found: null }), [], 10)).toBe('reading');
  });

  test('a figure on which the engines disagree is a matter of reading', () => {
    expect(verdictOf(of('publisher'), [disagreement], 10)).toBe('reading');
  });

  test('what engines read alike elsewhere stays the publisher’s', () => {
    expect(verdictOf(of('publisher', { cells: [{ ...cell, column: 'total' }] }), [disagreement], 10)).toBe('publisher');
  });

  test('a sentence on a page whose prose differs has no verdict', () => {
    const quote = { section: 1, page: 10, box: null, text: '下降54.35%。' };
    const prose = { ...disagreement, cells: [], quote: { ...quote, text: '56' } };
    expect(verdictOf(of('publisher', { cells: [], quote }), [prose], 10)).toBe('unknown');
    expect(verdictOf(of('publisher', { cells: [], quote: { ...quote, page: 11 } }), [prose], 10)).toBe('publisher');
  });
});

describe('pages in doubt', () => {
  const doubted = (...tables: DisclosureTable[]) => [...pagesInDoubt(checkTables(tables, finalAccounts))].toSorted((a, b) => a - b);

  test('a table that closes is in no doubt', () => {
    expect(doubted(table('income', 'total fiscal', ONE.replaceAll('307.87', '22.45')))).toEqual([]);
  });

  test('a table that does not close is where a lost sign explains it, and not where nothing but the print does', () => {
    const sum = (total: string) =>
      table('income', 'total fiscal', `合计 ${total} ${total}\n2080505 养老 22.45 22.45\n2080506 年金 1.00 1.00`, { page: 7 });
    expect(doubted(sum('99.45'))).toEqual([]);
    const lost = {
      rule: 'COLUMN-SUM',
      severity: 'error',
      verdict: 'reading',
      message: '。',
      found: '22.45',
      cells: [{ table: 0, row: 1, column: 'total', page: 7, box: null }],
    } as const;
    expect([...pagesInDoubt({ tables: [], findings: [{ ...lost, cells: [...lost.cells] }] })]).toEqual([7]);
    expect([...pagesInDoubt({ tables: [], findings: [{ ...lost, cells: [...lost.cells], verdict: 'publisher' }] })]).toEqual([]);
  });

  test('an unreadable value is, and what is no number', () => {
    expect(doubted(table('income', 'total fiscal', '合计 22.45 ?', { page: 8, unreadable: '?' }))).toEqual([8]);
    const malformed: Finding = {
      rule: 'NUMBER-MALFORMED',
      severity: 'warning',
      verdict: 'unknown',
      message: '。',
      cells: [{ table: 0, row: 0, column: 'total', page: 3, box: null }],
    };
    expect([...pagesInDoubt({ tables: [], findings: [malformed] })]).toEqual([3]);
    expect([...pagesInDoubt({ tables: [], findings: [{ ...malformed, rule: 'UNIT-UNKNOWN' }] })]).toEqual([]);
  });
});
