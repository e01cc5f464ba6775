import { type Figure, isNonZero, isPrinted, type Sheet } from '../table/sheet.js';
import { greatest, isLikely, magnitude, sumOf, type Tolerance, toleranceOf } from './interval.js';

/** One figure of an equation, added or taken away. */
export interface Term {
  readonly figure: Figure;
  readonly sign: 1n | -1n;
  /** A figure should stand here: where the place is blank, one is likely missing. */
  readonly isExpected?: true;
}

/** An identity over the cells of one document: the sum of `parts` is (or, for ≤, does not exceed) the sum of `total`. */
export interface Equation {
  /** The rule's id. */
  readonly rule: string;
  readonly relation: '=' | '≤';
  /** What the identity speaks of; mostly one figure. */
  readonly total: readonly Figure[];
  readonly parts: readonly Term[];
  /** One quantity printed in two places: equal to the shorter precision, no rounding of addends explains a difference. */
  readonly twice: boolean;
  /** Whether a break accuses anyone. Where something unknown stands in the way, an identity that holds still proves, a broken one is mute. */
  readonly certain: boolean;
  /** Its parts are those of several candidates that close: what was chosen for closing proves nothing. */
  readonly chosen: boolean;
  /** What is no part of it here, but would be of the same identity in the print of others. */
  readonly uncounted: readonly Term[];
  /** How bad a break is. */
  readonly severity: 'error' | 'warning';
  /** The parts are rows of this column: a row missing there is missing here. */
  readonly rowsOf: { readonly sheet: Sheet; readonly column: string } | null;
  /** What the total always is, in its own unit (full marks); null where it may be anything. */
  readonly usual: string | null;
  /** What the total is in the words of a message, where the rule has words of its own for it. */
  readonly inWords: string | null;
}

/** What is said of an equation; of the rest it is as most are. */
export type EquationSketch = Pick<Equation, 'total' | 'parts'> & Partial<Omit<Equation, 'rule' | 'severity'>>;

/** @param rule its id */
export const toEquation = (
  rule: string,
  severity: Equation['severity'],
  {
    relation = '=',
    total,
    parts,
    twice = false,
    certain = true,
    chosen = false,
    uncounted = [],
    rowsOf = null,
    usual = null,
    inWords = null,
  }: EquationSketch,
): Equation => ({ rule, relation, total, parts, twice, certain, chosen, uncounted, severity, rowsOf, usual, inWords });

/**
 * `holds`: to the printed precision · `loose`: only when values with fewer decimals are taken by their own digits · `near`: within
 * the roundings where nothing was rounded: one quantity printed twice and a unit of the last place apart, or amounts to the 分 · `broken` · `undecidable`: a cell is unreadable · `void`: nothing is printed.
 */
type State = 'holds' | 'loose' | 'near' | 'broken' | 'undecidable' | 'void';

/** An equation worked out. */
export interface Check {
  readonly equation: Equation;
  /** Parts less total, in grains. */
  readonly residual: bigint;
  readonly tolerance: Tolerance;
  /** The widest difference that is no contradiction. */
  readonly allowed: bigint;
  readonly state: State;
}

/** All its figures, the total first. */
export const termsOf = ({ total, parts }: Equation): readonly Term[] => [...total.map((figure): Term => ({ figure, sign: -1n })), ...parts];

/** All figures of a check, the total first. */
export const figuresIn = ({ equation }: Check): readonly Figure[] => [...equation.total, ...equation.parts.map((term) => term.figure)];

/** Blanks and dashes alone make no equation. */
export const hasPrint = ({ total, parts }: Equation): boolean => total.some(isPrinted) || parts.some((term) => isPrinted(term.figure));

export function toCheck(equation: Equation): Check {
  const terms = termsOf(equation);
  const printed: Figure[] = [];
  const filled: Term[] = [];
  let residual = 0n;
  for (const term of terms) {
    const { figure, sign } = term;
    if (isPrinted(figure)) printed.push(figure);
    if (!isNonZero(figure)) continue;
    filled.push(term);
    residual = sign > 0n ? residual + figure.grains : residual - figure.grains;
  }
  const [first, second] = filled;
  // A sum of one addend beside blanks and zeros is that addend printed again.
  const alone = equation.relation === '=' && first && second && filled.length === 2 && first.sign !== second.sign ? [first, second] : null;
  const twice = equation.twice || alone !== null;
  const measured = alone?.map((term) => term.figure) ?? printed;
  const [halves, ownHalves] = [measured.map((f) => f.half), measured.map((f) => f.ownHalf)];
  const tolerance = toleranceOf(twice ? shorter(halves) : halves);
  const allowed = sumOf(twice ? shorter(ownHalves) : ownHalves);
  const state = terms.some((term) => term.figure.kind === 'unreadable')
    ? 'undecidable'
    : printed.some(isNonZero)
      ? stateOf(equation.relation, twice, residual, tolerance, allowed, printed)
      : 'void';
  return { equation, residual, tolerance, allowed, state };
}

/** Two prints of one quantity with as many decimals are equal; where one has fewer, the other lies within its half unit. */
function shorter(halves: readonly bigint[]): readonly bigint[] {
  const longest = greatest(halves);
  return halves.every((half) => half === longest) ? [] : [longest];
}

function stateOf(
  relation: Equation['relation'],
  twice: boolean,
  residual: bigint,
  { worst }: Tolerance,
  allowed: bigint,
  printed: readonly Figure[],
): State {
  const difference = relation === '≤' ? (residual > 0n ? residual : 0n) : magnitude(residual);
  if (difference > allowed) return twice && printed.length > 1 && difference <= unitOfLastPlace(printed) ? 'near' : 'broken';
  if (difference > 0n && printed.every((figure) => figure.exact)) return 'near';
  return difference <= worst ? 'holds' : 'loose';
}

/** In grains, of the print with the fewest decimals. */
const unitOfLastPlace = (printed: readonly Figure[]): bigint => 2n * greatest(printed.map((f) => f.ownHalf));

/** The equation would be broken if its residual were another. */
export function breaksAt({ equation, allowed, state }: Check, residual: bigint): boolean {
  if (state === 'undecidable') return false;
  return equation.relation === '≤' ? residual > allowed : magnitude(residual) > allowed;
}

/** A difference that is printed, but explained by rounding. */
export const isRounding = ({ equation, residual, state }: Check): boolean =>
  !equation.twice && equation.relation === '=' && residual !== 0n && (state === 'holds' || state === 'loose');

/**
 * Does this check vouch for a figure in it? Another figure is printed and not zero, the roundings need not all point one way, and the
 * figure is large enough to be missed: 0 = 0 + 0 says nothing, and neither does a sum about an addend smaller than its roundings.
 */
export function vouchesFor({ equation, residual, tolerance, state }: Check, figure: Figure): boolean {
  if (state !== 'holds' || equation.relation !== '=' || equation.chosen || !isPrinted(figure)) return false;
  if (!isLikely(residual, tolerance)) return false;
  // Where the sum is off by a rounding, a zero may stand for that much.
  if (isNonZero(figure) ? isLikely(figure.grains, tolerance) : residual !== 0n) return false;
  const isOther = (other: Figure) => other !== figure && isNonZero(other);
  return equation.total.some(isOther) || equation.parts.some((term) => isOther(term.figure));
}
