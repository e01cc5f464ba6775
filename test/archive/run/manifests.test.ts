import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ioLimit } from '../../../src/archive/run/io.js';
import { readManifests } from '../../../src/archive/run/manifests.js';
import { scanFolder } from '../../../src/archive/run/scan.js';
import { gbk, utf16 } from '../../base/encode.js';
import { temporaryFolder } from '../../cli/juesuan.js';

/** What the manifests of a folder tell, where it holds these documents. */
async function read(manifests: string | Buffer | Record<string, string | Buffer>, documents = ['a.pdf', 'b.pdf', 'c.pdf']) {
  const folder = temporaryFolder();
  const given = typeof manifests === 'string' || Buffer.isBuffer(manifests) ? { 'manifest.csv': manifests } : manifests;
  for (const [file, content] of [...Object.entries(given), ...documents.map((name) => [name, ''] as const)]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const { lines, remarks } = await readManifests(await scanFolder(folder, ioLimit(), new AbortController().signal, new Map()));
  const told = (isProblem: boolean) =>
    remarks.filter((each) => each.isProblem === isProblem).map(({ path: file, note }) => `${file}: ${note}`);
  return { lines, documents: [...lines.keys()].toSorted(), problems: told(true), notes: told(false) };
}

const HEAD = 'file,source_url,department';
const LINES = ['a.pdf,https://example.org/a,财政局', 'b.pdf,https://example.org/b,教育局', 'c.pdf,https://example.org/c,卫健委'];
const TEXT = `${HEAD}\n${LINES.join('\n')}\n`;

describe('a manifest in what people have', () => {
  test.each([
    ['commas in UTF-8', Buffer.from(TEXT), []],
    ['the same with a mark', Buffer.from(`\uFEFF${TEXT}`), []],
    ['UTF-16', utf16(TEXT, 'LE'), ['manifest.csv: read as UTF-16LE with commas, 3 lines']],
    ['UTF-16, big end first, with tabs', utf16(TEXT.replaceAll(',', '\t'), 'BE'), ['manifest.csv: read as UTF-16BE with tabs, 3 lines']],
    ['GBK with semicolons', gbk(TEXT.replaceAll(',', ';')), ['manifest.csv: read as GB18030 with semicolons, 3 lines']],
    ['blank lines and columns at the end, as a spreadsheet leaves them', Buffer.from(`${TEXT.replaceAll('\n', ',,\r\n')},,,,\r\n\r\n`), []],
  ])('%s', async (_, bytes, notes) => {
    const { lines, problems, ...told } = await read(bytes);
    expect(problems).toEqual([]);
    expect(told.notes).toEqual(notes);
    expect([...lines.values()].map(({ provenance }) => provenance.department)).toEqual(['财政局', '教育局', '卫健委']);
  });

  test('columns of other names are told: one may be misspelt', async () => {
    const { notes } = await read('file,url,Department\na.pdf,https://example.org,财政局\n');
    expect(notes).toEqual(['manifest.csv: read as UTF-8 with commas, 1 lines; columns of other names are not used: url']);
  });

  test('one that does not name its columns, or nothing, is of no use, and says so in a sentence', async () => {
    expect((await read('文件,网址\na.pdf,x\n')).problems).toEqual(['manifest.csv: line 1 must name the column file; it reads "文件,网址"']);
    expect((await read('')).problems).toEqual(['manifest.csv: it is empty']);
    expect((await read('file,file\na.pdf,b.pdf\n')).problems).toEqual(['manifest.csv: line 1 names the column file twice']);
  });
});

describe('a line that is wrong costs that line, and is told with its number', () => {
  test.each([
    ['a field too many', 'b.pdf,x,y,z', 'it has 4 fields, the first line names 3'],
    ['a field too few', 'b.pdf', 'it has 1 fields, the first line names 3'],
    ['a mark that is never closed', 'b.pdf,"x,教育局', 'its quotation marks do not match'],
    ['a mark in the middle', 'b.pdf,x"y,"教"育局', 'its quotation marks do not match'],
    ['no name', ',x,教育局', 'it names no file'],
    ['a name of no document', 'd.pdf,https://example.org,教育局', 'there is no document "d.pdf" here'],
    ['a name outside of the folder', '../b.pdf,https://example.org,教育局', 'there is no document "../b.pdf" here'],
  ])('%s', async (_, line, why) => {
    const { documents, problems } = await read(`${HEAD}\n${LINES[0]}\n${line}\n${LINES[2]}\n`);
    expect(problems).toEqual([`manifest.csv: line 3: ${why}`]);
    expect(documents).toEqual(['a.pdf', 'c.pdf']);
  });

  test('bytes that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from(`${HEAD}\n${LINES[0]}\nb.pdf,`), Buffer.from([0xff]), Buffer.from(`,x\n${LINES[2]}\n`)]);
    const { documents, problems } = await read(bytes);
    expect(problems).toEqual(['manifest.csv: line 3: it holds bytes that are no text in the encoding of the file']);
    expect(documents).toEqual(['a.pdf', 'c.pdf']);
  });

  test('a text in quotation marks may hold separators, marks and breaks; lines behind it keep their numbers', async () => {
    const { lines, problems } = await read(`${HEAD}\na.pdf,,"财政局\n（""本级""）, 北关"\nd.pdf,,\n`);
    expect(lines.get('a.pdf')?.provenance.department).toBe('财政局\n（"本级"）, 北关');
    expect(problems).toEqual(['manifest.csv: line 4: there is no document "d.pdf" here']);
  });

  test('of two lines for one document the later holds; the other is told, in whichever manifest it stands', async () => {
    const { lines, problems } = await read(
      { 'manifest.csv': `${HEAD}\na.pdf,,甲\na.pdf,,乙\nsub\\b.pdf,,丙\n`, 'sub/manifest.csv': `${HEAD}\nb.pdf,,丁\n` },
      ['a.pdf', 'sub/b.pdf'],
    );
    expect([...lines.values()].map(({ provenance }) => provenance.department)).toEqual(['乙', '丁']);
    expect(problems).toEqual([
      'manifest.csv: line 2: a.pdf is told once more in line 3, which holds',
      'manifest.csv: line 4: b.pdf is told once more in line 2 of sub/manifest.csv, which holds',
    ]);
  });

  test('a line of manifest.csv is wrong → it costs that line, is told with its number, exit code 1 → mend the line', async () => {
    const broken = fc.constantFrom('"', 'x,"', 'a.pdf,"x"y,', ',,,,,x', '\uFFFD,,', 'nothing.pdf,,');
    await fc.assert(
      fc.asyncProperty(broken, fc.integer({ min: 0, max: 3 }), async (line, where) => {
        const { documents, problems } = await read(`${[HEAD, ...LINES.toSpliced(where, 0, line)].join('\n')}\n`);
        expect(documents).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain(`line ${where + 2}: `);
      }),
      { numRuns: 30 },
    );
  });
});

