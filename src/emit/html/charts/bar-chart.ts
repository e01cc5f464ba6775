import type { Decimal } from 'decimal.js';
import { formatAmount } from '../amount.js';
import { type Bars, drawBars } from './bars-drawing.js';
import type { Chart } from './figure.js';

/** The column of what stacks come to. */
const TOTAL = '合计';

interface BarChart extends Bars {
  readonly title: string;
  readonly description: string;
  /** As printed; empty where it is unknown. */
  readonly unit: string;
}

/** Lying bars, the first on top, each with its number at the end. */
export function barChart({ title, description, unit, ...bars }: BarChart): Chart {
  const words = (value: Decimal | null) => (value ? formatAmount(value, bars.places) : '');
  return {
    title,
    description,
    drawing: drawBars(bars),
    table: {
      heads: ['项目', ...[...bars.series, ...(bars.stacked ? [TOTAL] : [])].map((name) => (unit === '' ? name : `${name}（${unit}）`))],
      lines: bars.bars.map(({ name, values, total }) => [name, ...values.map(words), ...(bars.stacked ? [total ?? ''] : [])]),
      numbers: [...bars.series, ...(bars.stacked ? [TOTAL] : [])].map((_, index) => index + 1),
    },
  };
}
