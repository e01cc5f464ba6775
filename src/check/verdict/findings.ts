import { UNIT_PLAUSIBLE } from '../../../extractors/shared/rules.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { sortBy } from '../../base/group.js';
import { at, must } from '../../base/invariant.js';
import { firstPageOf } from '../../model/table-pages.js';
import { type Cause, isSettled } from '../culprit/causes.js';
import { type Likeness, likenessOf } from '../culprit/likeness.js';
import type { Suspect, SuspectUnit } from '../culprit/suspects/suspect.js';
import type { FigureCorrection } from '../culprit/trial.js';
import { type Check, type Equation, figuresIn, termsOf } from '../identity/equation.js';
import { magnitude, toDecimal } from '../identity/interval.js';
import { cellOf, type Figure, isPrinted, powerOf, type Sheet } from '../table/sheet.js';
import {
  amountBeside,
  cellPlace,
  decimalBeside,
  differenceOf,
  labelOfColumn,
  opinionOf,
  pageOf,
  placeOf,
  printOf,
  titleOf,
} from './wording.js';

/** One finding for each root cause. */
export function causeToFinding(cause: Cause): Finding {
  if (cause.garbled) return garbledFinding(cause, cause.garbled);
  switch (cause.suspect?.kind) {
    case 'cell':
    case 'pair':
      return figureFinding(cause, cause.suspect);
    case 'missing-row':
      return missingRowFinding(cause);
    case 'columns':
      return columnsFinding(cause, cause.suspect);
    case 'unit':
      return unitFinding(cause, cause.suspect);
    default:
      return contradictionFinding(cause);
  }
}

/**
 * One quantity that is printed twice, a unit of the last place apart: where both have as many decimals rounding explains it, as it does a
 * tail within a table. Amounts to the 分 were never rounded, and of two precisions the finer shows what the other should be.
 */
export function nearFinding(check: Check): Finding {
  const figures = figuresIn(check).filter(isPrinted);
  const isRounded = figures.every(({ exact, ownHalf }) => !exact && ownHalf === at(figures, 0).ownHalf);
  return isRounded ? roundingFinding(check) : { ...checkFinding(check), severity: 'warning', verdict: 'publisher' };
}

/** A difference that rounding explains. */
export const roundingFinding = (check: Check): Finding => {
  const finding = checkFinding(check, '，在四舍五入的尾差之内');
  return { ...finding, severity: 'info', verdict: 'rounding' };
};

/** The total against its parts, without a culprit. */
function checkFinding(check: Check, remark = ''): Finding {
  const lead = leadOf(check);
  return {
    rule: check.equation.rule,
    severity: check.equation.severity,
    verdict: 'unknown',
    message: `${sentence(check, lead)}${remark}。`,
    ...numbers(check, lead),
    cells: cellsOf([lead.figure], [check]),
  };
}

/** The total, and what its parts make it. */
function leadOf({ equation, residual }: Check): FigureCorrection {
  const figure = at(equation.total, 0);
  return { figure, expected: figure.grains + residual };
}

const contradictionFinding = ({ checks }: Cause): Finding => {
  const check = at(checks, 0);
  return checkFinding(check, check.equation.relation === '≤' || isMissing(check) ? '' : '，尚不能判定何处有误');
};

function figureFinding(cause: Cause, suspect: Suspect): Finding {
  const { checks, isTie } = cause;
  const check = at(checks, 0);
  const [first, second] = suspect.corrections;
  const correction = must(first, 'the correction of a suspect figure');
  if (isTie) return { ...checkFinding(check, '，尚不能判定何处有误'), severity: worstOf(checks), cells: cellsOf([], checks) };
  const remarks = [
    slipOf(correction),
    second ? `；同行${labelOfColumn(second.figure)}${printOf(second.figure)}，应为${amountBeside(second.figure, second.expected)}` : '',
    !second && checks.length > 1 ? `，另有${checks.length - 1}处勾稽关系同样指向此数` : '',
  ];
  return {
    rule: check.equation.rule,
    severity: worstOf(checks),
    verdict: verdictOf(cause, correction),
    message: `${sentence(check, correction)}${remarks.join('')}。`,
    ...numbers(check, correction),
    cells: cellsOf(
      suspect.corrections.map((c) => c.figure),
      checks,
    ),
  };
}

function sentence(check: Check, { figure, expected }: FigureCorrection): string {
  const opinion = ownOpinion(check, figure, expected);
  const parts = [`${placeOf(figure)}${printOf(figure)}`, opinionOf(check, figure, opinion)];
  return [...parts, ...(isMissing(check) ? [] : [differenceOf(figure, opinion)])].join('，');
}

/** A code that another table lacks: there is no sum to differ from. */
const isMissing = ({ equation }: Check): boolean => equation.parts.length === 0;

/** What this very check asks for, where it says the same but for roundings; after other corrections it may ask for something else. */
function ownOpinion({ equation, residual, allowed }: Check, figure: Figure, expected: bigint): bigint {
  const { sign } = must(
    termsOf(equation).find((t) => t.figure === figure),
    'the figure of a check',
  );
  const own = figure.grains - sign * residual;
  return magnitude(own - expected) <= allowed ? own : expected;
}

function numbers(check: Check, { figure, expected }: FigureCorrection): Pick<Finding, 'expected' | 'found' | 'difference' | 'tolerance'> {
  const power = powerOf(figure.sheet, figure.column);
  return {
    expected: check.equation.relation === '≤' || isMissing(check) ? null : decimalBeside(figure, expected),
    found: cellOf(figure)?.value ?? null,
    difference: isMissing(check) ? null : decimalBeside(figure, magnitude(figure.grains - expected)),
    tolerance: toDecimal(check.allowed, power, 0),
  };
}

