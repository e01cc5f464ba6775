import type { FormDeclaration } from '../../extractors/form.js';
import { bareLabel } from '../base/text.js';
import { economicBook, functionBook } from '../books/code-book.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow } from '../model/printed.js';
import { CODE_DOUBTFUL } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import { readingsOf } from './prints.js';

/** A row whose code OCR may have doubted. */
export interface DecidedRow {
  readonly row: PrintedRow;
  readonly remark: Remark | null;
  /** Neither OCR engine nor the name beside it says which code it is. */
  readonly isUnknown: boolean;
}

/**
 * The row with its code decided. A code on which the OCR engines differ is the one of those they hold possible that the book calls by
 * the printed name.
 */
export function decideCode(row: PrintedRow, declaration: FormDeclaration): DecidedRow {
  const asPrinted: DecidedRow = { row, remark: null, isUnknown: false };
  const cell = row.label.find((c) => row.code.includes(c.text) && isDoubtful(c));
  if (declaration.rows.by !== 'code' || !cell || row.corrections) return asPrinted;
  const book = declaration.rows.classification === 'function' ? functionBook() : economicBook();
  const [reading] = readingsOf(cell);
  const joined = (text: string) => row.code.map((part) => (part === cell.text ? text : part)).join('');
  const known =
    row.name === null || !reading
      ? []
      : [reading.text, ...reading.alternatives].filter((code) => {
          const entry = book.entry(joined(code));
          return (
            entry !== undefined &&
            [entry.name, ...entry.otherNames, ...entry.formerNames.map((f) => f.name)].some(
              (n) => bareLabel(n) === bareLabel(row.name ?? ''),
            )
          );
        });
  const [text] = known;
  const code = text === undefined ? undefined : joined(text);
  if (text === undefined || code === undefined || known.length > 1) {
    const message = `科目编码「${cell.text}」识读有疑，名称「${row.name ?? ''}」也不能确定，本行金额不知属何科目。`;
    return { row, remark: remark(CODE_DOUBTFUL, message, { cell }), isUnknown: true };
  }
  const message = `科目编码识读有疑，按名称「${row.name}」定为 ${code}。`;
  const decided = { ...row, code: row.code.map((part) => (part === cell.text ? text : part)) };
  return { row: decided, remark: remark(CODE_DOUBTFUL, message, { cell, severity: 'info' }), isUnknown: false };
}

/** A code, or a part of one, on which the OCR engines differ. */
function isDoubtful(cell: Cell): boolean {
  const readings = readingsOf(cell);
  return readings.some((r) => r.doubtful) && /\d/.test(cell.text);
}
