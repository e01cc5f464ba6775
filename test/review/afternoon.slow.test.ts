/** A journalist's afternoon in one piece: documents are dropped, judged, corrected and compared, and the story is taken away. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/base/sha256.js';
import { extractDisclosure } from '../../src/pipeline.js';
import { ROOT, SAMPLE, temporaryFolder } from '../cli/juesuan.js';
import { beiguan2023 } from './beiguan-2023.js';
import { describeInBrowser, eventually, openPage, useBrowser } from './browser.js';
import { download, drop, row } from './desk-page.js';
import { serveDesk } from './serving.js';

const FINAL = path.join(ROOT, 'samples', 'shiliang-sports-2024-final.pdf');

const status = (page: Page) => page.locator('header').getByRole('status').textContent();
const judged = (page: Page) => page.locator('button.entry .judged').allTextContents();

/** The story of the last afternoon. */
let written: Buffer | null = null;
/** LibreOffice, where it is on the PATH. */
const hasLibreOffice = (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, 'soffice')));

/** A folder in JUESUAN_SCREENSHOTS gets a picture of each step, to be looked at. */
const SCREENSHOTS = process.env['JUESUAN_SCREENSHOTS'];

describeInBrowser('an afternoon at the desk', () => {
  useBrowser();

  test.each([
    ['1280 × 720', { width: 1280, height: 720 }, 'light'],
    ['1920 × 1080', { width: 1920, height: 1080 }, 'dark'],
  ] as const)('from three dropped PDFs to a story with both prints: %s', async (_, viewport, colorScheme) => {
    const serving = await serveDesk();
    const page = await openPage(serving, { viewport, colorScheme });
    let shots = 0;
    const shoot = async (what: string) => {
      if (SCREENSHOTS === undefined) return;
      mkdirSync(SCREENSHOTS, { recursive: true });
      shots += 1;
      const isDrawn = () =>
        page.locator('img:visible').evaluateAll((all) => all.every((each) => Number(Reflect.get(each, 'naturalWidth')) > 0));
      await eventually(isDrawn).toBe(true);
      await page.screenshot({ path: path.join(SCREENSHOTS, `${viewport.width}-${shots}-${what}.png`) });
    };
    await shoot('desk');
    await drop(page, { '北关2023.pdf': beiguan2023(), '北关2024.pdf': readFileSync(SAMPLE), '石粱2024.pdf': readFileSync(FINAL) });
    await eventually(() => page.locator('.desk-documents li.done').count()).toBe(3);
    await shoot('read');

    await row(page, '北关2024.pdf').getByRole('button', { name: '北关2024.pdf', exact: true }).click();
    await page.locator('.finding .state:enabled').first().waitFor();
    await page
      .getByRole('button', { name: /合计行基本支出印为395.87万元/u })
      .first()
      .click();
    await page.keyboard.press('1');
    await eventually(() => status(page)).toBe('已判为属实');
    await page.keyboard.press('n');
    await page.keyboard.type('已电话核实，部门称系笔误');
    await page.keyboard.press('Tab');
    await eventually(() => status(page)).toBe('备注已保存');
    await page.keyboard.press('f');
    await page.keyboard.press('1');
    await eventually(() => judged(page)).toEqual(['属实：已电话核实，部门称系笔误', '属实']);
    await page.keyboard.press('f');
    await page.keyboard.press('2');
    await eventually(() => judged(page)).toEqual(['属实：已电话核实，部门称系笔误', '属实', '误报']);
    await shoot('judged');

    const counts = () => page.getByRole('tab').allTextContents();
    const before = await counts();
    await page
      .getByRole('button', { name: /合计行基本支出印为395.87万元/u })
      .first()
      .click();
    await page.getByRole('button', { name: '更正这一格' }).click();
    await page.locator('dialog').getByRole('textbox', { name: '应为' }).fill('307.87');
    await page.locator('dialog').getByRole('combobox', { name: '理由' }).fill('对照印件');
    await shoot('correcting');
    await page.getByRole('button', { name: '保存并重新识读' }).click();
    await eventually(() => status(page)).toBe('更正已采用，已重新勾稽。');
    expect(await page.getByRole('tab', { name: '更正 1' }).count()).toBe(1);
    await shoot('corrected');
    await page.keyboard.press('Control+z');
    await eventually(() => status(page)).toBe('已撤回');
    await eventually(counts).toEqual(before);
    // The judgements stand: what was taken back is the correction alone.
    await eventually(() => judged(page)).toEqual(['属实：已电话核实，部门称系笔误', '属实', '误报']);

    const story = await download(page, () => page.getByRole('link', { name: 'DOCX' }).click());
    expect(story.name).toBe('北关2024.story.docx');
    const parts = unzipSync(new Uint8Array(story.bytes));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    for (const told of [
      '合计行基本支出印为395.87万元',
      '2024年度一般公共预算财政拨款基本支出395.87万元。',
      '已电话核实，部门称系笔误',
      '原文',
      '第9页',
    ])
      expect(text).toContain(told);
    expect(text.match(/w:val="Heading1"/gu)).toHaveLength(2);
    const pictures = Object.keys(parts).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(text.match(/<wp:inline/gu)?.length ?? 0);
    expect(pictures.length).toBeGreaterThanOrEqual(4);
    written = story.bytes;
    await shoot('end');
  });

  test.skipIf(!hasLibreOffice)(
    'the story opens in LibreOffice with all its pictures (where its command soffice is on the PATH)',
    async () => {
      const folder = temporaryFolder();
      writeFileSync(path.join(folder, 'story.docx'), written ?? '');
      const pictures = Object.entries(unzipSync(new Uint8Array(written ?? []))).filter(([name]) => name.endsWith('.png'));
      const distinct = new Set(pictures.map(([, png]) => sha256Of(png)));
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      await promisify(execFile)('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'story.docx'),
      ]);
      const pdf = readFileSync(path.join(folder, 'story.pdf'));
      if (SCREENSHOTS !== undefined) {
        writeFileSync(path.join(SCREENSHOTS, 'story.docx'), written ?? '');
        writeFileSync(path.join(SCREENSHOTS, 'story.pdf'), pdf);
      }
      const { tables, sections, pages } = await extractDisclosure(pdf, { name: 'story.pdf', ocr: 'off' });
      expect(tables).toEqual([]);
      expect(sections.map(({ heading, text }) => `${heading ?? ''}${text}`).join('')).toContain('已电话核实，部门称系笔误');
      expect(pages.length).toBeGreaterThan(0);
      // Of a picture that stands there twice it keeps one.
      expect(pdf.toString('latin1').match(/\/Subtype\s*\/Image/gu)).toHaveLength(distinct.size);
    },
  );
});
