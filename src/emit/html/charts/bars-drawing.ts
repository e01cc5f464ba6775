import type { Decimal } from 'decimal.js';
import { at } from '../../../base/invariant.js';
import { Exact } from '../../../base/money.js';
import { displayWidth } from '../../../base/width.js';
import { element } from '../../../base/xml.js';
import { formatAmount } from '../amount.js';
import { type Axis, axisOver } from './axis.js';
import { type ChartDrawing, colourOf, drawLabel, drawText, FAINT, heightOf, INK, svgPath, toLabel, WIDTH } from './drawing.js';

/** One thing measured in one or more ways. */
interface Bar {
  readonly name: string;
  /** One for each series; null where nothing is printed. */
  readonly values: readonly (Decimal | null)[];
  /** What stands at the end of a stack. */
  readonly total?: string;
}

/** What bars are drawn from. */
export interface Bars {
  /** Their names. */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
  /** Decimals of the amounts. */
  readonly places: number;
  /** What stands behind each number, such as %. */
  readonly sign?: string;
  /** The series one behind the other in one bar, which is as long as their sum; each bar tells its `total`. */
  readonly stacked?: boolean;
}

/** px: what a bar takes with the space around it, in a stack or alone a little more; the thickest bar; between bars of one thing. */
const PER_BAR = 26;
const ALONE = 1.3;
const THICKEST = 20;
const GAP = 2;
/** px: above the bars where the series have names, above them otherwise, below them. */
const LEGEND = 40;
const HEAD = 12;
const FOOT = 30;
/** px: where bars begin, room for the names left of that, for the numbers right of the longest bar, and beside both. */
const LEFT = 206;
const NAMES = 190;
const NUMBERS = 90;
const ASIDE = 5;
/** px. */
const FONT_SIZE = 12;

/** A coloured piece of a bar. */
interface BarSegment {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly colour: string;
}

/** Segments behind one another, and the number at their end. */
interface Stripe {
  readonly segments: readonly BarSegment[];
  readonly words: string;
}

export function drawBars({ series, bars, places, sign = '', stacked = false }: Bars): ChartDrawing {
  const names = bars.map(({ name }) => toLabel(name, FONT_SIZE, NAMES));
  const band = Math.max(PER_BAR * (stacked ? ALONE : Math.max(ALONE, series.length)), ...names.map(heightOf));
  const [top, legend] = series.length > 1 ? [LEGEND, drawLegend(series)] : [HEAD, ''];
  const bottom = top + bars.length * band;
  const words = (value: Decimal) => `${formatAmount(value, places)}${sign}`;
  const stripes = bars.map((bar) => (stacked ? [stack(bar)] : sideBySide(bar, words)));
  const ends = stripes.flat().flatMap((stripe) => stripe?.segments.flatMap(({ from, to }) => [from, to]) ?? []);
  const axis = axisOver(ends, LEFT, WIDTH - NUMBERS);
  const rows = names.map((name, index) => {
    const middle = top + (index + 0.5) * band;
    return drawLabel(name, LEFT - ASIDE, middle, 'end') + drawStripes(at(stripes, index), middle, axis);
  });
  return { height: Math.round(bottom + FOOT), elements: [drawAxis(axis, top, bottom), legend, ...rows] };
}

const sideBySide = ({ values }: Bar, words: (value: Decimal) => string): (Stripe | null)[] =>
  values.map((value, index) => value && { segments: [{ from: new Exact(0), to: value, colour: colourOf(index) }], words: words(value) });

/** What is below zero goes to the left of it. */
function stack({ values, total = '' }: Bar): Stripe {
  const ends = { left: new Exact(0), right: new Exact(0) };
  const segments = values.flatMap((value, index): BarSegment[] => {
    if (!value || value.isZero()) return [];
    const side = value.isNegative() ? 'left' : 'right';
    const from = ends[side];
    ends[side] = from.plus(value);
    return [{ from, to: ends[side], colour: colourOf(index) }];
  });
  return { segments, words: total };
}

/** Where nothing is printed there is room and no stripe. */
function drawStripes(stripes: readonly (Stripe | null)[], middle: number, axis: Axis): string {
  const top = middle - (stripes.length * (THICKEST + GAP) - GAP) / 2;
  return stripes.map((stripe, index) => (stripe ? drawStripe(stripe, top + index * (THICKEST + GAP), axis) : '')).join('');
}

function drawStripe({ segments, words }: Stripe, y: number, axis: Axis): string {
  const drawn = segments.map(({ from, to, colour }) => {
    const [start, end] = [axis.xOf(from), axis.xOf(to)];
    return element('rect', { x: Math.min(start, end), y, width: Math.abs(end - start), height: THICKEST, fill: colour });
  });
  const end = Math.max(axis.xOf(new Exact(0)), ...segments.map(({ to }) => axis.xOf(to)));
  return drawn.join('') + drawText(words, FONT_SIZE, end + ASIDE, y + THICKEST / 2, 'start');
}

function drawAxis({ ticks, xOf }: Axis, top: number, bottom: number): string {
  const zero = xOf(new Exact(0));
  const lines = ticks.map(({ x, text }) => {
    const line = element('path', { d: svgPath`M${x} ${top}V${bottom}`, stroke: FAINT });
    return line + drawText(text, FONT_SIZE, x, bottom + FOOT / 2, 'middle');
  });
  return lines.join('') + element('path', { d: svgPath`M${zero} ${top}V${bottom}`, stroke: INK, 'stroke-opacity': 0.4 });
}

/** px: of the sample of a colour, of the space after it, and between entries. */
const SAMPLE = { width: 24, height: 14, after: 5, between: 16 };

function drawLegend(series: readonly string[]): string {
  let x = LEFT;
  const middle = LEGEND / 2 - 2;
  return series
    .map((name, index) => {
      const { width, height, after, between } = SAMPLE;
      const sample = element('rect', { x, y: middle - height / 2, width, height, rx: 3, fill: colourOf(index) });
      const text = drawText(name, FONT_SIZE, x + width + after, middle, 'start');
      x += width + after + (displayWidth(name) * FONT_SIZE) / 2 + between;
      return sample + text;
    })
    .join('');
}
