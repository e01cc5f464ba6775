import type { Restatement } from '../../extractors/across.js';
import type { DocumentFamily } from '../../extractors/family.js';
import type { Disclosure, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { withDepartmentIds } from '../archive/across/department-ids.js';
import { groupBy } from '../base/group.js';
import { squeeze } from '../base/text.js';
import { comparedValues, familyOfResult } from '../indicators/compared.js';
import { meaningsIn } from '../indicators/meanings.js';
import { type CarriedFigure, carriedFigures } from './carried.js';
import { type Side, toPair, type YearPair } from './pair.js';

export interface IndicatorPair extends YearPair {
  readonly id: string;
  readonly words: string;
}

/** Where a row's amount stands in both years. */
export interface RowPair extends YearPair {
  readonly form: string;
  readonly panel: string | null;
  readonly concept: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly column: string;
  readonly columnPath: string;
}

/** Two years of one department, one beside the other. */
export interface YearsComparison {
  /** In the order of their family. */
  readonly indicators: readonly IndicatorPair[];
  /** Amounts of the forms that account for money, in the order of the earlier document, then what only the later prints. */
  readonly rows: readonly RowPair[];
  /** What the later document restates from the earlier one; empty where years lie between them. */
  readonly carried: readonly CarriedFigure[];
  /** Amounts of known forms that cannot be paired: a row that is printed twice or has no name, a table without a unit. */
  readonly unpaired: { readonly repeated: number; readonly nameless: number; readonly withoutUnit: number };
}

/** The same account of one department in two years. */
export interface TwoYears {
  readonly years: readonly [earlier: number, later: number];
  readonly earlier: Disclosure;
  readonly later: Disclosure;
  readonly family: DocumentFamily;
}

/** Whether two documents are the same account of one department in two years; the earlier one first. Null where they are not. */
export function toTwoYears(a: Disclosure, b: Disclosure, families: readonly DocumentFamily[]): TwoYears | null {
  const family = familyOfResult(a, families);
  const [one, other] = withDepartmentIds(
    [a, b].map(({ document }) => ({ department: document.department, region_code: document.region.code })),
  );
  const isSame =
    one?.department_id != null &&
    one.department_id === other?.department_id &&
    a.document.kind === b.document.kind &&
    familyOfResult(b, families) === family;
  const [own, others] = [a.document.year, b.document.year];
  if (!family || !isSame || own === null || others === null || own === others) return null;
  return own < others ? { years: [own, others], earlier: a, later: b, family } : { years: [others, own], earlier: b, later: a, family };
}

/** Two documents of one family, by what their values mean. */
export function compareYears({ years, earlier, later, family }: TwoYears, families: readonly DocumentFamily[]): YearsComparison {
  const [own, next] = [amountsOf(earlier, later, family), amountsOf(later, earlier, family)];
  const repeated = new Set([...own.repeated, ...next.repeated]);
  const keys = [...new Set([...own.amounts.keys(), ...next.amounts.keys()])].filter((key) => !repeated.has(key));
  const isNext = years[0] + 1 === years[1];
  const restated = (family.across?.restated ?? []).filter((one: Restatement) => one.of === family.id && one.yearsBefore === 1);
  return {
    indicators: indicatorPairs(earlier, later, family, families),
    rows: keys.flatMap((key) => rowPair(own.amounts.get(key), next.amounts.get(key)) ?? []),
    carried: isNext ? carriedFigures(earlier, later, restated, families) : [],
    unpaired: {
      repeated: [...repeated].reduce((sum, key) => sum + (own.counts.get(key) ?? 0) + (next.counts.get(key) ?? 0), 0),
      nameless: own.nameless + next.nameless,
      withoutUnit: own.withoutUnit + next.withoutUnit,
    },
  };
}

function indicatorPairs(
  earlier: Disclosure,
  later: Disclosure,
  family: DocumentFamily,
  families: readonly DocumentFamily[],
): IndicatorPair[] {
  const [own, next] = [comparedValues(earlier, families), comparedValues(later, families)];
  return Object.entries(family.presentation.compared).flatMap(([id, { words }]) => {
    const [one, other] = [own.get(id) ?? null, next.get(id) ?? null];
    return one || other ? [{ id, words, ...toPair(one && toSide(one), other && toSide(other)) }] : [];
  });
}

const toSide = ({ text, value, unit, yuan, status, page }: Side): Side => ({ text, value, unit, yuan, status, page });

/** An amount with what it means. */
type Amount = Omit<RowPair, keyof YearPair> & { readonly side: Side };

interface Amounts {
  readonly amounts: ReadonlyMap<string, Amount>;
  /** How often each key is printed. */
  readonly counts: ReadonlyMap<string, number>;
  readonly repeated: readonly string[];
  readonly nameless: number;
  readonly withoutUnit: number;
}

/** The amounts of the forms that account for money, by what they mean in it and in the other document. */
function amountsOf(disclosure: Disclosure, other: Disclosure, { forms }: DocumentFamily): Amounts {
  const accounts = new Set<string>(forms.filter(({ kind }) => kind === 'account').map(({ id }) => id));
  const ofForm = groupBy(disclosure.tables, ({ form }) => form);
  const amounts = new Map<string, Amount>();
  const counts = new Map<string, number>();
  let [nameless, withoutUnit] = [0, 0];
  for (const table of disclosure.tables) {
    if (!accounts.has(table.form)) continue;
    // Of several tables of one form the first stands for the first, where the other document has as many.
    const own = ofForm.get(table.form) ?? [];
    const ordinal = other.tables.filter(({ form }) => form === table.form).length === own.length ? own.indexOf(table) : 0;
    for (const { key, amount } of amountsIn(table)) {
      if (amount.side.unit === null) withoutUnit += 1;
      else if (key === null) nameless += 1;
      else {
        const place = `${ordinal} ${key}`;
        counts.set(place, (counts.get(place) ?? 0) + 1);
        if (!amounts.has(place)) amounts.set(place, amount);
      }
    }
  }
  const repeated = [...counts].flatMap(([key, count]) => (count > 1 ? [key] : []));
  return { amounts, counts, repeated, nameless, withoutUnit };
}

/** The amounts of a table, each with what tells it from the others; null where its row has neither a concept nor a name. */
function amountsIn({ form, unit, columns, rows }: DisclosureTable): { key: string | null; amount: Amount }[] {
  const paths = new Map(columns.map(({ key, path }) => [key, path.join(' / ')]));
  const meanings = meaningsIn(rows);
  return rows.flatMap((row) => {
    const { panel, concept, code, name } = row;
    const meaning = meanings(row) ?? (code === null && name === null ? null : [code, name === null ? null : squeeze(name)]);
    const under = row.unit && (row.unit.code ?? row.unit.name);
    return Object.entries(row.cells)
      .filter(([, cell]) => isAmount(cell))
      .map(([column, { text, value, yuan, status, page }]) => ({
        key: meaning === null ? null : JSON.stringify([form, panel, under, meaning, column]),
        amount: {
          ...{ form, panel, concept, code, name, column, columnPath: paths.get(column) ?? column },
          side: { text, value, unit, yuan, status, page },
        },
      }));
  });
}

/** Percentages are none, nor is text; what cannot be read may be one. */
const isAmount = ({ value, status, percent }: DisclosureValue): boolean => !percent && (value !== null || status === 'unreadable');

function rowPair(earlier: Amount | undefined, later: Amount | undefined): RowPair | null {
  const amount = later ?? earlier;
  if (!amount) return null;
  const { side, ...place } = amount;
  return { ...place, ...toPair(earlier?.side ?? null, later?.side ?? null) };
}
