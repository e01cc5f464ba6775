import type { Presentation } from '../../../extractors/presentation.js';
import type { Disclosure, Finding } from '../../../schemas/disclosure.js';
import { say } from '../../base/language.js';
import { messageOf } from '../../english/finding.js';
import { figureName, termInWords } from '../../english/terms.js';
import { findIndicator, type Indicator } from '../../indicators/indicators.js';

import { bySeverity, levelCounts, levelOf, nothingFound, notPrinted, outcomeInWords, STATUSES, wasChecked } from '../words.js';

import type { CellStyle, SheetCell, SheetLink, SheetRow, Worksheet } from '../workbook/sheet.js';
import { amountCell, BORDER, HEADING_FILL, LINK, TITLE, TITLE_HEIGHT, textCell } from './cells.js';
import type { LinkTo } from './findings.js';
import { linesOf, rowHeight, sum } from './layout.js';
import { SHEETS } from './names.js';
import { STATUS_COLOURS } from './status.js';

/** Characters: what it is, the figure or the words, its unit, how sure it is, where it leads. */
const WIDTHS = [30, 20, 10, 14, 44];
const BOX: CellStyle = { ...BORDER, vertical: 'top', wrap: true };
const HEADING: CellStyle = { ...BOX, bold: true, fill: HEADING_FILL };
const LINKED: CellStyle = { ...BORDER, vertical: 'top', ...LINK };

/** Findings that the head of the workbook tells. */
const WORST = 3;

/** What the sheet leads to. */
interface Targets {
  readonly linkTo: LinkTo;
  /** The row of the sheet 勾稽 in which a finding stands. */
  readonly lineOf: (finding: Finding) => number;
}

/** The first sheet: whose account it is, the figures that one quotes, the worst findings, where it all comes from. */
export function summarySheet(disclosure: Disclosure, presentation: Presentation, targets: Targets): Worksheet {
  return {
    name: SHEETS.summary,
    rows: [
      titleRow(disclosure),
      ...factRows(disclosure),
      EMPTY,
      ...figureRows(disclosure, presentation, targets.linkTo),
      EMPTY,
      ...findingRows(disclosure, targets),
      EMPTY,
      ...sourceRows(disclosure),
    ],
    widths: WIDTHS,
    landscape: true,
    gridLines: false,
  };
}

const EMPTY: SheetRow = { cells: [] };

function titleRow({ document, source }: Disclosure): SheetRow {
  const year = document.year === null ? '' : say(`${document.year} 年度`, String(document.year));
  const kind = document.kind === 'other' ? '' : termInWords(document.kind);
  const title = [document.department ?? source.name, year, kind].filter(Boolean).join('　');
  return { height: TITLE_HEIGHT, cells: [{ ...textCell(title, TITLE), columnSpan: WIDTHS.length }] };
}

function factRows(disclosure: Disclosure): SheetRow[] {
  const { path } = disclosure.document.region;
  return [...(path ? [wideRow(say('地区', 'Region'), path.join(' '))] : []), wideRow(say('结果', 'Outcome'), outcomeInWords(disclosure))];
}

/** The figures that one quotes; those that everybody looks for also where none is printed. */
function figureRows(disclosure: Disclosure, { indicators, expected }: Presentation, linkTo: LinkTo): SheetRow[] {
  const heads = {
    cells: say(['指标', '数值', '单位', '状态', '见'], ['Figure', 'Value', 'Unit', 'Status', 'See']).map((text) => textCell(text, HEADING)),
  };
  if (!wasChecked(disclosure)) return [heads, wideRow('', nothingFound(disclosure))];
  const rows = indicators.flatMap((figure) => {
    const found = findIndicator(disclosure, figure);
    if (found) return [figureRow(found, linkTo)];
    return expected.includes(figure) ? [{ cells: [figureName(figure), notPrinted(), '', '', ''].map((text) => textCell(text, BOX)) }] : [];
  });
  return [heads, ...rows];
}

function figureRow({ words, table, row, column, value, unit }: Indicator, linkTo: LinkTo): SheetRow {
  const { status, text } = value;
  const fill = status && STATUS_COLOURS[status];
  const style: CellStyle = { ...BOX, horizontal: 'right', ...(fill && { fill }) };
  const link = linkTo({ table, row, column, page: value.page, box: value.box });
  return {
    cells: [
      textCell(figureName({ words }), BOX),
      amountCell(value.value ?? '', text ?? '', style),
      textCell(value.percent ? '%' : (unit ?? ''), BOX),
      textCell(status === null ? '' : STATUSES[status].name, BOX),
      linkCell(link),
    ],
  };
}

function findingRows(disclosure: Disclosure, targets: Targets): SheetRow[] {
  const { findings } = disclosure;
  const counts = levelCounts(findings).map(({ name, count }) => `${name} ${count}`);
  const worst = bySeverity(findings)
    .filter(({ severity }) => severity !== 'info')
    .slice(0, WORST);
  return [
    lineRow(
      textCell(say('问题', 'Findings'), HEADING),
      textCell(counts.join('　'), HEADING),
      linkCell({ sheet: SHEETS.findings, address: 'A1' }),
    ),
    ...worst.map((finding) => findingRow(finding, disclosure.tables, targets)),
    ...(worst.length === 0 ? [wideRow('', nothingFound(disclosure))] : []),
  ];
}

function findingRow(finding: Finding, tables: Disclosure['tables'], { linkTo, lineOf }: Targets): SheetRow {
  const [cell] = finding.cells;
  const link = (cell && linkTo(cell)) ?? { sheet: SHEETS.findings, address: `A${lineOf(finding)}` };
  const message = messageOf(finding, tables);
  const words = say(
    `${message}（“${SHEETS.findings}”第 ${lineOf(finding)} 行）`,
    `${message} (“${SHEETS.findings}”, row ${lineOf(finding)})`,
  );
  const width = sum(WIDTHS.slice(1, -1));
  const row = lineRow(textCell(levelOf(finding), BOX), textCell(words, BOX), linkCell(link));
  return { ...row, height: rowHeight(linesOf(words, width)) };
}

function sourceRows({ source, tool }: Disclosure): SheetRow[] {
  const heading = lineRow(
    textCell(say('来源', 'Source'), HEADING),
    textCell('', HEADING),
    linkCell({ sheet: SHEETS.source, address: 'A1' }),
  );
  return [
    heading,
    wideRow(say('文件', 'File'), source.name),
    wideRow('SHA-256', source.sha256),
    wideRow(say('提取程序', 'Extracted by'), `${tool.name} ${tool.version}`),
  ];
}

/** A name, words over the columns in the middle, and where a click leads. */
function lineRow(name: SheetCell, words: SheetCell, link: SheetCell): SheetRow {
  const columnSpan = WIDTHS.length - 2;
  const covered = Array.from({ length: columnSpan - 1 }, () => null);
  return { cells: [name, { ...words, columnSpan }, ...covered, link] };
}

function linkCell(link: SheetLink | null): SheetCell {
  return link ? { ...textCell(`${link.sheet}!${link.address}`, LINKED), link } : textCell('', BOX);
}

/** A name, and a text over all other columns. */
function wideRow(name: string, text: string): SheetRow {
  const columnSpan = WIDTHS.length - 1;
  return {
    height: rowHeight(linesOf(text, sum(WIDTHS.slice(1)))),
    cells: [textCell(name, HEADING), { ...textCell(text, BOX), columnSpan }],
  };
}
