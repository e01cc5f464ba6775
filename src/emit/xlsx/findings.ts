import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { say } from '../../base/language.js';
import { messageOf } from '../../english/finding.js';
import type { JudgedFindings } from '../../triage/judged.js';
import type { WrittenDocument } from '../document.js';
import {
  bySeverity,
  countStatuses,
  judgedInWords,
  judgementInWords,
  levelCounts,
  levelOf,
  outcomeInWords,
  STATUS_NAMES,
  STATUSES,
  VERDICTS,
} from '../words.js';
import type { CellStyle, SheetCell, SheetLink, SheetRow, Worksheet } from '../workbook/sheet.js';
import { amountCell, BORDER, HEADING_FILL, LINK, ORANGE, TITLE, TITLE_HEIGHT, textCell, YELLOW } from './cells.js';
import { linesOf, rowHeight, sum } from './layout.js';
import { SHEETS } from './names.js';

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
  /** Where a click leads; nowhere where not given. */
  readonly link?: (finding: Finding) => SheetLink | null;
}

/** Where a cell that a finding names stands in the workbook; null where its table is not there. */
export type LinkTo = (cell: Finding['cells'][number]) => SheetLink | null;

/** The row of the sheet, from 1, in which the first finding stands. */
export const firstFindingLine = (document: WrittenDocument): number => headLines(document).length + 2;

/**
 * The findings of a document, most severe first, under a head: what was read, how well, and from which file. The addresses of
 * its cells lead there. `sheetNames` are those of the tables.
 */
export function findingsSheet(document: WrittenDocument, sheetNames: readonly string[], linkTo: LinkTo): Worksheet {
  const { disclosure } = document;
  const columns = findingColumns(document, sheetNames, linkTo);
  const widths = columns.map(({ width }) => width);
  const head = headLines(document).map((text, index) => (index === 0 ? titleRow(text, widths) : headRow(text, widths)));
  const headings: SheetRow = { height: rowHeight(1), cells: columns.map(({ title }) => textCell(title, HEADING)) };
  const findings = bySeverity(disclosure.findings);
  return {
    name: SHEETS.findings,
    rows: [...head, headings, ...findings.map((finding) => findingRow(finding, columns))],
    widths,
    landscape: true,
    gridLines: false,
    frozenRows: head.length + 1,
    filterRow: head.length,
  };
}

function findingColumns({ disclosure, judged }: WrittenDocument, sheetNames: readonly string[], linkTo: LinkTo): FindingColumn[] {
  return [
    { title: say('级别', 'Severity'), width: 9, of: levelOf },
    { title: say('归因', 'Verdict'), width: 11, of: ({ verdict }) => VERDICTS[verdict] },
    { title: say('规则', 'Rule'), width: 18, of: ({ rule }) => rule },
    { title: say('说明', 'Finding'), width: 46, of: (finding) => messageOf(finding, disclosure.tables) },
    ...judgementColumns(judged),
    { title: say('应为', 'Expected'), width: 13, of: ({ expected }) => expected ?? '' },
    { title: say('实为', 'Found'), width: 13, of: ({ found }) => found ?? '' },
    { title: say('差额', 'Difference'), width: 11, of: ({ difference }) => difference ?? '' },
    { title: say('容差', 'Tolerance'), width: 9, of: ({ tolerance }) => tolerance ?? '' },
    { title: say('位置', 'Places'), width: 46, of: (finding) => places(finding, disclosure, sheetNames) },
    {
      title: say('原文', 'Text'),
      width: 40,
      of: ({ quote }) => (quote ? say(`第 ${quote.page} 页：${quote.text}`, `p. ${quote.page}: ${quote.text}`) : ''),
    },
    ...linkColumns(disclosure, linkTo),
  ];
}

/** What a person thinks of the findings; none where nobody has judged any. */
function judgementColumns({ judgements }: JudgedFindings): FindingColumn[] {
  if (judgements.size === 0) return [];
  return [
    { title: say('判定', 'Judgement'), width: 12, of: (finding) => judgementInWords(judgements.get(finding) ?? null) },
    { title: say('备注', 'Note'), width: 30, of: (finding) => judgements.get(finding)?.note ?? '' },
  ];
}

