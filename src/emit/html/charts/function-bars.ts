import type { Decimal } from 'decimal.js';
import type { FunctionBars } from '../../../../extractors/charts.js';
import type { DocumentFamily } from '../../../../extractors/family.js';
import type { DisclosureRow, DisclosureTable } from '../../../../schemas/disclosure.js';
import { say } from '../../../base/language.js';
import { functionBook } from '../../../books/code-book.js';
import { termInWords } from '../../../english/terms.js';
import { titleOfTable } from '../../../model/table-title.js';
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
    const chart = table ? barsOf(declaration, table, tables, family) : null;
    if (chart) return chart;
  }
  return null;
}

function barsOf(
  { title, columns, total, elsewhere = {} }: FunctionBars,
  table: DisclosureTable,
  tables: readonly DisclosureTable[],
  family: DocumentFamily,
): Chart | null {
  const isPrinted = (key: string) => table.columns.some((column) => column.key === key);
  const places = commonPlacesOf(table);
  const bars = [...classesOf(table.rows)].map(([code, rows]) => {
    const values = columns.map(({ key, parts = [] }) => sumIn(rows, isPrinted(key) ? [key] : parts));
    const printed = printedIn(rows, total);
    const other = printed === null ? printedElsewhere(code, table, elsewhere[table.form], tables) : null;
    return {
      name: nameOf(code, rows),
      values,
      total: totalOf({ printed, other: other?.value ?? null }, values, places),
      from: other?.from ?? null,
    };
  });
  const shown = bars.filter(({ values }) => values.some((value) => value && !value.isZero()));
  if (shown.length === 0) return null;
  const isAdded = shown.some((bar) => bar.total.endsWith(ADDED));
  const from = shown.find((bar) => bar.from !== null)?.from ?? null;
  const other = from === null ? '' : fromElsewhere(titleOfTable(from));
  return barChart({
    title: termInWords(title),
    description: [
      sourceOf(table, family),
      wholeOf(table, columns, places),
      other,
      isAdded ? say(`带${ADDED}的没有印出，是所列各项之和。`, ` Those with ${ADDED} are not printed: they are the sum of the items.`) : '',
    ].join(''),
    unit: table.unit ?? '',
    series: columns.map(({ name }) => termInWords(name)),
    bars: shown,
    places,
    stacked: true,
  });
}

const fromElsewhere = (title: string): string =>
  say(`带${ELSEWHERE}的本表没有印出，取自《${title}》。`, ` Those with ${ELSEWHERE} are not printed in this table, but in 《${title}》.`);

/** Behind a number that is not printed but added up here, and behind one that another table prints. */
const ADDED = '*';
const ELSEWHERE = '†';

/** What a 类 comes to as printed, here or elsewhere; added up, and marked, where nothing prints it: sums of rounded lines differ from it. */
function totalOf(
  { printed, other }: { readonly printed: Decimal | null; readonly other: Decimal | null },
  values: readonly (Decimal | null)[],
  places: number,
): string {
  if (printed) return formatAmount(printed, places);
  if (other) return `${formatAmount(other, places)}${ELSEWHERE}`;
  return `${formatAmount(sumOf(values.flatMap((value) => value ?? [])), places)}${ADDED}`;
}

/** As its own row prints it; null where several make it up. */
function printedIn([row, ...others]: readonly DisclosureRow[], column: string): Decimal | null {
  return others.length === 0 ? amountOf(row?.cells[column]) : null;
}

/** As the table of another form prints it in the same unit. */
function printedElsewhere(
  code: string,
  { unit }: DisclosureTable,
  place: { readonly form: string; readonly column: string } | undefined,
  tables: readonly DisclosureTable[],
): { readonly value: Decimal; readonly from: DisclosureTable } | null {
  for (const table of tables) {
    if (table.form !== place?.form || table.unit !== unit) continue;
    const value = amountOf(table.rows.find(({ concept }) => concept === `function/${code}`)?.cells[place.column]);
    if (value) return { value, from: table };
  }
  return null;
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
