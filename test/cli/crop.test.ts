import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { EXPENDITURE, xlsx } from '../read/office.js';
import { inProcess } from './in-process.js';
import { filesBelow, OTHER_SAMPLE, SAMPLE, temporaryFolder } from './juesuan.js';

const BOX = '308.64,264.22,331.12,272.32';

test('crop writes a picture named after page and box, and prints its path', async () => {
  const folder = temporaryFolder();
  const ran = await inProcess(['crop', SAMPLE, '--page', '8', '--box', BOX], folder);
  const file = 'out/beiguan-2024-p08-308.64_264.22_331.12_272.32.png';
  expect(ran).toEqual({ code: 0, stdout: `${file}\n`, stderr: '' });
  const { width, height, text } = decode(readFileSync(path.join(folder, file)));
  // 22.48 × 8.1 pt and 3 pt around it at 300 dpi.
  expect([width, height]).toEqual([120, 60]);
  expect(text).toMatchObject({ Page: '8', Box: BOX, 'Source sha256': expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('crop takes a place, a resolution and a margin; without a box it shows the page', async () => {
  const folder = temporaryFolder();
  expect((await inProcess(['crop', SAMPLE, '--page', '1', '--dpi', '72', '--margin', '0', '--out', 'a/b.png'], folder)).stdout).toBe(
    'a/b.png\n',
  );
  const { width, height } = decode(readFileSync(path.join(folder, 'a/b.png')));
  expect([width, height]).toEqual([596, 842]);
});

describe('crop overwrites', () => {
  test('its own picture', async () => {
    const folder = temporaryFolder();
    const args = ['crop', SAMPLE, '--page', '8', '--box', BOX, '--out', 'a.png'];
    await inProcess(args, folder);
    expect((await inProcess([...args, '--dpi', '72'], folder)).code).toBe(0);
    expect(decode(readFileSync(path.join(folder, 'a.png'))).height).toBe(15);
  });

  test.each(['a photo', 'the PDF'])('never %s', async (what) => {
    const folder = temporaryFolder();
    const target = path.join(folder, 'a.png');
    if (what === 'the PDF') copyFileSync(SAMPLE, target);
    else writeFileSync(target, Buffer.from('\x89PNG\r\n\x1a\n a photo', 'latin1'));
    const before = readFileSync(target);
    const ran = await inProcess(['crop', SAMPLE, '--page', '8', '--out', 'a.png'], folder);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: 'juesuan: a.png is no picture of juesuan and is never overwritten\n' });
    expect(readFileSync(target)).toEqual(before);
  });
});

test.each([
  [['--page', '99'], '--page: the document has 27 pages, there is no page 99'],
  [['--page', '0'], "--page takes a whole number from 1, not '0'"],
  [['--page', '1', '--box', '1,2,3'], "--box takes four numbers like 311.2,402,338.9,413.1, not '1,2,3'"],
  [['--page', '1', '--box', '1,2,3,x'], "--box takes four numbers like 311.2,402,338.9,413.1, not '1,2,3,x'"],
  [['--page', '1', '--box', '5,5,5,9'], '--box 5,5,5,9 is empty: x1 must be more than x0, y1 more than y0'],
  [['--page', '1', '--box', '900,5,910,9'], '--box: the box 900,5,910,9 lies off page 1, which is 595.3 × 841.9 pt'],
  [['--page', '1', '--dpi', 'high'], "--dpi takes a whole number from 1, not 'high'"],
  [['--page', '1', '--margin', '-3'], "--margin takes points from 0, not '-3'"],
  [[], "required option '--page <number>' or '--finding <number>' not specified"],
  [['--page', '1', '--finding', '1'], '--finding says where by itself: no --page, --box or --ref'],
])('wrong usage of crop is reported in a line: %j', async (args, message) => {
  const folder = temporaryFolder();
  expect(await inProcess(['crop', SAMPLE, ...args], folder)).toEqual({ code: 2, stdout: '', stderr: `juesuan: ${message}\n` });
  expect(filesBelow(folder)).toEqual([]);
});

test('crop reports letters that are missing because their font is not embedded', async () => {
  const ran = await inProcess(['crop', OTHER_SAMPLE, '--page', '5', '--dpi', '36', '--out', 'a.png'], temporaryFolder());
  expect(ran).toEqual({ code: 0, stdout: 'a.png\n', stderr: 'juesuan: page 5 has letters whose font is not embedded: they are blank\n' });
});

test('crop names a document that it cannot read', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'page.pdf'), '<!doctype html><html></html>');
  const ran = await inProcess(['crop', 'page.pdf', '--page', '1'], folder);
  expect(ran).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('juesuan: page.pdf: This is no document but an HTML page (网页)'),
  });
  expect(existsSync(path.join(folder, 'out'))).toBe(false);
});

describe('of a document without pages', () => {
  const workbook = () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.xlsx'), xlsx([{ name: '支出/1', rows: [['支出决算表'], ['单位：万元'], ...EXPENDITURE] }]));
    return folder;
  };
  const ref = ['--page', '1', '--ref', '支出/1!C5'];

  test('crop draws a cell with its row, named after its place, and overwrites its own drawing alone', async () => {
    const folder = workbook();
    const file = 'out/a-p01-支出_1_C5.svg';
    expect(await inProcess(['crop', 'a.xlsx', ...ref], folder)).toEqual({ code: 0, stdout: `${file}\n`, stderr: '' });
    const svg = readFileSync(path.join(folder, file), 'utf8');
    expect(svg).toMatch(/<desc>Software: juesuan\nSource sha256: [0-9a-f]{64}\nPage: 1\nRef: 支出\/1!C5<\/desc>/u);
    expect(svg).toContain('>100.50</text>');
    expect((await inProcess(['crop', 'a.xlsx', ...ref, '--margin', '9'], folder)).code).toBe(0);
    expect((await inProcess(['crop', 'a.xlsx', '--page', '1'], folder)).stdout).toBe('out/a-p01-cells.svg\n');
    expect((await inProcess(['crop', 'a.xlsx', ...ref, '--out', 'a.xlsx'], folder)).stderr).toContain('never overwritten');
  });

  test.each([
    [['--page', '9'], '--page: the document has 1 sheets, there is no sheet 9'],
    [['--page', '1', '--ref', '支出/1!C99'], '--ref: no table on sheet 1 has a cell 支出/1!C99'],
    [['--page', '1', '--box', BOX], '--box: this document has no pages, --ref says which cell of a sheet'],
    [[...ref, '--out', 'a.png'], '--out: the cells of a document without pages are drawn as SVG, not as .png'],
  ])('%j is refused', async (args, message) => {
    const ran = await inProcess(['crop', 'a.xlsx', ...args], workbook());
    expect(ran).toEqual({ code: 2, stdout: '', stderr: `juesuan: ${message}\n` });
  });

  test('a place in words is refused where there are pages', async () => {
    const ran = await inProcess(['crop', SAMPLE, ...ref], temporaryFolder());
    expect(ran).toMatchObject({ code: 2, stderr: 'juesuan: --ref: this document has pages, --box says where on one\n' });
  });
});
