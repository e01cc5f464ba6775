import { sortBy } from '../../base/group.js';
import { type Check, figuresIn, termsOf } from '../identity/equation.js';
import { type Figure, isPrinted, type Sheet } from '../table/sheet.js';
import { cellSuspects } from './suspects/cells.js';
import { movedColumns } from './suspects/columns.js';
import { pairSuspects } from './suspects/pairs.js';
import { missingRows } from './suspects/rows.js';
import { byMerit, closing, meritOf, type Suspect } from './suspects/suspect.js';
import { wrongUnits } from './suspects/units.js';
import { isBroken, Trial } from './trial.js';

/** One root cause of broken checks. */
export interface Cause {
  /** The likeliest explanation; null where none is better than the contradiction itself. */
  readonly suspect: Suspect | null;
  /** The broken checks it explains, the one to quote first. */
  readonly checks: readonly Check[];
  /** Figures that would explain as much if they were wrong instead. */
  readonly rivals: readonly Figure[];
  /** The suspect is as likely as its rivals. */
  readonly isTie: boolean;
  /** The table that breaks everywhere: no single figure of it can be blamed, and none trusted. */
  readonly garbled: Sheet | null;
}

/** Doubtful causes in one table. More of them mean that it was misread as a whole, or printed so: none can be trusted. */
const MOST_DOUBTS = 2;

/** The fewest and likeliest mistakes that explain all broken checks, the one that explains most first. */
export function findCauses(checks: readonly Check[]): Cause[] {
  // In most documents nothing is broken.
  if (!checks.some(isBroken)) return [];
  const garbled: Sheet[] = [];
  while (true) {
    const found = causesBut(checks, garbled);
    if ('causes' in found) return found.causes;
    garbled.push(found.garbled);
  }
}

/** The causes of what breaks outside the garbled tables, each of which is a cause of its own; or one more garbled table. */
function causesBut(checks: readonly Check[], garbled: readonly Sheet[]): { causes: Cause[] } | { garbled: Sheet } {
  const trial = new Trial(checks);
  const broken = new Set(trial.broken);
  const causes = garbled.map((sheet) => garbledTable(sheet, trial));
  const doubts = new Map<Sheet, number>();
  while (trial.broken.size > 0) {
    const cause = nextCause(trial);
    const doubtful = isBeyondDoubt(cause) ? [] : [...sheetsOf(cause)];
    for (const sheet of doubtful) doubts.set(sheet, (doubts.get(sheet) ?? 0) + 1);
    const beyond = doubtful.filter((sheet) => (doubts.get(sheet) ?? 0) > MOST_DOUBTS);
    const [worst] = sortBy(beyond, (sheet) => [-shareBroken(sheet, checks, broken)]);
    if (worst) return { garbled: worst };
    causes.push(cause);
    trial.explain(cause.checks);
    if (cause.suspect && isSettled(cause)) trial.apply(cause.suspect.corrections);
  }
  return { causes };
}

/** The share of a table's checks that are broken: of two tables that contradict each other, the one that the others bear out has the less. */
function shareBroken(sheet: Sheet, checks: readonly Check[], broken: ReadonlySet<Check>): number {
  const own = checks.filter((check) => figuresIn(check).some((figure) => figure.sheet === sheet));
  return own.filter((check) => broken.has(check)).length / own.length;
}

/** The culprit's table, or every table that takes part. */
function sheetsOf({ suspect, checks }: Cause): Iterable<Sheet> {
  const culprit = suspect?.corrections[0]?.figure;
  return culprit ? [culprit.sheet] : new Set(checks.flatMap(figuresIn).map((figure) => figure.sheet));
}

function garbledTable(sheet: Sheet, trial: Trial): Cause {
  const checks = [...trial.broken].filter((check) => figuresIn(check).some((figure) => figure.sheet === sheet));
  trial.explain(checks);
  return { suspect: null, checks, rivals: [], isTie: false, garbled: sheet };
}

