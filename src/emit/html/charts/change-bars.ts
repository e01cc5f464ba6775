import type { Decimal } from 'decimal.js';
import type { ChangeBars } from '../../../../extractors/charts.js';
import type { Disclosure } from '../../../../schemas/disclosure.js';
import { must } from '../../../base/invariant.js';
import { Exact, isUnit, placesOf, powerOf, UNIT_WORDS } from '../../../base/money.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { squeeze } from '../../../base/text.js';
import { formatAmount, withoutOrdinal } from '../amount.js';
import { barChart } from './bar-chart.js';
import type { Chart } from './figure.js';

/** 与上年度相比，收、支总计各减少417.27万元，下降54.35%。 */
const CHANGE = new RegExp(
  '(?:与|比|较|同)(?<year>上年|上一年|去年|20\\d{2}年)[^。；]{0,30}?' +
    `(?<direction>增加|减少|增长|下降)(?<digits>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>${UNIT_WORDS})` +
    '(?:[^。；\\d]{0,12}(?:增长|下降|增加|减少|上升|降低)(?<rate>\\d+(?:\\.\\d+)?[%％]))?',
  'u',
);
/** 1.一般公共预算财政拨款收入19572.91万元，…: a sentence of one item is about that alone. */
const ITEM = /^[（(]?\d{1,2}[)）.．、](?!\d)(\D{2,30}?)(?=\d)/u;
/** All changes are drawn in it. */
const UNIT = '万元';
const MOST = 8;

/** The changes on the year before that the prose states, the first of each chapter. Null where it states none. */
export function changeBars({ title, chapters }: ChangeBars, { sections, document }: Disclosure): Chart | null {
  const changes = new Map<string, YearChange>();
  for (const { heading, text } of sections) {
    const chapter = heading === null ? '' : chapterName(heading);
    if (!chapters.test(chapter) || changes.size >= MOST) continue;
    const change = changeIn(text, document.year);
    const name = change && (ITEM.exec(change.sentence)?.[1] ?? chapter);
    if (change && name && !changes.has(name)) changes.set(name, change);
  }
  if (changes.size === 0) return null;
  const places = Math.max(...[...changes.values()].map((change) => change.places));
  const chart = barChart({
    title,
    description: `文字说明中印出的增减额，单位：${UNIT}；各章第一处。与其他数字不符之处见“发现”。`,
    unit: UNIT,
    series: ['增减额'],
    bars: [...changes].map(([name, { value }]) => ({ name, values: [value] })),
    places,
  });
  return {
    ...chart,
    table: {
      heads: ['事项', `增减额（${UNIT}）`, '增减率', '原文'],
      lines: [...changes].map(([name, { value, rate, sentence }]) => [name, formatAmount(value, places), rate, sentence]),
      numbers: [1, 2],
    },
  };
}

interface YearChange {
  /** 万元. */
  readonly value: Decimal;
  /** Decimals to write it with. */
  readonly places: number;
  /** As printed, with a sign; empty where none is. */
  readonly rate: string;
  readonly sentence: string;
}

/** The first change on a year before `year`. */
function changeIn(text: string, year: number | null): YearChange | null {
  for (const sentence of squeeze(text).split(/(?<=[。；])/u)) {
    const found = CHANGE.exec(sentence)?.groups;
    if (found && isBefore(must(found['year'], 'a year'), year)) return toChange(found, sentence);
  }
  return null;
}

const YEAR = new RegExp(YEAR_DIGITS, 'u');

/** 上年 is before any year. */
function isBefore(words: string, year: number | null): boolean {
  const named = YEAR.exec(words)?.[0];
  return year === null || named === undefined || Number(named) < year;
}

function toChange(found: Readonly<Record<string, string | undefined>>, sentence: string): YearChange {
  const [digits, unit] = [must(found['digits'], 'an amount').replaceAll(',', ''), must(found['unit'], 'a unit')];
  if (!isUnit(unit)) throw new Error(`Chart: ${unit} is no unit.`);
  const falls = /减少|下降/u.test(must(found['direction'], 'a direction'));
  const value = new Exact(digits).times(falls ? -1 : 1).times(new Exact(10).pow(powerOf(unit) - powerOf(UNIT)));
  return {
    value,
    places: Math.max(value.decimalPlaces(), unit === UNIT ? placesOf(digits) : 0),
    rate: found['rate'] === undefined ? '' : `${falls ? '-' : ''}${found['rate']}`,
    sentence,
  };
}

const chapterName = (heading: string): string =>
  withoutOrdinal(squeeze(heading))
    .replace(/^20\d{2}年度?/u, '')
    // 支出预算情况说明（详见表1-3）
    .replace(/（(?:详?见|附)[^（）]*）$/u, '')
    .replace(/(?:的)?说明$/u, '')
    .replace(/[：:。]$/u, '');
