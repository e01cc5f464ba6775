/** The desk as a journalist uses it: `juesuan` alone, documents dropped on the page, results taken away. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Start } from '../../src/review/view.js';
import { finish, juesuan, OTHER_SAMPLE, ROOT, SAMPLE, temporaryFolder } from '../cli/juesuan.js';
import { zipOf } from '../read/office.js';
import { ask, get, own, post } from './asking.js';
import { describeInBrowser, eventually, openPage, useBrowser } from './browser.js';
import { download, drop, row, serious } from './desk-page.js';
import { type Serving, serveDesk } from './serving.js';

const BROKEN = path.join(ROOT, 'samples', 'broken-truncated.pdf');

/** Folders of the desk that are left. */
const leftIn = (root: string) => readdirSync(path.join(root, 'tmp')).filter((name) => name.startsWith('juesuan'));

describeInBrowser('the desk', () => {
  useBrowser();

  test.each([
    ['1280 × 720, light', { width: 1280, height: 720 }, 'light'],
    ['1920 × 1080, dark', { width: 1920, height: 1080 }, 'dark'],
  ] as const)('two PDFs are dropped, read before the eyes, opened, and taken away as workbooks: %s', async (_, viewport, colorScheme) => {
    const serving = await serveDesk();
    const page = await openPage(serving, { viewport, colorScheme });
    const fits = () =>
      page.evaluate('document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight');
    await page.getByRole('heading', { name: '把决算、预算文件拖到这里' }).waitFor();
    expect([await serious(page), await fits()]).toEqual([[], true]);

    await drop(page, {
      '北关.pdf': readFileSync(SAMPLE),
      'b.pdf': readFileSync(OTHER_SAMPLE),
      '坏.pdf': readFileSync(BROKEN),
      'note.txt': 'x',
    });
    await page.locator('.desk-documents progress').first().waitFor();
    await eventually(() => page.locator('.told').textContent()).toBe('已接收3份文件。1个文件不是可识读的文件，已略过。');
    expect(await page.locator('.desk-documents button.name').allTextContents()).toEqual(['北关.pdf', 'b.pdf', '坏.pdf']);
    await eventually(() => page.locator('.desk-documents li.done').count()).toBe(2);
    await eventually(() => row(page, '坏.pdf').locator('.state').textContent()).toBe('文件不完整，末尾缺失：请重新下载。');
    expect(await row(page, '北关.pdf').locator('.state').textContent()).toMatch(/^12张表；问题 \d+（错误 \d+）；存疑 \d+$/u);
    expect(await page.locator('.list-head .total').textContent()).toBe('已读2份，共3份；1份未能读出');
    expect([await serious(page), await fits()]).toEqual([[], true]);

    const workbook = await download(page, () =>
      row(page, '北关.pdf')
        .getByRole('button', { name: /^下载工作簿/u })
        .click(),
    );
    expect(workbook.name).toBe('北关.xlsx');
    expect(read(workbook.bytes).SheetNames).toEqual(expect.arrayContaining(['摘要', '勾稽', '数据']));
    const report = await download(page, () =>
      row(page, '北关.pdf')
        .getByRole('button', { name: /^下载报告/u })
        .click(),
    );
    expect([report.name, report.bytes.toString('utf8').startsWith('<!')]).toEqual(['北关.html', true]);
    const all = await download(page, () => page.getByRole('link', { name: '下载全部结果（2份，ZIP）' }).click());
    expect(all.name).toBe('juesuan.zip');
    const inside = Object.keys(unzipSync(new Uint8Array(all.bytes)));
    expect(inside.toSorted()).toEqual(
      [...['北关', 'b'].flatMap((stem) => ['.html', '.json', '.values.csv', '.xlsx'].map((ending) => stem + ending)), '坏.json'].toSorted(),
    );

    await row(page, '北关.pdf').getByRole('button', { name: '北关.pdf', exact: true }).click();
    await page.locator('td.selected').waitFor();
    expect(await page.locator('h1').textContent()).toBe('北关.pdf · 安阳市北关区工业和信息化局 · 2024');
    expect(await fits()).toBe(true);
    const values = await download(page, () =>
      page
        .locator('.documents')
        .getByRole('button', { name: /^下载CSV/u })
        .click(),
    );
    expect(values.name).toBe('北关.values.csv');
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: '返回文件列表' }).click();
    expect(await page.locator('.start-screen').isVisible()).toBe(true);
    await page.getByRole('button', { name: '回到刚才的文件' }).click();
    expect(await page.locator('td.selected').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Back to the documents' }).click();
    expect(await row(page, '坏.pdf').locator('.state').textContent()).toBe('The end of the file is missing: download it again.');
  });

  test('a ZIP is dropped, and one that lies on this machine is opened: the documents in it are read; one is taken off the list, and put back', async () => {
    const zip = zipOf({ '附件/a.pdf': readFileSync(SAMPLE), 'readme.txt': 'x' });
    const serving = await serveDesk([], { 'other.zip': zipOf({ 'b.pdf': readFileSync(OTHER_SAMPLE) }) });
    const page = await openPage(serving);
    await page.locator('.start-screen').waitFor();
    await drop(page, { '决算.zip': zip });
    await eventually(() => page.locator('.told').textContent()).toBe('决算.zip 已解开，其中1份文件。已接收1份文件。');
    await eventually(() => page.locator('.desk-documents li.done').count()).toBe(1);
    expect(await page.locator('.desk-documents .folder').textContent()).toBe('决算/附件');
    for (const told of ['已打开1份文件。', '这些文件已在列表中。']) {
      await page.getByRole('textbox', { name: '本机文件或文件夹的路径' }).fill(path.join(serving.root, 'in', 'other.zip'));
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('.told').textContent()).toBe(told);
    }
    await eventually(() => page.locator('.desk-documents li.done').count()).toBe(2);

    await row(page, 'a.pdf').getByRole('button', { name: 'a.pdf', exact: true }).click();
    await page.locator('td.selected').waitFor();
    // What is on its way when a document is taken off is refused, which the browser logs.
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: '返回文件列表' }).click();
    const remove = page.getByRole('button', { name: '从列表中去掉：a.pdf' });
    expect(await remove.getAttribute('title')).toContain('桌面结束时删除');
    await remove.click();
    await eventually(() => page.locator('.desk-documents button.name').allTextContents()).toEqual(['b.pdf']);
    expect(await page.getByRole('button', { name: '回到刚才的文件' }).isVisible()).toBe(false);
    expect((await ask(serving.origin, '/api/documents/d1', own(serving))).status).toBe(404);
    await page.getByRole('button', { name: '放回' }).click();
    await eventually(() => page.locator('.desk-documents button.name').allTextContents()).toEqual(['a.pdf', 'b.pdf']);
    await row(page, 'a.pdf').getByRole('button', { name: 'a.pdf', exact: true }).click();
    await page.locator('td.selected').waitFor();
  });

  test('a folder is chosen: its corrections count, our own results are left out, and the folder is remembered', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '决算', '2024'), { recursive: true });
    copyFileSync(SAMPLE, path.join(folder, '决算', '2024', 'a.pdf'));
    writeFileSync(path.join(folder, '决算', '.DS_Store'), 'x');
    writeFileSync(
      path.join(folder, '决算', 'b.html'),
      '<!DOCTYPE html><html><head><meta name="generator" content="juesuan 0.1.0"></head></html>',
    );
    writeFileSync(path.join(folder, '决算', '2024', 'a.corrections.json'), '{}');
    const serving = await serveDesk();
    const page = await openPage(serving);
    await page.locator('input[webkitdirectory]').setInputFiles(path.join(folder, '决算'));
    await eventually(() => page.locator('.told').textContent()).toBe('已接收1份文件。1个文件是本程序写出的结果，已略过。');
    await eventually(() => page.locator('.desk-documents li.done').count()).toBe(1);
    expect(await page.locator('.desk-documents .folder').textContent()).toBe('决算/2024');
    expect(await page.locator('.recent .name').textContent()).toBe('决算/');
    await page.locator('.desk-documents button.name').click();
    // The file of corrections is none, and the document says so.
    await page.getByText('更正文件').first().waitFor();
    await page.reload();
    // The address leads back to the document.
    await page.getByRole('button', { name: '返回文件列表' }).click();
    await page.locator('.desk-documents li').first().waitFor();
    expect(await page.locator('.desk-documents li').count()).toBe(1);
  });

  test('a path is opened where it lies, remembered, and opened again in the next run; what is forgotten is gone', async () => {
    const serving = await serveDesk([], { 'sub/a.pdf': null });
    const page = await openPage(serving);
    await page.getByRole('textbox', { name: '本机文件或文件夹的路径' }).fill(path.join(serving.root, 'nowhere'));
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('.told').textContent()).toBe('打不开这个路径：没有这个文件或文件夹');
    await page.getByRole('textbox', { name: '本机文件或文件夹的路径' }).fill(path.join(serving.root, 'in'));
    await page.getByRole('button', { name: '打开', exact: true }).click();
    await eventually(() => page.locator('.told').textContent()).toBe('已打开1份文件。');
    await eventually(() => page.locator('.desk-documents li.done').count()).toBe(1);
    const remembered = readFileSync(path.join(serving.root, 'state', 'juesuan', 'recent.json'), 'utf8');
    expect(JSON.parse(remembered).recent).toMatchObject([{ kind: 'path', path: path.join(serving.root, 'in'), name: 'in' }]);
    await page.locator('.recent button').click();
    await eventually(() => page.locator('.told').textContent()).toBe('这些文件已在列表中。');
    await page.getByRole('button', { name: '清除记录' }).click();
    await eventually(() => page.locator('.recent li').count()).toBe(0);
    expect(existsSync(path.join(serving.root, 'state', 'juesuan', 'recent.json'))).toBe(false);
  });
});

