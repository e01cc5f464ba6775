import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgets } from '../../extractors/budgets/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { Disclosure, DisclosureTable } from '../../schemas/disclosure.js';
import { checkTables } from '../../src/check/check.js';
import { extractDisclosure } from '../../src/pipeline.js';

const SAMPLES = new URL('../../samples/', import.meta.url);
const read = (name: string) => extractDisclosure(new Uint8Array(readFileSync(new URL(name, SAMPLES))), { name });

/** Samples whose made-up accounts agree with themselves. */
const SOUND = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf') && !/^(?:beiguan|broken)/.test(name));

const figuresOf = (tables: readonly DisclosureTable[]) => tables.flatMap((t) => t.rows.flatMap((row) => Object.values(row.cells)));
const doubted = (tables: readonly DisclosureTable[]) => figuresOf(tables).filter((cell) => cell.status === 'contradicted');

/** The tables with one printed value misread. */
function misread(tables: readonly DisclosureTable[], form: string, concept: string, column: string, value: string): DisclosureTable[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const cell = row.cells[column];
      const hit = table.form === form && row.concept === concept && cell;
      return hit ? { ...row, cells: { ...row.cells, [column]: { ...cell, text: value, value } } } : row;
    }),
  }));
}

describe.each(SOUND)('%s, an account that agrees with itself', (name) => {
  let found: Disclosure;
  beforeAll(async () => {
    found = await read(name);
  });

  test('no value is contradicted, nearly all that are not zero are proved', () => {
    expect(doubted(found.tables)).toEqual([]);
    const forms = found.tables.filter((t) => !t.form.endsWith('performance'));
    const figures = figuresOf(forms).filter((cell) => cell.value !== null && Number(cell.value) !== 0);
    const proved = figures.filter((cell) => cell.status === 'proved');
    expect(proved.length / figures.length).toBeGreaterThan(0.9);
  });

  test('no error is raised', () => {
    expect(found.findings.filter((f) => f.severity === 'error')).toEqual([]);
  });

  test('a total misread is contradicted, pointed at, and the value that mends it is told', () => {
    const isBudget = found.document.kind.endsWith('预算');
    const form = isBudget ? 'budget-expenditure' : 'expenditure';
    const totals = found.tables.find((t) => t.form === form)?.rows.find((row) => row.concept === 'total')?.cells;
    // Some budgets have the parts of 基本支出 alone.
    const column = totals?.['basic'] ? 'basic' : 'project';
    const total = totals?.[column];
    if (!total?.value) throw new Error(`${name} has no expenditure total`);
    const wrong = `1${total.value}`;
    const { tables, findings } = checkTables(misread(found.tables, form, 'total', column, wrong), isBudget ? budgets : finalAccounts);
    expect(doubted(tables).map((cell) => cell.value)).toContain(wrong);
    const finding = findings.find((f) => f.severity === 'error');
    expect(finding).toMatchObject({ found: wrong, expected: total.value });
    const [culprit] = finding?.cells ?? [];
    expect(tables[culprit?.table ?? -1]?.rows[culprit?.row ?? -1]?.concept).toBe('total');
    expect(culprit?.column).toBe(column);
  });
});

describe('beiguan-2024, which carries the contradictions of a published document', () => {
  let found: Disclosure;
  beforeAll(async () => {
    found = await read('beiguan-2024.pdf');
  });
  const messages = () => found.findings.filter((f) => f.severity === 'error').map((f) => f.message);

  test.each([
    ['the total of 基本支出 in 公开03', /基本支出印为395\.87万元，各项之和为307\.87万元/],
    ['417.27 less is not 54.35 %', /减少417\.27万元、下降54\.35%.*51\.32%/],
    ['社会公益研究 is 40 in the table and 48 in the prose', /社会公益研究48万元.*40\.00万元/],
  ])('%s', (_, message) => {
    expect(messages().some((m) => message.test(m))).toBe(true);
  });

  test('a difference that rounding explains is no error', () => {
    const rounding = found.findings.filter((f) => f.verdict === 'rounding');
    expect(rounding.length).toBeGreaterThan(0);
    expect(rounding.every((f) => f.severity === 'info')).toBe(true);
  });

  test('the printed value stays as printed', () => {
    const expenditure = found.tables.find((t) => t.form === 'expenditure');
    expect(expenditure?.rows[0]?.cells['basic']).toMatchObject({ text: '395.87', value: '395.87', status: 'contradicted' });
  });
});
