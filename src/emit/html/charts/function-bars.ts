import type { Decimal } from 'decimal.js';
import type { FunctionBars } from '../../../../extractors/charts.js';
import type { DocumentFamily } from '../../../../extractors/family.js';
import type { DisclosureRow, DisclosureTable } from '../../../../schemas/disclosure.js';
import { say } from '../../../base/language.js';
import { functionBook } from '../../../books/code-book.js';
import { termInWords } from '../../../english/terms.js';
import { amountOf, commonPlacesOf, formatAmount, sumOf, tableOf } from '../amount.js';
import { barChart } from './bar-chart.js';
import { type Chart, sourceOf } from './figure.js';

/** Digits of a 类. */
const CLASS = 3;
/** Of the functional classification. */
const CODE = /^2\d{2,6}$/;
const CONCEPT = /^function\/(\d+)$/;

/** Null where no form is printed with such amounts. */
export function functionBars(declaration: FunctionBars, tables: readonly DisclosureTable[], family: DocumentFamily): Chart | null {
  for (const form of declaration.forms) {
    const table = tableOf(tables, form);
    const chart = table ? barsOf(declaration, table, family) : null;
    if (chart) return chart;
  }
  return null;
}

function barsOf({ title, columns, total }: FunctionBars, table: DisclosureTable, family: DocumentFamily): Chart | null {
  const isPrinted = (key: string) => table.columns.some((column) => column.key === key);
  const places = commonPlacesOf(table);
  const bars = [...classesOf(table.rows)].map(([code, rows]) => {
    const values = columns.map(({ key, parts = [] }) => sumIn(rows, isPrinted(key) ? [key] : parts));
    return { name: nameOf(code, rows), values, total: totalOf(rows, total, values, places) };
  });
  const shown = bars.filter(({ values }) => values.some((value) => value && !value.isZero()));
  if (shown.length === 0) return null;
  const isAdded = shown.some((bar) => bar.total.endsWith(ADDED));
  return barChart({
    title: termInWords(title),
    description: [
      sourceOf(table, family),
      wholeOf(table, columns, places),
      isAdded ? say(`带${ADDED}的没有印出，是所列各项之和。`, ` Those with ${ADDED} are not printed: they are the sum of the items.`) : '',
    ].join(''),
    unit: table.unit ?? '',
    series: columns.map(({ name }) => termInWords(name)),
    bars: shown,
    places,
    stacked: true,
  });
}

/** Behind a number that is not printed but added up here. */
const ADDED = '*';

/** What a 类 comes to, as printed in its row; added up, and marked, where it has none. */
function totalOf(rows: readonly DisclosureRow[], column: string, values: readonly (Decimal | null)[], places: number): string {
  const [row, ...others] = rows;
  const printed = others.length === 0 ? amountOf(row?.cells[column]) : null;
  return printed ? formatAmount(printed, places) : `${formatAmount(sumOf(values.flatMap((value) => value ?? [])), places)}${ADDED}`;
}

/** The columns' amounts in the row 合计, as printed: sums of rounded lines differ from them. */
function wholeOf({ rows }: DisclosureTable, columns: FunctionBars['columns'], places: number): string {
  const whole = rows.find(({ concept, unit }) => concept === 'total' && unit === undefined);
  const amounts = columns.flatMap(({ name, key }) => {
    const value = amountOf(whole?.cells[key]);
    return value ? [`${termInWords(name)} ${formatAmount(value, places)}`] : [];
  });
  return amounts.length === 0 ? '' : say(`合计行：${amounts.join('，')}。`, ` Total row: ${amounts.join(', ')}.`);
}

/** The rows that make up each 类: its own where it is printed, else the most general of those below it; of each unit, where rows are by unit. */
function classesOf(rows: readonly DisclosureRow[]): Map<string, DisclosureRow[]> {
  const classes = new Map<string, DisclosureRow[]>();
  for (const row of rows) {
    const code = codeOf(row);
    if (code === null) continue;
    const own = classes.get(code.slice(0, CLASS)) ?? [];
    if (!own.some((above) => contains(above, row))) own.push(row);
    classes.set(code.slice(0, CLASS), own);
  }
  return classes;
}

/** As printed, or as the book knows a name that is printed alone. */
function codeOf({ code, concept }: DisclosureRow): string | null {
  const known = code ?? CONCEPT.exec(concept ?? '')?.[1] ?? '';
  return CODE.test(known) ? known : null;
}

/** Rows of one code are parts beside each other where codes of another classification tell them apart, or units. */
function contains(above: DisclosureRow, row: DisclosureRow): boolean {
  const [general, code] = [codeOf(above) ?? '', codeOf(row) ?? ''];
  if (!code.startsWith(general) || (code === general && row.codes !== undefined)) return false;
  return above.unit === undefined || (above.unit.code === row.unit?.code && above.unit.name === row.unit?.name);
}

const nameOf = (code: string, rows: readonly DisclosureRow[]): string =>
  rows.find((row) => codeOf(row) === code)?.name ?? functionBook().entry(code)?.name ?? code;

/** Null where no row has an amount in the columns. */
function sumIn(rows: readonly DisclosureRow[], columns: readonly string[]): Decimal | null {
  const values = rows.flatMap(({ cells }) => columns.flatMap((column) => amountOf(cells[column]) ?? []));
  return values.length === 0 ? null : sumOf(values);
}
