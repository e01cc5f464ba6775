import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode } from 'fast-png';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DrawFlags, draw } from '../../src/cli/draw.js';
import { UsageError } from '../../src/cli/usage.js';
import { parsePageList } from '../../src/draw/page-list.js';
import { extractDisclosure } from '../../src/pipeline.js';
import { EXPENDITURE, xlsx } from '../read/office.js';

const SAMPLE = 'samples/beiguan-2024.pdf';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'juesuan-draw-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(file: string, flags: Partial<DrawFlags> = {}): Promise<string> {
  let stdout = '';
  await draw(file, { out: folder, ...flags }, (text) => {
    stdout += text;
  });
  return stdout;
}

test('draws the pages asked for and prints their paths', async () => {
  const stdout = await run(SAMPLE, { pages: parsePageList('9,2') });
  expect(stdout).toBe(`${path.join(folder, 'beiguan-2024-p02.svg')}\n${path.join(folder, 'beiguan-2024-p09.svg')}\n`);
  expect(await readdir(folder)).toEqual(['beiguan-2024-p02.svg', 'beiguan-2024-p09.svg']);
  expect(await readFile(path.join(folder, 'beiguan-2024-p09.svg'), 'utf8')).toMatch(/^<svg xmlns=.*<\/svg>\n$/s);
});

test('draws all pages where none are named', async () => {
  const paths = (await run(SAMPLE)).trimEnd().split('\n');
  expect(await readdir(folder)).toEqual(paths.map((file) => path.basename(file)));
});

test('the page itself lies below its drawing where it is asked for', async () => {
  await run(SAMPLE, { pages: parsePageList('9'), picture: true });
  const svg = await readFile(path.join(folder, 'beiguan-2024-p09.svg'), 'utf8');
  expect(svg).toMatch(/<svg [^>]*class="pictured"/);
  expect(svg.indexOf('<image ')).toBeLessThan(svg.indexOf('class="cells"'));
  const png = Buffer.from(/ href="data:image\/png;base64,([^"]*)"/.exec(svg)?.[1] ?? '', 'base64');
  expect(decode(png)).toMatchObject({ width: 1754, height: 1240 });
});

test('a value has the colour of its status in the result, and a person’s correction is taken in', async () => {
  const page9 = { pages: parsePageList('9') };
  const file = path.join(folder, 'a.pdf');
  const bytes = await readFile(SAMPLE);
  await writeFile(file, bytes);
  await run(file, page9);
  expect(await readFile(path.join(folder, 'a-p09.svg'), 'utf8')).toMatch(/<rect class="contradicted".*?395\.87/s);

  const { source, tables } = await extractDisclosure(bytes);
  const cell = tables.find(({ form }) => form === 'expenditure')?.rows.find(({ concept }) => concept === 'total')?.cells['basic'];
  const entry = { kind: 'cell', page: 9, box: cell?.box, was: { text: '395.87' }, now: { text: '307.87' }, reason: '数错', by: '甲' };
  const document = { name: 'a.pdf', sha256: source.sha256 };
  const corrections = { $schema: 'corrections.schema.json', schemaVersion: '1', document, corrections: [entry] };
  await writeFile(path.join(folder, 'a.corrections.json'), JSON.stringify(corrections));
  await run(file, page9);
  const svg = await readFile(path.join(folder, 'a-p09.svg'), 'utf8');
  expect(svg).toMatch(/<rect class="corrected".*?307\.87 → 307\.87 万元/s);
  expect(svg).not.toContain('<rect class="contradicted"');
});

test('a page beyond the end is wrong usage, and nothing is written', async () => {
  const running = run(SAMPLE, { pages: parsePageList('1,999') });
  await expect(running).rejects.toThrow(UsageError);
  await expect(running).rejects.toThrow(/--pages: the document has \d+ pages, there is no page 999/);
  expect(await readdir(folder)).toEqual([]);
});

test('several documents are wrong usage, and so is none', async () => {
  await expect(run('samples')).rejects.toThrow(/^draw takes one PDF, not the \d+ in samples$/);
  await expect(run(path.join(folder, 'none.pdf'))).rejects.toThrow(/no such file or folder/);
});

test('a folder that cannot be written to is named', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  await expect(run(SAMPLE, { out: file, pages: parsePageList('1') })).rejects.toThrow(UsageError);
});

test('a document that cannot be read fails with its reason, and is named', async () => {
  const file = path.join(folder, 'page.pdf');
  await writeFile(file, '<!doctype html><html></html>');
  await expect(run(file)).rejects.toMatchObject({
    reason: 'not-readable',
    message: expect.stringContaining(`${file}: This is no document but an HTML page (网页)`),
  });
});

test('a workbook is drawn sheet by sheet, its cells as they were read, and has no picture', async () => {
  const file = path.join(folder, 'a.xlsx');
  await writeFile(file, xlsx([{ name: '支出', rows: [['支出决算表'], ['单位：万元'], ...EXPENDITURE] }]));
  expect(await run(file)).toBe(`${path.join(folder, 'a-p01.svg')}\n`);
  const svg = await readFile(path.join(folder, 'a-p01.svg'), 'utf8');
  expect(svg).toContain('a.xlsx · sheet 1 of 1 · 支出');
  expect(svg).toMatch(/<rect class="proved"[^>]*><title>table 0, row 0, total\n100\.50/u);
  expect(svg.match(/class="cell"/gu)).toHaveLength(1);
  await expect(run(file, { picture: true })).rejects.toThrow(UsageError);
});
