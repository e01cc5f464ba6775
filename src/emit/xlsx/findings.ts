import type { CellObject, Row } from 'write-excel-file/node';
import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { addressOf } from '../grid/places.js';
import { bySeverity, outcomeInWords, SEVERITIES, STATUSES, VERDICTS } from '../words.js';
import { amountCell, BORDER, type CellStyle, HEADING_FILL, LINK, ORANGE, TITLE, textCell, YELLOW } from './cells.js';
import { emptyRow, linesOf, rowHeight, sum } from './layout.js';
import type { ExtendedSheet } from './sheet.js';

const SEVERITY_COLORS: Partial<Record<Finding['severity'], string>> = { error: ORANGE, warning: YELLOW };

const BOX: CellStyle = { ...BORDER, alignVertical: 'top', wrap: true };

/** Places listed of one finding; the likeliest culprit comes first. */
const MOST_PLACES = 6;

interface FindingColumn {
  title: string;
  /** Characters. */
  width: number;
  /** Text, or a plain decimal that becomes a number. */
  of: (finding: Finding) => string;
}

type AddressOf = (cell: Finding['cells'][number]) => string | null;

/** The row of the sheet, from 1, in which the first finding stands. */
export const firstFindingLine = (disclosure: Disclosure): number => headLines(disclosure).length + 2;

/**
 * The findings of a document, most severe first, under a head that says what was read, how well, and from which file. The address of
 * its first cell leads there.
 * @param addressOfCell where a cell of a table stands on its sheet
 */
export function findingsSheet(disclosure: Disclosure, sheetNames: readonly string[], addressOfCell: AddressOf): ExtendedSheet {
  const columns = findingColumns(disclosure, sheetNames, addressOfCell);
  const head = headLines(disclosure).map((text, index) => headRow(text, index === 0, columns));
  const header = columns.map((column) =>
    textCell(column.title, { ...BOX, fontWeight: 'bold', align: 'center', backgroundColor: HEADING_FILL, height: rowHeight(1) }),
  );
  const findings = bySeverity(disclosure.findings);
  const placeColumn = columns.findIndex(({ title }) => title === CELL);
  const links = findings.flatMap(({ cells: [cell] }, index) => {
    const to = cell && addressOfCell(cell);
    return cell && to
      ? [{ from: addressOf({ row: head.length + 1 + index, column: placeColumn }), sheet: sheetNames[cell.table] ?? '', to }]
      : [];
  });
  return {
    sheet: {
      sheet: '勾稽',
      data: [...head, header, ...findings.map((finding) => findingRow(finding, columns))],
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      showGridLines: false,
      stickyRowsCount: head.length + 1,
    },
    extras: { links },
  };
}

/** The heading of the column that leads to the cells. LibreOffice shows what leads somewhere in one line, so it holds no more than an address. */
const CELL = '单元格';

function findingColumns(disclosure: Disclosure, sheetNames: readonly string[], addressOfCell: AddressOf): FindingColumn[] {
  return [
    { title: '级别', width: 7, of: ({ severity }) => SEVERITIES[severity] },
    { title: '归因', width: 11, of: ({ verdict }) => VERDICTS[verdict] },
    { title: '规则', width: 18, of: ({ rule }) => rule },
    { title: '说明', width: 46, of: ({ message }) => message },
    { title: '应为', width: 13, of: ({ expected }) => expected ?? '' },
    { title: '实为', width: 13, of: ({ found }) => found ?? '' },
    { title: '差额', width: 11, of: ({ difference }) => difference ?? '' },
    { title: '容差', width: 9, of: ({ tolerance }) => tolerance ?? '' },
    { title: CELL, width: 8, of: ({ cells: [cell] }) => (cell && addressOfCell(cell)) ?? '' },
    { title: '位置', width: 46, of: (finding) => places(finding, disclosure, sheetNames) },
    { title: '原文', width: 40, of: ({ quote }) => (quote ? `第 ${quote.page} 页：${quote.text}` : '') },
  ];
}

function findingRow(finding: Finding, columns: FindingColumn[]): Row {
  const texts = columns.map((column) => column.of(finding));
  const height = rowHeight(Math.max(...texts.map((text, index) => linesOf(text, columns[index]?.width ?? 1))));
  return texts.map((text, index) => {
    const backgroundColor = index === 0 ? SEVERITY_COLORS[finding.severity] : undefined;
    const leads = columns[index]?.title === CELL && finding.cells.length > 0;
    return amountOrText(text, { ...BOX, height, ...(backgroundColor && { backgroundColor }), ...(leads && LINK) });
  });
}

function amountOrText(text: string, style: CellStyle): CellObject {
  return /^-?\d+(\.\d+)?$/.test(text) ? amountCell(text, text, { ...style, align: 'right' }) : textCell(text, style);
}

function headRow(text: string, isTitle: boolean, columns: FindingColumn[]): Row {
  const height = rowHeight(linesOf(text, sum(columns.map((column) => column.width))));
  const style: CellStyle = isTitle ? TITLE : { wrap: true, alignVertical: 'center', height };
  return [textCell(text, { ...style, columnSpan: columns.length }), ...emptyRow(columns.length - 1)];
}

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
  const statuses = tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells).map((cell) => cell.status)));
  const counts = Object.entries(STATUSES)
    .map(([status, { name }]) => [name, statuses.filter((each) => each === status).length] as const)
    .filter(([name, count]) => name !== STATUSES.corrected.name || count > 0);
  return `数值：${counts.map(([says, count]) => `${says} ${count}`).join('　')}`;
}

function findingsLine({ findings }: Disclosure): string {
  const counts = Object.entries(SEVERITIES).map(
    ([severity, says]) => `${says} ${findings.filter((each) => each.severity === severity).length}`,
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
