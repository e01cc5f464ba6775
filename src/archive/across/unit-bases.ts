import { Decimal } from 'decimal.js';
import type { BaseDeclaration, NamedFigure } from '../../../extractors/across.js';
import { type DocumentFamily, formName } from '../../../extractors/family.js';
import { measuresOf } from '../../check/prose/tables/measures.js';
import type { KeyFigure } from '../store/across.js';
import { compareAmounts, lastPlace, printedAmount, yuanOf } from './amounts.js';
import { amountBeside, baseColumns, expectedBeside, isTold } from './bases.js';
import { nameOfCode } from './code-name.js';
import type { ComparedDocument } from './compared.js';
import type { StoreFinding } from './finding.js';
import { findKeyFigure, type KeyFigures } from './key-figures.js';
import { unitsFound } from './units-found.js';

/**
 * UNIT-BASE: a unit and its department print the same figure of the year before, though they differ in the year itself. The department holds
 * the unit, so that its base is the greater one unless no other unit had anything: one of the two was copied.
 */
export function unitBases(documents: readonly ComparedDocument[], figures: KeyFigures, family: DocumentFamily): StoreFinding[] {
  const { across } = family;
  if (across === null) return [];
  return unitsFound(documents, across.units).flatMap(({ department, present }) => {
    const whole = basesOf(department, figures, family);
    return present.flatMap((unit) => sameBases(basesOf(unit, figures, family), whole, { unit, department }));
  });
}

/** A base that a document prints, and what it prints beside it. */
interface PrintedBase {
  /** Figures of one key are of one concept, and of one place. */
  readonly key: string;
  /** 《一般公共预算支出表》合计上年预算数, 文字中收入总计的上年数. */
  readonly words: string;
  readonly isCommon: boolean;
  readonly base: KeyFigure;
  readonly now: KeyFigure | undefined;
  /** By the amount of the year and its change, where they make another. */
  readonly expected: KeyFigure | undefined;
}

/** In one order, whatever the database. */
function basesOf(document: ComparedDocument, figures: KeyFigures, family: DocumentFamily): PrintedBase[] {
  const ofTables = (family.across?.units.bases ?? []).flatMap((declared) => baseOfTable(document, declared, figures, family) ?? []);
  const ofProse = (figures.get(document.id) ?? []).flatMap((figure) => baseOfProse(figure, figures, document, family) ?? []);
  return [...ofTables, ...ofProse.toSorted((a, b) => (a.key < b.key ? -1 : 1))];
}

function baseOfTable(
  document: ComparedDocument,
  declared: BaseDeclaration,
  figures: KeyFigures,
  family: DocumentFamily,
): PrintedBase | null {
  const { words, places } = declared.base;
  const find = (one: NamedFigure | null) => (one ? findKeyFigure(figures, document, one.places) : undefined);
  const base = findKeyFigure(figures, document, places);
  if (!base) return null;
  const [now, change] = [find(declared.now), find(declared.change)];
  return {
    key: words,
    words: `《${formName(base.form, [family])}》${words}`,
    isCommon: declared.isCommon,
    base: { ...base, status: statusOf(base, now, change) },
    now,
    expected: undefined,
  };
}

/** Whether base and change make the amount of the year. */
function statusOf(base: KeyFigure, now: KeyFigure | undefined, change: KeyFigure | undefined): KeyFigure['status'] {
  const amounts = [base, change, now].flatMap((figure) => (figure ? (printedAmount(figure) ?? []) : []));
  const [before, grown, after] = amounts;
  if (!before || !grown || !after) return 'unchecked';
  const off = yuanOf(before).plus(yuanOf(grown)).minus(yuanOf(after)).abs();
  return off.lte(amounts.reduce((sum, amount) => sum.plus(lastPlace(amount).div(2)), new Decimal(0))) ? 'proved' : 'contradicted';
}

function baseOfProse(base: KeyFigure, figures: KeyFigures, document: ComparedDocument, family: DocumentFamily): PrintedBase | null {
  const column = baseColumns.find((each) => isTold(base) && each === base.column_key);
  if (column === undefined || family.prose === null) return null;
  const { form, concept } = base;
  const beside = (column_key: string) =>
    figures.get(document.id)?.find((figure) => figure.form === form && figure.concept === concept && figure.column_key === column_key);
  const { other } = family.prose.wording;
  return {
    key: `${form} ${concept} ${column}`,
    words: `文字中${titleOf(concept, family)}的上年${column === 'last-year.other' ? other.word : ''}数`,
    isCommon: family.across?.units.common.includes(concept) ?? false,
    base,
    now: beside(amountBeside(column)),
    expected: beside(expectedBeside(column)),
  };
}

