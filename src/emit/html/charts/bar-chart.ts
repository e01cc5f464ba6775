import type { Decimal } from 'decimal.js';
import { say } from '../../../base/language.js';
import { formatAmount } from '../amount.js';
import { type Bars, drawBars } from './bars-drawing.js';
import type { Chart } from './figure.js';

/** The column of what stacks come to. */
const totalName = (): string => say('合计', 'Total');

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
      heads: [
        say('项目', 'Item'),
        ...[...bars.series, ...(bars.stacked ? [totalName()] : [])].map((name) =>
          unit === '' ? name : say(`${name}（${unit}）`, `${name} (${unit})`),
        ),
      ],
      lines: bars.bars.map(({ name, values, total }) => [name, ...values.map(words), ...(bars.stacked ? [total ?? ''] : [])]),
      numbers: [...bars.series, ...(bars.stacked ? [totalName()] : [])].map((_, index) => index + 1),
    },
  };
}
