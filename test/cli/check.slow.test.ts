import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../schemas/disclosure.js';
import { draw } from '../archive/drawn.js';
import { filesBelow, juesuan, ROOT, SAMPLE, temporaryFolder } from './juesuan.js';

/** A document that agrees with itself. */
const SOUND = path.join(ROOT, 'samples/linhe-water-2023.pdf');
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'in'));
  copyFileSync(SAMPLE, path.join(folder, 'in/a.pdf'));
  copyFileSync(SOUND, path.join(folder, 'in/b.pdf'));
});

describe('what is printed', () => {
  test('findings worst first, with their pages, the sentence and the cells; nothing is written', async () => {
    const { code, stdout } = await juesuan(['check', 'in/a.pdf', '--quiet'], folder);
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^in\/a\.pdf {2}安阳市北关区工业和信息化局 2024年度 {2}错误 \d+ 处，提醒 \d+ 处，说明 \d+ 处$/);
    const severities = lines.flatMap((line) => /^ {2}(错误|提醒|说明) {2}(?:第\d+页|全文).+ {2}\[[A-Z0-9-]+\]$/.exec(line)?.[1] ?? []);
    expect(severities).toEqual(severities.toSorted((a, b) => '错误提醒说明'.indexOf(a) - '错误提醒说明'.indexOf(b)));
    expect(new Set(severities).size).toBe(3);
    expect(stdout).not.toMatch(/(第\d+页) {2}\1/);
    expect(stdout).toContain('原文：与上年度相比，收、支总计各减少417.27万元，下降54.35%。');
    expect(stdout).toMatch(/表格：第\d+页《一般公共预算财政拨款支出决算表》2060499 其他技术研究与开发支出 本年支出\/小计 48\.00/);
    expect(filesBelow(folder)).toEqual(['in/a.pdf', 'in/b.pdf']);
  });

  test('a document without contradictions is reported as such, and is no error', async () => {
    const { code, stdout } = await juesuan(['check', 'in/b.pdf', '--quiet'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^in\/b\.pdf {2}临河县水利局 2023年度 {2}没有发现错误，也没有提醒；\d+ 个数值由勾稽证实，其余见各数值的状态。\n$/,
    );
  });

  test('documents in the order of the inputs, progress on stderr', async () => {
    const { code, stdout, stderr } = await juesuan(['check', 'in'], folder);
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('in/'))).toEqual([
      expect.stringMatching(/^in\/a\.pdf /),
      expect.stringMatching(/^in\/b\.pdf /),
    ]);
    expect(stderr).toContain('2 documents');
  });

  test('json: one object per document, its findings as the contract has them', async () => {
    const { code, stdout } = await juesuan(['check', 'in', '--format', 'json', '--quiet'], folder);
    expect(code).toBe(1);
    const documents: { path: string; outcome: object; findings: Finding[] }[] = JSON.parse(stdout);
    expect(documents.map((d) => [d.path, d.findings.length > 0])).toEqual([
      ['in/a.pdf', true],
      ['in/b.pdf', false],
    ]);
    expect(documents[0]?.findings.find((f) => f.rule === 'PROSE-CHANGE')).toMatchObject({
      found: '54.35',
      expected: '51.32',
      severity: 'error',
    });
  });

  test('csv: one line per finding', async () => {
    const { stdout } = await juesuan(['check', 'in', '--format', 'csv', '--quiet'], folder);
    const [head, ...lines] = stdout.trimEnd().split('\r\n');
    expect(head).toBe('\uFEFFpath,department,year,severity,verdict,rule,page,message,found,expected,difference,tolerance,quote,cells');
    expect(lines.every((line) => line.startsWith('in/a.pdf,安阳市北关区工业和信息化局,2024,'))).toBe(true);
    expect(lines.some((line) => line.includes(',error,publisher,PROSE-CHANGE,'))).toBe(true);
  });
});

test('a document that cannot be read cannot be called free of errors', async () => {
  writeFileSync(path.join(folder, 'in/c.pdf'), '<!DOCTYPE html><html><body>404</body></html>');
  const { code, stdout } = await juesuan(['check', 'in/b.pdf', 'in/c.pdf', '--quiet'], folder);
  expect(code).toBe(1);
  expect(stdout).toContain('in/c.pdf  未能提取（not-readable）：');
  const csv = await juesuan(['check', 'in/c.pdf', '--format', 'csv', '--quiet'], folder);
  expect(csv.stdout).toContain('in/c.pdf,,,error,reading,DOCUMENT-FAILED,');
});

describe('documents against each other', () => {
  const department = '桐柏县档案馆';
  const message =
    '桐柏县档案馆《收入支出决算总表》2022年度年末结转和结余印为20.00万元，2023年度年初结转和结余印为17.50万元，相差2.50万元。';

  beforeEach(() => {
    mkdirSync(path.join(folder, 'years'));
    writeFileSync(path.join(folder, 'years/2022.pdf'), draw({ department, year: 2022 }));
    writeFileSync(path.join(folder, 'years/2023.pdf'), draw({ department, year: 2023, opening: '17.50' }));
  });

  test('stand behind the documents, with their files; a warning is no error', async () => {
    const { stdout } = await juesuan(['check', 'years', '--quiet'], folder);
    const [, between = ''] = stdout.split('跨文件  ');
    expect(between.split('\n').slice(0, 3)).toEqual([
      '错误 0 处，提醒 2 处，说明 0 处',
      `  提醒  ${message}  [CARRIED-FORWARD]`,
      '        文件：years/2023.pdf，years/2022.pdf',
    ]);
    expect((await juesuan(['check', 'years/2022.pdf', '--quiet'], folder)).stdout).not.toContain('跨文件');
  });

  test('json: behind the documents, without a path; csv: under all their paths', async () => {
    const { stdout } = await juesuan(['check', 'years', '--format', 'json', '--quiet'], folder);
    expect(JSON.parse(stdout).at(-1)).toMatchObject({
      path: null,
      document: null,
      findings: [{ rule: 'CARRIED-FORWARD', message, cells: [], documents: ['years/2023.pdf', 'years/2022.pdf'] }, {}],
    });
    const csv = await juesuan(['check', 'years', '--format', 'csv', '--quiet'], folder);
    expect(csv.stdout).toContain(`years/2023.pdf; years/2022.pdf,桐柏县档案馆,2023,warning,publisher,CARRIED-FORWARD,,${message}`);
  });

  test('extract tells them on stderr', async () => {
    const { stdout, stderr } = await juesuan(['extract', 'years', '--out', 'out'], folder);
    expect(stderr).toContain(`提醒  ${message}  [CARRIED-FORWARD]`);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect((await juesuan(['extract', 'years', '--out', 'out', '--quiet'], folder)).stderr).toBe('');
  });
});
