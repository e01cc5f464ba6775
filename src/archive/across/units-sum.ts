import { Decimal } from 'decimal.js';
import type { NamedFigure } from '../../../extractors/across.js';
import { type DocumentFamily, formName } from '../../../extractors/family.js';
import { inUnit, lastPlace, printedAmount, yuanOf } from './amounts.js';
import type { ComparedDocument } from './compared.js';
import { aboutDocuments, type StoreFinding } from './finding.js';
import { findKeyFigure, type KeyFigures } from './key-figures.js';
import { unitsFound } from './units-found.js';

/**
 * UNITS-SUM and UNITS-MISSING: a department against the sum of its units, those it names itself, all of them in the archive. Money that goes
 * from one to another is taken out of a department's account, so that a difference is a warning, not an error. Where some are missing, it
 * says which.
 */
export function unitsSum(documents: readonly ComparedDocument[], figures: KeyFigures, family: DocumentFamily): StoreFinding[] {
  const { across } = family;
  if (across === null) return [];
  return unitsFound(documents, across.units).flatMap(({ department, names, missing, present }) =>
    missing.length > 0
      ? [missingUnits(department, names, missing, present, family)]
      : across.units.sums.flatMap((sum) => compareSum(department, present, sum, figures, family)),
  );
}

function missingUnits(
  department: ComparedDocument,
  names: readonly string[],
  missing: readonly string[],
  present: readonly ComparedDocument[],
  { account }: DocumentFamily,
): StoreFinding {
  const message =
    `${department.department}${department.year}年度${department.kind}列有${names.length}个单位，` +
    `缺${missing.length}个单位的${account}：${missing.join('、')}。`;
  return aboutDocuments('UNITS-MISSING', 'info', message, [department, ...present]);
}

function compareSum(
  department: ComparedDocument,
  units: readonly ComparedDocument[],
  sum: NamedFigure,
  figures: KeyFigures,
  family: DocumentFamily,
): StoreFinding[] {
  const printed = [department, ...units].map((document) => findKeyFigure(figures, document, sum.places));
  const [own] = printed;
  const amounts = printed.map((figure) => (figure ? printedAmount(figure) : null));
  const [whole, ...parts] = amounts.filter((amount) => amount !== null);
  // Without the figure of one of them, or without its unit, there is no sum.
  if (!own || !whole || parts.length + 1 < amounts.length) return [];
  const total = parts.reduce((yuan, part) => yuan.plus(yuanOf(part)), new Decimal(0));
  const difference = yuanOf(whole).minus(total).abs();
  if (difference.isZero()) return [];
  // Each print may be half a unit of its last place away from what it stands for.
  const tolerance = [whole, ...parts].reduce((yuan, part) => yuan.plus(lastPlace(part).div(2)), new Decimal(0));
  const isRounding = difference.lte(tolerance);
  const [expected, apart] = [inUnit(total, whole.unit), inUnit(difference, whole.unit)];
  return [
    {
      rule: 'UNITS-SUM',
      severity: isRounding ? 'info' : 'warning',
      verdict: isRounding ? 'rounding' : 'unknown',
      message:
        `${department.department}${department.year}年度${department.kind}《${formName(own.form, [family])}》${sum.words}印为${whole.value}${whole.unit}，` +
        `所属${units.length}个单位之和为${expected}${whole.unit}，相差${apart}${whole.unit}。`,
      department: department.department,
      year: department.year,
      form: own.form,
      concept: own.concept === '' ? null : own.concept,
      column: own.column_key,
      found: whole.value,
      expected,
      difference: apart,
      documents: [department, ...units],
    },
  ];
}
