import { say } from '../../base/language.js';
import { judgementInWords, levelOf, VERDICTS } from '../words.js';

import type { CellStyle, SheetRow, Worksheet } from '../workbook/sheet.js';
import { WorkbookWriter } from '../workbook/workbook.js';
import { amountCell, BORDER, FONT, HEADING_FILL, TITLE, TITLE_HEIGHT, textCell } from '../xlsx/cells.js';
import { linesOf, rowHeight, sum } from '../xlsx/layout.js';
import { moreInChinese, originalOf, placesInWords, type Story, type StoryEntry, sentenceOf } from './story.js';

const BOX: CellStyle = { ...BORDER, vertical: 'top', wrap: true };
const NUMBER: CellStyle = { ...BOX, horizontal: 'right' };
const HEADING: CellStyle = { ...BOX, bold: true, horizontal: 'center', fill: HEADING_FILL };

interface Column {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly of: (entry: StoryEntry) => string;
}

const columnsOf = (): readonly Column[] => [
  { title: say('序号', 'No.'), width: 7, of: ({ number }) => String(number) },
  { title: say('级别', 'Severity'), width: 9, of: ({ finding }) => levelOf(finding) },
  {
    title: say('问题', 'Finding'),
    width: 46,
    of: (entry) => [sentenceOf(entry), moreInChinese(entry)].filter((part) => part !== '').join('\n'),
  },
  { title: say('备注', 'Note'), width: 36, of: ({ judgement }) => judgement?.note ?? '' },
  { title: say('应为', 'Expected'), width: 13, of: ({ finding }) => finding.expected ?? '' },
  { title: say('实为', 'Found'), width: 13, of: ({ finding }) => finding.found ?? '' },
  { title: say('差额', 'Difference'), width: 11, of: ({ finding }) => finding.difference ?? '' },
  { title: say('原文', 'Text'), width: 40, of: ({ finding: { quote } }) => (quote ? quoteInWords(quote) : '') },
  { title: say('位置', 'Places'), width: 46, of: (entry) => placesInWords(entry).join('\n') },
  { title: say('归因', 'Verdict'), width: 11, of: ({ finding }) => VERDICTS[finding.verdict] },
  { title: say('规则', 'Rule'), width: 18, of: ({ finding }) => finding.rule },
  { title: say('判定', 'Judgement'), width: 22, of: ({ judgement }) => judgementInWords(judgement) },
];

const quoteInWords = ({ ref, page, text }: NonNullable<StoryEntry['finding']['quote']>): string =>
  say(`${ref ?? `第${page}页`}：${text}`, `${ref ?? `p. ${page}`}: ${text}`);

/** The story as a workbook of one sheet, without pictures. */
export function storyXlsx(story: Story): Uint8Array {
  const workbook = new WorkbookWriter(FONT);
  workbook.add(storySheet(story));
  return workbook.end();
}

function storySheet(story: Story): Worksheet {
  const { title, source, entries } = story;
  const columns = columnsOf();
  const widths = columns.map(({ width }) => width);
  const wide = (text: string): SheetRow => ({
    height: rowHeight(linesOf(text, sum(widths))),
    cells: [{ ...textCell(text, { wrap: true }), columnSpan: widths.length }],
  });
  const head: SheetRow[] = [
    { height: TITLE_HEIGHT, cells: [{ ...textCell(title, TITLE), columnSpan: widths.length }] },
    wide(`${originalOf(story)}　SHA-256 ${source.sha256}`),
  ];
  const headings: SheetRow = { height: rowHeight(1), cells: columns.map((column) => textCell(column.title, HEADING)) };
  return {
    name: say('核查', 'Findings'),
    rows: [...head, headings, ...entries.map((entry) => row(entry, columns))],
    widths,
    landscape: true,
    gridLines: false,
    frozenRows: head.length + 1,
    filterRow: head.length,
  };
}

function row(entry: StoryEntry, columns: readonly Column[]): SheetRow {
  const texts = columns.map(({ of, width }) => ({ text: of(entry), width }));
  return {
    height: rowHeight(Math.max(...texts.map(({ text, width }) => linesOf(text, width)))),
    cells: texts.map(({ text }) => (/^-?\d+(\.\d+)?$/.test(text) ? amountCell(text, text, NUMBER) : textCell(text, BOX))),
  };
}
