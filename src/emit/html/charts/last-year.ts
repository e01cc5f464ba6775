import { Decimal } from 'decimal.js';
import type { Disclosure } from '../../../../schemas/disclosure.js';
import { inWords, withoutOrdinal } from './amount.js';
import { barsChart } from './bars.js';
import type { Chart } from './chart.js';

/** 与上年度相比，收、支总计各减少417.27万元，下降54.35%。 */
const CHANGE =
  /(?:与|比|较|同)(?<year>上年|上一年|去年|20\d{2}年)[^。；]{0,30}?(?<direction>增加|减少|增长|下降)(?<digits>\d[\d,]*(?:\.\d+)?)(?<unit>亿元|万元|元)(?:[^。；\d]{0,12}(?:增长|下降|增加|减少|上升|降低)(?<rate>\d+(?:\.\d+)?[%％]))?/u;
/** Powers of ten of 万元. */
const POWERS: Readonly<Record<string, number>> = { 亿元: 4, 万元: 0, 元: -4 };
/** The chapters that explain totals. */
const TELLING = /收入|支出|收支|三公|运行经费/u;
/** 1.一般公共预算财政拨款收入19572.91万元，…: a sentence of one item speaks of that alone. */
const ITEM = /^[（(]?\d{1,2}[)）.．、](?!\d)(\D{2,30}?)(?=\d)/u;
const MOST = 8;

/** What the prose says of the change on the year before: the first such sentence of each chapter. Null where none says so. */
export function lastYearChart({ sections, document }: Disclosure): Chart | null {
  const told = new Map<string, Change>();
  for (const { heading, text } of sections) {
    const title = heading === null ? '' : titleOf(heading);
    if (!TELLING.test(title) || told.size >= MOST) continue;
    const found = changeIn(text, document.year);
    const name = found && (ITEM.exec(found.sentence)?.[1] ?? title);
    if (found && name && !told.has(name)) told.set(name, found);
  }
  if (told.size === 0) return null;
  const places = Math.max(...[...told.values()].map((change) => change.places));
  const bars = [...told].map(([name, { value }]) => ({ name, values: [value] }));
  const chart = barsChart({
    title: '比上年增减',
    says: '文字说明中印出的增减额，单位：万元；各章第一处。与其他数字不符之处见“发现”。',
    unit: '万元',
    series: ['增减额'],
    bars,
    places,
  });
  return {
    ...chart,
    table: {
      heads: ['事项', '增减额（万元）', '增减率', '原文'],
      lines: [...told].map(([name, { value, rate, sentence }]) => [name, inWords(value, places), rate, sentence]),
      numbers: [1, 2],
    },
  };
}

interface Change {
  /** 万元. */
  readonly value: Decimal;
  readonly places: number;
  readonly rate: string;
  readonly sentence: string;
}

function changeIn(text: string, year: number | null): Change | null {
  for (const sentence of text.replace(/\s+/gu, '').split(/(?<=[。；])/u)) {
    const found = CHANGE.exec(sentence)?.groups;
    if (!found) continue;
    const named = Number(/20\d{2}/.exec(found['year'] ?? '')?.[0] ?? Number.NaN);
    if (year !== null && named >= year) continue;
    const sign = /减少|下降/u.test(found['direction'] ?? '') ? -1 : 1;
    const amount = new Decimal((found['digits'] ?? '0').replaceAll(',', ''));
    const value = amount.times(sign).times(new Decimal(10).pow(POWERS[found['unit'] ?? ''] ?? 0));
    const rate = found['rate'] === undefined ? '' : `${sign < 0 ? '-' : ''}${found['rate']}`;
    const places = Math.max(value.decimalPlaces(), found['unit'] === '万元' ? (found['digits']?.split('.')[1]?.length ?? 0) : 0);
    return { value, places, rate, sentence };
  }
  return null;
}

const titleOf = (heading: string): string =>
  withoutOrdinal(heading.replace(/\s+/gu, ''))
    .replace(/^20\d{2}年度?/u, '')
    .replace(/(?:的)?说明$/u, '')
    .replace(/[：:。]$/u, '');
