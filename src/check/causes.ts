import { Bench } from './bench.js';
import { type Check, termsOf } from './equation.js';
import { type Figure, isPrinted } from './figures.js';
import { groupBy, sortBy } from './group.js';
import { cellSuspects } from './suspects/cells.js';
import { swappedColumns } from './suspects/columns.js';
import { pairSuspects } from './suspects/pairs.js';
import { missingRows } from './suspects/rows.js';
import { byMerit, closing, meritOf, type Suspect } from './suspects/suspect.js';
import { wrongUnits } from './suspects/units.js';

/** One root cause of broken checks. */
export interface Cause {
  /** The likeliest explanation; null where none is better than the contradiction itself. */
  readonly suspect: Suspect | null;
  /** The broken checks it explains, the one to quote first. */
  readonly checks: readonly Check[];
  /** Figures that would explain as much if they were wrong instead. */
  readonly rivals: readonly Figure[];
  /** Nothing but chance put the suspect before its rivals. */
  readonly isToss: boolean;
}

/** A document with more broken checks than this was misread as a whole: they are named table by table, not one by one. */
const MOST_EXPLAINED = 200;
/** Causes sought one by one, for the same reason. */
const MOST_CAUSES = 40;

/** The fewest and likeliest mistakes that explain all broken checks, the one that explains most first. */
export function findCauses(checks: readonly Check[]): Cause[] {
  const bench = new Bench(checks);
  const causes: Cause[] = [];
  while (bench.broken.size > 0 && bench.broken.size <= MOST_EXPLAINED && causes.length < MOST_CAUSES) {
    const cause = nextCause(bench);
    causes.push(cause);
    bench.explain(cause.checks);
    if (cause.suspect && isSettled(cause)) bench.apply(cause.suspect.corrections);
  }
  return [...causes, ...byTable(bench.broken)];
}

function nextCause(bench: Bench): Cause {
  const cells = cellSuspects(bench);
  const suspects = [...cells, ...missingRows(bench), ...pairSuspects(cells, bench), ...swappedColumns(bench), ...wrongUnits(bench)];
  const [best, ...others] = suspects.sort(byMerit);
  if (!best || meritOf(best) <= 0) return { suspect: null, checks: [...bench.broken].slice(0, 1), rivals: [], isToss: false };
  const rivals = best.kind === 'cell' ? others.filter((other) => isRival(other, best)) : [];
  const isToss = rivals.some((rival) => rival.plausibility === best.plausibility);
  return { suspect: best, checks: quotable(best, bench), rivals: rivals.flatMap(figuresOf), isToss };
}

/** A single printed figure that explains just as much. */
const isRival = (other: Suspect, best: Suspect): boolean =>
  other.kind === 'cell' &&
  meritOf(other) === meritOf(best) &&
  other.broken.length === best.broken.length &&
  figuresOf(other).every(isPrinted);

const figuresOf = ({ corrections }: Suspect): readonly Figure[] => corrections.map((c) => c.figure);

/**
 * The check that says it best first: the one that asks for the very value, then one of the same table, one whose total the culprit
 * is, and the one with the fewest figures.
 */
function quotable({ corrections, mended }: Suspect, bench: Bench): readonly Check[] {
  const [first] = corrections;
  if (!first) return mended;
  const { figure, expected } = first;
  const ranks = (check: Check): readonly number[] => [
    Number(closing(check, figure, bench) !== expected),
    Number(termsOf(check.equation).some((t) => t.figure.sheet !== figure.sheet)),
    Number(!check.equation.total.includes(figure)),
    check.equation.parts.length,
  ];
  return sortBy(mended, ranks);
}

/** The culprit is known: nothing else explains as much, and correcting it contradicts nothing. */
export const isSettled = ({ suspect, rivals }: Cause): boolean =>
  suspect !== null && suspect.kind !== 'missing-row' && suspect.broken.length === 0 && rivals.length === 0;

/** What is left in a document that contradicts itself everywhere: one cause for each table. */
function byTable(broken: Iterable<Check>): Cause[] {
  const groups = groupBy(broken, (check) => check.equation.total[0]?.sheet.index);
  return [...groups.values()].map((checks) => ({ suspect: null, checks, rivals: [], isToss: false }));
}
