import type { DocumentFamily } from '../../extractors/family.js';
import type { Disclosure, Finding } from '../../schemas/disclosure.js';
import type { StoreFinding } from '../archive/across/finding.js';
import { DocumentsWithoutStore } from '../archive/across/without-store.js';

import { say } from '../base/language.js';
import { ALL_TIDY_COLUMNS, type TidyCell, type TidyColumn, tidyCells } from '../emit/tidy.js';
import { bySeverity, countStatuses, levelOf, VERDICTS } from '../emit/words.js';

import { MOST_ROWS } from '../emit/workbook/address.js';
import type { SheetRow, Worksheet } from '../emit/workbook/sheet.js';
import { WorkbookWriter } from '../emit/workbook/workbook.js';
import { FONT, ORANGE, textCell, YELLOW } from '../emit/xlsx/cells.js';
import { dataCell, dataColumns, dataHeads } from '../emit/xlsx/data.js';
import { SHEETS } from '../emit/xlsx/names.js';
import { messageOf } from '../english/finding.js';
import { allFigures, type DocumentLine, failedLine, toLine } from './documents.js';
import { documentColumns, figureColumns } from './documents-listing.js';
import type { ListingCell, ListingColumn } from './listing.js';
import { listingHeads, listingRow } from './listing-files.js';

/** A document of a folder: its result where one was written, else why there is none. */
export interface CombinedDocument {
  /** What it is called among the others. */
  readonly file: string;
  /** The path of its JSON. */
  readonly json: string | null;
  readonly reason: string | null;
}

/** Gives the result of which this is the path. It is asked for twice. */
export type ReadResult = (json: string) => Disclosure;

export interface Combined {
  readonly bytes: Uint8Array;
  /** What the documents say against each other. */
  readonly between: readonly StoreFinding[];
}

/** What stands in the list of documents, and the findings of one. */
interface ListedDocument {
  readonly line: DocumentLine;
  readonly counts: readonly number[];
}

/**
 * One workbook of many documents: 目录 (a line each, with the figures that one quotes), 勾稽 (all findings, those between documents too),
 * 数据 (all tidy lines). Results are read one after the other and never kept; a sheet that is longer than `mostRows` goes on in another one.
 */
export async function combinedWorkbook(
  documents: readonly CombinedDocument[],
  read: ReadResult,
  families: readonly DocumentFamily[],
  mostRows = MOST_ROWS,
): Promise<Combined> {
  const compared = new DocumentsWithoutStore(families);
  const listed: ListedDocument[] = [];
  const findings: ListingCell[][] = [];
  for (const { file, json, reason } of documents) {
    if (json === null) {
      listed.push({ line: failedLine(file, reason ?? ''), counts: [] });
      continue;
    }
    const disclosure = read(json);
    listed.push({ line: toLine(file, disclosure, families), counts: countsOf(disclosure) });
    for (const finding of bySeverity(disclosure.findings))
      findings.push(findingLine(file, disclosure.document, finding, disclosure.tables));
    compared.add(file, disclosure, async () => read(json));
  }
  const between = await compared.compare();
  const workbook = new WorkbookWriter(FONT);
  workbook.add(contentsSheet(listed, families));
  const columns = findingColumns();
  const findingRows = [...between.map(betweenLine), ...findings].map((line) => listingRow(line, columns));
  addSplit(
    workbook,
    { name: SHEETS.findings, widths: columns.map(({ width }) => width), ...LOOK },
    listingHeads(columns),
    findingRows.values(),
    mostRows,
  );
  const tidy = dataColumns(ALL_TIDY_COLUMNS.filter(({ name }) => name !== 'document'));
  const heads = dataHeads([{ title: say('文件', 'File'), kind: 'text' }, ...tidy.columns]);
  addSplit(workbook, dataLook(tidy), heads, dataRows(documents, read, tidy.columns), mostRows);
  return { bytes: workbook.end(), between };
}

const countTitles = (): string[] =>
  say(['表', '数值', '错误', '提醒', '有矛盾', '无法识读'], ['Tables', 'Values', 'Errors', 'Warnings', 'contradicted', 'unreadable']);

function countsOf({ tables, findings }: Disclosure): number[] {
  const statuses = countStatuses(tables);
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const values = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells))).filter(({ value }) => value !== null);
  return [
    tables.filter(({ form }) => form !== 'other').length,
    ...[values.length, count('error'), count('warning'), statuses.contradicted, statuses.unreadable],
  ];
}

