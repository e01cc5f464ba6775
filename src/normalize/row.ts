import type { Catalogue, FormDeclaration } from '../../extractors/form.js';
import type { DisclosureRow, DisclosureValue } from '../../schemas/disclosure.js';
import type { Unit } from '../base/money.js';
import { BODY_ENDING } from '../base/offices.js';
import type { ColumnContent } from '../model/column-content.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, UnitName } from '../model/printed.js';
import { CELL_UNREADABLE, CODE_INHERITED, CODE_SHAPE, NUMBER_MALFORMED } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import { levelOf, partsToCode, splitName } from './code.js';
import { isCodeName, isNameOf } from './code-names.js';
import type { ConceptOf } from './concept.js';
import { decideCode } from './ocr-codes.js';
import { type Print, printedText, toPrint } from './prints.js';
import { kindOfCell, toRate, toValue, withoutPercent } from './value.js';

/** One row's strings as values, what was remarked on the way, and the figures of it that OCR read. */
export interface NormalizedRow {
  readonly row: DisclosureRow;
  readonly remarks: readonly Remark[];
  readonly prints: readonly Print[];
  /** The code that a row below takes its blank parents from. */
  readonly codeAbove: string | null;
  /** The unit that a row below belongs to. */
  readonly unitAbove: UnitAbove | null;
}

/** What a row's strings are read by. */
export interface RowContext {
  readonly declaration: FormDeclaration;
  /** What each column holds, by its key. */
  readonly contents: ReadonlyMap<string, ColumnContent>;
  readonly unit: Unit | null;
  readonly conceptOf: ConceptOf;
  /** Index of the row in its table. */
  readonly index: number;
  /** The code of the row before. */
  readonly codeAbove: string | null;
  /** The unit that the rows above stand below. */
  readonly unitAbove: UnitAbove | null;
  /** The unit or department that the table names above it. */
  readonly department: string | null;
  /** The names that unit columns of the document give. */
  readonly units: ReadonlySet<string>;
}

/** A printed row → code, name, concept and exact values. Its kind is `item` until the whole table is known. */
export function normalizeRow(printed: PrintedRow, context: RowContext): NormalizedRow {
  const { declaration, conceptOf, index, codeAbove } = context;
  const decided = decideCode(printed, declaration);
  const label = readLabel(decided.row, declaration, codeAbove);
  const known = label.odd ? null : conceptOf(label.code, label.name, printed.side);
  const unit = declaration.rows.units ? unitOf(label, printed, known, context) : NO_UNIT;
  const cells: Record<string, DisclosureValue> = {};
  const prints: Print[] = [];
  const remarks: Remark[] = decided.remark ? [{ ...decided.remark, row: index }] : [];
  if (!unit.isRow) remarks.push(...codeRemarks(label, printed, index));
  for (const [key, cell] of printed.cells) {
    const read = normalizeCell(key, cell, decided.isUnknown, context);
    cells[key] = read.value;
    if (read.print) prints.push(read.print);
    remarks.push(...read.remarks);
  }
  const codes = codesBeside(printed);
  return {
    row: {
      kind: 'item',
      code: unit.isRow ? null : label.code,
      level: levelOf(unit.isRow ? null : label.code),
      name: unit.isRow ? (unit.unit?.name ?? null) : label.name,
      line: printed.line,
      panel: printed.panel,
      concept: unit.isRow ? UNIT_CONCEPT : known,
      ...(unit.unit && { unit: unit.unit }),
      ...(codes && { codes }),
      cells,
      ...(printed.corrections && { corrections: [...printed.corrections] }),
    },
    remarks,
    prints,
    codeAbove: !unit.isRow && label.code && !label.odd ? label.code : codeAbove,
    unitAbove: unit.below,
  };
}

interface Label {
  readonly code: string | null;
  readonly name: string | null;
  readonly inherited: boolean;
  readonly odd: boolean;
}

function readLabel(row: PrintedRow, declaration: FormDeclaration, above: string | null): Label {
  const { rows } = declaration;
  if (rows.by === 'words' && !rows.items) return { ...partsToCode([], above), name: row.name };
  const catalogue = rows.by === 'words' ? catalogued(row, rows.catalogue) : null;
  if (catalogue) return { ...partsToCode([], above), ...catalogue };
  const { name } = row;
  const isCalled = (code: string) => rows.by === 'code' && name !== null && isNameOf(rows.classification, name, code);
  const code = partsToCode(row.code, above, isCalled);
  const split = rows.by === 'code' && code.code === null && row.name ? splitName(row.name) : null;
  // What is no code is kept as printed, flagged, and names no concept.
  const kept = code.odd && code.code === null ? row.code.join('') : code.code;
  return split ? { ...code, ...split } : { ...code, code: kept, name: row.name ?? code.name };
}

/** The code of a catalogue and the name beside it or behind it; null where the form has no catalogue, or the row none of its codes. */
function catalogued({ code, name }: PrintedRow, catalogue: Catalogue | undefined): Pick<Label, 'code' | 'name'> | null {
  if (!catalogue) return null;
  const part = code.find((each) => catalogue.code.test(each));
  if (part !== undefined) return { code: part, name };
  const [, before, rest] = catalogue.named.exec(name ?? '') ?? [];
  return before !== undefined && rest !== undefined ? { code: before, name: rest } : null;
}

const UNIT_CONCEPT = 'unit';

/** A unit, and the column of the grid in which it is named. */
interface UnitAbove {
  readonly unit: UnitName;
  readonly column: number;
  /** What stands below it is labelled right of it: a row labelled in its own column begins something else. */
  readonly isLeft: boolean;
}

