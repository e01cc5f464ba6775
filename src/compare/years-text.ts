import { formName } from '../../extractors/family.js';
import { say } from '../base/language.js';
import { textTable } from '../base/text-table.js';
import { figureName } from '../english/terms.js';
import type { CarriedFigure } from './carried.js';
import { perHeadNote } from './documents-text.js';
import type { YearPair } from './pair.js';
import { asPrinted } from './words.js';
import type { RowPair, YearsComparison } from './years.js';
import { AGREEMENTS, type YearWords } from './years-listing.js';
import { yearsPerHead } from './years-per-head.js';

/** Columns of the terminal: English names of figures have the Chinese ones behind. */
const widest = (): number => say(44, 60);

const PAIR_COLUMNS = ([earlier, later]: YearWords['years']) =>
  [String(earlier), String(later), say('增减额（元）', 'Change (元)'), say('增减（%）', 'Change (%)')].map((title) => ({
    title,
    align: 'right' as const,
  }));

const pairCells = ({ earlier, later, difference, percent }: YearPair): string[] => [
  asPrinted(earlier),
  asPrinted(later),
  difference ?? '',
  percent ?? '',
];

/** Two years in a terminal: the figures that one quotes, what is carried over, and every amount of the tables that changed. */
export function yearsText(comparison: YearsComparison, words: YearWords): string {
  const { years, families, heads } = words;
  const { indicators, carried } = comparison;
  const changed = changedRows(comparison);
  const left = (title: string) => ({ title, align: 'left' as const });
  const parts = [
    textTable(
      [left(say('指标', 'Figure')), ...PAIR_COLUMNS(years)],
      indicators.map((pair) => [figureName(pair), ...pairCells(pair)]),
      { widest: widest() },
    ),
    ...(heads ? [perHeadText(comparison, years, heads)] : []),
    ...(carried.length === 0 ? [] : [carriedText(comparison, words)]),
    `${countsLine(comparison, changed.length, years)}\n`,
    ...(changed.length === 0
      ? []
      : [
          textTable(
            [left(say('表', 'Table')), left(say('项目', 'Item')), left(say('列', 'Column')), ...PAIR_COLUMNS(years)],
            changed.map((pair) => [
              formName(pair.form, families),
              [pair.panel, pair.code, pair.name ?? pair.concept].filter(Boolean).join(' '),
              pair.columnPath,
              ...pairCells(pair),
            ]),
            { widest: widest() },
          ),
        ]),
  ];
  return parts.join('\n');
}

function carriedText({ carried }: YearsComparison, { years, families }: YearWords): string {
  const [earlier, later] = years;
  return textTable(
    [
      { title: say('结转', 'Carried over'), align: 'left' },
      { title: say('表', 'Table'), align: 'left' },
      { title: String(earlier), align: 'right' },
      { title: String(later), align: 'right' },
      { title: say('核对', 'Check'), align: 'left' },
    ],
    carried.map((one) => [
      one.words.earlier === one.words.later ? one.words.later : `${one.words.earlier} → ${one.words.later}`,
      formName(one.form, families),
      asPrinted(one.earlier),
      asPrinted(one.later),
      agreementInWords(one),
    ]),
    { widest: widest() },
  );
}

/** 不符，相差25000.00元. */
export function agreementInWords({ agreement, difference }: CarriedFigure): string {
  if (agreement !== 'different' || difference === null) return AGREEMENTS[agreement];
  const apart = difference.replace('-', '');
  return AGREEMENTS.different + say(`，相差${apart}元`, `, by ${apart} 元`);
}

function perHeadText({ indicators }: YearsComparison, [earlier, later]: YearWords['years'], heads: readonly [string, string]): string {
  const side = (year: number, count: string) => say(`${year}（${count}人）`, `${year} (${count} heads)`);
  const titles = [
    side(earlier, heads[0]),
    side(later, heads[1]),
    say('增减额（元/人）', 'Change (元 per head)'),
    say('增减（%）', 'Change (%)'),
  ];
  const table = textTable(
    [{ title: say('人均（元/人）', 'Per head (元)'), align: 'left' }, ...titles.map((title) => ({ title, align: 'right' as const }))],
    yearsPerHead(indicators, heads).map((pair) => [
      figureName(pair),
      ...[pair.earlier, pair.later, pair.difference, pair.percent].map((cell) => cell ?? ''),
    ]),
    { widest: widest() },
  );
  return `${table}${perHeadNote()}\n`;
}

/** The amounts that differ, or that only one year prints. */
export const changedRows = ({ rows }: YearsComparison): RowPair[] =>
  rows.filter(({ earlier, later, difference }) => !earlier || !later || difference === null || /[1-9]/.test(difference));

/** How many amounts were compared, how many changed, and how many could not be paired. */
export function countsLine({ rows, unpaired }: YearsComparison, changed: number, [earlier, later]: YearWords['years']): string {
  const only = (missing: 'earlier' | 'later') => rows.filter((pair) => pair[missing] === null).length;
  const { repeated, nameless, withoutUnit } = unpaired;
  const left = [
    [repeated, say('所在行重复印出', 'their row is printed twice')],
    [nameless, say('所在行无名', 'their row has no name')],
    [withoutUnit, say('单位未印', 'no unit is printed')],
  ] as const;
  const words = left
    .filter(([count]) => count > 0)
    .map(([count, why]) => say(`${count}处因${why}未比较`, `${count} were not compared: ${why}`));
  return [
    say(
      `各表金额${rows.length}处，${rows.length - changed}处相同，${changed}处有变化`,
      `${rows.length} amounts of the tables: ${rows.length - changed} the same, ${changed} changed`,
    ),
    say(
      `只见于${earlier}年${only('later')}处，只见于${later}年${only('earlier')}处`,
      `${only('later')} in ${earlier} only, ${only('earlier')} in ${later} only`,
    ),
    ...words,
  ].join(say('；', '; '));
}
