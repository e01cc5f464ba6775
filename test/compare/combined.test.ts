import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { inLanguage } from '../../src/base/language.js';
import { combinedWorkbook } from '../../src/compare/combined.js';
import { isCombinedWorkbook } from '../../src/compare/is-combined.js';
import { disclosure } from '../emit/fixture.js';
import { xlsxOf } from '../emit/written.js';
import { account, summaryTable } from './accounts.js';

const results: Readonly<Record<string, Disclosure>> = {
  '2022.json': account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')]),
  '2023.json': { ...account(2023, [summaryTable('170.00', '150.00', '17.50', '37.50')]), findings: disclosure().findings.slice(1) },
  'broken.json': account(2021, [], '桐柏县档案馆', {
    outcome: { status: 'failed', reason: 'truncated', message: 'The PDF is cut off.' },
  }),
};

const documents = [
  ...Object.keys(results).map((json) => ({ file: json.replace('json', 'pdf'), json, reason: null })),
  { file: 'taken.pdf', json: null, reason: 'Its results would go elsewhere.' },
];

const read = (json: string): Disclosure => {
  const result = results[json];
  if (!result) throw new Error(`no ${json}`);
  return result;
};

async function combine(mostRows?: number) {
  const { bytes, between } = await combinedWorkbook(documents, read, families, mostRows);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const linesOf = (name: string) => {
    const [heads = [], ...lines] = (workbook.getWorksheet(name)?.getSheetValues() ?? [])
      .slice(1)
      .map((line) => [...(line as unknown[])].slice(1));
    return lines.map((line) => Object.fromEntries(heads.map((head, index) => [String(head), line[index] ?? null])));
  };
  return { bytes, between, names: workbook.worksheets.map(({ name }) => name), linesOf };
}

test('目录 has a line for each document, a failed one with its reason, and the figures that one quotes', async () => {
  const { names, linesOf } = await combine();
  expect(names).toEqual(['目录', '勾稽', '数据']);
  expect(linesOf('目录')).toMatchObject([
    { 文件: '2022.pdf', 部门: '桐柏县档案馆', 年度: 2022, 结果: '全部读出', 表: 1, 数值: 4, 错误: 0, '本年收入合计（元）': 1_600_000 },
    { 文件: '2023.pdf', 年度: 2023, 错误: 1, '本年收入合计：印作': '170.00万元', '本年收入合计：状态': '勾稽证实' },
    { 文件: 'broken.pdf', 结果: '未能提取', 原因: 'The PDF is cut off.', 数值: 0, '本年收入合计（元）': null, '本年收入合计：印作': null },
    { 文件: 'taken.pdf', 结果: '未能提取', 原因: 'Its results would go elsewhere.', 数值: null },
  ]);
});

test('勾稽 has the findings of every document, and those between them', async () => {
  const { between, linesOf } = await combine();
  expect(between.map(({ rule }) => rule)).toEqual(['CARRIED-FORWARD']);
  expect(linesOf('勾稽')).toMatchObject([
    { 文件: '2023.pdf；2022.pdf', 级别: '提醒', 规则: 'CARRIED-FORWARD' },
    { 文件: '2023.pdf', 部门: '桐柏县档案馆', 年度: 2023, 级别: '错误', 规则: 'TABLE-PROSE', 页: 19 },
  ]);
});

test('数据 has the tidy lines of every document under Chinese heads', async () => {
  const lines = (await combine()).linesOf('数据');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toMatchObject({
    文件: '2022.pdf',
    部门: '桐柏县档案馆',
    年度: 2022,
    项目: '本年收入合计',
    印文: '160.00',
    元: 1_600_000,
    状态: '勾稽证实',
  });
});

test('what is longer than a sheet goes on in another, and nothing is lost', async () => {
  const { bytes, names, linesOf } = await combine(4);
  expect(names).toEqual(['目录', '勾稽', '数据', '数据2', '数据3']);
  expect(['数据', '数据2', '数据3'].map((name) => linesOf(name).length)).toEqual([3, 3, 2]);
  expect(['数据', '数据2', '数据3'].flatMap((name) => linesOf(name).map((line) => line['印文']))).toEqual(
    (await combine()).linesOf('数据').map((line) => line['印文']),
  );
  expect(isCombinedWorkbook(bytes)).toBe(true);
});

describe('only a workbook of a folder as we wrote it may be written over', () => {
  test('that is one', async () => {
    expect(isCombinedWorkbook((await combine()).bytes)).toBe(true);
  });

  test('the same, saved again by another program, is none', async () => {
    const { bytes } = await combine();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    expect(isCombinedWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))).toBe(false);
  });

  test('the workbook of a document, and what is no workbook at all, are none', () => {
    expect(isCombinedWorkbook(xlsxOf(disclosure()))).toBe(false);
    expect(isCombinedWorkbook(new TextEncoder().encode('目录,勾稽,数据'))).toBe(false);
    expect(isCombinedWorkbook(new Uint8Array())).toBe(false);
  });
});

test('in English its sheets and heads are English, and it is known for ours again', async () => {
  const { bytes } = await inLanguage('en', () => combinedWorkbook(documents, read, families));
  expect(isCombinedWorkbook(bytes)).toBe(true);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Contents', 'Findings', 'Data']);
  for (const sheet of workbook.worksheets) {
    const heads = [...(sheet.getRow(1).values as unknown[])].filter((head) => typeof head === 'string');
    // Names of figures have the Chinese ones behind, and 元 is a unit.
    expect(heads.filter((head) => /^\p{Script=Han}/u.test(head))).toEqual([]);
    expect(heads.length).toBeGreaterThan(10);
  }
});