/** What a row says of units: `isRow` where it is the row of one, `below` the unit of the rows below it. */
interface RowUnit {
  readonly unit: UnitName | null;
  readonly isRow: boolean;
  readonly below: UnitAbove | null;
}

const NO_UNIT: RowUnit = { unit: null, isRow: false, below: null };

/** Codes of units have as many digits; those of the classifications have others. */
const UNIT_CODE = /^\d{6}$|^\d{9,12}$/u;
const BODY = new RegExp(`${BODY_ENDING}$`, 'u');

/** What a unit column holds: 1 before 全额 is no unit's code. */
const isUnitName = ({ code, name }: UnitName): boolean => name !== null || /^\d{3,}$/u.test(code ?? '');

/**
 * A unit's row: its unit columns alone are filled, or its code is a unit's and its name none of the book, or its name is a unit's. Any
 * other row but a sum belongs to the unit beside it, or to the one above.
 */
function unitOf({ code, name }: Label, printed: PrintedRow, concept: string | null, context: RowContext): RowUnit {
  const { declaration, unitAbove } = context;
  const column = printed.label[0]?.column ?? 0;
  const named = (unit: UnitName, isRow: boolean): RowUnit => ({ unit, isRow, below: { unit, column, isLeft: false } });
  const codes = printed.code.join('');
  if (concept === 'total' || (printed.unit && !isUnitName(printed.unit))) return NO_UNIT;
  if (printed.unit && name === null && codes === '') return named({ ...printed.unit }, true);
  // 208050 beside the name of a 项 is a code that lost a digit.
  const isSubject = declaration.rows.by === 'code' && name !== null && isCodeName(declaration.rows.classification, name);
  if (UNIT_CODE.test(codes) && !isSubject) return named({ code: codes, name }, true);
  if (printed.unit) return named({ ...printed.unit }, false);
  if (name !== null && code === null && concept === null && isNameOfUnit(name, printed, context)) return named({ code: null, name }, true);
  if (!unitAbove || column < unitAbove.column || (unitAbove.isLeft && column === unitAbove.column)) return NO_UNIT;
  const below = { ...unitAbove, isLeft: unitAbove.isLeft || column > unitAbove.column };
  return { unit: unitAbove.unit, isRow: false, below };
}

/**
 * The publisher, or a unit that the unit columns of the document name; where it has none, a name that ends as those of bodies do, with
 * nothing but amounts beside it: things are called so too, 图形工作站.
 */
function isNameOfUnit(name: string, { cells }: PrintedRow, { department, units, contents }: RowContext): boolean {
  if (name === department || units.has(name)) return true;
  return units.size === 0 && BODY.test(name) && ![...cells.keys()].some((key) => contents.get(key) === 'other');
}

/** `50502-商品和服务支出` → 50502. */
const CODE_BESIDE = /^[[［]?(\d{3}(?:\d{2}){0,2})(?:[\]］]|(?!\d))/u;

function codesBeside({ others }: PrintedRow): DisclosureRow['codes'] | null {
  if (!others) return null;
  const codes = [...others].flatMap(([classification, text]) => {
    const code = CODE_BESIDE.exec(text)?.[1];
    return code === undefined ? [] : [[classification, code] as const];
  });
  return codes.length === 0 ? null : Object.fromEntries(codes);
}

function codeRemarks({ code, odd, inherited }: Label, printed: PrintedRow, row: number): Remark[] {
  if (!odd && !inherited) return [];
  const place = { row, cell: printed.label[0] ?? null };
  return [
    ...(odd ? [remark(CODE_SHAPE, `科目编码「${printed.code.join('')}」不是类、款、项的位数，按原文保留。`, place)] : []),
    ...(inherited ? [remark(CODE_INHERITED, `本行上级编码空白，按上一行补为「${code}」。`, place)] : []),
  ];
}

interface NormalizedCell {
  readonly value: DisclosureValue;
  readonly print: Print | null;
  readonly remarks: readonly Remark[];
}

/**
 * One cell of a row. A figure that OCR doubts, or whose row it cannot name, is unreadable until the checks decide it, and needs no remark
 * here; neither does what a person corrected.
 */
function normalizeCell(key: string, cell: Cell, isRowUnknown: boolean, { contents, unit, index }: RowContext): NormalizedCell {
  const content = cell.percent ? 'rate' : (contents.get(key) ?? 'money');
  const isMoney = content === 'money';
  const value = content === 'rate' ? toRate(cell) : toValue(cell, isMoney ? unit : null);
  const read = isMoney ? toPrint(cell, value, unit, index, key) : null;
  const print = read && isRowUnknown ? { ...read, candidates: [], doubtful: true } : read;
  return {
    value: print?.doubtful ? { ...value, value: null, yuan: null, status: 'unreadable' } : value,
    print,
    remarks: print ? [] : cellRemarks(key, cell, value, content, index),
  };
}

function cellRemarks(column: string, cell: Cell, { value }: DisclosureValue, content: ColumnContent, row: number): Remark[] {
  const { told = [] } = cell;
  if (value !== null && told.length === 0) return [];
  const place = { row, column, cell };
  if (told.length > 0) return told.map(({ rule, message, severity }) => remark(rule, message, { ...place, ...(severity && { severity }) }));
  const kind = kindOfCell(cell, content === 'rate' ? withoutPercent(cell) : printedText(cell));
  if (kind === 'illegible') return [remark(CELL_UNREADABLE, '本格所用字体没有可用的字符映射，无法识读。', place)];
  if (content === 'other' || kind !== 'word') return [];
  const what = content === 'rate' ? '比率' : '金额';
  return [remark(NUMBER_MALFORMED, `${what}栏中的「${cell.text}」不是规范的数字，按文字保留。`, place)];
}
