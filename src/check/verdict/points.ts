import { Decimal } from 'decimal.js';
import type { Points } from '../../../extractors/form.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { placesOf } from '../../base/money.js';
import { plainDigits, squeeze } from '../../base/text.js';
import { type Count, count } from '../prose/quantity.js';
import { cellOf, type Figure, figureAt, type Sheet } from '../table/sheet.js';
import { RATE, type WrongRate } from './ratios.js';
import { cellPlace, labelOfColumn, placeOf } from './wording.js';

/** Percent. Who spends more gets no more than full marks. */
const ALL = 100;

/**
 * Points that are not full marks times the printed rate: a hint each, for points may be given otherwise.
 * @param wrong rates that are wrong themselves: they are told already
 */
export function oddPoints(sheet: Sheet, wrong: readonly WrongRate[]): Finding[] {
  const points = sheet.declaration?.points;
  if (!points) return [];
  const isTold = (row: number) => wrong.some((each) => each.row === row && each.column === points.rate);
  return sheet.table.rows.flatMap((_, row) => (isTold(row) ? [] : (oddPoint(sheet, row, points) ?? [])));
}

function oddPoint(sheet: Sheet, row: number, { score, of, rate, rule }: Points): Finding | null {
  const figures = { given: figureAt(sheet, row, score), full: figureAt(sheet, row, of), share: figureAt(sheet, row, rate) };
  const [given, full, share] = [pointsOf(figures.given), pointsOf(figures.full), percentOf(figures.share)];
  if (!given || !full || !share) return null;
  const expected = full.value.times(Decimal.min(ALL, share.value)).div(ALL);
  // The last digit of each may be rounded or cut off.
  const tolerance = given.step.plus(full.value.times(share.step).div(ALL));
  const difference = given.value.minus(expected);
  if (difference.abs().lte(tolerance)) return null;
  const places = Math.max(2, placesOf(given.digits));
  const made = `${labelOfColumn(figures.full)}${full.digits}与${labelOfColumn(figures.share)}${share.digits}%`;
  return {
    rule: rule.id,
    severity: 'info',
    verdict: 'unknown',
    message: `${placeOf(figures.given)}印为${given.digits}，按${made}折算为${expected.toFixed(places)}；评分办法另有规定的不计。`,
    expected: expected.toFixed(places),
    found: given.digits,
    difference: difference.toFixed(places),
    tolerance: tolerance.toFixed(),
    cells: [figures.given, figures.full, figures.share].map(cellPlace),
  };
}

/** A number of points, null where none is printed. */
function pointsOf(figure: Figure): Count | null {
  const value = cellOf(figure)?.value;
  return value == null ? null : count(value, '分');
}

/** A percentage with its sign, null where none is printed. */
function percentOf(figure: Figure): Count | null {
  const [, digits, sign] = RATE.exec(plainDigits(squeeze(cellOf(figure)?.text ?? ''))) ?? [];
  return digits === undefined || sign === '' ? null : count(digits.replaceAll(',', ''), '%');
}
