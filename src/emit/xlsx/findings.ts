import type { CellObject, Row, Sheet } from 'write-excel-file/node';
import type { Disclosure, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { amountCell, BORDER, type CellStyle, HEADING_FILL, ORANGE, TITLE, textCell, YELLOW } from './cells.js';
import { emptyRow, linesOf, rowHeight, sum } from './layout.js';

const SEVERITIES: Record<Finding['severity'], string> = { error: '错误', warning: '警告', info: '提示' };
const VERDICTS: Record<Finding['verdict'], string> = {
  rounding: '四舍五入',
  publisher: '原件如此',
  reading: '识读存疑',
  unknown: '原因不明',
};
const STATUSES: Record<NonNullable<DisclosureValue['status']>, string> = {
  proved: '勾稽证实',
  uncontradicted: '未见矛盾',
  contradicted: '有矛盾',
  corrected: '已更正',
  unreadable: '无法识读',
  unchecked: '未核对',
};
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

/** The findings of a document, most severe first, under a head that says what was read, how well, and from which file. */
export function findingsSheet(disclosure: Disclosure, sheetNames: string[]): Sheet<never> {
  const columns = findingColumns(disclosure, sheetNames);
  const head = headLines(disclosure).map((text, index) => headRow(text, index === 0, columns));
  const header = columns.map((column) =>
    textCell(column.title, { ...BOX, fontWeight: 'bold', align: 'center', backgroundColor: HEADING_FILL, height: rowHeight(1) }),
  );
  const order = Object.keys(SEVERITIES);
  const findings = disclosure.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return {
    sheet: '勾稽',
    data: [...head, header, ...findings.map((finding) => findingRow(finding, columns))],
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
    showGridLines: false,
    stickyRowsCount: head.length + 1,
  };
}

function findingColumns(disclosure: Disclosure, sheetNames: string[]): FindingColumn[] {
  return [
    { title: '级别', width: 7, of: ({ severity }) => SEVERITIES[severity] },
    { title: '归因', width: 11, of: ({ verdict }) => VERDICTS[verdict] },
    { title: '规则', width: 18, of: ({ rule }) => rule },
    { title: '说明', width: 46, of: ({ message }) => message },
    { title: '应为', width: 13, of: ({ expected }) => expected ?? '' },
    { title: '实为', width: 13, of: ({ found }) => found ?? '' },
    { title: '差额', width: 11, of: ({ difference }) => difference ?? '' },
    { title: '容差', width: 9, of: ({ tolerance }) => tolerance ?? '' },
    { title: '位置', width: 46, of: (finding) => places(finding, disclosure, sheetNames) },
    { title: '原文', width: 40, of: ({ quote }) => (quote ? `第 ${quote.page} 页：${quote.text}` : '') },
  ];
}

function findingRow(finding: Finding, columns: FindingColumn[]): Row {
  const texts = columns.map((column) => column.of(finding));
  const height = rowHeight(Math.max(...texts.map((text, index) => linesOf(text, columns[index]?.width ?? 1))));
  return texts.map((text, index) => {
    const backgroundColor = index === 0 ? SEVERITY_COLORS[finding.severity] : undefined;
    return amountOrText(text, { ...BOX, height, ...(backgroundColor && { backgroundColor }) });
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
    outcomeLine(disclosure),
    statusLine(disclosure),
    findingsLine(disclosure),
  ];
}

function outcomeLine({ outcome, pages }: Disclosure): string {
  const unread = pages.filter((page) => page.reason !== null).map((page) => `第 ${page.number} 页（${page.reason}）`);
  const says = { ok: '全部读出', partial: '部分页未能读出', failed: '未能提取' }[outcome.status];
  const reason = outcome.reason === null ? '' : `（${outcome.reason}）`;
  return `结果：${says}${reason}${outcome.message === null ? '' : `　${outcome.message}`}${unread.length === 0 ? '' : `　${unread.join('、')}`}`;
}

function statusLine({ tables }: Disclosure): string {
  const statuses = tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row.cells).map((cell) => cell.status)));
  const counts = Object.entries(STATUSES).map(([status, says]) => [says, statuses.filter((each) => each === status).length] as const);
  return `数值：${counts.map(([says, count]) => `${says} ${count}`).join('　')}`;
}

function findingsLine({ findings }: Disclosure): string {
  const counts = Object.entries(SEVERITIES).map(
    ([severity, says]) => `${says} ${findings.filter((each) => each.severity === severity).length}`,
  );
  return `发现：${counts.join('　')}　（各表中，有矛盾的数值为橙色，无法识读的为黄色）`;
}

/** One line per place: sheet, row, column, page. */
function places(finding: Finding, disclosure: Disclosure, sheetNames: string[]): string {
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