/** A line for each document, also for those of which nothing could be read. Figures that none of them prints have no column. */
function contentsSheet(listed: readonly ListedDocument[], families: readonly DocumentFamily[]): Worksheet {
  const figures = allFigures(families).filter(({ id }) => listed.some(({ line }) => line.values.has(id)));
  const counts = countTitles().map((title): ListingColumn => ({ name: title, title, kind: 'amount', width: 9 }));
  const own = figures.flatMap(figureColumns);
  const known = documentColumns();
  const columns = [...known, ...counts, ...own];
  return {
    name: SHEETS.contents,
    rows: [
      listingHeads(columns),
      ...listed.map(({ line, counts: numbers }) =>
        listingRow(
          [
            ...known.map(({ of }) => of(line)),
            ...counts.map((_, index) => ({ value: numbers[index] ?? null })),
            ...own.map(({ of }) => of(line)),
          ],
          columns,
        ),
      ),
    ],
    widths: columns.map(({ width }) => width),
    ...LOOK,
  };
}

const LOOK = { frozenRows: 1, filterRow: 0, landscape: true } as const;

const findingColumns = (): readonly ListingColumn[] => [
  { name: 'file', title: say('文件', 'File'), kind: 'text', width: 30 },
  { name: 'department', title: say('部门', 'Department'), kind: 'text', width: 26 },
  { name: 'year', title: say('年度', 'Year'), kind: 'amount', width: 8 },
  { name: 'severity', title: say('级别', 'Severity'), kind: 'text', width: 9 },
  { name: 'verdict', title: say('归因', 'Verdict'), kind: 'text', width: 11 },
  { name: 'rule', title: say('规则', 'Rule'), kind: 'text', width: 20 },
  { name: 'page', title: say('页', 'Page'), kind: 'amount', width: 7 },
  { name: 'message', title: say('说明', 'Finding'), kind: 'text', width: 70 },
  { name: 'expected', title: say('应为', 'Expected'), kind: 'text', width: 14 },
  { name: 'found', title: say('实为', 'Found'), kind: 'text', width: 14 },
  { name: 'difference', title: say('差额', 'Difference'), kind: 'text', width: 12 },
  { name: 'quote', title: say('原文', 'Text'), kind: 'text', width: 50 },
];

const SEVERITY_FILLS: Readonly<Record<Finding['severity'], string | null>> = { error: ORANGE, warning: YELLOW, info: null };

function findingLine(
  file: string,
  { department, year }: Disclosure['document'],
  finding: Finding,
  tables: Disclosure['tables'],
): ListingCell[] {
  const message = messageOf(finding, tables);
  const { severity, verdict, rule, expected, found, difference, quote, cells } = finding;
  const fill = SEVERITY_FILLS[severity];
  return [
    ...[file, department, year].map((value) => ({ value })),
    { value: levelOf(finding), ...(fill !== null && { style: { fill } }) },
    ...[VERDICTS[verdict], rule, quote?.page ?? cells[0]?.page ?? null, message].map((value) => ({ value })),
    ...[expected, found, difference, quote?.text].map((value) => ({ value: value ?? null })),
  ];
}

/** Its file is those of all its documents. */
function betweenLine({ documents, department, year, ...finding }: StoreFinding): ListingCell[] {
  const document = { kind: 'other', department, departmentId: null, year, region: { code: null, name: null, path: null } } as const;
  return findingLine(documents.map(({ file }) => file).join(say('；', '; ')), document, { ...finding, cells: [] }, []);
}

type SheetLook = Omit<Worksheet, 'rows'>;

/** Characters. */
const WIDE = 24;
const NARROW = 12;

const dataLook = ({ columns, foldedFrom }: ReturnType<typeof dataColumns>): SheetLook => ({
  name: SHEETS.data,
  widths: [WIDE, ...columns.map(({ kind }) => (kind === 'text' ? WIDE : NARROW))],
  foldedFrom: foldedFrom + 1,
  ...LOOK,
});

/** The tidy lines of all documents, made while they are written. */
function* dataRows(documents: readonly CombinedDocument[], read: ReadResult, columns: readonly TidyColumn[]): Generator<SheetRow> {
  for (const { file, json } of documents) {
    if (json === null) continue;
    for (const cell of tidyCells(read(json))) yield dataRow(file, cell, columns);
  }
}

const dataRow = (file: string, cell: TidyCell, columns: readonly TidyColumn[]): SheetRow => ({
  cells: [textCell(file), ...columns.map((column) => dataCell(column, column.of(cell)))],
});

/** Rows below their heads, in as many sheets as they need: 数据, 数据2, 数据3. */
function addSplit(workbook: WorkbookWriter, look: SheetLook, heads: SheetRow, rows: Iterator<SheetRow>, mostRows: number): void {
  let next = rows.next();
  const take = function* () {
    yield heads;
    for (let count = 1; count < mostRows && !next.done; count += 1) {
      yield next.value;
      next = rows.next();
    }
  };
  for (let number = 1; number === 1 || !next.done; number += 1) {
    workbook.add({ ...look, name: number === 1 ? look.name : `${look.name}${number}`, rows: take() });
  }
}
