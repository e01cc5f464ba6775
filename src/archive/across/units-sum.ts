import { Decimal } from 'decimal.js';
import { groupBy } from '../../base/group.js';
import type { ArchivedDocument } from '../store/documents.js';
import { inUnit, lastPlace, toYuan } from './amounts.js';
import type { KeyFigure, KeyFigures } from './carried-forward.js';
import { aboutDocuments, type StoreFinding } from './finding.js';
import { plainName } from './units.js';

const SUMS = [
  { form: 'income-expenditure-summary', title: '收入支出决算总表', concept: 'total-income', column: 'income', words: '本年收入合计' },
  {
    form: 'income-expenditure-summary',
    title: '收入支出决算总表',
    concept: 'total-expenditure',
    column: 'expenditure',
    words: '本年支出合计',
  },
  {
    form: 'fiscal-appropriation-summary',
    title: '财政拨款收入支出决算总表',
    concept: 'total-income',
    column: 'income',
    words: '本年收入合计',
  },
  {
    form: 'fiscal-appropriation-summary',
    title: '财政拨款收入支出决算总表',
    concept: 'total-expenditure',
    column: 'total',
    words: '本年支出合计',
  },
] as const;

/**
 * A 部门决算 against the sum of its 单位决算: those it names itself, all of them in the archive. Money that goes from one to another is taken
 * out of a department's account, so that a difference is a warning, not an error. Where some are missing, it says which.
 */
export function unitsSum(documents: readonly ArchivedDocument[], figures: KeyFigures): StoreFinding[] {
  const units = groupBy(
    documents.filter(({ kind }) => kind === '单位决算'),
    ({ department, year }) => JSON.stringify([plainName(department ?? ''), year]),
  );
  return documents.flatMap((department) => {
    const names: string[] = department.kind === '部门决算' && department.units !== null ? JSON.parse(department.units) : [];
    const found = names.map(
      (name) => units.get(JSON.stringify([plainName(name), department.year]))?.filter((unit) => isNear(unit, department))[0],
    );
    const missing = names.filter((_, index) => found[index] === undefined);
    // None of them: the archive holds departments only, which is nothing to tell.
    if (missing.length === names.length) return [];
    const present = found.filter((unit) => unit !== undefined);
    if (missing.length > 0) {
      const message = `${department.department}${department.year}年度部门决算列有${names.length}个单位，缺${missing.length}个单位的决算：${missing.join('、')}。`;
      return [aboutDocuments('UNITS-MISSING', 'info', message, [department, ...present])];
    }
    return SUMS.flatMap((sum) => compareSum(department, present, sum, figures));
  });
}

const isNear = (unit: ArchivedDocument, department: ArchivedDocument) =>
  unit.region_code === null || department.region_code === null || unit.region_code === department.region_code;

function compareSum(
  department: ArchivedDocument,
  units: readonly ArchivedDocument[],
  sum: (typeof SUMS)[number],
  figures: KeyFigures,
): StoreFinding[] {
  const find = ({ id }: ArchivedDocument): KeyFigure | undefined =>
    figures.get(id)?.find(({ form, concept, column_key }) => form === sum.form && concept === sum.concept && column_key === sum.column);
  const [whole, parts] = [find(department), units.map(find)];
  if (!whole || parts.some((part) => part === undefined)) return [];
  const printed = parts.filter((part) => part !== undefined);
  const total = printed.reduce((yuan, part) => yuan.plus(toYuan(part) ?? 0), new Decimal(0));
  const difference = (toYuan(whole) ?? new Decimal(0)).minus(total).abs();
  // Each print may be half a unit of its last place away from what it stands for.
  const tolerance = [whole, ...printed].reduce((yuan, part) => yuan.plus(lastPlace(part).div(2)), new Decimal(0));
  if (difference.isZero()) return [];
  const isRounding = difference.lte(tolerance);
  const [expected, apart] = [inUnit(total, whole.unit), inUnit(difference, whole.unit)];
  return [
    {
      rule: 'UNITS-SUM',
      severity: isRounding ? 'info' : 'warning',
      verdict: isRounding ? 'rounding' : 'unknown',
      message:
        `${department.department}${department.year}年度部门决算《${sum.title}》${sum.words}印为${whole.value}${whole.unit}，` +
        `所属${units.length}个单位之和为${expected}${whole.unit}，相差${apart}${whole.unit}。`,
      ...{ department: department.department, year: department.year, form: sum.form, concept: sum.concept, column: sum.column },
      ...{ found: whole.value, expected, difference: apart, documents: [department, ...units] },
    },
  ];
}
