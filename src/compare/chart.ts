import type { Decimal } from 'decimal.js';
import { say } from '../base/language.js';
import { commonPlaces, Exact, factorOf, isUnit, type Unit } from '../base/money.js';
import { version } from '../base/version.js';
import { type Bars, drawBars } from '../emit/html/charts/bars-drawing.js';
import { svgFile } from '../emit/html/charts/chart-file.js';
import type { Chart } from '../emit/html/charts/figure.js';
import { notPrinted, OUTCOMES } from '../emit/words.js';
import { figureName } from '../english/terms.js';
import type { ComparedValue } from '../indicators/compared.js';
import type { AskedFigure, DocumentLine } from './documents.js';
import { perHead } from './per-head.js';
import { asPrinted, markOf, statusInWords, unitUnknown } from './words.js';
import type { IndicatorPair } from './years.js';

type Amount = Pick<ComparedValue, 'value' | 'unit' | 'yuan' | 'status'>;

/** One figure of many documents as lying bars; those that do not print it have a line without a bar that says so. */
export const documentsSvg = (lines: readonly DocumentLine[], figure: AskedFigure): string =>
  svgFile(documentsChart(lines, figure), { title: '', source: documentsSource(lines) });

/** The same for each head. */
export const perHeadSvg = (lines: readonly DocumentLine[], figure: AskedFigure): string =>
  svgFile(perHeadChart(lines, figure), { title: '', source: documentsSource(lines) });

/** The figures of two years, a bar for each year. @param source what it is drawn from */
export const yearsSvg = (title: string, years: readonly [string, string], pairs: readonly IndicatorPair[], source = ''): string =>
  svgFile(yearsChart(title, years, pairs), { title: '', source });

/** From what a chart of many documents is drawn. */
export const documentsSource = (lines: readonly DocumentLine[]): string =>
  say(`来源：${lines.length}份文件，juesuan ${version}。`, `Source: ${lines.length} documents, juesuan ${version}.`);

export function documentsChart(lines: readonly DocumentLine[], figure: AskedFigure): Chart {
  const own = (line: DocumentLine) => line.values.get(figure.id) ?? null;
  const scale = scaleOf(lines.flatMap((line) => own(line) ?? []));
  const name = figureName(figure);
  const bars = lines.map((line) => ({ name: nameOf(line, own(line)), values: [scale.of(own(line))] }));
  return {
    ...chartOf(name, inUnit(scale.unit), { series: [name], bars, places: scale.places }),
    table: {
      heads: [say('部门', 'Department'), name],
      lines: lines.map((line) => [nameOf(line, own(line)), asPrinted(own(line))]),
      numbers: [1],
    },
  };
}

/** One figure of many documents for each head, in 元; of documents without heads or amount no bar. */
export function perHeadChart(lines: readonly DocumentLine[], figure: AskedFigure): Chart {
  const amounts = lines.map((line) => {
    const value = line.values.get(figure.id) ?? null;
    const each = value?.yuan != null && line.heads != null ? perHead(value.yuan, line.heads) : null;
    return { name: nameOf(line, value) + (line.heads == null ? '' : say(`（${line.heads}人）`, ` (${line.heads} heads)`)), each };
  });
  const title = say(`${figureName(figure)}（人均）`, `${figureName(figure)}, per head`);
  const bars = amounts.map(({ name, each }) => ({ name, values: [each === null ? null : new Exact(each)] }));
  return {
    ...chartOf(title, say('单位：元/人，四舍五入到分。', 'Unit: 元 per head, rounded to 0.01.'), { series: [title], bars, places: 2 }),
    table: {
      heads: [say('部门', 'Department'), say('元/人', '元 per head')],
      lines: amounts.map(({ name, each }) => [name, each ?? '']),
      numbers: [1],
    },
  };
}

export function yearsChart(title: string, years: readonly [string, string], pairs: readonly IndicatorPair[]): Chart {
  const scale = scaleOf(pairs.flatMap(({ earlier, later }) => [earlier ?? [], later ?? []].flat()));
  const bars = pairs.map((pair) => ({
    name: figureName(pair) + markOfSide(years[0], pair.earlier) + markOfSide(years[1], pair.later),
    values: [scale.of(pair.earlier), scale.of(pair.later)],
  }));
  return {
    ...chartOf(title, inUnit(scale.unit), { series: years, bars, places: scale.places }),
    table: {
      heads: [say('指标', 'Figure'), ...years],
      lines: pairs.map((pair) => [figureName(pair), asPrinted(pair.earlier), asPrinted(pair.later)]),
      numbers: [1, 2],
    },
  };
}

const chartOf = (title: string, description: string, bars: Bars): Omit<Chart, 'table'> => ({ title, description, drawing: drawBars(bars) });

const inUnit = (unit: Unit): string => say(`单位：${unit}。`, `Unit: ${unit}.`);

const markOfSide = (year: string, side: Amount | null): string => {
  const said = side ? markOf(side) && statusInWords(side.status) : notPrinted();
  return said === '' ? '' : say(`（${year}${said}）`, ` (${year} ${said})`);
};

function nameOf({ department, year, file, status }: DocumentLine, value: Amount | null): string {
  const name = `${department ?? file}${year === null ? '' : ` ${year}`}`;
  if (value) return name + markOf(value) + (value.yuan === null && value.value !== null ? unitUnknown() : '');
  const why = status === 'failed' ? OUTCOMES.failed : notPrinted();
  return name + say(`（${why}）`, ` (${why})`);
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
