import type { FormDeclaration } from '../../extractors/form.js';
import type { DisclosureRow, DisclosureValue } from '../../schemas/disclosure.js';
import type { Unit } from '../base/money.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow } from '../model/printed.js';
import { CELL_UNREADABLE, CODE_INHERITED, CODE_SHAPE, NUMBER_MALFORMED } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import { levelOf, partsToCode, splitName } from './code.js';
import type { ConceptOf } from './concept.js';
import { decideCode } from './ocr-codes.js';
import { type Print, toPrint } from './prints.js';
import { kindOfCell, toValue } from './value.js';

/** One row's strings as values, what was remarked on the way, and the figures of it that OCR read. */
export interface NormalizedRow {
  readonly row: DisclosureRow;
  readonly remarks: readonly Remark[];
  readonly prints: readonly Print[];
  /** The code that a row below takes its blank parents from. */
  readonly codeAbove: string | null;
}

/** What a row's strings are read by. */
export interface RowContext {
  readonly declaration: FormDeclaration;
  readonly unit: Unit | null;
  readonly conceptOf: ConceptOf;
  /** Index of the row in its table. */
  readonly index: number;
  /** The code of the row before. */
  readonly codeAbove: string | null;
}

/** A printed row → code, name, concept and exact values. Its kind is `item` until the whole table is known. */
export function normalizeRow(printed: PrintedRow, context: RowContext): NormalizedRow {
  const { declaration, conceptOf, index, codeAbove } = context;
  const decided = decideCode(printed, declaration);
  const label = readLabel(decided.row, declaration, codeAbove);
  const cells = [...printed.cells].map(([key, cell]) => normalizeCell(key, cell, decided.isUnknown, context));
  return {
    row: {
      kind: 'item',
      code: label.code,
      level: levelOf(label.code),
      name: label.name,
      line: printed.line,
      panel: printed.panel,
      concept: label.odd ? null : conceptOf(label.code, label.name, printed.side),
      cells: Object.fromEntries(cells.map(({ key, value }) => [key, value])),
      ...(printed.corrections && { corrections: [...printed.corrections] }),
    },
    remarks: [
      ...(decided.remark ? [{ ...decided.remark, row: index }] : []),
      ...codeRemarks(label, printed, index),
      ...cells.flatMap((cell) => cell.remarks),
    ],
    prints: cells.flatMap(({ print }) => print ?? []),
    codeAbove: label.code && !label.odd ? label.code : codeAbove,
  };
}

interface Label {
  readonly code: string | null;
  readonly name: string | null;
  readonly inherited: boolean;
  readonly odd: boolean;
}

function readLabel(row: PrintedRow, declaration: FormDeclaration, above: string | null): Label {
  const code = declaration.rows.by === 'code' ? partsToCode(row.code, above) : partsToCode([], above);
  const split = declaration.rows.by === 'code' && code.code === null && row.name ? splitName(row.name) : null;
  // What is no code is kept as printed, flagged, and names no concept.
  const kept = code.odd && code.code === null ? row.code.join('') : code.code;
  return split ? { ...code, ...split } : { ...code, code: kept, name: row.name ?? code.name };
}

function codeRemarks({ code, odd, inherited }: Label, printed: PrintedRow, row: number): Remark[] {
  const place = { row, cell: printed.label[0] ?? null };
  return [
    ...(odd ? [remark(CODE_SHAPE, `科目编码「${printed.code.join('')}」不是类、款、项的位数，按原文保留。`, place)] : []),
    ...(inherited ? [remark(CODE_INHERITED, `本行上级编码空白，按上一行补为「${code}」。`, place)] : []),
  ];
}

interface NormalizedCell {
  readonly key: string;
  readonly value: DisclosureValue;
  readonly print: Print | null;
  readonly remarks: readonly Remark[];
}

/**
 * One cell of a row. A figure that OCR doubts, or whose row it cannot name, is unreadable until the checks decide it, and needs no remark
 * here; neither does what a person corrected.
 */
function normalizeCell(key: string, cell: Cell, isRowUnknown: boolean, { declaration, unit, index }: RowContext): NormalizedCell {
  const isMoney = declaration.money?.includes(key) ?? true;
  const value = toValue(cell, isMoney ? unit : null);
  const read = isMoney ? toPrint(cell, value, unit, index, key) : null;
  const print = read && isRowUnknown ? { ...read, candidates: [], doubtful: true } : read;
  return {
    key,
    value: print?.doubtful ? { ...value, value: null, yuan: null, status: 'unreadable' } : value,
    print,
    remarks: print ? [] : cellRemarks(key, cell, isMoney, index),
  };
}

function cellRemarks(column: string, cell: Cell, isMoney: boolean, row: number): Remark[] {
  const place = { row, column, cell };
  const kind = kindOfCell(cell);
  if (kind === 'illegible') return [remark(CELL_UNREADABLE, '本格所用字体没有可用的字符映射，无法识读。', place)];
  if (isMoney && kind === 'word') return [remark(NUMBER_MALFORMED, `金额栏中的「${cell.text}」不是规范的数字，按文字保留。`, place)];
  return [];
}
