import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { disclosure, grid, printed, row, table } from './fixture.js';
import { htmlOf, xlsxOf } from './written.js';

const HOSTILE = '=HYPERLINK("http://evil.example")<script>window.ran=1</script>';

/** One amount that was read as 12.30 and corrected. */
function corrected(text: string, value: string | null) {
  const one = grid(1, [['甲', '12.30']]);
  const cell = {
    ...printed(one, 0, 1, value),
    text,
    status: 'corrected' as const,
    correction: { was: '12.30', reason: HOSTILE, by: '张三' },
  };
  return disclosure({ tables: [table({ title: '表', grid: one, rows: [row('甲', { amount: cell })] })], findings: [] });
}

async function sheetOf(document: ReturnType<typeof corrected>) {
  const workbook = new ExcelJS.Workbook();
  const bytes = await xlsxOf(document);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return workbook;
}

test('a workbook shows what was corrected in its place, in a colour of its own, and says what was read and why', async () => {
  const workbook = await sheetOf(corrected('13.20', '13.20'));
  const cell = workbook.getWorksheet('01 表')?.getCell('B3');
  expect([cell?.value, cell?.numFmt]).toEqual([13.2, expect.stringContaining('0.00')]);
  expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFDDEBF7' } });
  expect(JSON.stringify(cell?.note)).toContain('已更正：原读作「12.30」；=HYPERLINK');
  const said = JSON.stringify(workbook.getWorksheet('勾稽')?.getSheetValues());
  expect(said).toContain('已更正 1');
});

test('a correction that is no number stays a text: no formula', async () => {
  const cell = (await sheetOf(corrected(HOSTILE, null))).getWorksheet('01 表')?.getCell('B3');
  expect([cell?.type, cell?.value]).toEqual([ExcelJS.ValueType.String, HOSTILE]);
});

test('a report shows what was corrected, and runs none of it', async () => {
  const html = await htmlOf(corrected(HOSTILE, null));
  expect(html).toContain('原读作「12.30」');
  expect(html).not.toContain('<script>window.ran');
});
