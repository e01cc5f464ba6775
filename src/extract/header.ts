import {
  areColumnNumbers,
  CODE_DIGITS,
  DASH,
  DECIMAL_AMOUNT,
  FIRST_ORDINAL,
  isBeforeColumnNumbers,
  ROW_NUMBERS,
} from '../base/patterns.js';
import { bare, squeeze } from '../base/text.js';
import type { CellMap } from '../model/cell-map.js';
import type { Cell } from '../model/grid.js';
import { CODE_HEAD, isLabelHead, LINE_HEAD, NAME_HEAD, UNIT_CODE_HEAD, UNIT_HEAD } from '../model/label-heads.js';

/** What a leaf column is for; `unit` and `unit-code` name a 预算单位. */
export type Role = 'code' | 'name' | 'line' | 'unit-code' | 'unit' | 'data';

export interface LeafColumn {
  readonly index: number;
  readonly role: Role;
  /** Header texts from top to leaf, white space removed. */
  readonly path: readonly string[];
  readonly ordinal: string | null;
}

export interface Header {
  /** The first body row. */
  readonly bodyStart: number;
  readonly columns: readonly LeafColumn[];
  /** Cells of the first body row that hold heads, no values: a template prints 合计, 基本支出, 项目支出 below 本年支出 on the row of 合计. */
  readonly subHeads: ReadonlySet<Cell>;
}

/** No published header is taller. */
const TALLEST = 9;

/** What may stand in the row of the column numbers beside them. */
const isNumberLabel = (text: string): boolean => text === ROW_NUMBERS || isBeforeColumnNumbers(text);
/** Columns that are numbered 1, 2 … without the word 栏次. */
const FEWEST_NUMBERS = 2;
const TOTAL = /^(?:合计|总计|本年收入合计|本年支出合计)$/u;

/** The code of a unit. */
const UNIT_DIGITS = /^\d{6}$/;

/** What only a body holds: codes, decimals, numbered names. */
const BODY_CODE = new RegExp(`^${CODE_DIGITS}$|^\\d{3,7}-\\p{Script=Han}|^\\[\\d{3,7}\\]`, 'u');
const AMOUNT = new RegExp(`^${DECIMAL_AMOUNT}$|^\\d{1,3}(?:[,，]\\d{3})+$`, 'u');
const NUMBERED_NAME = new RegExp(`^${FIRST_ORDINAL}`, 'u');

/** Grid → where its body begins, and for each column its header path and role. */
export function gridToHeader(cells: CellMap, from: number): Header {
  const { grid } = cells;
  const ordinals = findOrdinals(cells, from);
  const bodyStart = ordinals === null ? findBody(cells, from) : ordinals + 1;
  const subHeads = new Set(subHeadsIn(cells, from, bodyStart));
  const columns = Array.from({ length: grid.columns }, (_, index): LeafColumn => {
    const own = cells.at(bodyStart, index);
    const above = headerPath(cells, from, bodyStart, index, ordinals);
    const path = own && subHeads.has(own) ? [...above, squeeze(own.text)] : above;
    const ordinal = ordinals === null ? null : squeeze(cells.at(ordinals, index)?.text ?? '');
    return { index, role: roleOf(path, cells, bodyStart, index), path, ordinal: ordinal && /^\d+$/.test(ordinal) ? ordinal : null };
  });
  return { bodyStart, columns, subHeads };
}

/** The 栏次 row: the word itself, or 1, 2, 3 … over all data columns. */
function findOrdinals(cells: CellMap, from: number): number | null {
  for (let row = from; row < Math.min(cells.grid.rows, from + TALLEST); row++) {
    const texts = cells
      .startingIn(row)
      .map((c) => squeeze(c.text))
      .filter((t) => t !== '');
    if (areColumnNumbers(texts, FEWEST_NUMBERS, (text) => isNumberLabel(text) || CODE_HEAD.test(text))) return row;
    if (isNumberedByPlace(cells.startingIn(row))) return row;
    if (isBody(cells, row, from)) return null;
  }
  return null;
}

/** Share of a row's cells that must bear their own number. */
const MOST_NUMBERED = 0.6;

/** OCR loses single digits: do nearly all cells hold the number of their place, from 1, and the others nothing or what is no number? */
function isNumberedByPlace(own: readonly Cell[]): boolean {
  if (!own.some(({ lines }) => lines.some(({ glyphs }) => glyphs.some(({ reading }) => reading)))) return false;
  const numbers = own.map((cell) => squeeze(cell.text)).map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : null));
  const placed = numbers.filter((number, i) => number === i + 1).length;
  return (
    placed >= FEWEST_PLACED && placed >= own.length * MOST_NUMBERED && numbers.every((number, i) => number === null || number === i + 1)
  );
}
/** Fewer may be amounts by chance. */
const FEWEST_PLACED = 4;

