import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { Judgement } from '../../schemas/triage.js';
import { at } from '../../src/base/invariant.js';
import { bySeverity } from '../../src/emit/words.js';
import { identityOf } from '../../src/triage/identity.js';
import { type JudgedFindings, NOT_JUDGED } from '../../src/triage/judged.js';
import { disclosure } from './fixture.js';
import { htmlOf, xlsxOf } from './written.js';

const document = disclosure();
const worst = at(bySeverity(document.findings), 0);
const judgement: Judgement = { finding: identityOf(worst), state: 'confirmed', note: '已电话核实\n<系笔误>', by: '张三', on: '2026-01-31' };
const judged: JudgedFindings = { ...NOT_JUDGED, judgements: new Map([[worst, judgement]]) };

async function findingsSheet(given?: JudgedFindings): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(xlsxOf(document, given)).buffer);
  const sheet = workbook.getWorksheet('勾稽');
  if (!sheet) throw new Error('no sheet 勾稽');
  return sheet;
}

const rows = (sheet: ExcelJS.Worksheet) => Array.from(sheet.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));

test('the report shows what was judged of a finding, with its note', async () => {
  const page = await htmlOf(document, null, judged);
  expect(page).toContain('<p>判定：属实 1 条。</p>');
  expect(page).toContain('<strong>判定：属实（张三，2026-01-31）</strong>　备注：已电话核实\n&lt;系笔误&gt;</p>');
  expect(await htmlOf(document)).not.toContain('判定');
});

test('the workbook has a column each for judgement and note, and links that still lead to the findings', async () => {
  const [sheet, without] = [rows(await findingsSheet(judged)), rows(await findingsSheet())];
  const line = sheet.findIndex((row) => row.includes('级别'));
  expect(at(sheet, line).slice(3, 6)).toEqual(['说明', '判定', '备注']);
  expect(at(sheet, line + 1).slice(3, 6)).toEqual([worst.message, '属实（张三，2026-01-31）', '已电话核实\n<系笔误>']);
  expect(without.flat()).not.toContain('判定');
  expect(sheet.slice(0, line).flat()).toContain('判定：属实 1 条。');
  // The 摘要 names lines of this sheet.
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(xlsxOf(document, judged)).buffer);
  expect(JSON.stringify(workbook.getWorksheet('摘要')?.getSheetValues())).toContain(`${worst.message}（“勾稽”第 ${line + 1} 行）`);
});

test('a file that was not used, and judgements whose finding is gone, are told in both', async () => {
  const problem = '文件旁已有的判定文件不是规范的 JSON，其中的判定均未采用。';
  const unused: JudgedFindings = { ...NOT_JUDGED, problem };
  expect(await htmlOf(document, null, unused)).toContain(`<p class="badly">${problem}</p>`);
  expect(rows(await findingsSheet(unused)).flat()).toContain(problem);
  expect(await htmlOf(document, null, { ...NOT_JUDGED, gone: [judgement] })).toContain('另有 1 条判定的问题现已不在');
});
