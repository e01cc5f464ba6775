/** A real browser. `.ci/run` names it in JUESUAN_CHROMIUM, and the tests fail where it does not start; else they are skipped where there is none. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest';
import { type Serving, serve, startReview } from './serving.js';

const NAMED = process.env['JUESUAN_CHROMIUM'];
const DEBIAN = '/usr/bin/chromium';
const executablePath = NAMED ?? DEBIAN;

/** The browser fetches nothing on its own account, and runs as root in a container. */
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export const describeInBrowser = describe.skipIf(NAMED === undefined && !existsSync(DEBIAN));

let browser: Browser | null = null;
/** A review that several tests of a file look at; started by the first of them. */
let shared: ReturnType<typeof startReview> | null = null;

/** Starts the browser before the tests of a file and ends it after them, and the review they share. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
    await (await shared)?.close();
  });
}

/** The page of a review, opened; an error of its scripts, or a script that the policy stopped, fails the test; but for answers that a test expects to be refused. */
export async function openPage(serving: Serving, options: BrowserContextOptions = {}, mayBeRefused = false): Promise<Page> {
  if (!browser) throw new Error('the browser was not started');
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 720 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('dialog', (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(new URL(request.url()).origin));
  onTestFinished(async () => {
    await context.close();
    expect(errors.filter((error) => !mayBeRefused || !error.includes('409 (Conflict)'))).toEqual([]);
    expect([...new Set(requests)]).toEqual([serving.origin]);
  });
  await page.goto(serving.address);
  return page;
}

/** A review of the sample, read, with the cell of its worst finding selected; for a test that corrects something. */
export async function openSample(options: BrowserContextOptions = {}, ...more: string[]): Promise<{ serving: Serving; page: Page }> {
  const serving = await serve({ 'a.pdf': null }, ...more);
  return { serving, page: await openSelected(serving, options) };
}

/** The same, of the review that all tests share that only look. */
export async function lookAtSample(options: BrowserContextOptions = {}): Promise<Page> {
  shared ??= startReview({ 'a.pdf': null });
  return await openSelected(await shared, options);
}

async function openSelected(serving: Serving, options: BrowserContextOptions): Promise<Page> {
  const page = await openPage(serving, options);
  await page.locator('td.selected').waitFor();
  return page;
}

/** What a document that is read again comes to, on a busy machine. */
export const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000 });
