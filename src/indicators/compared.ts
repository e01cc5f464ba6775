import type { DocumentFamily } from '../../extractors/family.js';
import type { ComparedFigure } from '../../extractors/presentation.js';
import type { Zone } from '../../extractors/prose.js';
import type { Disclosure, DisclosureValue } from '../../schemas/disclosure.js';
import { must } from '../base/invariant.js';
import { isUnit, toYuan } from '../base/money.js';
import { isPrincipal } from '../check/prose/text/facts.js';
import { findIndicator } from './indicators.js';
import { proseFacts } from './prose-facts.js';

/** A figure that documents are compared by, as one of them prints it. */
export interface ComparedValue {
  /** The name that families share. */
  readonly id: string;
  /** What its family calls it. */
  readonly words: string;
  readonly text: string;
  /** Null where it is unreadable. */
  readonly value: string | null;
  readonly unit: string | null;
  /** Null where it is unreadable, or its unit is unknown. */
  readonly yuan: string | null;
  /** `told`: it is the prose's, which nothing proves; contradicted where a finding quotes its sentence. */
  readonly status: DisclosureValue['status'] | 'told';
  readonly page: number;
  /** Where a table prints it: indexes of its table and row, the key of its column. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: string } | null;
}

/** The family a result is of: as its kind says, else the one that declares the form of a table. */
export function familyOfResult(
  { document, tables }: Pick<Disclosure, 'document' | 'tables'>,
  families: readonly DocumentFamily[],
): DocumentFamily | null {
  const byKind = families.find(({ kinds }) => kinds.some((kind) => kind === document.kind));
  const forms = new Set<string>(tables.map(({ form }) => form));
  return byKind ?? families.find((family) => family.forms.some(({ id }) => forms.has(id))) ?? null;
}

/** The figures of a result that documents are compared by, by name. What it does not print is not there. */
export function comparedValues(disclosure: Disclosure, families: readonly DocumentFamily[]): Map<string, ComparedValue> {
  const family = familyOfResult(disclosure, families);
  const declared = Object.entries(family?.presentation.compared ?? {});
  const printed = declared.flatMap(([id, figure]) => {
    const value = family && (printedValue(id, figure, disclosure) ?? toldValue(id, figure, disclosure, family));
    return value ? [[id, value] as const] : [];
  });
  return new Map(printed);
}

function printedValue(id: string, figure: ComparedFigure, disclosure: Disclosure): ComparedValue | null {
  const found = findIndicator(disclosure, figure);
  if (!found) return null;
  const { words, table, row, column, unit, value } = found;
  return { id, words, unit, cell: { table, row, column }, ...pick(value) };
}

const pick = ({ text, value, yuan, status, page }: DisclosureValue) => ({ text, value, yuan, status, page });

/** Parts of a document that state figures: its glossary explains words, and attachments may be about others. */
const STATING: ReadonlySet<Zone> = new Set(['body', 'explanation']);

/** What the prose states of it for the year of the document, the first time. */
function toldValue(id: string, { words, told }: ComparedFigure, disclosure: Disclosure, family: DocumentFamily): ComparedValue | null {
  if (told === undefined) return null;
  for (const { section, zone, facts } of proseFacts(disclosure, family, () => true)) {
    const fact = facts.find((one) => STATING.has(zone) && isPrincipal(one) && !one.past && one.subject?.measure?.id === told);
    const quantity = fact?.mention.quantity;
    if (!fact || quantity?.kind !== 'money' || !isUnit(quantity.unit)) continue;
    const { sentence, start, end, isDoubtful } = fact.mention;
    const isContradicted = disclosure.findings.some(
      ({ severity, quote }) => severity !== 'info' && quote?.section === section && quote.text.includes(sentence.text),
    );
    const page = must(disclosure.sections[section], 'the section of a fact').pages[0];
    return {
      ...{ id, words, cell: null, page: page ?? 1, unit: quantity.unit, text: sentence.plain.slice(start, end - quantity.unit.length) },
      value: isDoubtful ? null : quantity.digits,
      yuan: isDoubtful ? null : toYuan(quantity.digits, quantity.unit),
      status: isDoubtful ? 'unreadable' : isContradicted ? 'contradicted' : 'told',
    };
  }
  return null;
}
