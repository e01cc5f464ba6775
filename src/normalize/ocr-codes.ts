import type { FormDeclaration } from '../../extractors/form.js';
import { bareLabel } from '../base/text.js';
import { economicBook, functionBook } from '../books/code-book.js';
import type { Cell } from '../model/grid.js';
import type { PrintedRow, Remark } from '../model/printed.js';
import { readingsOf } from './prints.js';

/** A row whose code OCR may have doubted. */
export interface ToldRow {
  readonly row: PrintedRow;
  readonly remark: Omit<Remark, 'row'> | null;
  /** Neither the witnesses nor the name beside it tell which code it is. */
  readonly isUnknown: boolean;
}

/**
 * Code and name help each other: a code on which the witnesses differ is the one of those they hold possible that the book calls by
 * the printed name.
 */
export function tellCode(row: PrintedRow, declaration: FormDeclaration): ToldRow {
  const asPrinted: ToldRow = { row, remark: null, isUnknown: false };
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
    return { ...asPrinted, remark: { rule: 'CODE-DOUBTFUL', severity: 'error', message, column: null, cell }, isUnknown: true };
  }
  const message = `科目编码识读有疑，按名称「${row.name}」定为 ${code}。`;
  const told = { ...row, code: row.code.map((part) => (part === cell.text ? text : part)) };
  return { row: told, remark: { rule: 'CODE-DOUBTFUL', severity: 'info', message, column: null, cell }, isUnknown: false };
}

/** A code, or a part of one, that the witnesses do not agree on. */
function isDoubtful(cell: Cell): boolean {
  const readings = readingsOf(cell);
  return readings.some((r) => r.doubtful) && /\d/.test(cell.text);
}
