import { judgementInWords, levelOf, VERDICTS } from '../words.js';
import type { CellStyle, SheetRow, Worksheet } from '../workbook/sheet.js';
import { WorkbookWriter } from '../workbook/workbook.js';
import { amountCell, BORDER, FONT, HEADING_FILL, TITLE, TITLE_HEIGHT, textCell } from '../xlsx/cells.js';
import { linesOf, rowHeight, sum } from '../xlsx/layout.js';
import type { Story, StoryEntry } from './story.js';

const BOX: CellStyle = { ...BORDER, vertical: 'top', wrap: true };
const NUMBER: CellStyle = { ...BOX, horizontal: 'right' };
const HEADING: CellStyle = { ...BOX, bold: true, horizontal: 'center', fill: HEADING_FILL };

interface Column {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly of: (entry: StoryEntry) => string;
}

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 7, of: ({ number }) => String(number) },
  { title: '级别', width: 9, of: ({ finding }) => levelOf(finding) },
  { title: '问题', width: 46, of: ({ finding }) => finding.message },
  { title: '备注', width: 36, of: ({ judgement }) => judgement?.note ?? '' },
  { title: '应为', width: 13, of: ({ finding }) => finding.expected ?? '' },
  { title: '实为', width: 13, of: ({ finding }) => finding.found ?? '' },
  { title: '差额', width: 11, of: ({ finding }) => finding.difference ?? '' },
  { title: '原文', width: 40, of: ({ finding: { quote } }) => (quote ? `${quote.ref ?? `第${quote.page}页`}：${quote.text}` : '') },
  { title: '位置', width: 46, of: ({ evidence }) => evidence.places.join('\n') },
  { title: '归因', width: 11, of: ({ finding }) => VERDICTS[finding.verdict] },
  { title: '规则', width: 18, of: ({ finding }) => finding.rule },
  { title: '判定', width: 22, of: ({ judgement }) => judgementInWords(judgement) },
];

/** The story as a workbook of one sheet, without pictures. */
export function storyXlsx(story: Story): Uint8Array {
  const workbook = new WorkbookWriter(FONT);
  workbook.add(storySheet(story));
  return workbook.end();
}

function storySheet({ title, source, entries }: Story): Worksheet {
  const widths = COLUMNS.map(({ width }) => width);
  const wide = (text: string): SheetRow => ({
    height: rowHeight(linesOf(text, sum(widths))),
    cells: [{ ...textCell(text, { wrap: true }), columnSpan: widths.length }],
  });
  const head: SheetRow[] = [
    { height: TITLE_HEIGHT, cells: [{ ...textCell(title, TITLE), columnSpan: widths.length }] },
    wide(`原件：${source.name}　SHA-256 ${source.sha256}`),
  ];
  const headings: SheetRow = { height: rowHeight(1), cells: COLUMNS.map((column) => textCell(column.title, HEADING)) };
  return {
    name: '核查',
    rows: [...head, headings, ...entries.map(row)],
    widths,
    landscape: true,
    gridLines: false,
    frozenRows: head.length + 1,
    filterRow: head.length,
  };
}

function row(entry: StoryEntry): SheetRow {
  const texts = COLUMNS.map(({ of, width }) => ({ text: of(entry), width }));
  return {
    height: rowHeight(Math.max(...texts.map(({ text, width }) => linesOf(text, width)))),
    cells: texts.map(({ text }) => (/^-?\d+(\.\d+)?$/.test(text) ? amountCell(text, text, NUMBER) : textCell(text, BOX))),
  };
}
