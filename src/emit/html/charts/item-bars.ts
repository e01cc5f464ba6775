import type { Decimal } from 'decimal.js';
import type { ItemBars } from '../../../../extractors/charts.js';
import type { DocumentFamily } from '../../../../extractors/family.js';
import type { DisclosureRow, DisclosureTable } from '../../../../schemas/disclosure.js';
import { say } from '../../../base/language.js';
import { termInWords } from '../../../english/terms.js';
import { amountOf, commonPlacesOf, formatAmount, tableOf } from '../amount.js';
import { barChart } from './bar-chart.js';
import { type Chart, sourceOf } from './figure.js';

type BarItem = ItemBars['items'][number];
type BarPhase = ItemBars['phases'][number];
/** What the concepts of rows that are items begin with. */
const ITEM = 'three-public/';
/** The column of what all budgets pay. */
const TOTAL = 'total';

type Find = (phase: BarPhase, item: BarItem) => Decimal | null;

/** Null where the form is not printed, or prints zeros alone. */
export function itemBars(declaration: ItemBars, tables: readonly DisclosureTable[], family: DocumentFamily): Chart | null {
  const { title, form, items, phases, summed } = declaration;
  const table = tableOf(tables, form);
  if (!table) return null;
  const find = (phase: BarPhase, item: BarItem) => findAmount(table, phase, item, declaration);
  const printed = phases.filter((phase) => items.some((item) => find(phase, item)));
  const bars = items
    .map((item) => ({ name: termInWords(item.name), values: printed.map((phase) => find(phase, item)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  if (bars.every(({ values }) => values.every((value) => !value || value.isZero()))) return null;
  const places = commonPlacesOf(table);
  return barChart({
    title: termInWords(title),
    description: `${sourceOf(table, family)}${summed ? totalsOf(find, printed, items[0], places) : ''}`,
    unit: table.unit ?? '',
    series: printed.map(({ name }) => termInWords(name)),
    bars,
    places,
  });
}

function totalsOf(find: Find, phases: readonly BarPhase[], total: BarItem | undefined, places: number): string {
  if (!total) return '';
  const totals = phases.flatMap((phase) => {
    const value = find(phase, total);
    return value ? [`${termInWords(phase.name)} ${formatAmount(value, places)}`] : [];
  });
  return totals.length === 0 ? '' : say(`${total.name}：${totals.join('，')}。`, ` ${termInWords(total.name)}: ${totals.join(', ')}.`);
}

/** Items under phases as columns (`final.reception`), items as rows of a column for each phase, or phases as rows. */
function findAmount({ rows }: DisclosureTable, phase: BarPhase, item: BarItem, { part, ...declaration }: ItemBars): Decimal | null {
  const isOfPhases = (row: DisclosureRow) => declaration.phases.some(({ key }) => key === row.concept);
  const whole = wholeRows(rows);
  const itemsAreRows = whole.some(({ concept }) => concept?.startsWith(ITEM));
  const own = item.concepts.find((concept) => whole.some((row) => row.concept === concept));
  for (const row of whole) {
    const { cells, concept } = row;
    const isItem = concept !== null && concept === own;
    const keys = [`${phase.key}.${item.key}`];
    if (isItem) keys.push(phase.key);
    if (concept === phase.key || (phase.plain && !itemsAreRows && !isOfPhases(row))) keys.push(item.key);
    if (phase.plain && isItem) keys.push(TOTAL);
    for (const key of part === undefined ? keys : keys.flatMap((each) => [each, `${each}.${part}`])) {
      const value = amountOf(cells[key]);
      if (value) return value;
    }
  }
  return null;
}

/** Without those of units where they are several: 合计 has what all of them have. */
function wholeRows(rows: readonly DisclosureRow[]): readonly DisclosureRow[] {
  const units = new Set(rows.flatMap(({ unit }) => (unit ? [JSON.stringify(unit)] : [])));
  return units.size > 1 ? rows.filter(({ unit }) => unit === undefined) : rows;
}
