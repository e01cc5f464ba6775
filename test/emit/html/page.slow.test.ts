import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractDisclosure, openPictures } from '../../../src/index.js';
import { disclosure, grid, printed, row, table } from '../fixture.js';
import { htmlOf } from '../written.js';

const NAMED = process.env['JUESUAN_CHROMIUM'];
const executablePath = NAMED ?? '/usr/bin/chromium';

/** The longest amount that a document of a province prints in 元. */
const LONG = '1,234,567,890,123.45';

function longAmounts() {
  const of = grid(1, [[LONG]]);
  const summary = table({
    form: 'income-expenditure-summary',
    unit: '元',
    columns: [{ key: 'income', path: ['收入'], ordinal: null }],
    rows: [row('本年收入合计', { income: printed(of, 0, 0, LONG.replaceAll(',', '')) }, { concept: 'total-income' })],
    grid: of,
  });
  return disclosure({ tables: [summary], findings: [] });
}

describe.skipIf(NAMED === undefined && !existsSync(executablePath))('the report in a browser', () => {
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-test-'));
  beforeAll(async () => {
    const bytes = readFileSync('samples/beiguan-2024.pdf');
    const pictures = await openPictures(bytes);
    writeFileSync(path.join(folder, 'sample.html'), await htmlOf(await extractDisclosure(bytes, { name: 'beiguan-2024.pdf' }), pictures));
    await pictures.close();
    writeFileSync(path.join(folder, 'long.html'), await htmlOf(longAmounts()));
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    return page;
  }

  test.each([
    [320, 'light'],
    [1280, 'dark'],
  ] as const)('nothing for axe-core to find at %i px, %s', async (width, colorScheme) => {
    // axe-core is a script: the page itself allows none.
    const page = await open('sample.html', { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as { readonly violations: readonly { readonly id: string }[] };
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.context().close();
  });

  test.each([320, 1280])('an amount of many digits stays in its tile, and the page as wide as the screen, at %i px', async (width) => {
    const page = await open('long.html', { viewport: { width, height: 900 } });
    const tile = page.locator('.tiles div').first();
    expect(await tile.textContent()).toContain(LONG);
    expect(await tile.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });

  test('a chart is taken away by a click', async () => {
    const page = await open('sample.html', { acceptDownloads: true });
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#chart1 a[download]')]);
    expect(download.suggestedFilename()).toBe('安阳市北关区工业和信息化局　2024 年度 钱从哪里来，用到哪里去.svg');
    expect(readFileSync(await download.path(), 'utf8')).toContain('来源：beiguan-2024.pdf');
    await page.context().close();
  });
});
