import type { CarriedFigure } from '../../../extractors/across.js';
import { type DocumentFamily, formName } from '../../../extractors/family.js';
import { groupBy } from '../../base/group.js';
import type { KeyFigure } from '../store/across.js';
import type { ArchivedDocument } from '../store/documents.js';
import { compareAmounts, inUnit, type PrintedAmount, printedAmount } from './amounts.js';
import type { StoreFinding } from './finding.js';
import { findKeyFigure, type KeyFigures } from './key-figures.js';

/**
 * CARRIED-FORWARD: what a year ends with against what the next begins with, where both are printed. An account may be adjusted in between: a
 * warning.
 */
export function carriedForward(documents: readonly ArchivedDocument[], figures: KeyFigures, family: DocumentFamily): StoreFinding[] {
  const accounts = documents.filter(({ department, year }) => department !== null && year !== null);
  const byYear = groupBy(accounts, ({ kind, department, region_code, year }) => JSON.stringify([kind, department, region_code, year]));
  return accounts.flatMap((before) => {
    if (before.year === null) return [];
    const next = byYear.get(JSON.stringify([before.kind, before.department, before.region_code, before.year + 1])) ?? [];
    return next.flatMap((after) =>
      (family.across?.carried ?? []).flatMap((carried) => compareYears(before, after, carried, figures, family)),
    );
  });
}

function compareYears(
  before: ArchivedDocument,
  after: ArchivedDocument,
  { form, closing, opening }: CarriedFigure,
  figures: KeyFigures,
  family: DocumentFamily,
): StoreFinding[] {
  const printed = [findKeyFigure(figures, before, { form, ...closing }), findKeyFigure(figures, after, { form, ...opening })] as const;
  const [end, start] = printed.map((figure) => figure && printedAmount(figure));
  const compared = end && start && compareAmounts(end, start);
  if (!compared || compared.kind === 'equal') return [];
  const isRounding = compared.kind === 'rounding';
  const difference = inUnit(compared.difference, start.unit);
  return [
    {
      rule: 'CARRIED-FORWARD',
      severity: isRounding ? 'info' : 'warning',
      verdict: isRounding ? 'rounding' : printed.every(isProved) ? 'publisher' : 'unknown',
      message:
        `${after.department}《${formName(form, [family])}》${before.year}年度${closing.words}印为${end.value}${end.unit}，` +
        `${after.year}年度${opening.words}印为${start.value}${start.unit}，相差${difference}${start.unit}。`,
      department: after.department,
      year: after.year,
      form,
      concept: opening.concept,
      column: opening.column,
      found: start.value,
      expected: end.unit === start.unit ? end.value : inOtherUnit(end, start),
      difference,
      documents: [after, before],
    },
  ];
}

const isProved = (figure: KeyFigure | undefined) => figure?.status === 'proved';

function inOtherUnit(amount: PrintedAmount, { unit }: PrintedAmount): string {
  const { difference } = compareAmounts(amount, { value: '0', unit });
  return `${amount.value.startsWith('-') ? '-' : ''}${inUnit(difference, unit)}`;
}
