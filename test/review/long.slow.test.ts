/** A document of 170 pages: its first picture comes soon after its pages are read, and keys are answered at once. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { projectForms } from '../../samples/documents/beiguan-2024.performance.js';
import type { DocumentEntry, Start } from '../../src/review/view.js';
import { get } from './asking.js';
import { beiguan2023 } from './beiguan-2023.js';
import { describeInBrowser, openPage, useBrowser } from './browser.js';
import { type Serving, serve } from './serving.js';

/** ms. What a person takes for soon, and for at once. */
const SOON = 2000;
const AT_ONCE = 100;
/** On a quiet machine reading takes 1.2 s. On one that is so busy that it takes longer, this many times as long is soon. */
const AS_LONG_AS_READING = 1.5;
const PRESSES = 25;

/** Self-assessments of two projects again and again: what makes published documents this long. */
const long = (): Uint8Array => beiguan2023(Array.from({ length: 39 }, projectForms).flat());

/** When the last page had been read, by a look every 20 ms; when the page showed its first picture. */
async function timesOf(serving: Serving, page: Page): Promise<{ readonly read: number; readonly pages: number; readonly shown: number }> {
  const entry = async (): Promise<DocumentEntry | undefined> => (await get<Start>(serving, '/api/start')).documents[0];
  let [read, pages] = [0, 0];
  while (read === 0) {
    const now = await entry();
    const [at, of] = now?.progress ?? [0, 0];
    pages = Math.max(pages, of);
    if ((of > 0 && at === of) || now?.state === 'done') read = Date.now();
    else await page.waitForTimeout(20);
  }
  const isShown = () => page.locator('.paper img').evaluateAll((all) => all.some((each) => Number(Reflect.get(each, 'naturalWidth')) > 0));
  while (!(await isShown())) await page.waitForTimeout(20);
  return { read, pages, shown: Date.now() };
}

/** ms from a key to the frame that shows what it did, for so many presses, the shortest first. */
async function answersTo(page: Page, key: string): Promise<number[]> {
  const times: number[] = [];
  for (let press = 0; press < PRESSES; press++) {
    const took = await page.evaluate(`new Promise((resolve) => {
      const begun = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }));
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    })`);
    times.push(Number(took));
  }
  return times.sort((a, b) => a - b);
}

describeInBrowser('a document of 170 pages', () => {
  useBrowser();

  test('its first picture comes soon after its pages are read, and keys are answered at once', async () => {
    const serving = await serve({ 'long.pdf': long() });
    const begun = Date.now();
    const page = await openPage(serving);
    const { read, pages, shown } = await timesOf(serving, page);
    expect(pages).toBeGreaterThanOrEqual(170);
    await page.locator('td.selected').waitFor();
    const told: Record<string, number> = { reading: read - begun, 'first picture': shown - read };
    for (const key of ['j', 'f', 't', ']']) {
      const times = await answersTo(page, key);
      told[key] = times[Math.floor(PRESSES / 2)] ?? Number.NaN;
      told[`${key}, longest`] = times.at(-1) ?? Number.NaN;
    }
    console.info(
      `${pages} pages, ms: ${Object.entries(told)
        .map(([what, ms]) => `${what} ${Math.round(ms)}`)
        .join('; ')}`,
    );
    expect(shown - read).toBeLessThan(Math.max(SOON, AS_LONG_AS_READING * (read - begun)));
    for (const key of ['j', 'f', 't', ']']) expect([key, (told[key] ?? Number.NaN) < AT_ONCE]).toEqual([key, true]);
  });
});
