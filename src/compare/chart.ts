import type { Decimal } from 'decimal.js';
import { commonPlaces, Exact, factorOf, isUnit, type Unit } from '../base/money.js';
import { element } from '../base/xml.js';
import { type Bars, drawBars } from '../emit/html/charts/bars-drawing.js';
import { drawLabel, drawText, heightOf, svgPath, toLabel, WIDTH } from '../emit/html/charts/drawing.js';
import { svg } from '../emit/html/charts/figure.js';
import { NOT_PRINTED } from '../emit/words.js';
import type { ComparedValue } from '../indicators/compared.js';
import type { AskedFigure, DocumentLine } from './documents.js';
import { markOf, statusInWords } from './words.js';
import type { IndicatorPair } from './years.js';

type Amount = Pick<ComparedValue, 'value' | 'unit' | 'yuan' | 'status'>;

/** One figure of many documents as lying bars; those that do not print it have a line without a bar that says so. */
export function documentsSvg(lines: readonly DocumentLine[], figure: AskedFigure): string {
  const own = (line: DocumentLine) => line.values.get(figure.id) ?? null;
  const scale = scaleOf(lines.flatMap((line) => own(line) ?? []));
  const bars = lines.map((line) => ({ name: nameOf(line, own(line)), values: [scale.of(own(line))] }));
  return picture(figure.words, scale, { series: [figure.words], bars, places: scale.places });
}

/** The figures of two years, a bar for each year. */
export function yearsSvg(title: string, years: readonly [string, string], pairs: readonly IndicatorPair[]): string {
  const scale = scaleOf(pairs.flatMap(({ earlier, later }) => [earlier ?? [], later ?? []].flat()));
  const bars = pairs.map(({ words, earlier, later }) => ({
    name: words + markOfSide(years[0], earlier) + markOfSide(years[1], later),
    values: [scale.of(earlier), scale.of(later)],
  }));
  return picture(title, scale, { series: years, bars, places: scale.places });
}

const markOfSide = (year: string, side: Amount | null): string => {
  if (!side) return `（${year}${NOT_PRINTED}）`;
  return markOf(side) === '' ? '' : `（${year}${statusInWords(side.status)}）`;
};

function nameOf({ department, year, file, status }: DocumentLine, value: Amount | null): string {
  const name = `${department ?? file}${year === null ? '' : ` ${year}`}`;
  if (value) return name + markOf(value) + (value.yuan === null && value.value !== null ? '（单位未印）' : '');
  return `${name}（${status === 'failed' ? '未能提取' : NOT_PRINTED}）`;
}

/** The unit that bars are drawn in, and what an amount is in it. */
interface Scale {
  readonly unit: Unit;
  readonly places: number;
  readonly of: (amount: Amount | null) => Decimal | null;
}

/** The unit that all amounts are printed in, 元 where they are printed in several. */
function scaleOf(amounts: readonly Amount[]): Scale {
  const units = [...new Set(amounts.flatMap(({ unit, yuan }) => (yuan !== null && unit !== null && isUnit(unit) ? [unit] : [])))];
  const [only, ...others] = units;
  const unit = only === undefined || others.length > 0 ? '元' : only;
  const values = amounts.flatMap(({ yuan }) => (yuan === null ? [] : [new Exact(yuan).div(factorOf(unit)).toFixed()]));
  const printed = others.length > 0 ? values : amounts.flatMap(({ value }) => value ?? []);
  return {
    ...{ unit, places: commonPlaces(printed) ?? 0 },
    of: (amount) => (amount?.yuan == null ? null : new Exact(amount.yuan).div(factorOf(unit))),
  };
}

/** px. */
const TITLE_SIZE = 17;
const NOTE_SIZE = 12;
const MARGIN = 14;

/** A picture that stands alone: its title and unit over the bars, on a white ground. */
function picture(title: string, { unit }: Scale, bars: Bars): string {
  const { height, elements } = drawBars(bars);
  const heading = toLabel(title, TITLE_SIZE, WIDTH - 2 * MARGIN);
  const noteAt = MARGIN + heightOf(heading) + NOTE_SIZE;
  const head = noteAt + NOTE_SIZE;
  const whole = Math.round(head + height);
  return svg(
    {
      height: whole,
      elements: [
        element('path', { d: svgPath`M0 0H${WIDTH}V${whole}H0Z`, fill: '#fff' }),
        drawLabel(heading, MARGIN, MARGIN + heightOf(heading) / 2, 'start'),
        drawText(`单位：${unit}`, NOTE_SIZE, MARGIN, noteAt, 'start'),
        element('g', { transform: `translate(0 ${head})` }, elements),
      ],
    },
    `${title}，单位：${unit}`,
  );
}
