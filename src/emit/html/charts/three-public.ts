import type { Decimal } from 'decimal.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { amountOf, inWords, placesOf, tableOf } from './amount.js';
import { barsChart } from './bars.js';
import type { Chart } from './chart.js';

const ITEMS = {
  total: '合计',
  abroad: '因公出国（境）费',
  'vehicle-purchase': '公务用车购置费',
  'vehicle-operation': '公务用车运行维护费',
  reception: '公务接待费',
  conference: '会议费',
  training: '培训费',
} as const;
const PHASES = { budget: '预算数', final: '决算数' } as const;

type Item = keyof typeof ITEMS;
type Phase = keyof typeof PHASES;

/** 三公: what was allowed against what was spent, in whatever way the table is laid out. */
export function threePublicChart(tables: readonly DisclosureTable[]): Chart | null {
  const table = tableOf(tables, 'three-public');
  if (!table) return null;
  const phases = (Object.keys(PHASES) as Phase[]).filter((phase) =>
    (Object.keys(ITEMS) as Item[]).some((item) => find(table, phase, item)),
  );
  const bars = (Object.keys(ITEMS) as Item[])
    .map((item) => ({ name: ITEMS[item], values: phases.map((phase) => find(table, phase, item)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  if (bars.every(({ values }) => values.every((value) => !value || value.isZero()))) return null;
  const totals = phases.flatMap((phase) => {
    const total = find(table, phase, 'total');
    return total ? [`${PHASES[phase]} ${inWords(total, placesOf(table))}`] : [];
  });
  return barsChart({
    title: '“三公”经费：预算与决算',
    says: `《${table.title ?? '“三公”经费支出决算表'}》，单位：${table.unit ?? '未印'}。${totals.length === 0 ? '' : `合计：${totals.join('，')}。`}`,
    unit: table.unit ?? '',
    series: phases.map((phase) => PHASES[phase]),
    bars,
    places: placesOf(table),
  });
}

/** Items and phases as columns, items as rows, phases as rows. */
function find({ rows }: DisclosureTable, phase: Phase, item: Item): Decimal | null {
  const concept = item === 'total' ? 'total' : `three-public/${item}`;
  for (const row of rows) {
    const beside = amountOf(row.cells[`${phase}.${item}`]);
    if (beside) return beside;
    const cell = row.concept === concept ? row.cells[phase] : row.concept === phase ? row.cells[item] : undefined;
    const value = amountOf(cell);
    if (value) return value;
  }
  return null;
}
