import { type DocumentFamily, formName } from '../../extractors/family.js';
import { NOT_PRINTED } from '../emit/words.js';
import type { CarriedFigure } from './carried.js';
import { colourOf } from './documents-listing.js';
import type { Listing, ListingCell, ListingColumn } from './listing.js';
import type { Side, YearPair } from './pair.js';
import { statusInWords } from './words.js';
import type { RowPair, YearsComparison } from './years.js';

/** The years that are compared, and what forms are called. */
export interface YearWords {
  readonly years: readonly [number, number];
  readonly families: readonly DocumentFamily[];
}

/** What both figures of two years print, their difference and its share. */
const pairColumns = ([earlier, later]: YearWords['years']): readonly (ListingColumn & { of: (pair: YearPair) => ListingCell })[] => {
  const side = (name: string, year: number, of: (pair: YearPair) => Side | null) => [
    {
      ...{ name: `${name}_printed`, title: `${year}印作`, kind: 'text' as const, width: 18 },
      of: (pair: YearPair) => {
        const one = of(pair);
        return one ? { value: `${one.text}${one.unit ?? ''}`, ...colourOf(one.status) } : { value: NOT_PRINTED };
      },
    },
    {
      name: `${name}_yuan`,
      title: `${year}（元）`,
      kind: 'amount' as const,
      width: 18,
      of: (pair: YearPair) => ({ value: of(pair)?.yuan ?? null }),
    },
    {
      ...{ name: `${name}_status`, title: `${year}状态`, kind: 'text' as const, width: 11 },
      of: (pair: YearPair) => ({ value: statusInWords(of(pair)?.status ?? null) }),
    },
    {
      name: `${name}_page`,
      title: `${year}页`,
      kind: 'amount' as const,
      width: 7,
      of: (pair: YearPair) => ({ value: of(pair)?.page ?? null }),
    },
  ];
  return [
    ...side('earlier', earlier, (pair) => pair.earlier),
    ...side('later', later, (pair) => pair.later),
    { name: 'difference_yuan', title: '增减额（元）', kind: 'amount', width: 18, of: ({ difference }) => ({ value: difference }) },
    { name: 'percent', title: '增减（%）', kind: 'amount', width: 11, of: ({ percent }) => ({ value: percent }) },
  ];
};

const text = (name: string, title: string, width: number): ListingColumn => ({ name, title, kind: 'text', width });

/** The figures that one quotes. */
export function indicatorsListing({ indicators }: YearsComparison, { years }: YearWords): Listing {
  const columns = pairColumns(years);
  return {
    name: '指标',
    columns: [text('id', '标识', 24), text('words', '指标', 28), ...columns],
    lines: indicators.map((pair) => [{ value: pair.id }, { value: pair.words }, ...columns.map(({ of }) => of(pair))]),
  };
}

/** Where a row's amount stands. */
const PLACE_COLUMNS: readonly ListingColumn[] = [
  text('form', '表', 28),
  text('panel', '栏目', 10),
  text('code', '编码', 10),
  text('name', '项目', 30),
  text('column', '列', 24),
];

const placeOf = ({ form, panel, code, name, columnPath }: RowPair, { families }: YearWords): (string | null)[] => [
  formName(form, families),
  panel,
  code,
  name,
  columnPath,
];

/** Every amount of the tables. */
export function rowsListing({ rows }: YearsComparison, words: YearWords): Listing {
  const columns = pairColumns(words.years);
  return {
    name: '各表',
    columns: [...PLACE_COLUMNS, ...columns],
    lines: rows.map((pair) => [...placeOf(pair, words).map((value) => ({ value })), ...columns.map(({ of }) => of(pair))]),
  };
}

export const AGREEMENTS: Readonly<Record<CarriedFigure['agreement'], string>> = {
  equal: '一致',
  rounding: '尾差',
  different: '不符',
  one: '只有一年印出',
};

/** What the later document restates from the earlier. */
export function carriedListing({ carried }: YearsComparison, { years, families }: YearWords): Listing {
  const [earlier, later] = years;
  // Of what archives keep of a figure the page is not a part.
  const columns = pairColumns(years).filter(({ name }) => !name.endsWith('_page') && name !== 'percent');
  return {
    name: '结转',
    columns: [
      text('form', '表', 28),
      text('earlier_words', `${earlier}项目`, 24),
      text('later_words', `${later}项目`, 24),
      ...columns,
      text('agreement', '核对', 14),
      text('rule', '规则', 20),
    ],
    lines: carried.map((one) => [
      ...[formName(one.form, families), one.words.earlier, one.words.later].map((value) => ({ value })),
      ...columns.map(({ of }) => of(one)),
      { value: AGREEMENTS[one.agreement] },
      { value: one.rule },
    ]),
  };
}

/** All of them in one table, for CSV: `part` says which a line is of. */
export function yearsListing(comparison: YearsComparison, words: YearWords): Listing {
  const pairs = pairColumns(words.years);
  const line = (part: string, place: readonly (string | null)[], pair: readonly ListingCell[], note: string | null): ListingCell[] => [
    ...[part, ...place].map((value) => ({ value })),
    ...pair,
    { value: note },
  ];
  const cells = (pair: YearPair) => pairs.map(({ of }) => of(pair));
  return {
    name: '比较',
    columns: [text('part', '部分', 8), ...PLACE_COLUMNS, ...pairs, text('note', '备注', 20)],
    lines: [
      ...comparison.indicators.map((pair) => line('指标', [null, null, null, pair.words, pair.id], cells(pair), null)),
      ...comparison.carried.map((one) => line('结转', carriedPlace(one, words), cells(one), AGREEMENTS[one.agreement])),
      ...comparison.rows.map((pair) => line('各表', placeOf(pair, words), cells(pair), null)),
    ],
  };
}

const carriedPlace = ({ form, words }: CarriedFigure, { families }: YearWords): (string | null)[] => [
  formName(form, families),
  null,
  null,
  words.earlier === words.later ? words.later : `${words.earlier} → ${words.later}`,
  null,
];
