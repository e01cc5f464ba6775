import { Workbook } from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { Book } from '../../samples/drawing/book.js';
import { EmbeddedFace } from '../../samples/drawing/face.js';
import { type BlockRow, sheetOf } from '../../samples/forms/sheet.js';
import { toHtml } from '../../src/emit/html/html.js';
import { toXlsx } from '../../src/emit/xlsx/xlsx.js';
import { type Extraction, extractWithDraft } from '../../src/pipeline.js';
import { toWritten } from '../../src/workers/written.js';
import { grainReports } from './toy-family.js';

const row = (name: string, amount: string): BlockRow => ({
  labels: [name],
  amounts: [amount],
  kind: 'item',
  code: null,
  name,
  line: null,
  concept: null,
});

function sheet(form: string, title: string, rows: BlockRow[]) {
  const block = {
    heading: null,
    labels: [{ path: ['项目'], width: 2, align: 'left' as const }],
    data: [{ key: 'amount', path: ['金额'], ordinal: null, width: 1 }],
    ordinalLabels: null,
    rows,
  };
  const heading = { form, number: null, title, department: '某某县粮食局', departmentLabel: '部门：', unit: '万元', unitLabel: '单位：' };
  return sheetOf(heading, [block], { headings: 'sides', order: 'lines', notes: [] });
}

/** A report of 2024 whose second table contradicts its first. */
function draw(): Uint8Array {
  const book = new Book(new EmbeddedFace(), {
    landscape: false,
    numberAt: 'over',
    boldTitles: false,
    size: 9,
    leading: 12,
    rowHeight: 19,
    rules: 'strokes',
    headerGrey: null,
    continuation: 'header',
    bold: false,
    glyphwise: false,
  });
  book.cover(['某某县粮食局', '2024年度单位预算'], '二〇二四年一月');
  book.table(sheet('grain-purchases', '粮食收购表', [row('小麦', '30.00'), row('稻谷', '12.00'), row('合计', '42.00')]));
  book.table(sheet('grain-storage', '粮食仓储表', [row('小麦', '30.00'), row('稻谷', '12.00'), row('合计', '45.00')]));
  book.part('第二部分 粮情说明');
  const policy = '本年度按照国家粮食收购政策开展收购工作，所购粮食分仓储存，按规定轮换，数量真实、质量良好。'.repeat(2);
  book.prose([policy, '一、收购情况', `小麦收购额31.00万元，稻谷收购额12.00万元。${policy}`]);
  return book.finish('粮情', (page) => `- ${page} -`);
}

let extraction: Extraction;

beforeAll(async () => {
  extraction = await extractWithDraft(draw(), { name: 'grain.pdf' }, { families: [...families, grainReports] });
});

test('its tables are read by its declarations', () => {
  const { outcome, document, tables } = extraction.disclosure;
  expect([outcome.status, document.kind, document.department, document.year]).toEqual(['ok', '单位预算', '某某县粮食局', 2024]);
  expect(tables.map(({ form, unit }) => [form, unit])).toEqual([
    ['grain-purchases', '万元'],
    ['grain-storage', '万元'],
  ]);
  expect(tables[0]?.rows.map(({ concept, kind, cells }) => [concept, kind, cells['amount']?.yuan])).toEqual([
    ['wheat', 'item', '300000.00'],
    ['rice', 'item', '120000.00'],
    ['total', 'total', '420000.00'],
  ]);
});

test('what it declares is checked, in its tables and in its prose', () => {
  const { findings, tables } = extraction.disclosure;
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['GRAIN-TOTAL', 'error'],
    ['PROSE-AMOUNT', 'error'],
  ]);
  expect(findings[1]?.message).toContain('小麦收购额31.00万元');
  expect(findings[0]?.message).toContain('粮食仓储表');
  expect(tables[0]?.rows.map((each) => each.cells['amount']?.status)).toEqual(['proved', 'proved', 'proved']);
});

test('its workbook has a sheet for each table, with totals worked out again', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(toXlsx(toWritten(extraction))).buffer);
  expect(workbook.worksheets.map(({ name }) => name).slice(3, 5)).toEqual(['01 粮食收购表', '02 粮食仓储表']);
  const formulas = workbook
    .getWorksheet('01 粮食收购表')
    ?.getSheetValues()
    .flat()
    .filter((value) => typeof value === 'object' && value);
  expect(JSON.stringify(formulas)).toContain('"result":42');
});

test('its report names its amounts and its contradiction', async () => {
  const html = await toHtml(toWritten(extraction), null);
  expect(html).toContain('粮食仓储表');
  expect(html).toContain('45.00');
  expect(html).toContain('GRAIN-TOTAL');
});
