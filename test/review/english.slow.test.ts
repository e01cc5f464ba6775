import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, eventually, openSample, useBrowser } from './browser.js';

/** What is saved by a click. */
async function saved(page: Page, click: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download;
}

const textOf = async (download: Download, part: string): Promise<string> => {
  const bytes = readFileSync(await download.path());
  return new TextDecoder().decode(unzipSync(bytes)[part]);
};

describeInBrowser('the review in English', () => {
  useBrowser();

  test('tells findings, searches, and saves workbook and story in English, and in Chinese once the language is changed', async () => {
    const { page } = await openSample({}, '--lang', 'en');
    const detail = page.locator('.finding');
    expect(await detail.locator('.said-of').textContent()).toContain('printed 395.87万元, but 307.87万元 by the other figures');
    expect(await detail.locator('.chinese').textContent()).toContain('各项之和为307.87万元');
    expect(await page.locator('rect.selected').getAttribute('aria-label')).toBe('合计, 基本支出: 395.87, contradicted');
    await page.keyboard.press('1');
    await eventually(() => page.locator('.judged.confirmed').count()).toBeGreaterThan(0);
    const story = await saved(page, () => page.getByRole('link', { name: 'DOCX' }).click());
    expect(await textOf(story, 'word/document.xml')).toContain('Total row: p. 9 ');
    const workbook = await saved(page, () => page.getByRole('button', { name: /^Download Workbook/ }).click());
    expect(await textOf(workbook, 'xl/workbook.xml')).toContain('name="Findings"');
    await page.getByRole('searchbox').fill('seem to be transposed');
    await eventually(() => page.getByRole('status').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '中文' }).click();
    expect(await detail.locator('.said-of').textContent()).toMatch(/^第9页《支出决算表》/u);
    expect(await detail.locator('.chinese').count()).toBe(0);
    const chinese = await saved(page, () => page.getByRole('button', { name: /^下载工作簿/u }).click());
    expect(await textOf(chinese, 'xl/workbook.xml')).toContain('name="勾稽"');
  });
});