const BYTES = { 'content-type': 'application/octet-stream' };

async function send(serving: Serving, name: string, file: string): Promise<void> {
  const target = `/api/desk/files?batch=1&path=${encodeURIComponent(name)}`;
  const { status, body } = await ask(serving.origin, target, { ...own(serving), ...BYTES }, readFileSync(file));
  expect([status, JSON.parse(body)]).toEqual([200, { became: 'document' }]);
}

async function allRead(serving: Serving): Promise<Start['documents']> {
  const list = async () => (await get<Start>(serving, '/api/start')).documents;
  await expect
    .poll(async () => (await list()).every(({ state }) => state === 'done' || state === 'failed'), { timeout: 30_000 })
    .toBe(true);
  return await list();
}

describe('results on the desk', () => {
  test('are byte for byte those of juesuan extract, with the corrections that were made', async () => {
    const serving = await serveDesk();
    await send(serving, 'a.pdf', SAMPLE);
    await allRead(serving);
    const folder = temporaryFolder();
    copyFileSync(SAMPLE, path.join(folder, 'a.pdf'));
    await juesuan(['extract', 'a.pdf', '--format', 'json,csv,xlsx,html', '--quiet'], folder);
    for (const [format, file] of Object.entries({ json: 'a.json', csv: 'a.values.csv', xlsx: 'a.xlsx', html: 'a.html' })) {
      const reply = await fetchBytes(serving, `/api/documents/d1/results/${format}`);
      expect([format, reply.equals(readFileSync(path.join(folder, 'out', file)))]).toEqual([format, true]);
    }
    const view = await get<{
      sha256: string;
      tables: { form: string; rows: { name: string; cells: Record<string, { page: number; box: number[]; text: string }> }[] }[];
    }>(serving, '/api/documents/d1');
    const cell = view.tables.find(({ form }) => form === 'expenditure')?.rows.find(({ name }) => name === '合计')?.cells['basic'];
    const proposal = { kind: 'cell', page: cell?.page, box: cell?.box, was: { text: cell?.text }, now: { text: '307.87' }, reason: '看过' };
    expect((await post(serving, `/api/documents/d1/corrections?v=${view.sha256}`, proposal)).status).toBe(200);
    expect((await fetchBytes(serving, '/api/documents/d1/results/csv')).toString('utf8')).toContain(',corrected');
    const all = Object.keys(unzipSync(new Uint8Array(await fetchBytes(serving, '/api/results'))));
    expect(all).toContain('a.corrections.json');
    expect((await ask(serving.origin, '/api/documents/d1/results/pdf', own(serving))).status).toBe(404);
  });

  test('a document of which nothing could be read has none but the JSON that says why', async () => {
    const serving = await serveDesk();
    await send(serving, '坏.pdf', BROKEN);
    expect(await allRead(serving)).toMatchObject([{ name: '坏.pdf', state: 'failed', problem: { reason: 'truncated' } }]);
    expect((await ask(serving.origin, '/api/documents/d1/results/xlsx', own(serving))).status).toBe(422);
    const json = await ask(serving.origin, '/api/documents/d1/results/json', own(serving));
    expect(JSON.parse(json.body).outcome.reason).toBe('truncated');
    expect(json.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E5%9D%8F.json");
  });

  async function fetchBytes(serving: Serving, target: string): Promise<Buffer> {
    const response = await fetch(new URL(target, serving.origin), { headers: { cookie: own(serving).cookie } });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }
});

describe('the temporary folder', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('is private, and gone after %s, also in the middle of reading', async (signal, code) => {
    const serving = await serveDesk();
    await send(serving, 'a.pdf', SAMPLE);
    await send(serving, 'b.pdf', OTHER_SAMPLE);
    const [folder = ''] = leftIn(serving.root);
    expect(statSync(path.join(serving.root, 'tmp', folder)).mode & 0o777).toBe(0o700);
    const ended = finish(serving.child);
    serving.child.kill(signal);
    expect((await ended).code).toBe(code);
    expect(leftIn(serving.root)).toEqual([]);
  });

  test('is not made where nothing is dropped or read; what was opened by its path stays where it is', async () => {
    const serving = await serveDesk();
    expect(leftIn(serving.root)).toEqual([]);
    const opened = await serveDesk(['desk', 'in'], { 'a.pdf': null });
    await allRead(opened);
    const ended = finish(opened.child);
    opened.child.kill('SIGTERM');
    await ended;
    expect(leftIn(opened.root)).toEqual([]);
    expect(readdirSync(path.join(opened.root, 'in'))).toEqual(['a.pdf']);
  });
});
