import type { Decimal } from 'decimal.js';
import type { ChangeBars } from '../../../../extractors/charts.js';
import type { Disclosure } from '../../../../schemas/disclosure.js';
import { must } from '../../../base/invariant.js';
import { say } from '../../../base/language.js';
import { Exact, isUnit, placesOf, powerOf, UNIT_WORDS } from '../../../base/money.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { squeeze } from '../../../base/text.js';
import { termInWords } from '../../../english/terms.js';
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
    const name = change && (figureIn(change.sentence, document.department) ?? chapter);
    if (change && name && !changes.has(name)) changes.set(name, change);
  }
  if (changes.size === 0) return null;
  const lines = [...changes];
  const rates = lines.flatMap(([name, { rate }]) => (rate === null ? [] : [{ name, values: [rate] }]));
  const [places, ratePlaces] = [most(lines.map(([, each]) => each.places)), most(lines.map(([, { rate }]) => rate?.decimalPlaces() ?? 0))];
  const shown =
    rates.length > 0
      ? { unit: '%', series: [say('增减率', 'Rate of change')], bars: rates, places: ratePlaces, sign: '%' }
      : { unit: UNIT, series: [say('增减额', 'Change')], bars: lines.map(([name, { value }]) => ({ name, values: [value] })), places };
  const chart = barChart({
    title: termInWords(title),
    description: say(
      `文字说明中印出的${shown.series.join('')}，单位：${shown.unit}；各章第一处。与其他数字不符之处见“问题”。`,
      `${shown.series.join('')} as the text prints it, unit: ${shown.unit}; the first of each chapter. Where it disagrees with other figures, see “Findings”.`,
    ),
    ...shown,
  });
  return {
    ...chart,
    table: {
      heads: say(['事项', `增减额（${UNIT}）`, '增减率', '原文'], ['Of what', `Change (${UNIT})`, 'Rate of change', 'Text']),
      lines: lines.map(([name, { value, printedRate, sentence }]) => [name, formatAmount(value, places), printedRate, sentence]),
      numbers: [1, 2],
    },
  };
}

const most = (places: readonly number[]): number => Math.max(0, ...places);

/** 与2023年相比，收、支总计各增加: what changes stands between the comparison and the change … */
const AFTER = /相比[，,]?(?<name>[^，,。；\d]{2,30}?)(?:各|均|分别)?(?=增加|减少|增长|下降)/u;
/** … or before the first amount: 国家信访局2024年度收入总计20451.35万元，与上年相比增加. */
const BEFORE = /^(?:[^，,。；]*?20\d{2}年度?)?(?<name>[^，,。；：:\d]{2,30}?)(?:数)?(?:为|是|共计?|合计)?(?=\d)/u;
/** A figure, and no body, verb or clause. */
const FIGURE = /(?:收入|支出|收、支|收支|经费|费|拨款|总计|合计|总额|总体|结余|结转)/u;
const FILLER = /^(?:[（(]?\d{1,2}[)）.．、]|本年度?|当年|通过|全年|本部门|本单位|其中[：:]?)/u;

/** What a sentence says changes, in its own words and without the name of the department; null where it does not say. */
function figureIn(words: string, department: string | null): string | null {
  const sentence = department === null ? words : words.replaceAll(squeeze(department), '');
  const found = [AFTER.exec(sentence)?.groups?.['name'], ITEM.exec(sentence)?.[1], BEFORE.exec(sentence)?.groups?.['name']];
  return found.flatMap((name) => (name === undefined ? [] : [name.replace(FILLER, '')])).find((name) => FIGURE.test(name)) ?? null;
}

interface YearChange {
  /** 万元. */
  readonly value: Decimal;
  /** Decimals to write it with. */
  readonly places: number;
  /** Percent, with a sign; null where none is printed. */
  readonly rate: Decimal | null;
  /** As printed, with a sign; empty where none is. */
  readonly printedRate: string;
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
  const printedRate = found['rate'] === undefined ? '' : `${falls ? '-' : ''}${found['rate']}`;
  return {
    value,
    places: Math.max(value.decimalPlaces(), unit === UNIT ? placesOf(digits) : 0),
    rate: printedRate === '' ? null : new Exact(printedRate.replace(/[%％]$/u, '')),
    printedRate,
    sentence,
  };
}

const chapterName = (heading: string): string =>
  withoutOrdinal(squeeze(heading))
    .replace(/^20\d{2}年度?/u, '')
    // 支出预算情况说明（详见表1-3）
    .replace(/（(?:详?见|附)[^（）]*）$/u, '')
    .replace(/(?:的)?说明$/u, '')
    // 支出预算总计92,596.24万元。包括
    .replace(/\d.*$/su, '')
    .replace(/[：:。]$/u, '');
