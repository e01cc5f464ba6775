import { formName } from '../../extractors/family.js';
import { textTable } from '../base/text-table.js';
import type { YearPair } from './pair.js';
import { asPrinted } from './words.js';
import type { YearsComparison } from './years.js';
import { AGREEMENTS, type YearWords } from './years-listing.js';

/** Columns of the terminal. */
const WIDEST = 44;

const PAIR_COLUMNS = ([earlier, later]: YearWords['years']) =>
  [String(earlier), String(later), '增减额（元）', '增减（%）'].map((title) => ({ title, align: 'right' as const }));

const pairCells = ({ earlier, later, difference, percent }: YearPair): string[] => [
  asPrinted(earlier),
  asPrinted(later),
  difference ?? '',
  percent ?? '',
];

/** Two years in a terminal: the figures that one quotes, what is carried over, and every amount of the tables that changed. */
export function yearsText(comparison: YearsComparison, { years, families }: YearWords): string {
  const { indicators, rows, carried } = comparison;
  const changed = rows.filter(({ earlier, later, difference }) => !earlier || !later || difference === null || /[1-9]/.test(difference));
  const left = (title: string) => ({ title, align: 'left' as const });
  const parts = [
    textTable(
      [left('指标'), ...PAIR_COLUMNS(years)],
      indicators.map((pair) => [pair.words, ...pairCells(pair)]),
      { widest: WIDEST },
    ),
    ...(carried.length === 0 ? [] : [carriedText(comparison, { years, families })]),
    `${countsLine(comparison, changed.length, years)}\n`,
    ...(changed.length === 0
      ? []
      : [
          textTable(
            [left('表'), left('项目'), left('列'), ...PAIR_COLUMNS(years)],
            changed.map((pair) => [
              formName(pair.form, families),
              [pair.panel, pair.code, pair.name ?? pair.concept].filter(Boolean).join(' '),
              pair.columnPath,
              ...pairCells(pair),
            ]),
            { widest: WIDEST },
          ),
        ]),
  ];
  return parts.join('\n');
}

function carriedText({ carried }: YearsComparison, { years, families }: YearWords): string {
  const [earlier, later] = years;
  return textTable(
    [
      { title: '结转', align: 'left' },
      { title: '表', align: 'left' },
      { title: String(earlier), align: 'right' },
      { title: String(later), align: 'right' },
      { title: '核对', align: 'left' },
    ],
    carried.map((one) => [
      one.words.earlier === one.words.later ? one.words.later : `${one.words.earlier} → ${one.words.later}`,
      formName(one.form, families),
      asPrinted(one.earlier),
      asPrinted(one.later),
      `${AGREEMENTS[one.agreement]}${one.agreement === 'different' && one.difference !== null ? `，相差${one.difference.replace('-', '')}元` : ''}`,
    ]),
    { widest: WIDEST },
  );
}

function countsLine({ rows, unpaired }: YearsComparison, changed: number, [earlier, later]: YearWords['years']): string {
  const only = (missing: 'earlier' | 'later') => rows.filter((pair) => pair[missing] === null).length;
  const { repeated, nameless, withoutUnit } = unpaired;
  const left = [
    [repeated, '所在行重复印出'],
    [nameless, '所在行无名'],
    [withoutUnit, '单位未印'],
  ] as const;
  const words = left.filter(([count]) => count > 0).map(([count, why]) => `${count}处因${why}未比较`);
  return [
    `各表金额${rows.length}处，${rows.length - changed}处相同，${changed}处有变化`,
    `只见于${earlier}年${only('later')}处，只见于${later}年${only('earlier')}处`,
    ...words,
  ].join('；');
}