function nextCause(trial: Trial): Cause {
  const [best, ...others] = allSuspects(trial).sort(byMerit);
  if (!best || meritOf(best) <= 0) return { suspect: null, checks: sameRows(trial.broken), rivals: [], isTie: false, garbled: null };
  const missing = missingRow(best, others, trial);
  if (missing) return { suspect: missing, checks: quotable(best, trial), rivals: [], isTie: false, garbled: null };
  const rivals = best.kind === 'cell' ? others.filter((other) => isRival(other, best)) : [];
  const isTie = best.plausibility <= 0 && rivals.some((rival) => rival.plausibility === best.plausibility);
  return { suspect: best, checks: quotable(best, trial), rivals: rivals.flatMap(figuresOf), isTie, garbled: null };
}

function allSuspects(trial: Trial): Suspect[] {
  const cells = cellSuspects(trial);
  const simple = [...cells, ...wrongUnits(trial)];
  // One figure that explains everything is not bettered by two.
  if (cells.some(({ mended, broken }) => mended.length === trial.broken.size && broken.length === 0)) return simple;
  return [...simple, ...missingRows(trial), ...pairSuspects(cells, trial), ...movedColumns(trial)];
}

/** The first broken check, and those of its rule over other columns of the same rows. */
function sameRows(broken: Iterable<Check>): readonly Check[] {
  const [first, ...others] = broken;
  if (!first) return [];
  const rowsOf = ({ equation }: Check) =>
    termsOf(equation)
      .map(({ figure }) => `${figure.sheet.index} ${figure.row}`)
      .join();
  return [first, ...others.filter((check) => check.equation.rule === first.equation.rule && rowsOf(check) === rowsOf(first))];
}

/**
 * A sum that lacks something, for which several cells that print nothing could make up alike: none is likelier than the others, but a row
 * of the sum may be missing. Null where it is otherwise.
 */
function missingRow(best: Suspect, others: readonly Suspect[], trial: Trial): Suspect | null {
  const isEqual = (other: Suspect) => meritOf(other) === meritOf(best) && other.broken.length === best.broken.length;
  if (!saysNothing(best, trial) || !others.some((other) => saysNothing(other, trial) && isEqual(other))) return null;
  const [first] = quotable(best, trial);
  const lacks = first !== undefined && first.equation.parts.length > 1 && trial.residualOf(first) < 0n;
  return lacks ? { kind: 'missing-row', corrections: [], mended: best.mended, broken: [], plausibility: 0 } : null;
}

/** A blank, a dash or 0 where no check says that a figure should stand. */
const saysNothing = (suspect: Suspect, trial: Trial): boolean =>
  suspect.kind === 'cell' && figuresOf(suspect).every((figure) => figure.grains === 0n && !trial.isExpected(figure));

/** A single printed figure that explains just as much, of the same checks: what breaks elsewhere has a cause of its own. */
const isRival = (other: Suspect, best: Suspect): boolean =>
  other.kind === 'cell' &&
  other.mended.some((check) => best.mended.includes(check)) &&
  meritOf(other) === meritOf(best) &&
  other.broken.length === best.broken.length &&
  figuresOf(other).every(isPrinted);

const figuresOf = ({ corrections }: Suspect): readonly Figure[] => corrections.map((c) => c.figure);

/**
 * The check that explains it best first: the one that asks for the very value, then one of the same table, one whose total the culprit
 * is, and the one with the fewest figures.
 */
function quotable({ corrections, mended }: Suspect, trial: Trial): readonly Check[] {
  const [first] = corrections;
  if (!first) return mended;
  const { figure, expected } = first;
  const ranks = (check: Check): readonly number[] => [
    Number(closing(check, figure, trial) !== expected),
    Number(figuresIn(check).some((other) => other.sheet !== figure.sheet)),
    Number(!check.equation.total.includes(figure)),
    check.equation.parts.length,
  ];
  return sortBy(mended, ranks);
}

/** The culprit is known: nothing else explains as much, and correcting it contradicts nothing. */
export const isSettled = ({ suspect, rivals }: Cause): boolean =>
  suspect !== null && suspect.kind !== 'missing-row' && suspect.broken.length === 0 && rivals.length === 0;

/** More sums ask for the corrections than there are corrections: the other figures of those sums are cleared. */
export const isBeyondDoubt = (cause: Cause): boolean =>
  isSettled(cause) && cause.checks.filter((check) => check.equation.relation === '=').length > (cause.suspect?.corrections.length ?? 0);
