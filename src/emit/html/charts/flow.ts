import type { Decimal } from 'decimal.js';
import type { FlowChart, FlowSide } from '../../../../extractors/charts.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { Exact } from '../../../base/money.js';
import { familyOf, type WrittenDocument } from '../../document.js';
import { amountOf, commonPlacesOf, formatAmount, type NamedAmount, sumOf, tableOf, withoutOrdinal } from '../amount.js';
import { type Chart, sourceOf } from './figure.js';
import { drawFlow } from './flow-drawing.js';

/** Null where the form prints no two sides. */
export function flow(declaration: FlowChart, document: WrittenDocument): Chart | null {
  const { tables } = document.disclosure;
  const { title, form, from, to, total } = declaration;
  const table = tableOf(tables, form);
  if (!table) return null;
  const details = at(document.detailRows, tables.indexOf(table));
  const [left, right] = [amountsOf(table, from, details), amountsOf(table, to, details)];
  if (left.length === 0 || right.length === 0) return null;
  const places = commonPlacesOf(table);
  const words = (value: Decimal) => formatAmount(value, places);
  const [comes, goes] = [totalOf(left), totalOf(right)];
  const whole = amountOf(table.rows.find(({ concept }) => concept === total.concept)?.cells[from.column]) ?? Exact.max(comes, goes);
  const stream = ({ name, value }: NamedAmount) => ({ words: `${name} ${words(value)}`, amount: value.toNumber() });
  return {
    title,
    description: `${sourceOf(table, familyOf(document))}${from.name}方各项相加 ${words(comes)}，${to.name}方各项相加 ${words(goes)}。`,
    drawing: drawFlow({ from: left.map(stream), to: right.map(stream), total: `${total.name} ${words(whole)}` }),
    table: {
      heads: ['', '项目', table.unit === null ? '金额' : `金额（${table.unit}）`],
      lines: [
        ...left.map(({ name, value }) => [from.name, name, words(value)]),
        ...right.map(({ name, value }) => [to.name, name, words(value)]),
      ],
      numbers: [2],
    },
  };
}

const totalOf = (amounts: readonly NamedAmount[]): Decimal => sumOf(amounts.map(({ value }) => value));

/** Amounts above zero: nothing else can flow. What is contained in the line above flows with that. */
function amountsOf(table: DisclosureTable, { column, concepts }: FlowSide, details: ReadonlySet<number>): NamedAmount[] {
  return table.rows.flatMap(({ concept, name, cells }, index) => {
    const value = amountOf(cells[column]);
    const flows = concept !== null && !details.has(index) && concepts.some((each) => matches(concept, each));
    return flows && value?.gt(0) ? [{ name: withoutOrdinal(name ?? concept), value }] : [];
  });
}

const matches = (concept: string, pattern: string | RegExp): boolean =>
  typeof pattern === 'string' ? concept === pattern : pattern.test(concept);
