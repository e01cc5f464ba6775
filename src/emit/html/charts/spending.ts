import { Decimal } from 'decimal.js';
import type { DisclosureRow, DisclosureTable } from '../../../../schemas/disclosure.js';
import { functionBook } from '../../../books/code-book.js';
import { amountOf, inWords, placesOf, tableOf } from './amount.js';
import { barsChart } from './bars.js';
import type { Chart } from './chart.js';

const COLUMNS = ['basic', 'project'] as const;
/** Digits of a 类. */
const CLASS = 3;

/** 基本支出 and 项目支出 of each 类, from 支出决算表, or from that of the general public budget where there is none. */
export function spendingChart(tables: readonly DisclosureTable[]): Chart | null {
  const table = tableOf(tables, 'expenditure') ?? tableOf(tables, 'general-public-expenditure');
  if (!table) return null;
  const classes = classesOf(table.rows);
  const bars = [...classes].map(([code, rows]) => ({ name: nameOf(code, rows), values: COLUMNS.map((column) => sumOf(rows, column)) }));
  const shown = bars.filter(({ values }) => values.some((value) => value && !value.isZero()));
  if (shown.length === 0) return null;
  const [basic, project] = COLUMNS.map((_, index) => shown.reduce((sum, { values }) => sum.plus(values[index] ?? 0), new Decimal(0)));
  const places = placesOf(table);
  const words = (value: Decimal | undefined) => inWords(value ?? new Decimal(0), places);
  return barsChart({
    title: '基本支出与项目支出，按功能分类',
    says: `《${table.title ?? '支出决算表'}》，单位：${table.unit ?? '未印'}。各类相加：基本支出 ${words(basic)}，项目支出 ${words(project)}。`,
    unit: table.unit ?? '',
    series: ['基本支出', '项目支出'],
    bars: shown,
    places,
    stacked: true,
  });
}

/** The rows that make up each 类: its own where it is printed, else the most general of those below it. */
function classesOf(rows: readonly DisclosureRow[]): Map<string, DisclosureRow[]> {
  const classes = new Map<string, DisclosureRow[]>();
  for (const row of rows) {
    if (!row.code || !/^2\d{2,6}$/.test(row.code)) continue;
    const code = row.code;
    const own = classes.get(code.slice(0, CLASS)) ?? [];
    if (!own.some(({ code: above }) => above && code.startsWith(above))) own.push(row);
    classes.set(code.slice(0, CLASS), own);
  }
  return classes;
}

const nameOf = (code: string, rows: readonly DisclosureRow[]): string =>
  rows.find((row) => row.code === code)?.name ?? functionBook().entry(code)?.name ?? code;

function sumOf(rows: readonly DisclosureRow[], column: string): Decimal | null {
  const values = rows.flatMap(({ cells }) => amountOf(cells[column]) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}
