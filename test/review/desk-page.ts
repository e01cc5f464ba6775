/** What a person does on the desk's first screen. */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Drops files on the page as a browser does: with entries, the bytes behind them. */
export async function drop(page: Page, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle(`(() => {
    const made = new DataTransfer();
    for (const { name, bytes } of ${JSON.stringify(given)})
      made.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
    return made;
  })()`);
  await page.dispatchEvent('.start-screen', 'dragover', { dataTransfer: transfer });
  expect(await page.locator('body.dragging').count()).toBe(1);
  await page.dispatchEvent('.start-screen', 'drop', { dataTransfer: transfer });
  expect(await page.locator('body.dragging').count()).toBe(0);
}

/** The line of a document in the list. */
export const row = (page: Page, name: string): Locator =>
  page.locator('.desk-documents li').filter({ has: page.getByRole('button', { name, exact: true }) });

/** What a press saves. */
export async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds serious about the page as it is. */
export async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as Record<'violations', readonly Violation[]>;
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}
