import type { FormDeclaration } from '../../extractors/form.js';
import { bareLabel, squeeze } from '../base/text.js';
import { economicBook, functionBook } from '../books/code-book.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow } from '../model/printed.js';
import { CODE_DOUBTFUL } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import { possibleTexts, readingsOf } from './prints.js';

/** A row whose code OCR may have doubted. */
export interface DecidedRow {
  readonly row: PrintedRow;
  readonly remark: Remark | null;
  /** Neither OCR engine nor the name beside it says which code it is, or its name holds another's amount. */
  readonly isUnknown: boolean;
}

/**
 * The row with its code decided. A code on which the OCR engines differ, or amid whose digits they see other signs, is the one of those
 * they hold possible that the book calls by the printed name; so is one that nobody doubts and the book does not have.
 */
export function decideCode(row: PrintedRow, declaration: FormDeclaration): DecidedRow {
  const asPrinted: DecidedRow = { row, remark: null, isUnknown: false };
  if (declaration.rows.by !== 'code' || row.corrections) return asPrinted;
  const read = row.label.filter((c) => readingsOf(c).length > 0);
  if (read.length === 0) return asPrinted;
  if (read.some((c) => JOINED.test(squeeze(c.text)))) return { row, remark: null, isUnknown: true };
  const cells = read.filter((c) => row.code.includes(squeeze(c.text)));
  const book = declaration.rows.classification === 'function' ? functionBook() : economicBook();
  const isKnown = book.entry(row.code.join('')) !== undefined;
  const cell = cells.find(isDoubtful) ?? cells.find(hasOtherSigns) ?? (isKnown ? undefined : cells.find(isOpen));
  if (!cell) return asPrinted;
  const isNamed = (code: readonly string[]) => {
    const entry = book.entry(code.join(''));
    const names = entry ? [entry.name, ...entry.otherNames, ...entry.formerNames.map((former) => former.name)] : [];
    return names.some((name) => bareLabel(name) === bareLabel(row.name ?? ''));
  };
  const known = row.name === null ? [] : possibleCodes(row.code, cells).filter(isNamed);
  const [code] = known;
  if (!code || known.some((other) => other.join('') !== code.join(''))) {
    if (!cells.some(isDoubtful)) return asPrinted;
    const message = `科目编码「${cell.text}」识读有疑，名称「${row.name ?? ''}」也不能确定，本行金额不知属何科目。`;
    return { row, remark: remark(CODE_DOUBTFUL, message, { cell }), isUnknown: true };
  }
  const message = `科目编码识读有疑，按名称「${row.name}」定为 ${code.join('')}。`;
  return { row: { ...row, code }, remark: remark(CODE_DOUBTFUL, message, { cell, severity: 'info' }), isUnknown: false };
}

/** The amount and code of the row's other panel in a name: OCR joined what stands beside each other, and the row's figures may be any. */
const JOINED = /\d\.\d{2}\d{3,7}\p{Script=Han}/u;

/** Readings of one part that are tried. */
const MOST = 8;

/** The codes that the parts of one may be together, each once. */
function possibleCodes(code: readonly string[], cells: readonly Cell[]): string[][] {
  const left = [...cells];
  const parts = code.map((part) => {
    const index = left.findIndex((cell) => squeeze(cell.text) === part);
    const [cell] = index < 0 ? [] : left.splice(index, 1);
    return cell ? [...new Set([part, ...possibleTexts(readingsOf(cell))].map(toDigits))].slice(0, MOST) : [part];
  });
  return parts.reduce<string[][]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => [...head, tail])), [[]]);
}

/** A code in digits alone: a ruling line beside it or dirt leaves signs, and OCR takes 0 for o or Q. */
const toDigits = (text: string): string =>
  squeeze(text)
    .normalize('NFKC')
    .replace(/[oOQ〇○]/gu, '0')
    .replace(/[\p{P}\p{S}]/gu, '');

/** A code, or a part of one, on which the OCR engines differ. */
const isDoubtful = (cell: Cell): boolean => /\d/.test(cell.text) && readingsOf(cell).some((reading) => reading.doubtful);

/** A code, or a part of one, that may be another though nobody doubts it: both engines may read 2 for 22. */
const isOpen = (cell: Cell): boolean => /\d/.test(cell.text) && readingsOf(cell).some(({ alternatives }) => alternatives.length > 0);

/** A code amid whose digits other signs were seen. */
const hasOtherSigns = (cell: Cell): boolean =>
  /\d/.test(cell.text) && /^\d+$/.test(toDigits(cell.text)) && toDigits(cell.text) !== squeeze(cell.text);
