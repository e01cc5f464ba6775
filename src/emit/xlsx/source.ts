import type { CellObject, Row } from 'write-excel-file/node';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { FORM_TITLES } from '../../form-titles.js';
import { addressOf } from '../grid/places.js';
import { outcomeInWords, promise, STATUSES, type Status } from '../words.js';
import { BORDER, type CellStyle, HEADING_FILL, LINK, ORANGE, TITLE, textCell, YELLOW } from './cells.js';
import { emptyRow, linesOf, rowHeight, sum } from './layout.js';
import type { ExtendedSheet } from './sheet.js';
import { STATUS_COLOURS } from './status.js';

/** Characters. */
const WIDTHS = [16, 60, 10, 14, 10, 10, 10];
const BOX: CellStyle = { ...BORDER, alignVertical: 'top', wrap: true };
const HEADING: CellStyle = { ...BOX, fontWeight: 'bold', backgroundColor: HEADING_FILL };

/** Where the workbook comes from, what its colours mean, and what it holds. */
export function sourceSheet(disclosure: Disclosure, sheetNames: readonly string[]): ExtendedSheet {
  const head: Row[] = [
    line([textCell('来源', TITLE)]),
    ...facts(disclosure).map(([name, text]) => wideLine(textCell(name, HEADING), text)),
    line([]),
    line([textCell('颜色', HEADING), textCell('含义', { ...HEADING, columnSpan: WIDTHS.length - 1 })]),
    ...legend(),
    line([]),
    line(['表', '到表', '单位', '原文页', '数值', '有矛盾', '无法识读'].map((text) => textCell(text, HEADING))),
  ];
  const tables = disclosure.tables.map((table, index) => tableLine(table, sheetNames[index] ?? ''));
  return {
    sheet: {
      sheet: '来源',
      data: [...head, ...tables],
      columns: WIDTHS.map((width) => ({ width })),
      orientation: 'landscape',
      showGridLines: false,
    },
    extras: {
      links: disclosure.tables.map((_, index) => ({
        from: addressOf({ row: head.length + index, column: 1 }),
        sheet: sheetNames[index] ?? '',
        to: 'A1',
      })),
    },
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

function legend(): Row[] {
  const entries: [string, string, string | null][] = [
    ...(Object.keys(STATUSES) as Status[]).map((status): [string, string, string | null] => {
      const { name, means } = STATUSES[status];
      return [name, status === 'contradicted' ? `${means}，原因见批注和“勾稽”` : means, STATUS_COLOURS[status]];
    }),
    ['差额', '重算与印刷不符，四舍五入不能解释', ORANGE],
    ['差额', '重算与印刷不符，在四舍五入的容差之内', YELLOW],
  ];
  return entries.map(([name, means, backgroundColor]) =>
    wideLine(textCell(name, { ...BOX, ...(backgroundColor !== null && { backgroundColor }) }), means),
  );
}

function tableLine({ number, form, unit, pages, rows }: DisclosureTable, name: string): Row {
  const statuses = rows.flatMap(({ cells }) => Object.values(cells).map(({ status }) => status));
  const count = (status: Status) => amount(statuses.filter((each) => each === status).length);
  const texts = [
    textCell(number ?? FORM_TITLES[form], BOX),
    textCell(name, { ...BOX, ...LINK, wrap: false }),
    textCell(unit ?? '', BOX),
    textCell(pages.join('、'), BOX),
  ];
  return [...texts, amount(statuses.length), count('contradicted'), count('unreadable')];
}

const amount = (value: number): CellObject => ({ ...BOX, type: Number, value });

const line = (cells: Row): Row => [...cells, ...emptyRow(WIDTHS.length - cells.length)];

/** A word, and a text over all other columns. */
function wideLine(first: CellObject, text: string): Row {
  const height = rowHeight(linesOf(text, sum(WIDTHS.slice(1))));
  return line([{ ...first, height }, textCell(text, { ...BOX, height, columnSpan: WIDTHS.length - 1 })]);
}
