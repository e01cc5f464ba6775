import { beforeAll, expect, test } from 'vitest';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import { excerptsOf } from '../../src/emit/excerpts.js';
import { readSample } from '../read-sample.js';

let sample: Disclosure;
beforeAll(async () => {
  sample = await readSample('beiguan-2024');
});

const findingOf = (rule: string, tables: number): Finding => {
  const found = sample.findings.find(
    (finding) => finding.rule === rule && !finding.quote && new Set(finding.cells.map(({ table }) => table)).size === tables,
  );
  if (!found) throw new Error(`the sample has no ${rule} of ${tables} tables`);
  return found;
};
const wordsOf = (finding: Finding) => excerptsOf(finding, sample.tables).map(({ words }) => words);

test('of two tables a cell of each is shown', () => {
  expect(wordsOf(findingOf('COLUMN-SUM', 2))).toEqual([
    '《支出决算表》合计，基本支出：395.87',
    '《一般公共预算财政拨款支出决算表》合计，本年支出 / 基本支出：307.87',
  ]);
});

test('of one table two of its rows are shown, the likeliest culprit first', () => {
  expect(wordsOf(findingOf('CODE-SUM', 1))).toEqual([
    '《一般公共预算财政拨款基本支出决算明细表》302 商品和服务支出，决算数：9.36',
    '《一般公共预算财政拨款基本支出决算明细表》30201 办公费，决算数：1.25',
  ]);
});

test('of one row both cells are shown, each framed in a picture of its own', () => {
  const excerpts = excerptsOf(findingOf('PERFORMANCE-POINTS', 1), sample.tables);
  expect(excerpts.map(({ words }) => words)).toEqual([
    '《部门整体支出绩效自评情况表》部门预算总额，得分：3.09',
    '《部门整体支出绩效自评情况表》部门预算总额，分值：10',
  ]);
  expect(excerpts[0]?.mark).not.toEqual(excerpts[1]?.mark);
});

test('a cell that is named twice is shown once, and beside a sentence stands one cell', () => {
  const finding = findingOf('CODE-SUM', 1);
  const [first] = finding.cells;
  expect(wordsOf({ ...finding, cells: [...finding.cells.slice(0, 1), ...(first ? [{ ...first }] : [])] })).toHaveLength(1);
  const quoted = sample.findings.find(({ quote, cells }) => quote?.box && cells.length > 1);
  expect(quoted && wordsOf(quoted)).toEqual(['原文', expect.stringContaining('《')]);
});

test('a table that is wider than a picture is cut between its cells, and the framed cell has its neighbours beside it', () => {
  const twice = <Placed extends { readonly box: readonly [number, number, number, number] | null }>(placed: Placed): Placed => ({
    ...placed,
    box: placed.box && [placed.box[0] * 2, placed.box[1], placed.box[2] * 2, placed.box[3]],
  });
  const wide = sample.tables.map((table) => ({ ...table, grid: { ...table.grid, cells: table.grid.cells.map(twice) } }));
  const finding = findingOf('COLUMN-SUM', 2);
  const [excerpt] = excerptsOf({ ...finding, cells: finding.cells.map(twice) }, wide);
  const { page, box, mark } = excerpt ?? { page: 0, box: [0, 0, 0, 0], mark: [0, 0, 0, 0] };
  const table = wide[finding.cells[0]?.table ?? -1];
  const cells = table?.grid.cells.flatMap((cell) => (cell.page === page && cell.box ? [cell.box] : [])) ?? [];
  expect(box[2] - box[0]).toBeLessThan(570);
  expect(cells.some(([x0]) => Math.abs(x0 - box[0]) < 3)).toBe(true);
  expect(cells.some(([, , x1]) => Math.abs(x1 - box[2]) < 3)).toBe(true);
  for (const room of [mark[0] - box[0], box[2] - mark[2]]) expect(room).toBeGreaterThan(20);
});

test('of a corrected cell both are said: what is printed, and what it was corrected to', () => {
  const { table = -1, row, column } = findingOf('COLUMN-SUM', 2).cells[0] ?? {};
  const correction = { was: '395.87', reason: '核对', by: '张三' };
  const correct = (cells: Disclosure['tables'][number]['rows'][number]['cells']) =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, key === column ? { ...cell, text: '307.87', correction } : cell]));
  const tables = sample.tables.map((each, t) =>
    t === table ? { ...each, rows: each.rows.map((one, r) => (r === row ? { ...one, cells: correct(one.cells) } : one)) } : each,
  );
  expect(excerptsOf(findingOf('COLUMN-SUM', 2), tables)[0]).toMatchObject({
    words: '《支出决算表》合计，基本支出：395.87，更正为307.87',
    english: expect.stringMatching(/: 395\.87, corrected to 307\.87$/u),
  });
});
