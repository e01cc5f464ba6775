import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { decode } from 'fast-png';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractDisclosure, openPictures } from '../../../src/index.js';
import { disclosure, grid, printed, row, table } from '../fixture.js';
import { htmlOf } from '../written.js';

const NAMED = process.env['JUESUAN_CHROMIUM'];
const executablePath = NAMED ?? '/usr/bin/chromium';

/** The longest amount that a document of a province prints in 元. */
const LONG = '1,234,567,890,123.45';

function amounts(text: string) {
  const of = grid(1, [[text]]);
  const summary = table({
    form: 'income-expenditure-summary',
    unit: '元',
    columns: [{ key: 'income', path: ['收入'], ordinal: null }],
    rows: [row('本年收入合计', { income: printed(of, 0, 0, text.replaceAll(',', '')) }, { concept: 'total-income' })],
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
    writeFileSync(path.join(folder, 'long.html'), await htmlOf(amounts(LONG)));
    writeFileSync(path.join(folder, 'usual.html'), await htmlOf(amounts('193,018,000')));
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

  test('an amount of 亿元 in 元 stands in one line', async () => {
    const page = await open('usual.html', { viewport: { width: 1100, height: 900 } });
    const lines =
      'const { height, lineHeight } = getComputedStyle(document.querySelector(".tiles dd")); parseFloat(height) / parseFloat(lineHeight)';
    expect(Math.round(Number(await page.evaluate(lines)))).toBe(1);
    await page.context().close();
  });

  test('a chart is taken away by a click', async () => {
    const page = await open('sample.html', { acceptDownloads: true });
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#chart1 a[download]')]);
    expect(download.suggestedFilename()).toBe('安阳市北关区工业和信息化局　2024 年度 钱从哪里来，用到哪里去.svg');
    expect(readFileSync(await download.path(), 'utf8')).toContain('来源：beiguan-2024.pdf');
    await page.context().close();
  });

  test('a chart is saved as PNG by the one script that the page allows, with title and source in it', async () => {
    const page = await open('sample.html', { acceptDownloads: true, offline: true });
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#chart1 button')]);
    expect(download.suggestedFilename()).toBe('安阳市北关区工业和信息化局　2024 年度 钱从哪里来，用到哪里去.png');
    const { width, height, data } = decode(readFileSync(await download.path()));
    const url = await page.locator('#chart1 a[download]').getAttribute('href');
    const [, svgWidth, svgHeight] =
      /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(Buffer.from(url?.split(',')[1] ?? '', 'base64').toString('utf8')) ?? [];
    expect([width, height]).toEqual([Number(svgWidth) * 2, Number(svgHeight) * 2]);
    // The last lines tell the source: there is ink.
    const foot = data.subarray(Math.floor(data.length * 0.93));
    expect(foot.some((level) => level < 100)).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a script in the text of a document does not run, though the page has one of its own', async () => {
    const page = await open('sample.html', {});
    await page.evaluate(
      "const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script)",
    );
    const ran = await page.evaluate("'ran' in window");
    expect(ran).toBe(false);
    await page.context().close();
  });
});
