/** How grave a break in a 绩效 table is: an error where the arithmetic leaves no other reading, a warning else. */
import type { AssessmentForm } from '../../../extractors/form.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { type Cause, isBeyondDoubt } from '../culprit/causes.js';
import { type Check, figuresIn } from '../identity/equation.js';
import { halfUnit, magnitude } from '../identity/interval.js';
import { cellOf, type Figure, isNonZero, isPrinted, powerOf, rowOf, type Sheet } from '../table/sheet.js';

/** Points beyond those of the indicators, or fewer: the total is not their sum alone. */
const EXTRA = /加分|减分|扣分|附加|奖励分/u;

/** Fewer addends are one amount and its total, which a line that is not printed may part. */
const FEWEST_PARTS = 2;

/**
 * A finding about a 绩效 table with its severity: less is known of its rows than of those of accounts, and a break is an error only where
 * everything that takes part is printed, more than roundings is missing, and something else shows that no row is.
 * @param checks all of the document
 * @param inferred indexes of the tables whose columns no rules show
 */
export function withAssessedSeverity(finding: Finding, cause: Cause, checks: readonly Check[], inferred: ReadonlySet<number>): Finding {
  const [sheet, ...others] = new Set(cause.checks.flatMap(figuresIn).map((figure) => figure.sheet));
  const declaration = sheet?.declaration;
  if (!sheet || declaration?.kind !== 'assessment' || others.length > 0 || finding.severity !== 'warning') return finding;
  const isSingle = cause.garbled === null && (cause.suspect === null || cause.suspect.kind === 'cell');
  const own = checks.filter((check) => check.equation.total[0]?.sheet === sheet);
  const isClear =
    isSingle &&
    finding.verdict !== 'reading' &&
    !inferred.has(sheet.index) &&
    !hasExtraPoints(sheet, declaration) &&
    cause.checks.every((check) => isWhole(check) && isBeyondRounding(check)) &&
    (isBeyondDoubt(cause) || cause.checks.every((check) => isOfAllRows(check, own)));
  return isClear ? { ...finding, severity: 'error' } : finding;
}

function hasExtraPoints({ table }: Sheet, { blocks: { indicators } }: AssessmentForm): boolean {
  const keys = [indicators.nameKey, ...indicators.carried.map(({ key }) => key)];
  return table.rows.some(({ name, cells }) => [name ?? '', ...keys.map((key) => cells[key]?.text ?? '')].some((text) => EXTRA.test(text)));
}

/** Everything that takes part is printed, in text. A blank is nothing only where the parts exceed the total without it. */
function isWhole({ equation, residual }: Check): boolean {
  const parts = equation.parts.map(({ figure }) => figure);
  const isTold = (figure: Figure) =>
    figure.kind === 'number' || figure.kind === 'dash' || (figure.kind === 'blank' && residual > 0n && figure.grains === 0n);
  return (
    equation.relation === '=' &&
    equation.total.every(isPrinted) &&
    parts.every(isTold) &&
    parts.filter(isNonZero).length >= FEWEST_PARTS &&
    [...equation.total, ...parts].every((figure) => cellOf(figure)?.method !== 'ocr')
  );
}

/** Last digits that are cut off are off by twice what rounding makes. Of points of other precisions the total or the parts may be rounded. */
function isBeyondRounding({ equation, residual, allowed, state }: Check): boolean {
  const total = Math.max(...equation.total.map(placesOfFigure));
  const finest = Math.max(...equation.parts.map(({ figure }) => placesOfFigure(figure)));
  const [first] = equation.total;
  const ofTotal = first !== undefined && total < finest ? 2n * halfUnit(total, powerOf(first.sheet, first.column)) : 0n;
  return state === 'broken' && total <= finest && magnitude(residual) > 2n * allowed + ofTotal;
}

const placesOfFigure = (figure: Figure): number => placesOf(cellOf(figure)?.value ?? '0');

/** Whether the parts are all there are, and no one of them is contained in another. */
function isOfAllRows(check: Check, own: readonly Check[]): boolean {
  const { total, parts } = check.equation;
  const columns = new Set(parts.map(({ figure }) => figure.column));
  const isOverRuns = total.some(({ column }) => !columns.has(column));
  if (isOverRuns) return isOnlyBrokenRun(check, own);
  return isPoints(check) ? isBesideOneThatHolds(check, own) : areAllSources(check, own);
}

const isPoints = ({ equation }: Check): boolean => equation.total.every(({ sheet, column }) => !sheet.money.has(column));

/** The same rows close in another column. */
const isBesideOneThatHolds = (check: Check, own: readonly Check[]): boolean =>
  own.some((other) => other !== check && other.state === 'holds' && areSameRows(check, other) && isTelling(other));

const isTelling = ({ equation }: Check): boolean => equation.parts.filter(({ figure }) => isNonZero(figure)).length >= FEWEST_PARTS;

function areSameRows(one: Check, other: Check): boolean {
  const rowsOf = ({ equation }: Check) => [equation.total[0]?.row, ...equation.parts.map(({ figure }) => figure.row)].join();
  return rowsOf(one) === rowsOf(other);
}

/** 财政拨款, 上年结转, 其他资金: each once, and none that would make up the difference by being a part of another. */
function areAllSources(check: Check, own: readonly Check[]): boolean {
  const { equation, residual } = check;
  const sources = equation.parts.map(({ figure }) => rowOf(figure)?.concept ?? null);
  const isKnown = sources.every((concept) => concept !== null) && new Set(sources).size === sources.length;
  const isContained = equation.parts.some(({ figure }) => isNonZero(figure) && figure.grains === residual);
  if (!isKnown || isContained) return false;
  return residual > 0n || sources.includes('performance/other') || isBesideOneThatHolds(check, own);
}

/** The sums of all other merged cells hold, and that of all rows does or is off by as much: no row is of another run. */
function isOnlyBrokenRun(check: Check, own: readonly Check[]): boolean {
  const { rule, parts, total } = check.equation;
  const runs = own.filter(({ equation }) => equation.total[0]?.column === total[0]?.column && equation.rule === rule);
  const inRuns = new Set(runs.flatMap(({ equation }) => equation.parts.map(({ figure }) => figure)));
  const all = own.find(({ equation }) => !runs.some((run) => run.equation === equation) && holdsAll(equation.parts, parts));
  const isBorneOut = all?.state === 'holds' || (all?.state === 'broken' && all.residual === check.residual);
  if (!all || !isBorneOut || runs.some((run) => run !== check && run.state !== 'holds')) return false;
  const outside = all.equation.parts.filter(({ figure }) => !inRuns.has(figure)).reduce((sum, { figure }) => sum + figure.grains, 0n);
  return outside === 0n || magnitude(outside) !== magnitude(check.residual);
}

const holdsAll = (parts: Check['equation']['parts'], some: Check['equation']['parts']): boolean =>
  some.every(({ figure }) => parts.some((part) => part.figure === figure));
