import { Decimal } from 'decimal.js';
import { inWords } from './amount.js';
import { type Chart, FAINT, INK } from './chart.js';

/** One thing measured in one or more ways. */
interface Bar {
  readonly name: string;
  /** One for each series; null where nothing is printed. */
  readonly values: readonly (Decimal | null)[];
}

interface BarsOptions {
  readonly title: string;
  readonly says: string;
  readonly unit: string;
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
  /** Decimals of the amounts. */
  readonly places: number;
  readonly stacked?: boolean;
}

/** px. */
const PER_BAR = 26;
const AROUND = 90;
const NAME_WIDTH = 190;

/** Lying bars, the first on top, each with its number at the end. */
export function barsChart({ title, says, unit, series, bars, places, stacked = false }: BarsOptions): Chart {
  const words = (value: Decimal | null | undefined) => (value ? inWords(value, places) : '');
  const height = bars.length * PER_BAR * (stacked ? 1.3 : Math.max(1.3, series.length)) + AROUND;
  return {
    title,
    says,
    height: Math.round(height),
    option: {
      grid: { left: NAME_WIDTH + 16, right: 90, top: series.length > 1 ? 40 : 12, bottom: 30 },
      ...(series.length > 1 && { legend: { top: 4, left: NAME_WIDTH + 8, textStyle: { color: INK }, data: [...series] } }),
      xAxis: { type: 'value', axisLabel: { color: INK }, splitLine: { lineStyle: { color: FAINT } } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLine: { lineStyle: { color: FAINT } },
        axisTick: { show: false },
        axisLabel: { color: INK, width: NAME_WIDTH, overflow: 'break', interval: 0 },
      },
      series: [
        ...series.map((name, index) => ({
          name,
          type: 'bar',
          ...(stacked && { stack: 'all' }),
          emphasis: { disabled: true },
          barMaxWidth: 20,
          data: bars.map(({ values }) => values[index]?.toNumber() ?? null),
          label: {
            show: !stacked,
            position: 'right',
            color: INK,
            formatter: ({ dataIndex }: { dataIndex: number }) => words(bars[dataIndex]?.values[index]),
          },
        })),
        // A bar of no length that bears the sum of those before it.
        ...(stacked ? [sumLabels(bars, words)] : []),
      ],
    },
    table: {
      heads: ['项目', ...series.map((name) => `${name}${unit && `（${unit}）`}`)],
      lines: bars.map(({ name, values }) => [name, ...values.map(words)]),
      numbers: series.map((_, index) => index + 1),
    },
  };
}

function sumLabels(bars: readonly Bar[], words: (value: Decimal) => string) {
  const sums = bars.map(({ values }) => values.reduce<Decimal>((sum, value) => sum.plus(value ?? 0), new Decimal(0)));
  return {
    type: 'bar',
    stack: 'all',
    emphasis: { disabled: true },
    data: sums.map(() => 0),
    label: {
      show: true,
      position: 'right',
      color: INK,
      formatter: ({ dataIndex }: { dataIndex: number }) => words(sums[dataIndex] ?? new Decimal(0)),
    },
  };
}
