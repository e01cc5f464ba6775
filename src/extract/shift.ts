import { bare, squeeze } from '../base/text.js';
import type { Cell } from '../model/grid.js';
import type { Header } from './header.js';

/** A code or a part of one. */
const CODE = /^\d{2,7}$/u;

/**
 * Web prints of tables whose 类 款 项 cells should reach down beside the first body row: where the browser ends them early, the
 * row slides left over the code columns. It is recognised by all three signs: its label stands in the first code column, no
 * code column holds a code, and just as many columns at its end have no wall: they are one blank cell, or one with the last column's.
 * @returns the row's cells where they belong, or null where the row is sound
 */
export function slideBack(own: readonly Cell[], header: Header): Cell[] | null {
  const codes = header.columns.findIndex((c) => c.role !== 'code');
  const [first, last] = [own[0], own.at(-1)];
  if (codes < 2 || !first || !last || own.length < 3) return null;
  const isLabel = first.column === 0 && first.columnSpan === 1 && /^(?:合计|总计)$/u.test(bare(first.text));
  const isAlone = last.text === '' && last.columnSpan === codes;
  const endsOpen = (isAlone || last.columnSpan === codes + 1) && last.column + last.columnSpan === header.columns.length;
  const noCodes = own.slice(1, codes + 1).every((c) => !CODE.test(squeeze(c.text)));
  if (!isLabel || !endsOpen || !noCodes) return null;
  const amounts = isAlone ? own.slice(0, -1) : [...own.slice(0, -1), { ...last, columnSpan: 1 }];
  return amounts.map((cell) => ({ ...cell, column: cell.column + codes }));
}
