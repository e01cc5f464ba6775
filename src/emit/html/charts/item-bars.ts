import type { Decimal } from 'decimal.js';
import type { ItemBars } from '../../../../extractors/charts.js';
import type { DocumentFamily } from '../../../../extractors/family.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { amountOf, commonPlacesOf, formatAmount, tableOf } from '../amount.js';
import { barChart } from './bar-chart.js';
import { type Chart, sourceOf } from './figure.js';

type BarItem = ItemBars['items'][number];
type BarPhase = ItemBars['phases'][number];

/** Null where the form is not printed, or prints zeros alone. */
export function itemBars(
  { title, form, items, phases }: ItemBars,
  tables: readonly DisclosureTable[],
  family: DocumentFamily,
): Chart | null {
  const table = tableOf(tables, form);
  if (!table) return null;
  const printed = phases.filter((phase) => items.some((item) => find(table, phase, item)));
  const bars = items
    .map((item) => ({ name: item.name, values: printed.map((phase) => find(table, phase, item)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  if (bars.every(({ values }) => values.every((value) => !value || value.isZero()))) return null;
  const places = commonPlacesOf(table);
  return barChart({
    title,
    description: `${sourceOf(table, family)}${totalsOf(table, printed, items[0], places)}`,
    unit: table.unit ?? '',
    series: printed.map(({ name }) => name),
    bars,
    places,
  });
}

function totalsOf(table: DisclosureTable, phases: readonly BarPhase[], total: BarItem | undefined, places: number): string {
  if (!total) return '';
  const totals = phases.flatMap((phase) => {
    const value = find(table, phase, total);
    return value ? [`${phase.name} ${formatAmount(value, places)}`] : [];
  });
  return totals.length === 0 ? '' : `${total.name}：${totals.join('，')}。`;
}

/** Items under phases as columns (`final.reception`), items as rows of a column for each phase, or phases as rows. */
function find({ rows }: DisclosureTable, phase: BarPhase, item: BarItem): Decimal | null {
  for (const { cells, concept } of rows) {
    const crossed = concept === item.concept ? cells[phase.key] : concept === phase.key ? cells[item.key] : undefined;
    const value = amountOf(cells[`${phase.key}.${item.key}`]) ?? amountOf(crossed);
    if (value) return value;
  }
  return null;
}
