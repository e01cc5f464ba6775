import type { FormDeclaration } from '../../extractors/form.js';
import type { DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { isUnit, toYuan, UNIT_WORDS, type Unit } from '../base/money.js';
import { bare } from '../base/text.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, PrintedTable, Remark } from '../model/printed.js';
import { parseAmount } from './amount.js';
import { levelOf, partsToCode, splitName } from './code.js';
import { conceptReader } from './concept.js';
import { tellCode } from './ocr-codes.js';
import { type Print, printedText, readingsOf, toPrint } from './prints.js';

/** A table as it leaves the house, and what was remarked while its strings became values. */
export interface NormalizedTable {
  readonly table: DisclosureTable;
  readonly remarks: readonly Remark[];
  /** The figures that OCR read. */
  readonly prints: readonly Print[];
}

/** Printed strings → codes, names, concepts, exact values. */
export function normalizeTable(printed: PrintedTable): NormalizedTable {
  const remarks: Remark[] = [...printed.remarks];
  const prints: Print[] = [];
  const unit = printed.caption.unit ?? unitInCells(printed);
  const { declaration } = printed;
  const rows = declaration ? normalizeRows(printed, declaration, unit, remarks, prints) : [];
  const hasFigures = rows.some((row) => Object.values(row.cells).some((cell) => cell.value !== null || cell.status === 'unreadable'));
  if (declaration && unit === null && hasFigures)
    remarks.push(tableRemark('UNIT-UNKNOWN', 'warning', '本表未印金额单位，金额无法换算为元。'));
  const { caption, grid } = printed;
  return {
    remarks,
    prints,
    table: {
      form: printed.form,
      number: caption.number,
      title: caption.title,
      department: caption.department,
      unit,
      pages: [...grid.pages],
      empty: declaration && !hasFigures ? { statement: emptyStatement(printed) } : null,
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
          box: [...roundBox(c.box)],
        })),
      },
      ...(printed.corrections && { corrections: [...printed.corrections] }),
    },
  };
}

const UNIT_IN_LABEL = new RegExp(`[（(](?:单位[:：])?(${UNIT_WORDS})[）)]`, 'u');

/** 绩效 tables print the unit in a label: 项目资金（万元）. */
function unitInCells({ grid, declaration }: PrintedTable): Unit | null {
  if (!declaration?.money) return null;
  for (const { text } of grid.cells) {
    const unit = UNIT_IN_LABEL.exec(text)?.[1];
    if (unit !== undefined && isUnit(unit)) return unit;
  }
  return null;
}

const DECLARES_EMPTY =
  /(?:本表|此表|该表|表格)(?:无数据|为空|无内容|无金额|为零|数据为空)|(?:没有|无|未发生|未安排|不涉及).{0,60}(?:收入|支出|拨款|预算|经费|数据)|空表/u;

/** The sentence in which a table says that it has nothing to report, below it or in its cells. */
function emptyStatement({ notes, grid }: PrintedTable): string | null {
  return notes.find((n) => DECLARES_EMPTY.test(n)) ?? grid.cells.find((c) => DECLARES_EMPTY.test(c.text))?.text ?? null;
}

function normalizeRows(
  printed: PrintedTable,
  declaration: FormDeclaration,
  unit: Unit | null,
  remarks: Remark[],
  prints: Print[],
): DisclosureRow[] {
  const conceptOf = conceptReader(declaration);
  const rows: DisclosureRow[] = [];
  let above: string | null = null;
  for (const row of printed.rows) {
    const index = rows.length;
    const told = tellCode(row, declaration);
    if (told.remark) remarks.push({ ...told.remark, row: index });
    const label = readLabel(told.row, declaration, above);
    if (label.odd)
      remarks.push(rowRemark('CODE-SHAPE', 'warning', `科目编码「${row.code.join('')}」不是类、款、项的位数，按原文保留。`, index, row));
    if (label.inherited) remarks.push(rowRemark('CODE-INHERITED', 'info', `本行上级编码空白，按上一行补为「${label.code}」。`, index, row));
    if (label.code && !label.odd) above = label.code;
    const cells: Record<string, DisclosureValue> = {};
    for (const [key, cell] of row.cells) {
      const isMoney = declaration.money?.includes(key) ?? true;
      const value = toValue(cell, isMoney ? unit : null);
      const seen = isMoney ? toPrint(cell, value, unit, index, key) : null;
      // Nobody knows whose figures they are.
      const print = seen && told.isUnknown ? { ...seen, candidates: [], doubtful: true } : seen;
      cells[key] = print?.doubtful ? { ...value, value: null, yuan: null, status: 'unreadable' } : value;
      if (print) {
        prints.push(print);
        continue;
      }
      if (cell.correction) continue;
      const isWord = isMoney && !cell.illegible && parseAmount(value.text).kind === 'text';
      if (isWord)
        remarks.push({
          ...rowRemark('NUMBER-MALFORMED', 'warning', `金额栏中的「${cell.text}」不是规范的数字，按文字保留。`, index, row),
          column: key,
          cell,
        });
      if (cell.illegible)
        remarks.push({
          ...rowRemark('CELL-UNREADABLE', 'error', '本格所用字体没有可用的字符映射，无法识读。', index, row),
          column: key,
          cell,
        });
    }
    rows.push({
      kind: 'item',
      code: label.code,
      level: levelOf(label.code),
      name: label.name,
      line: row.line,
      panel: row.panel,
      concept: label.odd ? null : conceptOf(label.code, label.name, row.side),
      cells,
      ...(row.corrections && { corrections: [...row.corrections] }),
    });
  }
  return rows.map((row, i) => ({ ...row, kind: kindOf(row, nextOfSide(printed.rows, rows, i), rows, partsOf(declaration, row.concept)) }));
}

