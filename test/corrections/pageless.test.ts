/** Corrections of documents without pages: their places are words. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Correction, parseCorrections } from '../../schemas/corrections.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { at } from '../../src/base/invariant.js';
import { sha256Of } from '../../src/base/sha256.js';
import { withCorrection, withInstead } from '../../src/corrections/edit.js';
import { toTestCase } from '../../src/corrections/test-case.js';
import { extractDisclosure } from '../../src/pipeline.js';
import { SAMPLE } from '../cli/juesuan.js';
import { docx, EXPENDITURE, p, tbl, tc, tr, xlsx } from '../read/office.js';
import { readSample } from '../read-sample.js';
import { workbookOf } from './workbook.js';

const who = { reason: '与打印件核对', by: '张三' };

/** Extracts a document as it is, or with corrections of it. */
const reader = (bytes: Uint8Array) => {
  const sha256 = sha256Of(bytes);
  return async (...corrections: readonly unknown[]): Promise<Disclosure> => {
    const file = { $schema: 'corrections.schema.json', schemaVersion: '1', document: { name: 'a', sha256 }, corrections };
    return await extractDisclosure(bytes, corrections.length === 0 ? {} : { corrections: JSON.stringify(file) });
  };
};

const cellAt = (page: number, ref: string, was: string | null, now: string) => ({
  kind: 'cell',
  ...{ page, box: null, ref },
  was: { text: was },
  now: { text: now },
  ...who,
});

/** Each figure and word of the rows: where it stands, and what is there. */
const printsOf = ({ tables }: Disclosure) =>
  tables.flatMap((table, index) =>
    table.rows.flatMap((row, r) =>
      Object.entries(row.cells).map(([column, { page, ref = '', text, value }]) => ({
        where: `${index} ${r} ${column}`,
        page,
        ref,
        text,
        value,
      })),
    ),
  );

const refusals = ({ findings }: Disclosure) => findings.filter(({ rule }) => rule === 'CORRECTION-REFUSED').map(({ message }) => message);