/** A column for each place that a finding of the document names, in the order of 位置. A cell can lead to one place only. */
function linkColumns({ findings }: Disclosure, linkTo: LinkTo): FindingColumn[] {
  const most = findings.reduce((count, { cells }) => Math.max(count, Math.min(cells.length, MOST_PLACES)), 0);
  return Array.from({ length: most }, (_, index): FindingColumn => {
    const linkOf = ({ cells }: Finding) => {
      const cell = cells[index];
      return cell ? linkTo(cell) : null;
    };
    // LibreOffice shows what leads somewhere in one line: the number of the table's sheet, and the address.
    const of = (finding: Finding) => {
      const link = linkOf(finding);
      return link ? `${/^\d+/.exec(link.sheet)?.[0] ?? ''} ${link.address}`.trim() : '';
    };
    return {
      title: most === 1 ? say('到单元格', 'To the cell') : say(`到单元格${index + 1}`, `To cell ${index + 1}`),
      width: 11,
      of,
      link: linkOf,
    };
  });
}

function findingRow(finding: Finding, columns: readonly FindingColumn[]): SheetRow {
  const texts = columns.map(({ of, width, link }) => ({ text: of(finding), width, link: link?.(finding) ?? null }));
  return {
    height: rowHeight(Math.max(...texts.map(({ text, width }) => linesOf(text, width)))),
    cells: texts.map(({ text, link }, index) => {
      if (index === 0) return textCell(text, SEVERITY[finding.severity]);
      return link ? { ...textCell(text, LINKED), link } : amountOrText(text);
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

function headLines({ disclosure, judged }: WrittenDocument): string[] {
  const { document, source } = disclosure;
  const judgedLine = judgedInWords(judged);
  const year = document.year === null ? '' : say(`${document.year} 年度`, String(document.year));
  const title = [document.department ?? source.name, year, say('勾稽核对', 'checks')].filter(Boolean).join('　');
  return [
    title,
    say(`来源：${source.name}　SHA-256 ${source.sha256}`, `Source: ${source.name}　SHA-256 ${source.sha256}`),
    say(`结果：${outcomeInWords(disclosure)}`, `Outcome: ${outcomeInWords(disclosure)}`),
    statusLine(disclosure),
    findingsLine(disclosure),
    ...(judgedLine === null ? [] : [judgedLine]),
  ];
}

function statusLine({ tables }: Disclosure): string {
  const counts = countStatuses(tables);
  const shown = STATUS_NAMES.filter((status) => status !== 'corrected' || counts.corrected > 0);
  const words = shown.map((status) => `${STATUSES[status].name} ${counts[status]}`).join('　');
  return say(`数值：${words}`, `Values: ${words}`);
}

function findingsLine({ findings }: Disclosure): string {
  const counts = levelCounts(findings).map(({ name, count }) => `${name} ${count}`);
  const { contradicted, unreadable, proved } = STATUSES;
  return say(
    `问题：${counts.join('　')}　（点“到单元格”可到该处；各表中，${contradicted.name}的数值为橙色，${unreadable.name}的为黄色，${proved.name}的为绿色，原因见批注）`,
    `Findings: ${counts.join('　')}　(“To the cell” leads there; in the tables ${contradicted.name} values are orange, ${unreadable.name} ones yellow, ${proved.name} ones green, with the reasons in comments)`,
  );
}

/** One line per place: sheet, row, column, page. */
function places(finding: Finding, disclosure: Disclosure, sheetNames: readonly string[]): string {
  const lines = finding.cells.slice(0, MOST_PLACES).map((cell) => {
    const table = disclosure.tables[cell.table];
    const row = cell.row === null ? undefined : table?.rows[cell.row];
    const column = table?.columns.find(({ key }) => key === cell.column);
    const label = row && (row.name ?? row.code ?? row.line);
    return [sheetNames[cell.table], label, column?.path.join(' / ') || cell.column, say(`第 ${cell.page} 页`, `p. ${cell.page}`)]
      .filter(Boolean)
      .join(' · ');
  });
  const more = finding.cells.length - lines.length;
  return more > 0
    ? `${lines.join('\n')}\n${say(`……等 ${finding.cells.length} 处`, `… ${finding.cells.length} places in all`)}`
    : lines.join('\n');
}
