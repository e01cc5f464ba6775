import type { Disclosure } from '../../../schemas/disclosure.js';
import { outcomeInWords, promise, STATUS_NAMES, STATUSES } from '../words.js';
import type { CellStyle, SheetCell, SheetRow, Worksheet } from '../workbook/sheet.js';
import { BORDER, HEADING_FILL, ORANGE, TITLE, TITLE_HEIGHT, textCell, YELLOW } from './cells.js';
import { linesOf, rowHeight, sum } from './layout.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. */
const WIDTHS = [16, 60, 10, 14, 10, 10, 10];
const ONE_LINE: CellStyle = { ...BORDER, vertical: 'top' };
const BOX: CellStyle = { ...ONE_LINE, wrap: true };
const HEADING: CellStyle = { ...BOX, bold: true, fill: HEADING_FILL };

export const SOURCE_SHEET = '来源';

/** Where the workbook comes from, and what its colours mean. */
export function sourceSheet(disclosure: Disclosure): Worksheet {
  return {
    name: SOURCE_SHEET,
    rows: [
      { height: TITLE_HEIGHT, cells: [textCell('来源', TITLE)] },
      ...facts(disclosure).map(([name, text]) => wideRow(textCell(name, HEADING), text)),
      { cells: [] },
      { cells: [textCell('颜色', HEADING), { ...textCell('含义', HEADING), columnSpan: WIDTHS.length - 1 }] },
      ...legend(),
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
    ['单位', units.length === 0 ? '未印' : `${units.join('、')}（各表见“目录”）`],
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

/** A cell, and a text over all other columns. */
function wideRow(first: SheetCell, text: string): SheetRow {
  const height = rowHeight(linesOf(text, sum(WIDTHS.slice(1))));
  return { height, cells: [first, { ...textCell(text, BOX), columnSpan: WIDTHS.length - 1 }] };
}
