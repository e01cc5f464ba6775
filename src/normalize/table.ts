import type { DocumentFamily } from '../../extractors/family.js';
import type { FormDeclaration } from '../../extractors/form.js';
import type { DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { isUnit, UNIT_WORDS, type Unit } from '../base/money.js';
import { roundBox } from '../model/box.js';
import { contentOf } from '../model/column-content.js';
import type { PrintedTable } from '../model/printed.js';
import { UNIT_UNKNOWN } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import { conceptReader } from './concept.js';
import { withOrdinals } from './ocr-ordinals.js';
import { withTablesPoints } from './ocr-points.js';
import type { Print } from './prints.js';
import { type NormalizedRow, normalizeRow } from './row.js';
import { withKinds, withOwnParts } from './row-kind.js';

/** A table as it leaves the house, and what was remarked while its strings became values. */
export interface NormalizedTable {
  readonly table: DisclosureTable;
  readonly remarks: readonly Remark[];
  /** The figures that OCR read. */
  readonly prints: readonly Print[];
  /** Indexes of the rows whose names OCR read otherwise than the rows around them ask. */
  readonly doubtfulRows: ReadonlySet<number>;
}

/** Printed strings → codes, names, concepts, exact values. @param units the names that unit columns of the document give */
export function normalizeTable(printed: PrintedTable, family: DocumentFamily, units: ReadonlySet<string> = new Set()): NormalizedTable {
  const unit = printed.caption.unit ?? unitInCells(printed);
  const { declaration } = printed;
  const ordered = withOrdinals(printed);
  const normalized = declaration ? withTablesPoints(normalizeRows({ ...printed, rows: ordered.rows }, declaration, unit, units), unit) : [];
  const items = normalized.map(({ row }) => row);
  const rows = declaration ? withOwnParts(withKinds(items, printed.rows, declaration.rows, family.totalLabels), declaration.rows) : [];
  const money = new Set(printed.columns.flatMap((column) => (contentOf(declaration, column) === 'money' ? [column.key] : [])));
  const isFigure = ([key, { value, status }]: [string, DisclosureValue]) => money.has(key) && (value !== null || status === 'unreadable');
  const hasMoney = rows.some((row) => Object.entries(row.cells).some(isFigure));
  const isUnitMissing = declaration !== null && unit === null && hasMoney;
  const { caption, grid } = printed;
  return {
    remarks: [
      ...printed.remarks,
      ...ordered.remarks,
      ...normalized.flatMap((row) => row.remarks),
      ...(isUnitMissing ? [remark(UNIT_UNKNOWN, '本表未印金额单位，金额无法换算为元。')] : []),
    ],
    prints: normalized.flatMap((row) => row.prints),
    doubtfulRows: ordered.doubtful,
    table: {
      form: printed.form,
      number: caption.number,
      title: caption.title,
      department: caption.department,
      unit,
      pages: [...grid.pages],
      empty: declaration ? emptinessOf(printed, rows) : null,
      columns: printed.columns.map(({ key, path, ordinal }) => ({ key, path: [...path], ordinal })),
      rows,
      fields: { ...printed.fields },
      notes: [...printed.notes],
      grid: {
        rows: grid.rows,
        columns: grid.columns,
        cells: grid.cells.map((c) => ({
          row: c.row,
          column: c.column,
          rowSpan: c.rowSpan,
          columnSpan: c.columnSpan,
          text: c.text,
          page: c.page,
          box: roundBox(c.box),
        })),
      },
      ...(printed.corrections && { corrections: [...printed.corrections] }),
    },
  };
}

const UNIT_IN_LABEL = new RegExp(`[（(](?:单位[:：])?(${UNIT_WORDS})[）)]`, 'u');

/** 绩效 tables print the unit in a label: 项目资金（万元）. */
function unitInCells({ grid, declaration }: PrintedTable): Unit | null {
  if (declaration?.kind !== 'assessment') return null;
  for (const { text } of grid.cells) {
    const unit = UNIT_IN_LABEL.exec(text)?.[1];
    if (unit !== undefined && isUnit(unit)) return unit;
  }
  return null;
}

const DECLARES_EMPTY =
  /(?:本表|此表|该表|表格)(?:本年)?(?:无数据|为空|无内容|无金额|为零|数据为空|无发生额)|(?:没有|无|未发生|未安排|不涉及).{0,60}(?:收入|支出|拨款|预算|经费|数据)|空表/u;

/** Said of the table itself: zeros in it are no figures. */
const NOTHING_HAPPENED = /本表(?:本年)?无发生额/u;

/** A table without figures has nothing to report, whether it says so or not; one of zeros only where it says that nothing happened. */
function emptinessOf(printed: PrintedTable, rows: readonly DisclosureRow[]): DisclosureTable['empty'] {
  const someCell = (is: (cell: DisclosureValue) => boolean) => rows.some(({ cells }) => Object.values(cells).some(is));
  if (someCell(({ value, status }) => /[1-9]/.test(value ?? '') || status === 'unreadable')) return null;
  const hasFigures = someCell(({ value }) => value !== null);
  const statement = emptyStatement(printed);
  const areZeros = statement !== null && NOTHING_HAPPENED.test(statement);
  return !hasFigures || areZeros ? { statement } : null;
}

/** The sentence in which a table says that it has nothing to report, below it or in its cells. */
function emptyStatement({ notes, grid }: PrintedTable): string | null {
  return notes.find((n) => DECLARES_EMPTY.test(n)) ?? grid.cells.find((c) => DECLARES_EMPTY.test(c.text))?.text ?? null;
}

/** Rows in printed order: a blank parent code is taken from the row above. */
function normalizeRows(
  { rows, columns, caption }: PrintedTable,
  declaration: FormDeclaration,
  unit: Unit | null,
  units: ReadonlySet<string>,
): NormalizedRow[] {
  const conceptOf = conceptReader(
    declaration,
    rows.map(({ name }) => name),
  );
  const contents = new Map(columns.map((column) => [column.key, contentOf(declaration, column)]));
  const { department } = caption;
  const normalized: NormalizedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const above = normalized.at(-1);
    const fromAbove = { codeAbove: above?.codeAbove ?? null, unitAbove: above?.unitAbove ?? null };
    normalized.push(normalizeRow(row, { declaration, contents, unit, conceptOf, index, department, units, ...fromAbove }));
  }
  return normalized;
}
