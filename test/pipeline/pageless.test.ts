/** Documents without pages, the whole way: what results say in place of pages and boxes. */
import { describe, expect, test } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { toCsv } from '../../src/emit/csv.js';
import { render } from '../../src/emit/results.js';
import { openPictures } from '../../src/picture/pictures.js';
import { extractDisclosure, extractWithDraft } from '../../src/pipeline.js';
import { toWritten } from '../../src/workers/written.js';
import { docx, EXPENDITURE, p, tbl, tc, tr, xlsx } from '../read/office.js';

const CAPTION = [['支出决算表'], ['公开03表'], ['编制单位：大石县财政局', null, '2023年度', null, null, null, null, '单位：万元']];
const HEADS = EXPENDITURE.slice(0, 2);
const body = (total: string) => EXPENDITURE.slice(2).map((row, i) => row.map((text, c) => (i === 0 && c === 2 ? total : text)));

const workbook = (total = '100.50') => xlsx([{ name: '支出', rows: [...CAPTION, ...HEADS, ...body(total)] }]);
const word = docx(
  p('第一部分 概况') +
    p('大石县财政局') +
    p('支出决算表') +
    p('公开03表') +
    '<w:p><w:r><w:t>部门：大石县财政局</w:t><w:tab/><w:t>2023年度</w:t><w:tab/><w:t>单位：万元</w:t></w:r></w:p>' +
    tbl(...EXPENDITURE.map((row) => tr(...row.map((text) => tc(text))))) +
    p('本年支出合计100.50万元。'),
);
const page = Buffer.from(
  `<meta charset=utf-8><p>支出决算表</p><p>部门：大石县财政局　2023年度　单位：万元</p><table>${EXPENDITURE.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`,
);

const TOTAL = { text: '100.50', value: '100.50', yuan: '1005000.00', page: 1, box: null, method: 'text', status: 'proved' };

describe.each([
  ['a workbook', workbook(), '支出!C6', '支出!D6'],
  ['a Word text', word, 'table 1, row 3, cell 3', 'table 1, row 3, cell 4'],
  ['a web page', page, 'table 1, row 3, cell 3', 'table 1, row 3, cell 4'],
])('%s', (_, bytes, total, basic) => {
  test('has values like any other document, and says where they stand', async () => {
    const disclosure = await extractDisclosure(new Uint8Array(bytes));
    expect(disclosure.outcome).toEqual({ status: 'ok', reason: null, message: null });
    expect(disclosure.document).toMatchObject({ department: '大石县财政局', year: 2023 });
    const [table] = disclosure.tables;
    expect(table).toMatchObject({ form: 'expenditure', title: '支出决算表', unit: '万元', pages: [1] });
    expect(table?.rows[0]?.cells).toMatchObject({ total: { ...TOTAL, ref: total }, basic: { ref: basic } });
    expect(table?.rows.map(({ code }) => code)).toEqual([null, '2010101', '2010102']);
    expect(disclosure.pages).toEqual([{ number: 1, width: 0, height: 0, rotation: 0, method: 'text', reason: null, unplaced: [] }]);
    expect(parseDisclosure(JSON.parse(JSON.stringify(disclosure)))).toEqual(disclosure);
  });

  test('counts each letter once', async () => {
    const { glyphs, ...places } = (await extractDisclosure(new Uint8Array(bytes))).coverage;
    expect(glyphs).toBeGreaterThan(100);
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  });

  test('is shown as JSON, CSV, workbook and report, and has no picture', async () => {
    const document = toWritten(await extractWithDraft(new Uint8Array(bytes)));
    const lines = toCsv(document.disclosure).split('\r\n');
    expect(lines[0]?.endsWith('department_id,ref')).toBe(true);
    expect(lines[1]).toContain(total);
    for (const format of ['xlsx', 'html'] as const) expect((await render(document, format)).length).toBeGreaterThan(1000);
    await expect(openPictures(new Uint8Array(bytes))).rejects.toMatchObject({
      reason: 'not-readable',
      message: expect.stringContaining('no pages'),
    });
  });
});

test('what draws sheets gets their sizes and boxes, beside the places', async () => {
  const { disclosure } = await extractWithDraft(workbook('101.50'), {}, { keepBoxes: true });
  const plain = await extractDisclosure(workbook('101.50'));
  expect(disclosure.pages[0]?.width).toBeGreaterThan(100);
  expect(disclosure.tables[0]?.rows[0]?.cells['total']).toMatchObject({ ref: '支出!C6', box: expect.any(Array) });
  const withoutBoxes = (each: unknown) => JSON.parse(JSON.stringify(each, (key, value) => (key === 'box' ? null : value)));
  expect(withoutBoxes(disclosure.tables)).toEqual(plain.tables);
  expect(withoutBoxes(disclosure.findings)).toEqual(plain.findings);
  expect(parseDisclosure(JSON.parse(JSON.stringify(disclosure)))).toEqual(disclosure);
});

test('a finding points at the cell, and names the sheet in place of a page', async () => {
  const { findings, tables } = await extractDisclosure(workbook('101.50'));
  const finding = findings.find(({ severity }) => severity === 'error');
  expect(finding?.message).toMatch(/^工作表“支出”的《支出决算表》/u);
  expect(finding?.cells[0]).toMatchObject({ box: null, ref: '支出!C6' });
  expect(tables[0]?.rows[0]?.cells['total']?.status).toBe('contradicted');
});

test('a sentence of a Word text is held against its tables, and found again', async () => {
  const wrong = p('一、支出决算情况说明') + p('2023年度本年支出合计200.50万元，其中：基本支出80.25万元，项目支出20.25万元。');
  const head = p('支出决算表') + p('单位：万元');
  const { findings } = await extractDisclosure(docx(head + tbl(...EXPENDITURE.map((row) => tr(...row.map((text) => tc(text))))) + wrong));
  const quoted = findings.find(({ quote }) => quote?.text.includes('200.50'));
  expect(quoted?.quote).toMatchObject({ page: 1, box: null, ref: 'paragraph 4' });
});

test('paragraphs are those of the file, however alike their lines are', async () => {
  const { sections } = await extractDisclosure(docx(p('一、概况') + p('甲乙丙丁戊己庚辛壬癸') + p('甲乙丙丁戊己庚辛壬癸')));
  expect(sections.map(({ heading, text }) => [heading, text])).toEqual([['一、概况', '甲乙丙丁戊己庚辛壬癸\n甲乙丙丁戊己庚辛壬癸']]);
});

test('the result of a PDF has no ref anywhere', async () => {
  const { readFileSync } = await import('node:fs');
  const disclosure = await extractDisclosure(new Uint8Array(readFileSync('samples/beiguan-2024.pdf')), { ocr: 'off' });
  expect(JSON.stringify(disclosure)).not.toContain('"ref"');
  expect(toCsv(disclosure).split('\r\n')[0]?.endsWith('department_id')).toBe(true);
});