describe('a workbook with the tables of the sample', () => {
  let extract: ReturnType<typeof reader>;
  let plain: Disclosure;
  beforeAll(async () => {
    extract = reader(workbookOf(await readSample('beiguan-2024')));
    plain = await extract();
  });

  test('a correction of one of its cells changes exactly that cell', async () => {
    const before = printsOf(plain);
    const cellAndAmount = [fc.nat({ max: before.length - 1 }), fc.integer({ min: 0, max: 9_999_999 })] as const;
    const law = fc.asyncProperty(...cellAndAmount, async (choice, cents) => {
      const chosen = at(before, choice);
      const now = (cents / 100).toFixed(2);
      const corrected = await extract(cellAt(chosen.page, chosen.ref, chosen.text, now));
      expect(corrected.corrections).toEqual([{ index: 0, state: 'applied', why: null }]);
      const after = printsOf(corrected);
      expect(after.map(({ where, ref }) => `${where} ${ref}`)).toEqual(before.map(({ where, ref }) => `${where} ${ref}`));
      const changed = after.filter(({ text }, index) => text !== at(before, index).text);
      // A merged cell is one of each row that it reaches.
      const copies = before.filter(({ ref }) => ref === chosen.ref).map(() => [chosen.ref, now]);
      expect(changed.map(({ ref, text }) => [ref, text])).toEqual(chosen.text === now ? [] : copies);
      const cells = corrected.tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
      expect(cells.filter(({ correction }) => correction)).toMatchObject(
        copies.map(() => ({ ref: chosen.ref, text: now, box: null, correction: { was: chosen.text, ...who } })),
      );
    });
    await fc.assert(law, { numRuns: 25 });
  });

  test('the contradiction of its 支出决算表 is gone with one correction, and with the blank cell beside it filled', async () => {
    const [total, blank] = [cellAt(3, '3 支出决算表!D6', '395.87', '307.87'), cellAt(3, '3 支出决算表!E6', null, '88.00')];
    const about = ({ findings }: Disclosure) =>
      findings.filter(({ severity, message }) => severity === 'error' && message.includes('合计行'));
    expect([about(plain).length, about(await extract(total, blank)).length]).toEqual([1, 0]);
    const { tables, corrections } = await extract(blank);
    expect(corrections).toEqual([{ index: 0, state: 'applied', why: null }]);
    expect(tables[2]?.rows[0]?.cells['project']).toMatchObject({ text: '88.00', ref: '3 支出决算表!E6', status: 'corrected' });
  });

  test('a row is found by any of its cells, and so is a table', async () => {
    const place = { page: 3, ref: '3 支出决算表!C8' };
    const row = plain.tables[2]?.rows[2];
    const was = { code: row?.code, name: row?.name };
    const renamed = await extract({ kind: 'row', ...place, was, now: { name: '别的名称' }, ...who });
    expect(renamed.tables[2]?.rows[2]).toMatchObject({ name: '别的名称', corrections: [{ what: 'name', was: row?.name }] });
    const inYuan = await extract({ kind: 'table', ...place, was: { form: 'expenditure', unit: '万元' }, now: { unit: '元' }, ...who });
    expect(inYuan.tables.map(({ unit }) => unit)).toEqual(plain.tables.map(({ unit }, index) => (index === 2 ? '元' : unit)));
  });

  test('CORRECTION-REFUSED: another sheet, no such cell, a title, another text, a box in place of words', async () => {
    const box = { ...cellAt(3, '', '395.87', '1'), box: [1, 2, 3, 4], ref: undefined };
    const refused = await extract(
      cellAt(2, '3 支出决算表!D6', '395.87', '1'),
      cellAt(3, '3 支出决算表!D999', '395.87', '1'),
      cellAt(3, '3 支出决算表!A1', '支出决算表', '1'),
      cellAt(3, '3 支出决算表!D6', '395.78', '1'),
      box,
      { kind: 'row', page: 3, ref: '别的表!A1', was: { code: null, name: null }, now: { name: '1' }, ...who },
    );
    expect(refused.corrections?.map(({ state }) => state)).toEqual(new Array(6).fill('refused'));
    expect(refusals(refused)).toEqual([
      '更正文件第1条（3 支出决算表!D6单元格，「395.87」改为「1」）未采用：本文件的表格中没有这一格。',
      '更正文件第2条（3 支出决算表!D999单元格，「395.87」改为「1」）未采用：本文件的表格中没有这一格。',
      '更正文件第3条（3 支出决算表!A1单元格，「支出决算表」改为「1」）未采用：本文件的表格中没有这一格。',
      '更正文件第4条（3 支出决算表!D6单元格，「395.78」改为「1」）未采用：该格现在读作「395.87」，作更正时是「395.78」。',
      '更正文件第5条（第3页单元格，「395.87」改为「1」）未采用：本文件没有页面，位置须以 ref 写明。',
      '更正文件第6条（别的表!A1所在的行，「空白」改为「1」）未采用：本文件的表格中没有这一格。'.replace('「空白」', '空白'),
    ]);
    expect(printsOf(refused)).toEqual(printsOf(plain));
  });
});

test('a correction of a Word text, and one of a PDF that speaks of cells', async () => {
  const extract = reader(docx(p('支出决算表') + p('单位：万元') + tbl(...EXPENDITURE.map((row) => tr(...row.map((text) => tc(text)))))));
  const correction = cellAt(1, 'table 1, row 4, cell 3', '80.25', '81.25');
  expect((await extract(correction)).tables[0]?.rows[1]?.cells['total']).toMatchObject({ text: '81.25', ref: 'table 1, row 4, cell 3' });
  const pdf = reader(new Uint8Array(readFileSync(SAMPLE)));
  expect(refusals(await pdf(correction))).toEqual([
    '更正文件第1条（table 1, row 4, cell 3单元格，「80.25」改为「81.25」）未采用：本文件有页面，位置须以 box 写明。',
  ]);
});

