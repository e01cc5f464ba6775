import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { extractDisclosure } from '../../src/pipeline.js';
import { draw } from '../archive/drawn.js';
import { filesBelow } from '../cli/juesuan.js';
import { describeInBrowser, eventually, openPage, useBrowser } from './browser.js';
import { serve } from './serving.js';

/** Would run if it were taken for markup, in any of the usual ways. A slash cannot stand in a file's name. */
const HOSTILE = `"'><img src=x onerror=window.ran=1><svg onload=window.ran=1>{{1}}\${1}javascript:window.ran=1`;
const NAME = `${HOSTILE}.pdf`;
const bytes = draw({ department: '<img src=x onerror=window.ran=1>局', year: 2021 });

async function correctionsOf(now: string, reason: string, by: string): Promise<string> {
  const { tables } = await extractDisclosure(bytes);
  const row = tables.flatMap(({ rows }) => rows).find(({ concept }) => concept === 'total-income');
  const cell = row?.cells['income'];
  if (!row || !cell) throw new Error('the drawn document has a total');
  const place = { page: cell.page, box: cell.box };
  return JSON.stringify({
    ...{ $schema: 'corrections.schema.json', schemaVersion: '1' },
    document: { name: HOSTILE, sha256: createHash('sha256').update(bytes).digest('hex') },
    corrections: [
      { kind: 'cell', ...place, was: { text: cell.text }, now: { text: now }, reason, by },
      { kind: 'row', ...place, was: { code: row.code, name: row.name }, now: { name: now }, reason, by },
      { kind: 'cell', ...place, was: { text: HOSTILE }, now: { text: now }, reason, by },
    ],
  });
}

describeInBrowser('hostile texts on the review page', () => {
  useBrowser();

  test('in file names, cells, names, reasons and refusals stay texts: no script runs, nothing is fetched', async () => {
    const corrections = await correctionsOf(HOSTILE, HOSTILE, HOSTILE);
    const serving = await serve({ [NAME]: bytes, [`${HOSTILE}.corrections.json`]: corrections });
    const page = await openPage(serving);
    await page.locator('td.selected').waitFor();
    await page.getByRole('tab', { name: /^更正/u }).click();
    await page.locator('.list button.entry').first().click();
    const cell = page.locator('td.corrected').first();
    expect(await cell.textContent()).toContain(HOSTILE);
    await cell.click();
    expect(await page.locator('.facts').textContent()).toContain(HOSTILE);
    for (const list of [/^问题/u, /^表/u, /^更正/u, /^存疑/u]) await page.getByRole('tab', { name: list }).click();
    await cell.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').getByLabel('应为').inputValue()).toBe(HOSTILE);
    await page.keyboard.press('Escape');
    expect(await page.locator('.documents .name').textContent()).toBe(NAME);
    expect(await page.evaluate('window.ran ?? document.querySelectorAll("body img[onerror], body [onload], body script").length')).toBe(0);
  });

  test('typed into the editor they come back as they are, and nothing but the corrections file is written', async () => {
    const serving = await serve({ 'a.pdf': bytes });
    const page = await openPage(serving);
    await page.locator('td.value').first().click();
    await page.keyboard.press('Enter');
    const editor = page.getByRole('dialog');
    await editor.getByLabel('应为').fill(HOSTILE);
    await editor.getByLabel('理由').fill('../../../etc/passwd');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('td.selected').textContent()).toBe(`${HOSTILE}✎`);
    expect(filesBelow(path.dirname(serving.folder))).toEqual(['in/a.corrections.json', 'in/a.pdf']);
    expect(JSON.parse(readFileSync(path.join(serving.folder, 'a.corrections.json'), 'utf8')).corrections[0].now.text).toBe(HOSTILE);
    expect(await page.evaluate('window.ran ?? 0')).toBe(0);
  });

  test('a corrections file that is broken is a finding on the page, and is left alone', async () => {
    const serving = await serve({ 'a.pdf': bytes });
    writeFileSync(path.join(serving.folder, 'a.corrections.json'), '{"<script>window.ran=1</script>"');
    const page = await openPage(serving);
    await page.locator('td.selected').waitFor();
    await page.getByRole('tab', { name: /^问题/u }).click();
    await page.locator('.list').getByText('更正文件不是规范的 JSON').waitFor();
    expect(await page.evaluate('window.ran ?? 0')).toBe(0);
  });
});
