import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseTriage, type Triage } from '../../schemas/triage.js';
import { juesuan, ROOT } from '../cli/juesuan.js';
import { workbookOf } from '../corrections/workbook.js';
import { readSample } from '../read-sample.js';
import { describeInBrowser, eventually, openPage, useBrowser } from './browser.js';
import { type Serving, serve, serveAgain } from './serving.js';

const status = (page: Page) => page.locator('header').getByRole('status').textContent();

/** A review of the sample, read, on its worst finding, with the judgements come. */
async function openFindings(serving: Serving, mayBeRefused = false): Promise<Page> {
  const page = await openPage(serving, {}, mayBeRefused);
  await page.getByRole('tab', { name: /^问题/u }).click();
  await page
    .getByRole('button', { name: /合计行基本支出印为395.87万元/u })
    .first()
    .click();
  await page.locator('.finding .state:enabled').first().waitFor();
  return page;
}

const fileOf = ({ folder }: Serving): string => path.join(folder, 'a.triage.json');
const kept = (serving: Serving): Triage => parseTriage(JSON.parse(readFileSync(fileOf(serving), 'utf8')));
const states = (serving: Serving): string[] => (existsSync(fileOf(serving)) ? kept(serving).judgements.map(({ state }) => state) : []);

async function download(page: Page, format: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: format }).click()]);
  expect(saved.suggestedFilename()).toBe(`a.story.${format.toLowerCase()}`);
  return await saved.path();
}

