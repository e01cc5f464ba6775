import { groupBy } from '../../../base/group.js';
import { type Check, figuresIn } from '../../identity/equation.js';
import { magnitude } from '../../identity/interval.js';
import { type Figure, isPrinted } from '../../table/sheet.js';
import type { Trial } from '../trial.js';
import type { Suspect } from './suspect.js';

/** One column alone does not tell a missing row from a wrong figure. */
const FEWEST_COLUMNS = 2;

/**
 * A row that is missing from its sum: several columns of one total lack something, and the row of the total itself adds up. The same
 * row is then missing from every other sum over those columns that lacks the same.
 */
export function missingRows(trial: Trial): Suspect[] {
  const sums = [...trial.broken].filter((check) => check.equation.rowsOf !== null && check.equation.relation === '=');
  return [...groupBy(sums, totalRowOf)].flatMap(([key, checks]) => (key === null ? [] : missingRow(checks, sums, trial)));
}

/** The total's row where it stands in the same table as its parts. */
function totalRowOf({ equation: { total, rowsOf } }: Check): string | null {
  const [figure] = total;
  return figure && rowsOf?.sheet === figure.sheet && figure.row !== null ? `${figure.sheet.index} ${figure.row}` : null;
}

function missingRow(checks: readonly Check[], sums: readonly Check[], trial: Trial): Suspect[] {
  const lacking = new Map(checks.map((check) => [columnOf(check), -trial.residualOf(check)]));
  const sheet = checks[0]?.equation.rowsOf?.sheet;
  const isWhole = lacking.size >= FEWEST_COLUMNS && [...lacking.values()].every((amount) => amount > 0n);
  if (!isWhole || !checks.every((check) => check.equation.total.every(isPrinted))) return [];
  if (totals(checks).some((total) => trial.checksOf(total).some((check) => trial.broken.has(check) && isAcross(check)))) return [];
  const mended = sums.filter((check) => {
    const amount = check.equation.rowsOf?.sheet === sheet ? lacking.get(columnOf(check)) : undefined;
    return amount !== undefined && magnitude(trial.residualOf(check) + amount) <= check.allowed;
  });
  return [{ kind: 'missing-row', corrections: [], mended, broken: [], plausibility: 0 }];
}

const columnOf = (check: Check) => check.equation.rowsOf?.column ?? '';

const totals = (checks: readonly Check[]): readonly Figure[] => checks.flatMap((check) => check.equation.total);

/** A sum within one row. */
const isAcross = (check: Check) => check.equation.rowsOf === null && new Set(figuresIn(check).map((f) => f.row)).size === 1;
