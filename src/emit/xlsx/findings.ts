import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { bySeverity, countStatuses, outcomeInWords, SEVERITIES, STATUS_NAMES, STATUSES, VERDICTS } from '../words.js';
import type { CellStyle, SheetCell, SheetLink, SheetRow, Worksheet } from '../workbook/sheet.js';
import { amountCell, BORDER, HEADING_FILL, LINK, ORANGE, TITLE, TITLE_HEIGHT, textCell, YELLOW } from './cells.js';
import { linesOf, rowHeight, sum } from './layout.js';

const BOX: CellStyle = { ...BORDER, vertical: 'top', wrap: true };
const NUMBER: CellStyle = { ...BOX, horizontal: 'right' };
const LINKED: CellStyle = { ...BOX, ...LINK };
const SEVERITY: Readonly<Record<Finding['severity'], CellStyle>> = {
  error: { ...BOX, fill: ORANGE },
  warning: { ...BOX, fill: YELLOW },
  info: BOX,
};
const HEADING: CellStyle = { ...BOX, bold: true, horizontal: 'center', fill: HEADING_FILL };

/** Places listed of one finding; the likeliest culprit comes first. */
const MOST_PLACES = 6;

interface FindingColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Text, or a plain decimal that becomes a number. */
  readonly of: (finding: Finding) => string;
}

/** Where a cell that a finding names stands in the workbook; null where its table is not there. */
type LinkTo = (cell: Finding['cells'][number]) => SheetLink | null;

/** The row of the sheet, from 1, in which the first finding stands. */
export const firstFindingLine = (disclosure: Disclosure): number => headLines(disclosure).length + 2;

/**
 * The findings of a document, most severe first, under a head: what was read, how well, and from which file. The address of
 * its first cell leads there. `sheetNames` are those of the tables.
 */
export function findingsSheet(disclosure: Disclosure, sheetNames: readonly string[], linkTo: LinkTo): Worksheet {
  const columns = findingColumns(disclosure, sheetNames, linkTo);
  const widths = columns.map(({ width }) => width);
  const head = headLines(disclosure).map((text, index) => (index === 0 ? titleRow(text, widths) : headRow(text, widths)));
  const headings: SheetRow = { height: rowHeight(1), cells: columns.map(({ title }) => textCell(title, HEADING)) };
  const findings = bySeverity(disclosure.findings);
  return {
    name: '勾稽',
    rows: [...head, headings, ...findings.map((finding) => findingRow(finding, columns, linkTo))],
    widths,
    landscape: true,
    gridLines: false,
    frozenRows: head.length + 1,
  };
}

/** The heading of the column that leads to the cells. LibreOffice shows what leads somewhere in one line, so it holds no more than an address. */
const CELL = '单元格';

function findingColumns(disclosure: Disclosure, sheetNames: readonly string[], linkTo: LinkTo): FindingColumn[] {
  return [
    { title: '级别', width: 7, of: ({ severity }) => SEVERITIES[severity] },
    { title: '归因', width: 11, of: ({ verdict }) => VERDICTS[verdict] },
    { title: '规则', width: 18, of: ({ rule }) => rule },
    { title: '说明', width: 46, of: ({ message }) => message },
    { title: '应为', width: 13, of: ({ expected }) => expected ?? '' },
    { title: '实为', width: 13, of: ({ found }) => found ?? '' },
    { title: '差额', width: 11, of: ({ difference }) => difference ?? '' },
    { title: '容差', width: 9, of: ({ tolerance }) => tolerance ?? '' },
    { title: CELL, width: 8, of: ({ cells: [cell] }) => (cell && linkTo(cell)?.address) ?? '' },
    { title: '位置', width: 46, of: (finding) => places(finding, disclosure, sheetNames) },
    { title: '原文', width: 40, of: ({ quote }) => (quote ? `第 ${quote.page} 页：${quote.text}` : '') },
  ];
}

function findingRow(finding: Finding, columns: readonly FindingColumn[], linkTo: LinkTo): SheetRow {
  const texts = columns.map(({ of, width, title }) => ({ title, text: of(finding), width }));
  const [cell] = finding.cells;
  const link = cell && linkTo(cell);
  return {
    height: rowHeight(Math.max(...texts.map(({ text, width }) => linesOf(text, width)))),
    cells: texts.map(({ title, text }, index) => {
      if (index === 0) return textCell(text, SEVERITY[finding.severity]);
      return title === CELL && link ? { ...textCell(text, LINKED), link } : amountOrText(text);
    }),
  };
}

const amountOrText = (text: string): SheetCell => (/^-?\d+(\.\d+)?$/.test(text) ? amountCell(text, text, NUMBER) : textCell(text, BOX));

const titleRow = (text: string, widths: readonly number[]): SheetRow => ({
  height: TITLE_HEIGHT,
  cells: [{ ...textCell(text, TITLE), columnSpan: widths.length }],
});

const headRow = (text: string, widths: readonly number[]): SheetRow => ({
  height: rowHeight(linesOf(text, sum(widths))),
  cells: [{ ...textCell(text, { wrap: true, vertical: 'center' }), columnSpan: widths.length }],
});

function headLines(disclosure: Disclosure): string[] {
  const { document, source } = disclosure;
  const year = document.year === null ? '' : `${document.year} 年度`;
  const title = [document.department ?? source.name, year, '勾稽核对'].filter(Boolean).join('　');
  return [
    title,
    `来源：${source.name}　SHA-256 ${source.sha256}`,
    `结果：${outcomeInWords(disclosure)}`,
    statusLine(disclosure),
    findingsLine(disclosure),
  ];
}

function statusLine({ tables }: Disclosure): string {
  const counts = countStatuses(tables);
  const shown = STATUS_NAMES.filter((status) => status !== 'corrected' || counts.corrected > 0);
  return `数值：${shown.map((status) => `${STATUSES[status].name} ${counts[status]}`).join('　')}`;
}

function findingsLine({ findings }: Disclosure): string {
  const counts = Object.entries(SEVERITIES).map(
    ([severity, name]) => `${name} ${findings.filter((each) => each.severity === severity).length}`,
  );
  return `发现：${counts.join('　')}　（点“单元格”可到该处；各表中，有矛盾的数值为橙色，无法识读的为黄色，勾稽证实的为绿色，原因见批注）`;
}

/** One line per place: sheet, row, column, page. */
function places(finding: Finding, disclosure: Disclosure, sheetNames: readonly string[]): string {
  const lines = finding.cells.slice(0, MOST_PLACES).map((cell) => {
    const table = disclosure.tables[cell.table];
    const row = cell.row === null ? undefined : table?.rows[cell.row];
    const column = table?.columns.find(({ key }) => key === cell.column);
    const label = row && (row.name ?? row.code ?? row.line);
    return [sheetNames[cell.table], label, column?.path.join(' / ') || cell.column, `第 ${cell.page} 页`].filter(Boolean).join(' · ');
  });
  const more = finding.cells.length - lines.length;
  return more > 0 ? `${lines.join('\n')}\n……等 ${finding.cells.length} 处` : lines.join('\n');
}
