import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { countStatuses, outcomeInWords, promise, STATUS_NAMES, STATUSES } from '../words.js';
import type { CellStyle, SheetCell, SheetRow, Worksheet } from '../workbook/sheet.js';
import { BORDER, HEADING_FILL, LINK, ORANGE, TITLE, TITLE_HEIGHT, textCell, YELLOW } from './cells.js';
import { linesOf, rowHeight, sum } from './layout.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. */
const WIDTHS = [16, 60, 10, 14, 10, 10, 10];
const ONE_LINE: CellStyle = { ...BORDER, vertical: 'top' };
const BOX: CellStyle = { ...ONE_LINE, wrap: true };
const HEADING: CellStyle = { ...BOX, bold: true, fill: HEADING_FILL };

/** Where the workbook comes from, what its colours mean, and what it holds. `sheetNames` are those of the tables. */
export function sourceSheet(disclosure: Disclosure, sheetNames: readonly string[], family: DocumentFamily): Worksheet {
  const heads = ['表', '到表', '单位', '原文页', '数值', '有矛盾', '无法识读'];
  return {
    name: '来源',
    rows: [
      { height: TITLE_HEIGHT, cells: [textCell('来源', TITLE)] },
      ...facts(disclosure).map(([name, text]) => wideRow(textCell(name, HEADING), text)),
      { cells: [] },
      { cells: [textCell('颜色', HEADING), { ...textCell('含义', HEADING), columnSpan: WIDTHS.length - 1 }] },
      ...legend(),
      { cells: [] },
      { cells: heads.map((text) => textCell(text, HEADING)) },
      ...disclosure.tables.map((table, index) => tableRow(table, at(sheetNames, index), family)),
    ],
    widths: WIDTHS,
    landscape: true,
    gridLines: false,
  };
}

function facts(disclosure: Disclosure): [string, string][] {
  const { source, document, tool, tables } = disclosure;
  const units = [...new Set(tables.flatMap(({ unit }) => unit ?? []))];
  return [
    ['文件', source.name],
    ['SHA-256', source.sha256],
    ['大小', `${source.bytes} 字节${source.pages === null ? '' : `，${source.pages} 页`}`],
    ['制作程序', source.producer ?? '未注明'],
    ['部门', document.department ?? '未找到'],
    ['年度', document.year === null ? '未找到' : String(document.year)],
    ['地区', document.region.path?.join(' ') ?? '未能确定'],
    ['单位', units.length === 0 ? '未印' : `${units.join('、')}（各表见下）`],
    ['提取程序', `${tool.name} ${tool.version}`],
    ['结果', outcomeInWords(disclosure)],
    ['说明', `${promise(disclosure)}各表右侧为可重算的合计：改动单元格，重算值和差额随之变化。`],
  ];
}

function legend(): SheetRow[] {
  const entries: [string, string, string | null][] = [
    ...STATUS_NAMES.map((status): [string, string, string | null] => {
      const { name, means } = STATUSES[status];
      return [name, status === 'contradicted' ? `${means}，原因见批注和“勾稽”` : means, STATUS_COLOURS[status]];
    }),
    ['差额', '重算与印刷不符，四舍五入不能解释', ORANGE],
    ['差额', '重算与印刷不符，在四舍五入的容差之内', YELLOW],
  ];
  return entries.map(([name, means, fill]) => wideRow(textCell(name, { ...BOX, ...(fill !== null && { fill }) }), means));
}

function tableRow(table: DisclosureTable, sheet: string, family: DocumentFamily): SheetRow {
  const { number, form, unit, pages, rows } = table;
  const values = rows.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);
  const { contradicted, unreadable } = countStatuses([table]);
  return {
    cells: [
      textCell(number ?? formName(form, [family]), BOX),
      { ...textCell(sheet, { ...ONE_LINE, ...LINK }), link: { sheet, address: 'A1' } },
      textCell(unit ?? '', BOX),
      textCell(pages.join('、'), BOX),
      countCell(values),
      countCell(contradicted),
      countCell(unreadable),
    ],
  };
}

const countCell = (value: number): SheetCell => ({ value, style: BOX });

/** A cell, and a text over all other columns. */
function wideRow(first: SheetCell, text: string): SheetRow {
  const height = rowHeight(linesOf(text, sum(WIDTHS.slice(1))));
  return { height, cells: [first, { ...textCell(text, BOX), columnSpan: WIDTHS.length - 1 }] };
}
