import type { NamedCodes, NamedFigure, Restatement } from '../../../extractors/across.js';
import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { KeyFigure } from '../store/across.js';
import { type AmountComparison, compareAmounts, inUnit, type PrintedAmount, printedAmount } from './amounts.js';
import { nameOfCode } from './code-name.js';
import type { ComparedDocument } from './compared.js';
import { Counterparts, ownerOf } from './counterparts.js';
import type { StoreFinding } from './finding.js';
import { findCodeFigures, findKeyFigure, type KeyFigures } from './key-figures.js';

/**
 * What documents of a family restate from others of their department, against those others, where both print it. An account may be
 * adjusted in between: a warning.
 */
export function restatements(
  documents: readonly ComparedDocument[],
  figures: KeyFigures,
  family: DocumentFamily,
  families: readonly DocumentFamily[],
): StoreFinding[] {
  return (family.across?.restated ?? []).flatMap((restatement) => {
    const origin = families.find(({ id }) => id === restatement.of);
    if (!origin) return [];
    const counterparts = new Counterparts(documents, origin);
    return documents.flatMap((here) => {
      const owner = ownerOf(here, family);
      if (owner === null || here.year === null) return [];
      return counterparts
        .of(owner, here.year - restatement.yearsBefore)
        .flatMap((there) => compareDocuments({ here, there, restatement, figures, families }));
    });
  });
}

/** A document, the one it restates, and what of it. */
interface Pair {
  readonly here: ComparedDocument;
  readonly there: ComparedDocument;
  readonly restatement: Restatement;
  readonly figures: KeyFigures;
  readonly families: readonly DocumentFamily[];
}

function compareDocuments(pair: Pair): StoreFinding[] {
  const { here, there, restatement, figures } = pair;
  const named = restatement.figures.flatMap((figure) => {
    const printed = [findKeyFigure(figures, here, figure.here.places), findKeyFigure(figures, there, figure.there.places)] as const;
    const difference = differenceOf(printed[0], printed[1]);
    return difference ? [toFinding(pair, difference, figure.here, figure.there)] : [];
  });
  return [...named, ...restatement.codes.flatMap((codes) => compareCodes(pair, codes))];
}

/** Two prints of one figure that differ. */
interface Difference {
  readonly here: KeyFigure;
  readonly there: KeyFigure;
  readonly amounts: { readonly here: PrintedAmount; readonly there: PrintedAmount };
  readonly compared: AmountComparison;
}

/** Null where both are the same to the shorter precision, or one of them is not printed or has no unit. */
function differenceOf(here: KeyFigure | undefined, there: KeyFigure | undefined): Difference | null {
  const amounts = { here: here && printedAmount(here), there: there && printedAmount(there) };
  if (!here || !there || !amounts.here || !amounts.there) return null;
  const compared = compareAmounts(amounts.here, amounts.there);
  return compared.kind === 'equal' ? null : { here, there, amounts: { here: amounts.here, there: amounts.there }, compared };
}

function compareCodes(pair: Pair, codes: Restatement['codes'][number]): StoreFinding[] {
  const [here, there] = [findCodeFigures(pair.figures, pair.here, codes.here), findCodeFigures(pair.figures, pair.there, codes.there)];
  const differences = [...here].flatMap(([code, figure]) => {
    const difference = differenceOf(figure, there.get(code));
    return difference ? [{ code, difference }] : [];
  });
  // A 款 differs where its 项 does.
  const deepest = differences.filter(({ code }) => !differences.some((other) => other.code !== code && other.code.startsWith(code)));
  return deepest.map(({ code, difference }) => {
    const name = nameOfCode(code, codes.here) ?? '';
    const withCode = ({ words }: NamedCodes) => ({ words: `${code}${name}${words}` });
    return toFinding(pair, difference, withCode(codes.here), withCode(codes.there));
  });
}

type Words = Pick<NamedFigure, 'words'>;

function toFinding(
  { here, there, restatement, families }: Pair,
  difference: Difference,
  hereWords: Words,
  thereWords: Words,
): StoreFinding {
  const { amounts, compared } = difference;
  const isRounding = compared.kind === 'rounding';
  const isProved = [difference.here, difference.there].every(({ status }) => status === 'proved');
  const apart = inUnit(compared.difference, amounts.here.unit);
  const places = [placeOf(difference.there, families), placeOf(difference.here, families)] as const;
  const again = places[1] === places[0] ? '' : places[1];
  return {
    rule: restatement.rule.id,
    severity: isRounding ? 'info' : 'warning',
    verdict: isRounding ? 'rounding' : isProved ? 'publisher' : 'unknown',
    message:
      `${here.department}${places[0]}${there.year}年度${thereWords.words}印为${amounts.there.value}${amounts.there.unit}，` +
      `${again}${here.year}年度${hereWords.words}印为${amounts.here.value}${amounts.here.unit}，相差${apart}${amounts.here.unit}。`,
    department: here.department,
    year: here.year,
    form: difference.here.form,
    concept: difference.here.concept === '' ? null : difference.here.concept,
    column: difference.here.column_key,
    found: amounts.here.value,
    expected: amounts.there.unit === amounts.here.unit ? amounts.there.value : inOtherUnit(amounts.there, amounts.here),
    difference: apart,
    documents: [here, there],
  };
}

/** 《收入决算表》, or 决算的文字中 where the prose alone tells it. */
function placeOf({ form, column_key }: KeyFigure, families: readonly DocumentFamily[]): string {
  const teller = families.find(({ across }) => across?.told.some((told) => told.form === form && told.column === column_key));
  return teller ? `${teller.account}的文字中` : `《${formName(form, families)}》`;
}

function inOtherUnit(amount: PrintedAmount, { unit }: PrintedAmount): string {
  const { difference } = compareAmounts(amount, { value: '0', unit });
  return `${amount.value.startsWith('-') ? '-' : ''}${inUnit(difference, unit)}`;
}