function readLabel(row: PrintedRow, declaration: FormDeclaration, above: string | null) {
  const code = declaration.rows.by === 'code' ? partsToCode(row.code, above) : partsToCode([], above);
  const split = declaration.rows.by === 'code' && code.code === null && row.name ? splitName(row.name) : null;
  // What is no code is kept as printed, flagged, and names no concept.
  const kept = code.odd && code.code === null ? row.code.join('') : code.code;
  return split ? { ...code, ...split } : { ...code, code: kept, name: row.name ?? code.name };
}

/** A cell's text as a value. Words and dashes have none; a cell in letters nobody can read is `unreadable`. */
export function toValue(cell: Cell, unit: Unit | null): DisclosureValue {
  const text = printedText(cell);
  const amount = cell.illegible && !cell.correction ? null : parseAmount(text);
  const value = amount?.kind === 'number' ? amount.value : null;
  return {
    text,
    value,
    yuan: value === null ? null : toYuan(value, unit),
    page: cell.page,
    box: [...roundBox(cell.ink ?? cell.box)],
    method: readingsOf(cell).length > 0 ? 'ocr' : 'text',
    status: cell.correction ? 'corrected' : cell.illegible ? 'unreadable' : value === null ? null : 'unchecked',
    ...(cell.correction && { correction: { ...cell.correction } }),
  };
}

const TOTAL = /^(?:合计|(?:收入|支出)?总计|本年收入合计|本年支出合计|人员经费合计|(?:日常)?公用经费合计|总分)$/u;

/** A total by its words; a subtotal has children in the table; a group is a heading without amounts of its own. */
function kindOf(
  row: DisclosureRow,
  next: DisclosureRow | undefined,
  rows: readonly DisclosureRow[],
  parts: readonly string[],
): DisclosureRow['kind'] {
  if (row.name !== null && TOTAL.test(bare(row.name))) return 'total';
  const hasChildren =
    row.code !== null
      ? rows.some((r) => r.code !== null && r.code !== row.code && r.code.startsWith(row.code ?? ''))
      : rows.some((r) => parts.includes(r.concept ?? '')) || /^其中/u.test(next?.name ?? '');
  if (!hasChildren) return 'item';
  return Object.values(row.cells).some((c) => c.value !== null) ? 'subtotal' : 'group';
}

/** Concepts that a form prints below this one. */
const partsOf = ({ rows }: FormDeclaration, concept: string | null): readonly string[] =>
  (rows.by === 'words' && concept !== null ? rows.sums?.[concept] : undefined) ?? [];

/** The row below it on its own side of a two-sided table. */
function nextOfSide(printed: readonly PrintedRow[], rows: readonly DisclosureRow[], index: number): DisclosureRow | undefined {
  return rows.find((_, i) => i > index && printed[i]?.side === printed[index]?.side);
}

/** pt, to 0.01. */
const roundBox = (box: Cell['box']) => box.map((n) => Math.round(n * 100) / 100) as [number, number, number, number];

const tableRemark = (rule: string, severity: Remark['severity'], message: string): Remark => ({
  rule,
  severity,
  message,
  row: null,
  column: null,
  cell: null,
});

const rowRemark = (rule: string, severity: Remark['severity'], message: string, index: number, row: PrintedRow): Remark => ({
  rule,
  severity,
  message,
  row: index,
  column: null,
  cell: row.label[0] ?? null,
});
