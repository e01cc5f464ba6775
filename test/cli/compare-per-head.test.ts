import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/emit/json.js';
import { account, summaryTable, threePublicTable } from '../compare/accounts.js';
import { inProcess } from './in-process.js';
import { temporaryFolder } from './juesuan.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const ofThreePublic = (department: string, text: string) => toJson(account(2023, [threePublicTable({ 'final.total': text })], department));

const many = { 'a.json': ofThreePublic('甲局', '1.50'), 'b.json': ofThreePublic('乙局', '20.00') };

const years = {
  '2022.json': toJson(account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')])),
  '2023.json': toJson(account(2023, [summaryTable('170.00', '150.00', '17.50', '37.50')])),
};

describe('figures for each head', () => {
  const ask = ['compare', 'a.json', 'b.json', '--indicator', '三公合计', '--per', 'heads.csv'];

  test('of many documents: the largest for each head first, and how it is rounded', async () => {
    const folder = folderWith({ ...many, 'heads.csv': '部门,人数\n甲局,1\n乙局,30\n' });
    const { code, stdout } = await inProcess(ask, folder);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[2]).toMatch(/^甲局 .* 15000\.00$/);
    expect(lines[3]).toMatch(/^乙局 .* 30 +200000\.00 +20\.00万元 +6666\.67$/);
    expect(stdout).toContain('四舍五入到分');
    const json = JSON.parse((await inProcess([...ask, '--format', 'json'], folder)).stdout);
    expect(json).toMatchObject([
      { heads: '1', figures: [{ perHead: '15000.00' }] },
      { heads: '30', figures: [{ perHead: '6666.67' }] },
    ]);
    const csv = (await inProcess([...ask, '--format', 'csv'], folder)).stdout.split('\r\n');
    expect(csv[0]).toMatch(/reason,heads,three-public\/total\.yuan,.*,three-public\/total\.per_head$/);
    expect((await inProcess([...ask, '--format', 'svg'], folder)).stdout).toContain('元/人');
  });

  test('of two years, with heads of each', async () => {
    const folder = folderWith({ ...years, 'heads.csv': '文件,年度,人数\n2022.json,2022,10\n2023,2023,8\n' });
    const ask = ['compare', '2022.json', '2023.json', '--per', 'heads.csv'];
    const { stdout } = await inProcess(ask, folder);
    expect(stdout).toMatch(/本年收入合计 +160000\.00 +212500\.00 +52500\.00 +32\.81\n/);
    const json = JSON.parse((await inProcess([...ask, '--format', 'json'], folder)).stdout);
    expect(json.perHead[0]).toEqual({
      ...{ id: 'total-income', words: '本年收入合计', earlier: '160000.00', later: '212500.00' },
      ...{ difference: '52500.00', percent: '32.81' },
    });
    const csv = (await inProcess([...ask, '--format', 'csv'], folder)).stdout.split('\r\n');
    expect(csv[0]).toMatch(/^\uFEFFpart,form,panel,code,name,column,earlier_printed,earlier_yuan,.*,note$/);
    expect(csv.find((line) => line.startsWith('人均,'))).toBe(
      '人均,,,,本年收入合计,total-income,,160000.00,,,,212500.00,,,52500.00,32.81,元/人，人数 10、8',
    );
  });

  test.each([
    ['部门,人数\n甲局,1\n', '--per heads.csv: it has no line for 乙局 2023 (b.json)'],
    ['部门,人数\n甲局,1\n乙局,2\n丙局,3\n', '--per heads.csv: none of the documents is of 丙局 (line 4)'],
    ['部门,人数\n甲局,1\n乙局,0\n', '--per heads.csv: line 3: the heads of 乙局 must be above zero, not 0'],
    ['部门,人数\n甲局,1\n甲局,1\n乙局,2\n', '--per heads.csv: lines 2 and 3 are both of 甲局 2023'],
    ['a,b\n甲局,1\n', '--per heads.csv: its first line must name a column of departments'],
  ])('%j is wrong usage', async (text, message) => {
    const { code, stdout, stderr } = await inProcess(ask, folderWith({ ...many, 'heads.csv': text }));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('as a page', () => {
  test('two years: chart with its source, the figures, what is carried over, links to the documents beside the results', async () => {
    const folder = folderWith({ ...years, '桐柏县档案馆2023.pdf': '' });
    expect(await inProcess(['compare', '.', '--out', 'x.html'], folder)).toMatchObject({ code: 0, stdout: 'x.html\n' });
    const html = readFileSync(path.join(folder, 'x.html'), 'utf8');
    expect(html).toContain('<h1>桐柏县档案馆2022—2023年度部门决算</h1>');
    expect(html).toContain('不符，相差25000.00元');
    expect(html).toContain(`href="${encodeURIComponent('桐柏县档案馆2023.pdf')}#page=3"`);
    expect(html).not.toContain(encodeURIComponent('桐柏县档案馆2022.pdf'));
    expect(html).toMatch(/script-src 'sha256-[^']+'/);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
    const svg = /data:image\/svg\+xml;base64,([^"]+)/.exec(html)?.[1] ?? '';
    expect(Buffer.from(svg, 'base64').toString()).toContain('来源：2022 桐柏县档案馆2022.pdf');
  });

  test('in English no words of ours are Chinese', async () => {
    const { stdout } = await inProcess(['compare', '.', '--format', 'html', '--lang', 'en'], folderWith(years));
    const text = stdout.replace(/<style>.*?<\/style>/su, '').replace(/<[^>]*>/g, '\n');
    const own = ['指标', '结转', '各表', '增减', '来源', '下载', '单位', '一致', '不符', '未印', '人均', '第3页'];
    expect(own.filter((word) => text.split('\n').some((line) => line.trim().startsWith(word)))).toEqual([]);
    expect(text).toContain('different, by 25000.00 元');
    expect(stdout).toContain('<html lang="en">');
  });

  test('a text of a document is no markup, and a document that failed says why', async () => {
    const folder = folderWith({
      'a.json': toJson(account(2023, [threePublicTable({ 'final.total': '1.50' })], '<script>alert(1)</script>')),
      'b.json': toJson(account(2023, [], '丁局', { outcome: { status: 'failed', reason: 'truncated', message: 'It is <cut> off.' } })),
      'heads.csv': 'file,heads\na,3\n',
    });
    const { code, stdout } = await inProcess(['compare', '.', '--indicator', '三公', '--format', 'html', '--per', 'heads.csv'], folder);
    expect(code).toBe(1);
    expect(stdout).not.toContain('<script>alert');
    expect(stdout).toContain('It is &lt;cut&gt; off.');
    expect(stdout).toContain('5,000.00');
  });
});