function findBody(cells: CellMap, from: number): number {
  const last = Math.min(cells.grid.rows, from + TALLEST);
  let afterText = from;
  for (let row = from; row < last; row++) {
    if (isBody(cells, row, from)) return afterText;
    if (cells.startingIn(row).some((c) => c.text !== '')) afterText = row + 1;
  }
  return afterText;
}

/** Does this row hold what no header holds? */
function isBody(cells: CellMap, row: number, from: number): boolean {
  const own = cells.startingIn(row);
  if (own.some((c) => isBodyText(squeeze(c.text)))) return true;
  const words = own.filter((c) => c.text !== '');
  if (words.some((c) => !isLabelHead(c.text) && standsUnder(cells, c, from, UNIT_HEAD))) return true;
  const isLabel = (cell: Cell) => row > from && standsUnderLabel(cells, cell, from);
  const amounts = words.filter((c) => !isLabel(c));
  if (amounts.length > 0 && amounts.every((c) => isWholeOrDash(squeeze(c.text).normalize('NFKC')))) return true;
  return (
    row > from && words.some((c) => (TOTAL.test(bare(c.text)) || UNIT_DIGITS.test(squeeze(c.text))) && standsUnderLabel(cells, c, from))
  );
}

const isWholeOrDash = (text: string) => /^(?:-?\d+|\(\d+\))$/u.test(text) || DASH.test(text);

const isBodyText = (text: string) => BODY_CODE.test(text) || AMOUNT.test(text.normalize('NFKC')) || NUMBERED_NAME.test(text);

function standsUnderLabel(cells: CellMap, cell: Cell, from: number): boolean {
  return standsUnder(cells, cell, from, NAME_HEAD, CODE_HEAD, UNIT_HEAD, UNIT_CODE_HEAD);
}

function standsUnder(cells: CellMap, cell: Cell, from: number, ...heads: readonly RegExp[]): boolean {
  for (let row = from; row < cell.row; row++) {
    const above = bare(cells.at(row, cell.column)?.text ?? '');
    if (heads.some((head) => head.test(above))) return true;
  }
  return false;
}

/** Words below every column of heads that are merged over several, on a row without any figure: the heads of those columns. */
function subHeadsIn(cells: CellMap, from: number, bodyStart: number): Cell[] {
  if (bodyStart === from) return [];
  const own = cells.startingIn(bodyStart);
  // Beside an amount words are what the row says: a thing that is bought, and how.
  if (own.some((cell) => /\d/.test(cell.text) || DASH.test(squeeze(cell.text)))) return [];
  return own.flatMap((cell): Cell[] => {
    const head = cells.at(bodyStart - 1, cell.column);
    if (!head || head.columnSpan < 2 || isLabelHead(head.text)) return [];
    const siblings = own.filter(({ column }) => column >= head.column && column < head.column + head.columnSpan);
    const areHeads = siblings.length === head.columnSpan && siblings.every(({ text }) => /^\p{Script=Han}+$/u.test(squeeze(text)));
    return areHeads ? [cell] : [];
  });
}

/** Texts of the header cells over a column, top to leaf, each merged cell once. */
function headerPath(cells: CellMap, from: number, bodyStart: number, column: number, ordinals: number | null): string[] {
  const path: string[] = [];
  for (let row = from; row < bodyStart; row++) {
    const cell = cells.at(row, column);
    const text = squeeze(cell?.text ?? '');
    if (!cell || cell.row !== row || text === '' || (row === ordinals && (isNumberLabel(text) || /^\d+$/.test(text)))) continue;
    path.push(text);
  }
  return path;
}

function roleOf(path: readonly string[], cells: CellMap, bodyStart: number, column: number): Role {
  const leaf = bare(path.at(-1) ?? '');
  // 类 款 项 may stand on the row of 合计, below the last header row.
  const split = bare(cells.at(bodyStart, column)?.text ?? '');
  if (UNIT_CODE_HEAD.test(leaf)) return 'unit-code';
  if (UNIT_HEAD.test(leaf)) return 'unit';
  if (/^[类款项]$/u.test(split) || CODE_HEAD.test(leaf)) return 'code';
  if (LINE_HEAD.test(leaf)) return 'line';
  if (NAME_HEAD.test(leaf)) return 'name';
  return path.length === 0 && holdsWords(cells, bodyStart, column) ? 'name' : 'data';
}

/** A column without a header whose body is words: the labels of a table whose corner is blank. */
function holdsWords(cells: CellMap, bodyStart: number, column: number): boolean {
  for (let row = bodyStart; row < cells.grid.rows; row++) {
    if (/\p{Script=Han}/u.test(cells.at(row, column)?.text ?? '')) return true;
  }
  return false;
}