/**
 * Glyphs of a text are certain: then the print contradicts itself. A lost sign or lost digits are ours, and so is a digit that OCR
 * took for another.
 */
function verdictOf(cause: Cause, { figure, expected }: FigureCorrection): Finding['verdict'] {
  if (!isSettled(cause) && cause.rivals.length === 0) return 'unknown';
  const cell = cellOf(figure);
  const likeness = cell?.value == null ? null : likenessOf(cell.value, decimalBeside(figure, expected));
  if (likeness === 'sign' || likeness === 'cut') return 'reading';
  if (cell?.method === 'ocr') return likeness === null ? 'unknown' : 'reading';
  return 'publisher';
}

/** How the print comes to be wrong, where it shows. */
const SLIPS: Readonly<Partial<Record<Likeness, string>>> = {
  sign: '，疑漏印负号',
  point: '，疑为小数点错位',
  neighbours: '，疑为数字颠倒',
  swapped: '，疑为两位数字互换',
};

function slipOf({ figure, expected }: FigureCorrection): string {
  const cell = cellOf(figure);
  const likeness = cell?.value == null || cell.method === 'ocr' ? null : likenessOf(cell.value, decimalBeside(figure, expected));
  return (likeness && SLIPS[likeness]) ?? '';
}

function missingRowFinding({ checks }: Cause): Finding {
  const [first, ...more] = checks;
  const check = must(first, 'the check of a cause');
  const lead = check.equation.total[0];
  const others = more.filter((c) => c.equation.total[0]?.row === lead?.row && c.equation.total[0]?.sheet === lead?.sheet);
  const columns = others.flatMap(({ equation, residual }) => {
    const [total] = equation.total;
    return total ? [`${labelOfColumn(total)}少${amountBeside(total, magnitude(residual))}`] : [];
  });
  const finding = checkFinding(check, `${columns.length > 0 ? `；${columns.join('、')}` : ''}，可能缺少一行`);
  return { ...finding, severity: worstOf(checks), verdict: 'unknown', cells: cellsOf(totalsOf(checks), checks) };
}

const totalsOf = (checks: readonly Check[]) => checks.flatMap(({ equation }) => equation.total);

function columnsFinding({ checks }: Cause, { corrections }: Suspect): Finding {
  const figures = corrections.map((c) => c.figure);
  const first = at(figures, 0);
  const check = at(checks, 0);
  const names = new Map(figures.map((figure) => [figure.column, labelOfColumn(figure)]));
  const columns = first.sheet.columns.flatMap((key) => names.get(key) ?? []).join('、');
  return {
    rule: check.equation.rule,
    severity: worstOf(checks),
    verdict: new Set(figures.map((figure) => figure.row)).size > 1 ? 'reading' : 'unknown',
    message: `第${pageOf(first)}页${titleOf(first.sheet)}${columns}各栏疑似错位：移正后${checks.length}处不符的勾稽关系成立。`,
    cells: cellsOf(figures, checks),
  };
}

function unitFinding({ checks }: Cause, { corrections, unit }: SuspectUnit): Finding {
  const { figure } = at(corrections, 0);
  const { sheet } = figure;
  const page = pageOf(figure);
  return {
    rule: UNIT_PLAUSIBLE.id,
    severity: 'error',
    verdict: 'publisher',
    message: `第${page}页${titleOf(sheet)}单位为${sheet.table.unit ?? '（未印）'}，与其他各表相差若干个数量级，按${unit}计则相符。`,
    expected: null,
    found: null,
    cells: [{ table: sheet.index, row: null, column: null, page, box: null }, ...cellsOf([], checks)],
  };
}

/** A table that contradicts itself everywhere is named as a whole; so is one that agrees with itself and not with the others. */
function garbledFinding({ checks }: Cause, sheet: Sheet): Finding {
  const own = (check: Check) => figuresIn(check).filter((figure) => figure.sheet === sheet && isPrinted(figure));
  const isWithin = checks.some((check) => figuresIn(check).every((figure) => figure.sheet === sheet));
  // What all of it makes is what people look for first.
  const isOfTotal = (check: Check) => own(check).some(({ row }) => row !== null && sheet.outline.totals.includes(row));
  const ordered = sortBy(checks, (check) => [Number(!isOfTotal(check))]);
  const first = at(ordered, 0);
  const said = isWithin
    ? `有${checks.length}处勾稽关系不符，不能归于个别数字，请对照原件核对全表。`
    : `自身各数相符，与其他表有${checks.length}处不符：${sentence(first, leadOf(first))}。`;
  return {
    rule: first.equation.rule,
    severity: worstOf(checks),
    verdict: 'unknown',
    message: `第${firstPageOf(sheet.table)}页${titleOf(sheet)}${said}`,
    cells: cellsOf(ordered.flatMap(own), ordered),
  };
}

const worstOf = (checks: readonly Check[]): Equation['severity'] =>
  checks.some((check) => check.equation.severity === 'error') ? 'error' : 'warning';

/** The culprits, then every printed figure of the checks. */
function cellsOf(first: readonly Figure[], checks: readonly Check[]): Finding['cells'] {
  const printed = checks.flatMap(figuresIn).filter(isPrinted);
  return [...new Set([...first, ...printed])].map(cellPlace);
}
