import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { must } from '../../src/base/invariant.js';
import { compareYears, toTwoYears } from '../../src/compare/years.js';
import { yearsPage } from '../../src/compare/years-page.js';
import { account, summaryTable } from './accounts.js';

const NAMED = process.env['JUESUAN_CHROMIUM'];
const executablePath = NAMED ?? '/usr/bin/chromium';

/** The first bytes of a PNG (ISO/IEC 15948, 5.2), and where its width stands. */
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const WIDTH_AT = 16;

describe.skipIf(NAMED === undefined && !existsSync(executablePath))('a comparison in a browser', () => {
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'juesuan-test-'));
  const file = path.join(folder, 'years.html');
  beforeAll(async () => {
    const earlier = account(2022, [summaryTable('160.00', '150.00', '10.00', '20.00')]);
    const later = account(2023, [summaryTable('170.00', '150.00', '17.50', '37.50')]);
    const two = must(toTwoYears(earlier, later, families), 'two years');
    const words = { years: two.years, families, heads: ['10', '8'] as const };
    const links = { earlier: () => null, later: (page: number) => `2023.pdf#page=${page}` };
    writeFileSync(file, yearsPage(two, compareYears(two, families), words, links));
    browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['light', 1280, 720],
    ['dark', 1920, 1080],
  ] as const)(
    '%s, %s wide: has no barriers, no errors, nothing beside the page, and gives its chart as PNG',
    async (colorScheme, width, height) => {
      const context = await browser.newContext({ acceptDownloads: true, colorScheme, viewport: { width, height } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(pathToFileURL(file).href);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      await page.evaluate(axe.source).catch(() => page.addScriptTag({ content: axe.source }));
      const violations = await page.evaluate(async () =>
        (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations.map(({ id }) => id),
      );
      expect(violations).toEqual([]);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载此图（PNG）' }).click()]);
      expect(download.suggestedFilename()).toMatch(/\.png$/);
      const png = readFileSync(await download.path());
      expect(png.subarray(0, PNG.length)).toEqual(PNG);
      expect(png.readUInt32BE(WIDTH_AT)).toBe(2 * (860 + 40));
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