/** What a measure is called; a code by the book. */
function titleOf(concept: string, { prose }: DocumentFamily): string {
  const [, code] = /^function\/(\d+)$/u.exec(concept) ?? [];
  if (code !== undefined) return `${code}${nameOfCode(code, { classification: 'function' }) ?? ''}`;
  return prose === null ? concept : measuresOf(prose).byId(concept).title;
}

/** A department and one of its units. */
interface Both<T> {
  readonly unit: T;
  readonly department: T;
}

function sameBases(
  ofUnit: readonly PrintedBase[],
  ofDepartment: readonly PrintedBase[],
  documents: Both<ComparedDocument>,
): StoreFinding[] {
  return ofUnit.flatMap((unit) => {
    const department = ofDepartment.find(({ key }) => key === unit.key);
    return department && isCopied({ unit, department }) ? [toFinding({ unit, department }, documents)] : [];
  });
}

/** Digits that tell. Shorter amounts are alike by chance. */
const FEWEST_DIGITS = 3;

function isCopied({ unit, department }: Both<PrintedBase>): boolean {
  if (!isSame(unit.base, department.base) || digitsOf(unit.base.value) < FEWEST_DIGITS) return false;
  const isOneBroken = (unit.base.status === 'contradicted') !== (department.base.status === 'contradicted');
  if (!unit.now || !department.now) return isOneBroken && [unit, department].some(({ base }) => base.status === 'proved');
  return isOther(unit.now, department.now) && (isOneBroken || unit.isCommon);
}

const digitsOf = (value: string): number => value.replace(/\D/gu, '').replace(/^0+/u, '').length;

const isSame = (one: KeyFigure, other: KeyFigure): boolean => comparedAs(one, other) === 'equal';
const isOther = (one: KeyFigure, other: KeyFigure): boolean => comparedAs(one, other) === 'different';

function comparedAs(one: KeyFigure, other: KeyFigure) {
  const [a, b] = [printedAmount(one), printedAmount(other)];
  return a && b ? compareAmounts(a, b).kind : null;
}

function toFinding({ unit, department }: Both<PrintedBase>, documents: Both<ComparedDocument>): StoreFinding {
  const [first, second] = [unit.base.status, department.base.status];
  const isUnitWrong = first === 'contradicted' || (second === 'proved' && first !== 'proved');
  const isDepartmentWrong = second === 'contradicted' || (first === 'proved' && second !== 'proved');
  const isClear = isUnitWrong !== isDepartmentWrong;
  const isCertain = isClear && [first, second].includes('contradicted') && [first, second].includes('proved');
  const accused = isUnitWrong || !isDepartmentWrong ? unit : department;
  const { year, kind, department: name } = documents.unit;
  return {
    rule: 'UNIT-BASE',
    severity: isCertain ? 'error' : 'warning',
    verdict: isCertain ? 'publisher' : 'unknown',
    message:
      `${name}${year}年度${kind}${unit.words}为${printed(unit.base)}，与所属${documents.department.department}${documents.department.kind}的相同` +
      `${unit.now && department.now ? `，而本年数一为${printed(unit.now)}，一为${printed(department.now)}` : ''}。` +
      sayWhose({ unit, department }, { isUnitWrong, isDepartmentWrong }),
    department: (accused === unit ? documents.unit : documents.department).department,
    year,
    form: isTold(accused.base) ? null : accused.base.form,
    concept: accused.base.concept === '' ? null : accused.base.concept,
    column: isTold(accused.base) ? null : accused.base.column_key,
    found: accused.base.value,
    expected: accused.expected?.value ?? null,
    difference: null,
    documents: accused === unit ? [documents.unit, documents.department] : [documents.department, documents.unit],
  };
}

const printed = ({ value, unit }: KeyFigure): string => `${value}${unit}`;

/** Whose base it is, as far as the arithmetic of the two tells. */
function sayWhose(
  { unit, department }: Both<PrintedBase>,
  { isUnitWrong, isDepartmentWrong }: Readonly<Record<'isUnitWrong' | 'isDepartmentWrong', boolean>>,
): string {
  if (isUnitWrong && isDepartmentWrong) return '两者的增减都与此数不符。';
  if (!isUnitWrong && !isDepartmentWrong) return '部门包含单位，除非其余单位上年没有此项，两者之一的基数有误。';
  const [wrong, right, words] = isUnitWrong
    ? ([unit, department, ['单位', '部门']] as const)
    : ([department, unit, ['部门', '单位']] as const);
  const [of, other] = words;
  const borneOut = right.base.status === 'proved' ? `${other}的增减与此数相符` : '';
  const refuted = wrong.base.status === 'contradicted' ? `${of}的增减与此数不符` : '';
  const should = wrong.expected ? `（按其本年数与增减额推算应为${printed(wrong.expected)}）` : '';
  return `${[borneOut, refuted].filter((clause) => clause !== '').join('，')}${should}，疑${of}误用了${other}的基数。`;
}
