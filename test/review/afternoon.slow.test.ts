/** A journalist's afternoon in one piece: documents are dropped, judged, corrected and compared, and the story is taken away. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { decode } from 'fast-png';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/base/sha256.js';
import { extractDisclosure } from '../../src/pipeline.js';
import { ROOT, SAMPLE, temporaryFolder } from '../cli/juesuan.js';
import { beiguan2023 } from './beiguan-2023.js';
import { describeInBrowser, eventually, openPage, useBrowser } from './browser.js';
import { download, drop, row, serious } from './desk-page.js';
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
    // The finding is there no more, and no other one stands in its place: a key would judge it.
    expect(await page.locator('.finding').count()).toBe(0);
    await shoot('corrected');
    await page.keyboard.press('Control+z');
    await eventually(() => status(page)).toBe('已撤回');
    await eventually(counts).toEqual(before);
    // The judgements stand: what was taken back is the correction alone.
    await eventually(() => judged(page)).toEqual(['属实：已电话核实，部门称系笔误', '属实', '误报']);

    await page.keyboard.press('c');
    const compared = page.locator('dialog.compare');
    await compared.getByRole('table', { name: '两年对比' }).waitFor();
    const lines = async (name: string) =>
      (await compared.getByRole('table', { name }).locator('tbody tr').allInnerTexts()).map((line) => line.split('\t'));
    expect(await compared.getByRole('combobox').inputValue()).toBe('d1 d2');
    const figures = await lines('两年对比');
    expect(figures).toContainEqual(['本年收入合计', '813.14万元', '395.87万元', '-4,172,700.00', '-51.32']);
    expect(figures).toContainEqual(['基本支出', '322.14万元', '395.87万元（有矛盾）', '737,300.00', '22.89']);
    expect(figures).toContainEqual(['机关运行经费', '11.56万元（文字所述）', '9.36万元（文字所述）', '-22,000.00', '-19.03']);
    expect(await lines('结转')).toContainEqual([
      '年末结转和结余 → 年初结转和结余',
      '收入支出决算总表',
      '只有一年印出',
      '12.00万元',
      '未印',
    ]);
    await compared.getByText(/^各表金额\d+处/u).click();
    await eventually(async () => (await lines('各表金额')).length).toBeGreaterThan(50);
    await compared
      .getByText(/^各表金额\d+处/u)
      .first()
      .click();
    await shoot('two-years');
    expect(await serious(page)).toEqual([]);
    const table = await download(page, () => compared.getByRole('link', { name: 'CSV' }).click());
    expect(table.bytes.toString('utf8')).toContain('年末结转和结余 → 年初结转和结余');
    const png = await download(page, () => compared.getByRole('button', { name: 'PNG' }).click());
    expect(table.name).toBe('安阳市北关区工业和信息化局2023—2024年度部门决算.csv');
    expect(png.name).toBe(table.name.replace('csv', 'png'));
    expect(decode(png.bytes).width).toBeGreaterThan(1000);
    await compared.getByRole('button', { name: '各部门一项指标' }).click();
    await compared.getByRole('combobox', { name: '指标' }).selectOption({ label: '“三公”经费合计' });
    await compared.getByRole('combobox', { name: '年度' }).selectOption('2024');
    await compared.getByRole('table', { name: '“三公”经费合计' }).waitFor();
    await eventually(() => lines('“三公”经费合计')).toEqual([
      ['石粱市体育局', '2024', '部门决算', '石粱2024.pdf', '64,000.00', '6.40万元'],
      ['安阳市北关区工业和信息化局', '2024', '部门决算', '北关2024.pdf', '0.00', '0万元'],
    ]);
    await compared.getByText('按人数计算').click();
    await compared.getByRole('textbox', { name: '人数' }).fill('部门\t人数\n石粱市体育局\t30\n安阳市北关区工业和信息化局\t20');
    await compared.getByRole('button', { name: '计算' }).click();
    await eventually(async () => (await lines('“三公”经费合计')).map((cells) => cells.slice(6))).toEqual([
      ['30', '2,133.33'],
      ['20', '0.00'],
    ]);
    await shoot('one-figure');
    expect(await serious(page)).toEqual([]);
    const svg = await download(page, () => compared.getByRole('link', { name: 'SVG' }).click());
    expect([svg.name, svg.bytes.toString('utf8').includes('石粱市体育局 2024')]).toEqual(['“三公”经费合计2024.svg', true]);
    await compared.getByRole('button', { name: '0万元', exact: true }).click();
    await eventually(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await page.getByRole('spinbutton', { name: '转到页' }).inputValue()).toBe('17');

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
    await page.keyboard.press('l');
    await page.keyboard.press('c');
    await compared.getByRole('table', { name: 'Two years' }).waitFor();
    expect(await compared.getByRole('columnheader', { name: 'Change (%)' }).count()).toBe(1);
    await shoot('english');
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
