/** How well a table, read in one way, agrees with itself: by this the readings of one table are compared. */
import type { Sheet } from '../table/sheet.js';
import { type Equation, toCheck } from './equation.js';
import { equationsWithin } from './within.js';

/** What speaks against a reading, in identities that hold: one that breaks, a column or a labelled row nobody knows. */
const BROKEN = 3;
const UNKNOWN_COLUMN = 2;
const UNKNOWN_ROW = 1;

/** Identities that hold, less what speaks against the reading; −∞ where it shows no form that anybody knows. */
export function agreementOf(sheet: Sheet): number {
  if (!sheet.declaration) return Number.NEGATIVE_INFINITY;
  const states = equationsWithin(sheet).map((equation) => (isMute(equation) ? null : toCheck(equation).state));
  const count = (state: NonNullable<(typeof states)[number]>) => states.filter((each) => each === state).length;
  const columns = sheet.columns.filter((key) => !sheet.known.has(key)).length;
  // A table of one row names none.
  const labelled = sheet.table.rows.length > 1 ? sheet.table.rows : [];
  const rows = labelled.filter(({ code, concept }) => code === null && concept === null).length;
  return count('holds') + count('loose') - BROKEN * count('broken') - UNKNOWN_COLUMN * columns - UNKNOWN_ROW * rows;
}

/** One addend of many that is not certain to be the whole: in its right reading too a table may divide its sum otherwise. */
const isMute = ({ certain, parts }: Equation): boolean => !certain && parts.length === 1;
