import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.js';
import { toJson } from '../../src/emit/json.js';
import { account, summaryTable, threePublicTable } from '../compare/accounts.js';
import { inProcess } from './in-process.js';
import { temporaryFolder } from './juesuan.js';

function folderWith(results: Readonly<Record<string, Disclosure>>): string {
  const folder = temporaryFolder();
  for (const [name, result] of Object.entries(results)) writeFileSync(path.join(folder, name), toJson(result));
  return folder;
}

const two = {
  '2022.json': account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')]),
  '2023.json': account(2023, [summaryTable('170.00', '150.00', '17.50', '37.50')]),
};

describe('two years of one department', () => {
  test('the earlier first, whichever is named first; 年末 against 年初', async () => {
    const { code, stdout } = await inProcess(['compare', '2023.json', '2022.json'], folderWith(two));
    expect(code).toBe(0);
    expect(stdout).toContain('桐柏县档案馆2022—2023年度部门决算');
    expect(stdout).toMatch(/本年收入合计 +160\.00万元 +170\.00万元 +100000\.00 +6\.25\n/);
    expect(stdout).toMatch(/年末结转和结余 → 年初结转和结余 +收入支出决算总表 +20\.00万元 +17\.50万元 +不符，相差25000\.00元/);
    expect(stdout).toContain('各表金额4处，1处相同，3处有变化');
  });

  test('diff leads to the same, with its own exit code', async () => {
    const folder = folderWith({ ...two, 'same.json': account(2024, [summaryTable('170.00', '150.00', '17.50', '37.50')]) });
    const compared = await inProcess(['compare', '2022.json', '2023.json'], folder);
    expect(await inProcess(['diff', '2022.json', '2023.json'], folder)).toEqual({ ...compared, code: 1 });
    expect(await inProcess(['diff', '2023.json', 'same.json'], folder)).toMatchObject({ code: 0 });
    const json = JSON.parse((await inProcess(['diff', '2022.json', '2023.json', '--format', 'json'], folder)).stdout);
    expect(json).toMatchObject({
      earlier: { year: 2022 },
      later: { year: 2023 },
      indicators: [{ id: 'total-income', percent: '6.25' }, {}, {}],
    });
  });

  test('two editions of one year are no two years: diff keeps its meaning', async () => {
    const edition = account(2022, [summaryTable('161.00', '150.00', '10.00', '21.00')]);
    const { code, stdout } = await inProcess(['diff', '2022.json', 'b.json'], folderWith({ ...two, 'b.json': edition }));
    expect(code).toBe(1);
    expect(stdout).toContain('2处相同，2处不同');
  });

  test('as CSV all in one table, as a workbook a sheet each, as a chart a bar for each year', async () => {
    const folder = folderWith(two);
    const csv = (await inProcess(['compare', '.', '--format', 'csv'], folder)).stdout.split('\r\n');
    expect(csv.filter((line) => line.startsWith('结转,'))).toEqual([
      '结转,收入支出决算总表,,,年末结转和结余 → 年初结转和结余,,20.00万元,200000.00,勾稽证实,,17.50万元,175000.00,勾稽证实,,-25000.00,,不符',
    ]);
    expect(csv.filter((line) => line.startsWith('各表,'))).toHaveLength(4);
    expect(await inProcess(['compare', '.', '--out', 'x.xlsx'], folder)).toMatchObject({ code: 0, stdout: 'x.xlsx\n' });
    expect(readFileSync(path.join(folder, 'x.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const svg = (await inProcess(['compare', '.', '--format', 'svg'], folder)).stdout;
    expect(svg.match(/<rect/g)).toHaveLength(1 + 6 + 2);
  });
});

describe('a figure of many documents', () => {
  const many = {
    ...{ 'a.json': account(2023, [threePublicTable({ 'final.total': '1.50' })], '甲局') },
    'b.json': account(2023, [threePublicTable({ 'final.total': { text: '20.00', status: 'contradicted' } })], '乙局'),
    'c.json': account(2023, [], '丙局'),
    'd.json': account(2023, [], '丁局', { outcome: { status: 'failed', reason: 'truncated', message: 'The PDF is cut off.' } }),
  };

  test('a line for each, the largest first; a document that failed makes the exit code 1', async () => {
    const { code, stdout } = await inProcess(['compare', '.', '--indicator', '三公合计'], folderWith(many));
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    expect(lines.slice(2, 6).map((line) => line.slice(0, 2))).toEqual(['乙局', '甲局', '丙局', '丁局']);
    expect(stdout).toContain('20.00万元（有矛盾）');
    expect(lines[4]).toMatch(/未印$/);
  });

  test('all figures that any prints, where none is asked for, in the order of the files', async () => {
    const { stdout } = await inProcess(['compare', '.', '--format', 'csv'], folderWith(many));
    expect(stdout.split('\r\n').map((line) => line.split(',')[3])).toEqual(['file', 'a.json', 'b.json', 'c.json', 'd.json', undefined]);
    expect(stdout.split('\r\n')[0]).not.toContain('closing-balance');
  });

  test('as JSON, with what is not printed', async () => {
    const { stdout } = await inProcess(['compare', 'a.json', 'c.json', '--indicator', '三公', '--format', 'json'], folderWith(many));
    expect(JSON.parse(stdout)).toMatchObject([
      { file: 'a.json', department: '甲局', figures: [{ id: 'three-public/total', text: '1.50', unit: '万元', yuan: '15000.00' }] },
      { file: 'c.json', figures: [{ id: 'three-public/total', text: null }] },
    ]);
  });

  test.each([
    [['compare', '.', '--indicator', '三公数'], 'It knows total-income (本年收入合计)'],
    [['compare', '.', '--format', 'xlsx'], 'a workbook needs --out <file>'],
    [
      ['compare', '.', '--indicator', '三公,收入', '--format', 'svg'],
      'a chart shows one figure: choose with --indicator one of three-public/total, total-income',
    ],
    [['compare', 'a.json', '--out', 'a.json', '--format', 'csv'], '--out a.json is one of the files that are compared'],
    [['compare', 'no.json'], 'no such file or folder: no.json'],
    [['compare', 'x.json'], 'x.json is no result of juesuan'],
  ])('juesuan %j is wrong usage', async (args, message) => {
    const income = account(2023, [summaryTable('160.00', '150.00', '10.00', '20.00')], '戊局');
    const folder = folderWith({ ...many, 'e.json': income });
    writeFileSync(path.join(folder, 'x.json'), '{}');
    const { code, stdout, stderr } = await inProcess(args, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('a department and its unit', () => {
  const withProse = (of: { kind: string; department: string; sha: string }, texts: readonly string[]): Disclosure => {
    const plain = account(2024, [summaryTable('160.00', '150.00', '10.00', '20.00')]);
    const document = { ...plain.document, kind: of.kind as Disclosure['document']['kind'], department: of.department };
    const sections = texts.map((text) => ({ heading: '一、收入支出决算总体情况说明', level: 1, pages: [1], text }));
    return { ...plain, source: { ...plain.source, sha256: of.sha.repeat(64) }, document, sections };
  };
  const listed = '纳入本部门2024年度部门决算编制范围的单位包括：甲县档案馆（本级）、甲县档案信息中心。';
  const told = (now: string, change: string, rate: string) =>
    `2024年度收入总计${now}万元，比上年决算数452.82万元增加${change}万元，增长${rate}%。`;
  const results = {
    'whole.json': withProse({ kind: '部门决算', department: '甲县档案馆', sha: 'a' }, [listed, told('500.00', '47.18', '10.42')]),
    'part.json': withProse({ kind: '单位决算', department: '甲县档案信息中心', sha: 'b' }, [told('120.00', '10.00', '9.09')]),
  };

  test('the base that one has of the other is told beside the figures', async () => {
    const folder = folderWith(results);
    const { code, stdout, stderr } = await inProcess(['compare', '.'], folder);
    expect(code).toBe(0);
    expect(stdout).not.toContain('UNIT-BASE');
    expect(stderr).toContain('疑单位误用了部门的基数。  [UNIT-BASE]');
    expect(stderr).toContain('按其本年数与增减额推算应为110.00万元');
    expect((await inProcess(['compare', '.', '--quiet'], folder)).stderr).toBe('');
    expect((await inProcess(['compare', '.', '--indicator', 'total-income'], folder)).stderr).toBe('');
  });
});
