import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { draw } from '../archive/drawn.js';
import { SAMPLE } from '../cli/juesuan.js';
import { workbookOf } from '../corrections/workbook.js';
import { readSample } from '../read-sample.js';
import { describeInBrowser, eventually, lookAtSample, openPage, openSample, useBrowser } from './browser.js';
import { serious } from './desk-page.js';
import { serve } from './serving.js';

/** What the editor is asked to write, by keyboard. */
async function correctByKeys(page: Page, text: string, reason: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] input:focus').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
}

const status = (page: Page) => page.getByRole('status');

describeInBrowser('the review page', () => {
  useBrowser();

  test('opens on the worst finding: in the list, in the table, on the page', async () => {
    const page = await lookAtSample();
    expect(await page.locator('td.selected').textContent()).toContain('395.87');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toMatch(/^问题 \d/u);
    expect(await page.locator('.list [aria-current]').textContent()).toContain('395.87');
    expect(await page.locator('h1').textContent()).toBe('a.pdf · 安阳市北关区工业和信息化局 · 2024');
    expect(await page.locator('.detail .said-of').textContent()).toContain('各项之和为307.87万元');
    expect(await page.locator('rect.selected').getAttribute('aria-label')).toBe('合计，基本支出：395.87，有矛盾');
    expect(await page.locator('.paper img').getAttribute('alt')).toBe('第9页，共27页');
    await eventually(() => page.evaluate("document.querySelector('.paper img').naturalWidth")).toBeGreaterThan(500);
    expect(page.url()).not.toContain('token');
    expect(await page.title()).toBe('a.pdf · 决算核对');
  });

  test('links cell and box both ways, under the pointer and by focus', async () => {
    const page = await lookAtSample();
    const box = page.getByRole('button', { name: /^2101101 行政单位医疗，基本支出/u });
    await box.hover();
    expect(await page.locator('td.hovered').textContent()).toContain('11.89');
    await page.locator('td.value', { hasText: '16.78' }).first().hover();
    expect(await page.locator('rect.hovered').getAttribute('aria-label')).toContain('公务员医疗补助');
    await box.click();
    expect(await page.locator('td.selected').textContent()).toContain('11.89');
    await page.locator('td.value', { hasText: '32.98' }).last().click();
    expect(await page.locator('rect.selected').getAttribute('aria-label')).toContain('住房公积金，基本支出：32.98');
  });

  test('a finding leads to its cells and to its sentence', async () => {
    const page = await lookAtSample();
    await page.getByRole('tab', { name: /^问题/u }).click();
    await page.getByRole('button', { name: /第9页《支出决算表》合计行/u }).click();
    expect(await page.locator('rect.selected').getAttribute('aria-label')).toContain('合计，基本支出');
    expect(await page.locator('.marks .mark').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: /社会公益研究48万元/u }).click();
    expect(await page.locator('.paper img').getAttribute('alt')).toBe('第24页，共27页');
    expect(await page.locator('.marks .mark').count()).toBeGreaterThan(0);
  });

  test('a corrected cell is read again, and shown applied; withdrawn, it is as before', async () => {
    const { page, serving } = await openSample();
    const before = await page.getByRole('tab', { name: /^问题/u }).textContent();
    await page.getByRole('button', { name: '更正这一格' }).click();
    const editor = page.getByRole('dialog');
    await editor.getByLabel('应为').fill('307.87');
    await editor.getByRole('button', { name: '保存并重新识读' }).click();
    expect(await editor.getByRole('alert').textContent()).toBe('请写明理由。');
    await editor.getByLabel('理由').fill('印件清楚');
    await editor.getByRole('button', { name: '保存并重新识读' }).click();
    await eventually(() => status(page).textContent()).toBe('更正已采用，已重新勾稽。');
    const cell = page.locator('td.selected');
    expect([await cell.textContent(), await cell.getAttribute('class')]).toEqual(['307.87✎', expect.stringContaining('corrected')]);
    expect(await page.locator('.facts').textContent()).toMatch(/印文395\.87更正为307\.87.*理由印件清楚（张三）$/u);
    expect(await page.getByRole('tab', { name: /^问题/u }).textContent()).not.toBe(before);
    const file = path.join(serving.folder, 'a.corrections.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      document: { sha256: createHash('sha256').update(readFileSync(SAMPLE)).digest('hex') },
      corrections: [{ kind: 'cell', was: { text: '395.87' }, now: { text: '307.87' }, reason: '印件清楚', by: '张三' }],
    });
    await page.getByRole('tab', { name: '更正 1' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await eventually(() => page.locator('td.contradicted', { hasText: '395.87' }).count()).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  test('a correction by which a sum breaks is asked about before it is kept, and is not held against the publisher', async () => {
    const { page, serving } = await openSample();
    const file = path.join(serving.folder, 'a.corrections.json');
    await page.locator('td.value', { hasText: '11.89' }).first().click();
    await correctByKeys(page, '12.99', '对照印件');
    const question = page.getByRole('dialog', { name: '更正后有勾稽不再成立，将多出1条问题：' });
    await question.waitFor();
    expect(await question.getByRole('listitem').first().textContent()).toMatch(/更正为12\.99.*作更正之前没有这一问题/u);
    expect(await serious(page)).toEqual([]);
    expect(existsSync(file)).toBe(false);
    // 取消 has the focus, and leads back to what was typed.
    await page.keyboard.press('Enter');
    expect(await page.getByRole('textbox', { name: '应为' }).inputValue()).toBe('12.99');
    await eventually(() => status(page).textContent()).toBe('更正未保存。');
    await page.getByRole('combobox', { name: '理由' }).press('Enter');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => status(page).textContent()).toBe('更正未保存。');
    expect([existsSync(file), await page.locator('td.corrected').count()]).toEqual([false, 0]);
    await correctByKeys(page, '12.99', '对照印件');
    await question.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => status(page).textContent()).toBe('更正已采用，已重新勾稽。');
    expect(await page.locator('.facts').textContent()).toMatch(/印文11\.89更正为12\.99.*理由对照印件（张三）$/u);
    expect(JSON.parse(readFileSync(file, 'utf8')).corrections).toMatchObject([{ was: { text: '11.89' }, now: { text: '12.99' } }]);
    await page.keyboard.press('l');
    expect(await page.locator('.facts').textContent()).toMatch(/Print11\.89Corrected to12\.99/u);
  });

  test('a document that was replaced meanwhile is loaded again, and the page says that nothing was saved', async () => {
    const serving = await serve({ 'a.pdf': null });
    const page = await openPage(serving, {}, true);
    await page.locator('td.selected').waitFor();
    writeFileSync(path.join(serving.folder, 'a.pdf'), draw({ department: '安阳市北关区财政局', year: 2021 }));
    await correctByKeys(page, '307.87', '印件清楚');
    await eventually(() => status(page).textContent()).toBe('文件或更正已在别处改动，已重新载入。刚才的改动未保存。');
    expect(await page.locator('h1').textContent()).toContain('2021');
    expect(existsSync(path.join(serving.folder, 'a.corrections.json'))).toBe(false);
  });

  test('a blank cell is filled, a code, a unit and a form are corrected, and each is shown', async () => {
    const { page } = await openSample();
    await page.keyboard.press('F6');
    await page.locator('td.selected').focus();
    await page.keyboard.press('ArrowRight');
    await correctByKeys(page, '88.00', '按科目合计');
    await eventually(() => page.locator('td.corrected').first().textContent()).toBe('88.00✎');

    await page.locator('td.value', { hasText: '11.89' }).first().click();
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: '编码' }).fill('2101102');
    await page.getByRole('combobox', { name: '理由' }).fill('印件清楚');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('td.code.corrected').textContent()).toBe('2101102');

    await page.keyboard.press('u');
    await page.getByRole('combobox', { name: '单位' }).selectOption('元');
    await page.getByRole('combobox', { name: '理由' }).fill('表下有注');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '仍要保存' }).click();
    await eventually(() => page.locator('.table-pane .about').textContent()).toContain('元 · 单位：原读作 万元（表下有注）');

    await page.keyboard.press('u');
    await page.getByRole('combobox', { name: '表种' }).selectOption({ label: '其他表格' });
    await page.getByRole('combobox', { name: '理由' }).fill('不是决算表');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('.as-printed').count()).toBe(1);
    expect(await page.getByRole('tab', { name: /^更正/u }).textContent()).toBe('更正 3');
    // A table of no known form has its print and its boxes too.
    await page.locator('td.printed', { hasText: '32.98' }).first().click();
    expect(await page.locator('.marks .mark').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('td.printed.selected').textContent()).toBe('住房公积金');
    await page.locator('rect.printed').nth(2).click();
    expect(await page.locator('td.printed.selected').count()).toBe(1);
    expect(await page.locator('td.printed.selected').textContent()).not.toBe('住房公积金');
  });

  test('a workbook: its sheets are drawn, cell and box lead to each other, and what is corrected is kept by its place in words', async () => {
    const serving = await serve({ 'a.xlsx': workbookOf(await readSample('beiguan-2024')) });
    const page = await openPage(serving);
    await page.locator('td.selected').waitFor();
    expect(await page.locator('td.selected').textContent()).toContain('395.87');
    expect(await page.locator('.page-pane .bar .about').textContent()).toBe('3 支出决算表');
    await page.keyboard.press('j');
    expect(await page.locator('.list [aria-current]').textContent()).toContain('3 支出决算表!D6');
    expect(await page.locator('.facts').textContent()).toContain('位置3 支出决算表!D6');
    await eventually(() => page.evaluate("document.querySelector('.paper img').naturalWidth")).toBeGreaterThan(500);
    await eventually(() => page.evaluate("document.querySelector('.detail .print').naturalWidth")).toBeGreaterThan(20);
    await page.locator('td.value', { hasText: '16.78' }).first().hover();
    expect(await page.locator('rect.hovered').getAttribute('aria-label')).toContain('公务员医疗补助');
    await page.getByRole('button', { name: /^2101101 行政单位医疗，基本支出/u }).click();
    expect(await page.locator('td.selected').textContent()).toContain('11.89');
    await page.getByRole('tab', { name: /^问题/u }).click();
    await page
      .getByRole('button', { name: /《支出决算表》合计行/u })
      .first()
      .click();
    expect(await page.locator('rect.selected').getAttribute('aria-label')).toContain('合计，基本支出');
    expect(await page.locator('.marks .mark').count()).toBeGreaterThan(3);

    await page.locator('td.selected').focus();
    await correctByKeys(page, '307.87', '与报表核对');
    await eventually(() => page.locator('td.corrected').first().textContent()).toBe('307.87✎');
    await page.locator('td.selected').focus();
    await page.keyboard.press('ArrowRight');
    await correctByKeys(page, '88.00', '按科目合计');
    await eventually(() => page.locator('td.corrected').last().textContent()).toBe('88.00✎');
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: '项目' }).fill('总计');
    await page.getByRole('combobox', { name: '理由' }).fill('与报表核对');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('th.name.corrected').textContent()).toBe('总计');
    await page.keyboard.press('u');
    await page.getByRole('combobox', { name: '单位' }).selectOption('元');
    await page.getByRole('combobox', { name: '理由' }).fill('表下有注');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '仍要保存' }).click();
    await eventually(() => page.locator('.table-pane .about').textContent()).toContain('元 · 单位：原读作 万元（表下有注）');
    const { corrections } = JSON.parse(readFileSync(path.join(serving.folder, 'a.corrections.json'), 'utf8'));
    expect(corrections).toMatchObject([
      { kind: 'cell', page: 3, box: null, ref: '3 支出决算表!D6', now: { text: '307.87' } },
      { kind: 'cell', page: 3, box: null, ref: '3 支出决算表!E6', was: { text: null }, now: { text: '88.00' } },
      { kind: 'row', page: 3, box: null, now: { name: '总计' } },
      { kind: 'table', page: 3, box: null, ref: '3 支出决算表!A3', now: { unit: '元' } },
    ]);
    expect(await page.getByRole('tab', { name: /^更正/u }).textContent()).toBe('更正 4');
    await page.keyboard.press('t');
    await page.getByRole('tab', { name: /^更正/u }).click();
    await page.getByRole('button', { name: /单元格 3 支出决算表!E6/u }).click();
    expect(await page.locator('td.selected').textContent()).toContain('88.00');
    expect(await page.locator('rect.selected').count()).toBe(1);
    for (let left = 4; left > 0; left--) {
      await page.getByRole('button', { name: '撤销' }).first().click();
      await eventually(() => page.getByRole('tab', { name: /^更正/u }).textContent()).toBe(`更正 ${left - 1}`);
    }
    await eventually(() => page.locator('td.contradicted', { hasText: '395.87' }).count()).toBe(1);
  });

  test('everything is done by keyboard: lists, pages, tables, documents, correction, help', async () => {
    const serving = await serve({ 'a.pdf': null, 'b.pdf': null });
    const page = await openPage(serving);
    await page.locator('td.selected').waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '按键说明' });
    expect(await help.locator('kbd').allTextContents()).toContain('j / k');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    const selected = () => page.locator('rect.selected').getAttribute('aria-label');
    await page.keyboard.press('j');
    const first = await selected();
    await page.keyboard.press('j');
    expect(await selected()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await selected()).toBe(first);
    await page.keyboard.press('f');
    expect(await page.locator('.list [aria-current]').textContent()).toContain('第9页《支出决算表》合计行');
    const shown = () => page.locator('.paper img').getAttribute('alt');
    await page.keyboard.press(']');
    expect(await shown()).toBe('第10页，共27页');
    await page.keyboard.press('[');
    expect(await shown()).toBe('第9页，共27页');
    await page.keyboard.press('t');
    expect(await page.locator('.table-pane h2').textContent()).toBe('财政拨款收入支出决算总表');
    await page.keyboard.press('T');
    expect(await page.locator('.table-pane h2').textContent()).toBe('支出决算表');
    await page.keyboard.press('b');
    expect(await page.locator('.left').isVisible()).toBe(false);
    await page.keyboard.press('b');
    const inPane = () => page.evaluate("document.activeElement.closest('[data-pane]')?.className ?? ''");
    const panes = new Set<unknown>();
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('F6');
      panes.add(await inPane());
    }
    expect([...panes]).toEqual(['documents-pane', 'lists-pane', 'page-pane', 'table-pane']);
    const cell = () => page.locator('td.selected').textContent();
    await page.keyboard.press('ArrowDown');
    expect(await cell()).toBe('40.00✓');
    await page.keyboard.press('k');
    await correctByKeys(page, '307.87', '印件清楚');
    await eventually(cell).toBe('307.87✎');
    await page.keyboard.press('d');
    await eventually(() => page.title()).toBe('b.pdf · 决算核对');
    expect(await page.locator('.documents [aria-current]').textContent()).toContain('b.pdf');
  });

  test('the numbers of a document in the list are those of its tabs, and none is cut off', async () => {
    const page = await lookAtSample();
    const [doubts, findings] = [page.getByRole('tab', { name: /^存疑/u }), page.getByRole('tab', { name: /^问题/u })];
    const state = await page.locator('.documents .state').textContent();
    expect(state?.replace(/（错误 \d+）/u, '')).toBe(`${await findings.textContent()}，${await doubts.textContent()}`);
  });

  test('keys work after a click into any pane', async () => {
    const page = await lookAtSample();
    const current = () => page.locator('.list [aria-current]').textContent();
    const places = [
      '.documents button',
      '.list button.entry',
      '.page-pane .bar input',
      '.page-pane .scroll',
      'td.selected',
      '.table-pane .bar h2',
    ];
    for (const place of places) {
      await page
        .locator(place)
        .first()
        .click({ position: { x: 4, y: 4 } });
      await page.locator('td.selected').waitFor();
      await page.keyboard.press('j');
      const before = await current();
      await page.keyboard.press('j');
      expect([place, await current()]).not.toEqual([place, before]);
      await page
        .locator(place)
        .first()
        .click({ position: { x: 4, y: 4 } });
      await page.locator('td.selected').waitFor();
      if (place.endsWith('input')) continue;
      await page.keyboard.press('Enter');
      expect([place, await page.getByRole('dialog').getByLabel('应为').count()]).toEqual([place, 1]);
      await page.keyboard.press('Escape');
    }
  });

  test('panes are made wider by dragging and by keys; a page that lies on its side fits whatever they are', async () => {
    const page = await lookAtSample();
    const width = async (selector: string) => (await page.locator(selector).boundingBox())?.width ?? 0;
    const fits = () =>
      page.evaluate("document.querySelector('.page-pane .scroll').scrollWidth <= document.querySelector('.page-pane .scroll').clientWidth");
    expect(await fits()).toBe(true);
    const line = page.getByRole('separator', { name: '页面栏宽度' });
    const [before, box] = [await width('.page-pane'), await line.boundingBox()];
    if (!box) throw new Error('the line is there');
    await page.mouse.move(box.x + 2, box.y + 300);
    await page.mouse.down();
    await page.mouse.move(box.x + 82, box.y + 300);
    await page.mouse.up();
    expect(await width('.page-pane')).toBeCloseTo(before + 80, -1);
    expect(await fits()).toBe(true);
    await line.press('ArrowLeft');
    expect(await width('.page-pane')).toBeCloseTo(before + 56, -1);
    await page.getByRole('separator', { name: '左栏宽度' }).press('ArrowRight');
    await line.dblclick();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('until its picture has come a page says that it is being drawn', async () => {
    const page = await lookAtSample();
    await eventually(() => page.locator('.drawing').count()).toBe(0);
    await page.route('**/pages/3/page?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.getByRole('spinbutton', { name: '转到页' }).fill('3');
    await page.keyboard.press('Enter');
    expect(await page.locator('.drawing').textContent()).toBe('正在画出页面……');
    await eventually(() => page.locator('.drawing').count()).toBe(0);
  });

  test('the arrows lead from box to box on the page', async () => {
    const page = await lookAtSample();
    await page.locator('rect.selected').focus();
    const label = () => page.locator('rect:focus').getAttribute('aria-label');
    await page.keyboard.press('ArrowLeft');
    expect(await label()).toContain('合计，本年支出合计：395.87');
    await page.keyboard.press('ArrowDown');
    expect(await label()).toContain('社会公益研究，本年支出合计：40.00');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').getByLabel('应为').inputValue()).toBe('40.00');
  });

  test('English on request, and back', async () => {
    const { page } = await openSample({}, '--lang', 'en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('tab').allTextContents()).toEqual([
      ...[
        expect.stringMatching(/^Doubtful \d/),
        expect.stringMatching(/^Findings \d/),
        expect.stringMatching(/^Tables \d/),
        'Corrections 0',
      ],
    ]);
    await page.getByRole('button', { name: '中文' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.getByRole('button', { name: '更正这一格' }).count()).toBe(1);
  });

  test('a document that cannot be read shows the reason', async () => {
    const page = await openPage(await serve({ 'web.pdf': '<!DOCTYPE html><html><script>window.ran=1</script></html>' }));
    await eventually(() => page.locator('.message').textContent()).toContain('HTML');
    await eventually(() => page.locator('.documents .state').textContent()).toBe('未能提取');
    expect(await page.locator('.list .empty').textContent()).toContain('未核对');
  });

  interface Violation {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }

  test.each(['light', 'dark'] as const)('nothing serious for axe-core, %s: the page, the lists, the dialogs', async (colorScheme) => {
    const page = await lookAtSample({ colorScheme });
    await page.evaluate(axe.source);
    const look = async (where: string) => {
      const { violations, passes } = (await page.evaluate('axe.run()')) as Record<'violations' | 'passes', readonly Violation[]>;
      expect(passes.length).toBeGreaterThan(15);
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      return serious.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`);
    };
    const found = await look('page');
    for (const list of ['问题', '表', '更正']) {
      await page.getByRole('tab', { name: new RegExp(`^${list}`, 'u') }).click();
      found.push(...(await look(list)));
    }
    await page.keyboard.press('?');
    found.push(...(await look('help')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '更正这一格' }).click();
    found.push(...(await look('editor')));
    expect(found).toEqual([]);
  });

  test.each([
    ['1280 × 720', { width: 1280, height: 720 }],
    ['1280 × 720 at 125 %', { width: 1024, height: 576 }],
    ['1920 × 1080', { width: 1920, height: 1080 }],
  ])('at %s nothing is wider than the window, and the selected cell and box are in sight', async (_, viewport) => {
    const page = await lookAtSample({ viewport });
    expect(
      await page.evaluate('document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight'),
    ).toBe(true);
    for (const [selector, pane] of [
      ['td.selected', '.table-pane .scroll'],
      ['rect.selected', '.page-pane .scroll'],
    ] as const) {
      const [inner, outer] = [await page.locator(selector).boundingBox(), await page.locator(pane).boundingBox()];
      if (!inner || !outer) throw new Error(`${selector} is not there`);
      expect([inner.y >= outer.y, inner.y + inner.height <= outer.y + outer.height]).toEqual([true, true]);
      expect([inner.x >= outer.x, inner.x + inner.width <= outer.x + outer.width]).toEqual([true, true]);
    }
  });
});
