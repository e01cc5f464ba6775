import type { DisclosureValue } from '../../schemas/disclosure.js';
import { toYuan, type Unit } from '../base/money.js';
import { roundBox } from '../model/box.js';
import type { Cell } from '../model/grid.js';
import { parseAmount } from './amount.js';
import { printedText, readingsOf } from './prints.js';

/** What stands in a printed cell of a column of money. `corrected`: what a person said stands there. */
export type CellKind = 'number' | 'dash' | 'word' | 'illegible' | 'corrected';

export function kindOfCell(cell: Cell, text: string): CellKind {
  if (cell.correction) return 'corrected';
  if (cell.illegible) return 'illegible';
  const { kind } = parseAmount(text);
  return kind === 'text' ? 'word' : kind;
}

/** A cell as a value. Words and dashes have none; a cell whose letters have no meaning is `unreadable`. */
export function toValue(cell: Cell, unit: Unit | null, text = printedText(cell)): DisclosureValue {
  const amount = cell.illegible && !cell.correction ? null : parseAmount(text);
  const value = amount?.kind === 'number' ? amount.value : null;
  return {
    text,
    value,
    yuan: value === null ? null : toYuan(value, unit),
    page: cell.page,
    box: roundBox(cell.ink ?? cell.box),
    method: readingsOf(cell).length > 0 ? 'ocr' : 'text',
    status: cell.correction ? 'corrected' : cell.illegible ? 'unreadable' : value === null ? null : 'unchecked',
    ...(cell.correction && { correction: { ...cell.correction } }),
  };
}

const PERCENT = /[%％]$/u;

/** A cell's text as it would be printed without its sign. */
export const withoutPercent = (cell: Cell): string => printedText(cell, printedText(cell).trim().replace(PERCENT, ''));

/** A cell of a column of percentages: the number before the sign. */
export function toRate(cell: Cell): DisclosureValue {
  const value = toValue(cell, null, withoutPercent(cell));
  return { ...value, text: printedText(cell), ...(value.value !== null && { percent: true }) };
}