test('of thousands of lines each has its own number, whatever stands in those before', async () => {
  const broken = new Map([
    [999, '"'],
    [1000, 'x,"a\nb",'],
    [2500, 'x'],
  ]);
  const lines = Array.from({ length: 3000 }, (_, index) => broken.get(index) ?? `nothing-${index}.pdf,,"财政局, 本级"`);
  const { problems } = await read(`${HEAD}\n${lines.join('\n')}\na.pdf,,\n`);
  expect(problems).toHaveLength(3000);
  expect(problems.slice(998, 1003).map((each) => each.slice(0, 45))).toEqual([
    'manifest.csv: line 1000: there is no document',
    'manifest.csv: line 1001: its quotation marks ',
    'manifest.csv: line 1002: there is no document',
    'manifest.csv: line 1004: there is no document',
    'manifest.csv: line 1005: there is no document',
  ]);
  expect(problems.at(-1)).toBe('manifest.csv: line 3002: there is no document "nothing-2999.pdf" here');
});

describe('a field that cannot be costs that field', () => {
  const one = async (column: string, text: string) => {
    const { lines, problems } = await read(`file,department,${column}\na.pdf,财政局,${text}\n`);
    expect(lines.get('a.pdf')?.provenance.department).toBe('财政局');
    return { value: lines.get('a.pdf')?.provenance, problems };
  };

  test.each([
    ['published_on', '2024-02-30', 'published_on "2024-02-30" is no day like 2024-09-30'],
    ['published_on', '30.9.2024', 'published_on "30.9.2024" is no day like 2024-09-30'],
    ['retrieved_on', '2024-02-30T02:00:00Z', 'retrieved_on "2024-02-30T02:00:00Z" is no day or time like 2024-09-30T02:00:00Z'],
    ['retrieved_on', '2024-09-30T26:00:00Z', 'retrieved_on "2024-09-30T26:00:00Z" is no day or time like 2024-09-30T02:00:00Z'],
    ['source_url', 'example.org/a.pdf', 'source_url "example.org/a.pdf" is no address of the web'],
    ['source_url', 'C:\\a.pdf', 'source_url "C:\\\\a.pdf" is no address of the web'],
    ['region', '990000', 'region 990000 is no code of a division'],
    ['region', '某某区', 'region "某某区" is no name of a division'],
    ['region', '朝阳区', 'region "朝阳区" is the name of 2 divisions: 110105 北京市, 220104 吉林省长春市'],
  ])('%s %s', async (column, text, problem) => {
    expect((await one(column, text)).problems).toEqual([`manifest.csv: line 2: a.pdf: ${problem}`]);
  });

  test('days as a spreadsheet writes them are days; a region by name has its code', async () => {
    expect((await one('published_on', '2024/9/3')).value?.published_on).toBe('2024-09-03');
    expect((await one('retrieved_on', '2024-10-01T02:00:00Z')).value?.retrieved_on).toBe('2024-10-01T02:00:00Z');
    const { value, problems } = await one('region', '河南省安阳市北关区');
    expect([value?.region_code, problems]).toEqual(['410503', []]);
  });
});
