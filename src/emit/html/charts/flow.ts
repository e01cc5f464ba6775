import type { Decimal } from 'decimal.js';
import type { FlowChart, FlowSide } from '../../../../extractors/charts.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { say } from '../../../base/language.js';
import { Exact } from '../../../base/money.js';
import { termInWords } from '../../../english/terms.js';
import { familyOf, type WrittenDocument } from '../../document.js';
import { notPrinted } from '../../words.js';
import { amountOf, commonPlacesOf, formatAmount, type NamedAmount, sumOf, tableOf, withoutOrdinal } from '../amount.js';
import { type Chart, sourceOf } from './figure.js';
import { drawFlow } from './flow-drawing.js';

const restName = (): string => say('其余', 'the rest');

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
  const [comes, goes] = [printedTotal(table, from), printedTotal(table, to)];
  const [inflows, outflows] = [withRest(left, comes ?? goes, places), withRest(right, goes ?? comes, places)];
  const stream = ({ name, value }: NamedAmount) => ({ words: `${name} ${words(value)}`, amount: value.toNumber() });
  const rest = [...inflows, ...outflows].some(({ name }) => name === restName());
  const totals = [totalWords(from, comes, total.name, words), totalWords(to, goes, total.name, words)];
  return {
    title: termInWords(title),
    description: [
      sourceOf(table, familyOf(document)),
      say(`${totals.join('，')}。`, ` ${totals.join(', ')}.`),
      rest ? say(`“${restName()}”是${total.name}减去所列各项。`, ` “${restName()}” is the total without the items that are listed.`) : '',
    ].join(''),
    drawing: drawFlow({ from: inflows.map(stream), to: outflows.map(stream), total: middleWords(declaration, comes, goes, words) }),
    table: {
      heads: [
        '',
        say('项目', 'Item'),
        table.unit === null ? say('金额', 'Amount') : say(`金额（${table.unit}）`, `Amount (${table.unit})`),
      ],
      lines: [
        ...inflows.map(({ name, value }) => [termInWords(from.name), name, words(value)]),
        ...outflows.map(({ name, value }) => [termInWords(to.name), name, words(value)]),
      ],
      numbers: [2],
    },
  };
}

/** A total as the form prints it: sums of rounded lines are near it and no figure of the document. */
const totalWords = ({ name }: FlowSide, value: Decimal | null, total: string, words: (value: Decimal) => string): string => {
  const what = say(`${name}${total}`, `${termInWords(name)}, ${termInWords(total).toLowerCase()}`);
  return value ? `${what}${say(' ', ': ')}${words(value)}` : `${what}${say('', ': ')}${notPrinted()}`;
};

/** The words over the middle: one figure where both sides print the same, each where they differ. */
function middleWords({ from, to, total }: FlowChart, comes: Decimal | null, goes: Decimal | null, words: (value: Decimal) => string) {
  if (comes && goes && !comes.eq(goes)) return `${totalWords(from, comes, total.name, words)}　${totalWords(to, goes, total.name, words)}`;
  const whole = comes ?? goes;
  return whole ? `${termInWords(total.name)} ${words(whole)}` : `${termInWords(total.name)}${say('', ' ')}${notPrinted()}`;
}

function printedTotal({ rows }: DisclosureTable, { column, totals }: FlowSide): Decimal | null {
  for (const concept of totals) {
    for (const row of rows) {
      const value = row.concept === concept ? amountOf(row.cells[column]) : null;
      if (value) return value;
    }
  }
  return null;
}

/** What no line that is known accounts for flows too: without it the chart would show another whole. */
function withRest(amounts: readonly NamedAmount[], whole: Decimal | null, places: number): readonly NamedAmount[] {
  if (!whole) return amounts;
  const rest = whole.minus(sumOf(amounts.map(({ value }) => value)));
  // Each print may be half a unit of its last place away from what it stands for.
  const rounding = new Exact(10).pow(-places).times((amounts.length + 1) / 2);
  return rest.gt(rounding) ? [...amounts, { name: restName(), value: rest }] : amounts;
}

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
