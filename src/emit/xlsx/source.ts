import type { Disclosure } from '../../../schemas/disclosure.js';
import { say } from '../../base/language.js';
import { notPrinted, outcomeInWords, promise, STATUS_NAMES, STATUSES } from '../words.js';
import type { CellStyle, SheetCell, SheetRow, Worksheet } from '../workbook/sheet.js';
import { BORDER, HEADING_FILL, ORANGE, TITLE, TITLE_HEIGHT, textCell, YELLOW } from './cells.js';
import { linesOf, rowHeight, sum } from './layout.js';
import { SHEETS } from './names.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. */
const WIDTHS = [16, 60, 10, 14, 10, 10, 10];
const ONE_LINE: CellStyle = { ...BORDER, vertical: 'top' };
const BOX: CellStyle = { ...ONE_LINE, wrap: true };
const HEADING: CellStyle = { ...BOX, bold: true, fill: HEADING_FILL };

/** Where the workbook comes from, and what its colours mean. */
export function sourceSheet(disclosure: Disclosure): Worksheet {
  return {
    name: SHEETS.source,
    rows: [
      { height: TITLE_HEIGHT, cells: [textCell(SHEETS.source, TITLE)] },
      ...facts(disclosure).map(([name, text]) => wideRow(textCell(name, HEADING), text)),
      { cells: [] },
      {
        cells: [textCell(say('颜色', 'Colour'), HEADING), { ...textCell(say('含义', 'Meaning'), HEADING), columnSpan: WIDTHS.length - 1 }],
      },
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
    [say('文件', 'File'), source.name],
    ['SHA-256', source.sha256],
    [
      say('大小', 'Size'),
      source.pages === null
        ? say(`${source.bytes} 字节`, `${source.bytes} bytes`)
        : say(`${source.bytes} 字节，${source.pages} 页`, `${source.bytes} bytes, ${source.pages} pages`),
    ],
    [say('制作程序', 'Made by'), source.producer ?? say('未注明', 'not said')],
    [say('部门', 'Department'), document.department ?? say('未找到', 'not found')],
    [say('年度', 'Year'), document.year === null ? say('未找到', 'not found') : String(document.year)],
    [say('地区', 'Region'), document.region.path?.join(' ') ?? say('未能确定', 'not certain')],
    [
      say('单位', 'Unit'),
      units.length === 0
        ? notPrinted()
        : say(`${units.join('、')}（各表见“目录”）`, `${units.join(', ')} (of each table: “${SHEETS.contents}”)`),
    ],
    [say('提取程序', 'Extracted by'), `${tool.name} ${tool.version}`],
    [say('结果', 'Outcome'), outcomeInWords(disclosure)],
    [
      say('说明', 'Note'),
      promise(disclosure) +
        say(
          '各表右侧为可重算的合计：改动单元格，重算值和差额随之变化。',
          'Right of each table its totals are worked out again: change a cell, and they change with it.',
        ),
    ],
  ];
}

function legend(): SheetRow[] {
  const difference = say('差额', 'Difference');
  const entries: [string, string, string | null][] = [
    ...STATUS_NAMES.map((status): [string, string, string | null] => {
      const { name, means } = STATUSES[status];
      return [
        name,
        status === 'contradicted' ? means + say('，原因见批注和“勾稽”', `; why, in comments and in “${SHEETS.findings}”`) : means,
        STATUS_COLOURS[status],
      ];
    }),
    [
      difference,
      say('重算与印刷不符，四舍五入不能解释', 'worked out again it is not what is printed, and rounding does not explain it'),
      ORANGE,
    ],
    [difference, say('重算与印刷不符，在四舍五入的容差之内', 'worked out again it is not what is printed, within rounding'), YELLOW],
  ];
  return entries.map(([name, means, fill]) => wideRow(textCell(name, { ...BOX, ...(fill !== null && { fill }) }), means));
}

/** A cell, and a text over all other columns. */
function wideRow(first: SheetCell, text: string): SheetRow {
  const height = rowHeight(linesOf(text, sum(WIDTHS.slice(1))));
  return { height, cells: [first, { ...textCell(text, BOX), columnSpan: WIDTHS.length - 1 }] };
}