test('hidden rows and columns: a blank cell is known by its address on the sheet', async () => {
  const rows = [['支出决算表'], ['单位：万元'], ...EXPENDITURE.map((row) => [row[0] ?? null, 'x', ...row.slice(1)])].map((row, r) =>
    row.map((text, c) => (r === 5 && c === 5 ? null : text)),
  );
  const bytes = xlsx([
    {
      name: '表',
      rows: [...rows.slice(0, 2), ['隐藏'], ...rows.slice(2)],
      hiddenRows: [3],
      cols: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
    },
  ]);
  const extract = reader(bytes);
  const blanks = (await extract()).tables[0]?.grid.cells.filter(({ text, row, ref }) => text === '' && row === 3 && ref?.endsWith('7'));
  expect(blanks?.map(({ ref }) => ref)).toContain('表!F7');
  const { tables, corrections } = await extract(cellAt(1, '表!F7', null, '9.99'));
  expect(corrections).toEqual([{ index: 0, state: 'applied', why: null }]);
  expect(Object.values(tables[0]?.rows[1]?.cells ?? {}).find(({ text }) => text === '9.99')).toMatchObject({ ref: '表!F7' });
});

test('a merged cell is corrected in each row that it reaches, and no other cell is', async () => {
  const body = [
    ['一级指标', '分值', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '30', '数量指标', '甲', '1', '1', '10', '10'],
    [null, null, null, '乙', '2', '2', '20', '20'],
    ['效益指标', '60', '社会效益', '丙', '3', '3', '60', '60'],
    ['总分', null, null, null, null, null, '90', '90'],
  ];
  const rows = [['部门整体支出绩效自评情况表'], ['部门：大石县财政局', null, '2023年度'], ...body];
  const extract = reader(xlsx([{ name: '绩效', rows, merges: ['A4:A5', 'B4:B5', 'C4:C5', 'A7:F7'] }]));
  const copies = (of: Disclosure) => printsOf(of).filter(({ ref }) => ref === '绩效!B4');
  expect(copies(await extract()).map(({ text }) => text)).toEqual(['30', '30']);
  const corrected = await extract(cellAt(1, '绩效!B4', '30', '50'));
  expect(copies(corrected).map(({ text }) => text)).toEqual(['50', '50']);
  const others = (of: Disclosure) => printsOf(of).filter(({ ref }) => ref !== '绩效!B4');
  expect(others(corrected)).toEqual(others(await extract()));
});

test('a second correction of a place takes the place of the first, whether its box is null or not there', () => {
  const source = { name: 'a.xlsx', sha256: 'a'.repeat(64) };
  const first = cellAt(1, '表!C7', '1', '2') as Correction;
  const { box: _, ...second } = cellAt(1, '表!C7', '2', '3') as Correction;
  const once = withCorrection(null, source, first);
  const twice = withCorrection(JSON.stringify(once), source, second as Correction);
  expect(twice.corrections).toEqual([{ ...second, was: { text: '1' } }]);
  const other = withCorrection(JSON.stringify(twice), source, cellAt(1, '表!C8', '2', '3') as Correction);
  expect(other.corrections).toHaveLength(2);
  expect(withInstead(JSON.stringify(other), source, { ...second, was: { text: '1' } } as Correction, null).corrections).toEqual([
    other.corrections[1],
  ]);
  expect(toTestCase({ ...source, bytes: 1, mediaType: '', pages: 1, producer: null }, first)).toMatchObject({ box: null, ref: '表!C7' });
});

test.each([
  [{ ref: undefined }, /^box: /u],
  [{ ref: '' }, /^ref: /u],
  [{ box: [1, 2, 3, 4] }, /^(?:box|correction): /u],
  [{ reason: '' }, /^reason: /u],
  [{ kind: 'page' }, /^kind: /u],
])('an entry with %o is told what is wrong with it', (wrong, sentence) => {
  const document = { name: 'a.xlsx', sha256: 'a'.repeat(64) };
  const corrections = JSON.parse(JSON.stringify([{ ...cellAt(1, '表!C7', '1', '2'), ...wrong }]));
  const { entries } = parseCorrections({ $schema: 'corrections.schema.json', schemaVersion: '1', document, corrections });
  expect(entries[0]).toMatch(sentence);
});
