import type { NamedFigure } from '../../../extractors/across.js';
import { type DocumentFamily, formName } from '../../../extractors/family.js';
import { compareAmounts, inUnit, printedAmount, yuanOf } from './amounts.js';
import type { ComparedDocument } from './compared.js';
import type { StoreFinding } from './finding.js';
import { findKeyFigure, type KeyFigures } from './key-figures.js';
import { unitsFound } from './units-found.js';

/**
 * UNIT-EXCEEDS: a unit whose figure is greater than the same figure of its department, which holds it. One of the two is wrong, whether or not
 * the other units are there.
 */
export function unitExceeds(documents: readonly ComparedDocument[], figures: KeyFigures, family: DocumentFamily): StoreFinding[] {
  const { across } = family;
  if (across === null) return [];
  return unitsFound(documents, across.units).flatMap(({ department, present }) =>
    present.flatMap((unit) =>
      Object.values(across.beside.figures).flatMap((figure) => exceeding(unit, department, figure, figures, family)),
    ),
  );
}

function exceeding(
  unit: ComparedDocument,
  department: ComparedDocument,
  { words, places }: NamedFigure,
  figures: KeyFigures,
  family: DocumentFamily,
): StoreFinding[] {
  const [part, whole] = [findKeyFigure(figures, unit, places), findKeyFigure(figures, department, places)];
  const [partAmount, wholeAmount] = [part && printedAmount(part), whole && printedAmount(whole)];
  if (!part || !partAmount || !wholeAmount) return [];
  const excess = yuanOf(partAmount).minus(yuanOf(wholeAmount));
  // Negative amounts of other units may leave less than this one has.
  if (excess.lte(0) || yuanOf(wholeAmount).lt(0) || compareAmounts(partAmount, wholeAmount).kind !== 'different') return [];
  const [found, expected] = [partAmount.value, inUnit(yuanOf(wholeAmount), partAmount.unit)];
  const difference = inUnit(excess, partAmount.unit);
  return [
    {
      rule: 'UNIT-EXCEEDS',
      severity: 'warning',
      verdict: 'unknown',
      message:
        `${unit.department}${unit.year}年度${unit.kind}《${formName(part.form, [family])}》${words}印为${found}${partAmount.unit}，` +
        `大于所属${department.department}${department.kind}的${expected}${partAmount.unit}，多${difference}${partAmount.unit}。`,
      department: unit.department,
      year: unit.year,
      form: part.form,
      concept: part.concept === '' ? null : part.concept,
      column: part.column_key,
      found,
      expected,
      difference,
      documents: [unit, department],
    },
  ];
}