describeInBrowser('judging findings', () => {
  useBrowser();

  test('two are 属实, one is 误报, one is undone and done again; the story has both pictures of the two', async () => {
    const serving = await serve();
    const page = await openFindings(serving);
    const pictures = page.locator('.finding .places img');
    await eventually(() => pictures.evaluateAll((all) => all.map((each) => Number(Reflect.get(each, 'naturalWidth')) > 100))).toEqual([
      true,
      true,
    ]);
    await page.keyboard.press('1');
    await eventually(() => status(page)).toBe('已判为属实');
    await page.keyboard.press('f');
    await page.keyboard.press('1');
    await eventually(async () => states(serving)).toEqual(['confirmed', 'confirmed']);
    await page.keyboard.press('n');
    await page.keyboard.type('已电话核实');
    await page.keyboard.press('Tab');
    await eventually(() => status(page)).toBe('备注已保存');
    await page.keyboard.press('f');
    await page.getByRole('button', { name: '误报' }).click();
    await eventually(async () => states(serving)).toEqual(['confirmed', 'confirmed', 'dismissed']);
    await page.keyboard.press('Control+z');
    await eventually(async () => states(serving)).toEqual(['confirmed', 'confirmed']);
    await page.keyboard.press('Control+y');
    await eventually(async () => states(serving)).toEqual(['confirmed', 'confirmed', 'dismissed']);
    expect(kept(serving).judgements[1]).toMatchObject({ note: '已电话核实', by: '张三', finding: { rule: 'PROSE-AMOUNT' } });

    const parts = unzipSync(readFileSync(await download(page, 'DOCX')));
    const text = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    expect(text).toContain('合计行基本支出印为395.87万元');
    expect(text).toContain('已电话核实');
    expect(text.match(/w:val="Heading1"/gu)).toHaveLength(2);
    expect(Object.keys(parts).filter((name) => name.endsWith('.png'))).toHaveLength(4);
    expect(readFileSync(await download(page, 'HTML'), 'utf8').match(/<img /gu)).toHaveLength(4);
    expect(unzipSync(readFileSync(await download(page, 'XLSX')))['xl/worksheets/sheet1.xml']).toBeDefined();
    // The command line tells the same.
    const ran = await juesuan(['story', 'a.pdf', '--format', 'docx'], serving.folder);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const same = unzipSync(readFileSync(path.join(serving.folder, 'out/a.story.docx')))['word/document.xml'];
    expect(Buffer.from(same ?? []).toString('utf8')).toBe(text);
  });

  test('another review of the same document has the judgements; filters show them, and the address leads to one', async () => {
    const serving = await serve();
    const page = await openFindings(serving);
    await page.keyboard.press('4');
    await eventually(async () => states(serving)).toEqual(['ask']);
    const { hash } = new URL(page.url());
    const again = await serveAgain(serving);
    const other = await openPage({ ...again, address: `${again.address}${hash}` });
    await other.locator('.finding [aria-pressed=true]', { hasText: '待问' }).waitFor();
    expect(await other.locator('.finding .said-of').textContent()).toContain('合计行基本支出印为395.87万元');
    await other.getByRole('combobox', { name: '判定' }).selectOption({ label: '待问' });
    expect(await other.locator('button.entry').count()).toBe(1);
    expect(await other.getByRole('tab', { name: /^问题/u }).textContent()).toMatch(/^问题 1\/\d+$/u);
    await other.getByRole('combobox', { name: '级别' }).selectOption('info');
    expect(await other.locator('.list').textContent()).toBe('没有符合筛选条件的问题');
    await other.getByRole('combobox', { name: '判定' }).selectOption('');
    expect(await other.locator('button.entry.error').count()).toBe(0);
    expect(await other.locator('button.entry.info').count()).toBeGreaterThan(0);
  });

  test('what was judged elsewhere meanwhile is not overwritten, and is shown', async () => {
    const serving = await serve();
    const page = await openFindings(serving, true);
    const other = await openFindings(await serveAgain(serving));
    await other.keyboard.press('2');
    await eventually(async () => states(serving)).toEqual(['dismissed']);
    await page.keyboard.press('1');
    await eventually(() => status(page)).toBe('这条问题的判定已在别处改动。');
    await page.locator('.finding [aria-pressed=true]', { hasText: '误报' }).waitFor();
    expect(states(serving)).toEqual(['dismissed']);
  });

  test('a judgement whose finding is gone is kept and told; a file that cannot be used is told and left alone', async () => {
    const serving = await serve();
    const page = await openFindings(serving);
    await page.keyboard.press('1');
    await eventually(async () => states(serving)).toEqual(['confirmed']);
    writeFileSync(fileOf(serving), readFileSync(fileOf(serving), 'utf8').replace('"found": "395.87"', '"found": "395.88"'));
    await page.reload();
    expect(page.url()).not.toContain('token');
    await page.locator('.gone summary').click();
    expect(await page.locator('.gone').textContent()).toContain('判定过、现已不在的问题1条（判定仍保留）属实 第9页');
    await page.locator('.finding .state:enabled').first().waitFor();
    await page.keyboard.press('3');
    await eventually(async () => states(serving)).toEqual(['confirmed', 'check']);
    writeFileSync(fileOf(serving), '{');
    await page.reload();
    await eventually(() => page.locator('.finding [role=alert]').textContent()).toContain('不是规范的 JSON');
    expect(await page.locator('.finding .state:enabled').count()).toBe(0);
    expect(readFileSync(fileOf(serving), 'utf8')).toBe('{');
  });

  test('equal findings are one entry, judged together; unfolded, each by itself', async () => {
    const serving = await serve({ 'a.pdf': readFileSync(path.join(ROOT, 'samples', 'shiliang-sports-2024-budget.pdf')) });
    const page = await openPage(serving);
    await page.locator('.finding .state:enabled').first().waitFor();
    expect(await page.locator('button.entry').count()).toBe(1);
    const count = Number(/\d+/u.exec((await page.locator('.finding .together').textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(1);
    await page.keyboard.press('2');
    await eventually(async () => states(serving)).toEqual(Array.from({ length: count }, () => 'dismissed'));
    await page.keyboard.press('Control+z');
    await eventually(async () => states(serving)).toEqual([]);
    await page.getByRole('button', { name: '展开' }).click();
    expect(await page.locator('button.entry').count()).toBe(count);
    await page.keyboard.press('f');
    await page.keyboard.press('2');
    await eventually(async () => states(serving)).toEqual(['dismissed']);
  });

  test('a search finds findings, rows and sentences, and leads to them', async () => {
    const page = await openFindings(await serve());
    await page.keyboard.press('/');
    await page.keyboard.type('社会公益');
    await eventually(() => page.locator('.list .count').textContent()).toMatch(/^找到\d+处$/u);
    const kinds = await page.locator('.hit .note').allTextContents();
    for (const kind of ['问题', '行', '原文']) expect(kinds.some((note) => note.startsWith(kind))).toBe(true);
    await page.locator('.hit', { hasText: '《支出决算表》' }).click();
    expect(await page.locator('td.selected').textContent()).toContain('40.00');
    await eventually(async () => new URL(page.url()).hash).toContain('page=9');
    // A sentence leads to its own page; its section begins on page 26.
    await page.getByRole('searchbox').fill('财政拨款收入：单位从同级政府');
    await page.locator('.hit', { hasText: '取得的财政预算资金' }).click();
    expect(await page.getByRole('spinbutton', { name: '转到页' }).inputValue()).toBe('27');
    await page.getByRole('searchbox').press('Escape');
    await page.locator('.tabs').waitFor();
  });

  test('of a workbook both places are drawn, and the story names the cells', async () => {
    const serving = await serve({ 'a.xlsx': workbookOf(await readSample('beiguan-2024')) });
    const page = await openFindings(serving);
    await eventually(() =>
      page.locator('.finding .places img').evaluateAll((all) => all.every((each) => Number(Reflect.get(each, 'naturalWidth')) > 100)),
    ).toBe(true);
    await page.keyboard.press('1');
    await eventually(async () => states(serving)).toEqual(['confirmed']);
    expect(kept(serving).judgements[0]?.finding.places.some(({ ref }) => ref?.includes('!'))).toBe(true);
    const ran = await juesuan(['story', 'a.xlsx'], serving.folder);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(serving.folder, 'out/a.story.html'), 'utf8')).toContain('支出决算表!');
  });

  interface Violation {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }

  test.each([
    ['light', 1280, 720],
    ['dark', 1920, 1080],
  ] as const)('nothing serious for axe-core, %s, %d × %d', async (colorScheme, width, height) => {
    const page = await openPage(await serve(), { colorScheme, viewport: { width, height } });
    await page.locator('.finding .state:enabled').first().waitFor();
    await page.keyboard.press('1');
    await page.locator('.judged').waitFor();
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as Record<'violations', readonly Violation[]>;
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});
