import { type DocumentFamily, formName } from '../../extractors/family.js';
import { say, spoken } from '../base/language.js';
import { notPrinted } from '../emit/words.js';
import { figureName } from '../english/terms.js';
import type { CarriedFigure } from './carried.js';
import { colourOf } from './documents-listing.js';
import type { Listing, ListingCell, ListingColumn } from './listing.js';
import type { Side, YearPair } from './pair.js';
import { statusInWords } from './words.js';
import type { RowPair, YearsComparison } from './years.js';
import { yearsPerHead } from './years-per-head.js';

/** The years that are compared, and what forms are called. */
export interface YearWords {
  readonly years: readonly [number, number];
  readonly families: readonly DocumentFamily[];
  /** The heads of both years, where figures for each head are asked for. */
  readonly heads?: readonly [string, string];
}

/** What both figures of two years print, their difference and its share. */
const pairColumns = ([earlier, later]: YearWords['years']): readonly (ListingColumn & { of: (pair: YearPair) => ListingCell })[] => {
  const side = (name: string, year: number, of: (pair: YearPair) => Side | null) => [
    {
      ...{ name: `${name}_printed`, title: say(`${year}印作`, `${year} as printed`), kind: 'text' as const, width: 18 },
      of: (pair: YearPair) => {
        const one = of(pair);
        return one ? { value: `${one.text}${one.unit ?? ''}`, ...colourOf(one.status) } : { value: notPrinted() };
      },
    },
    {
      name: `${name}_yuan`,
      title: say(`${year}（元）`, `${year} (元)`),
      kind: 'amount' as const,
      width: 18,
      of: (pair: YearPair) => ({ value: of(pair)?.yuan ?? null }),
    },
    {
      ...{ name: `${name}_status`, title: say(`${year}状态`, `${year} status`), kind: 'text' as const, width: 11 },
      of: (pair: YearPair) => ({ value: statusInWords(of(pair)?.status ?? null) }),
    },
    {
      name: `${name}_page`,
      title: say(`${year}页`, `${year} page`),
      kind: 'amount' as const,
      width: 7,
      of: (pair: YearPair) => ({ value: of(pair)?.page ?? null }),
    },
  ];
  return [
    ...side('earlier', earlier, (pair) => pair.earlier),
    ...side('later', later, (pair) => pair.later),
    {
      name: 'difference_yuan',
      title: say('增减额（元）', 'Change (元)'),
      kind: 'amount',
      width: 18,
      of: ({ difference }) => ({ value: difference }),
    },
    { name: 'percent', title: say('增减（%）', 'Change (%)'), kind: 'amount', width: 11, of: ({ percent }) => ({ value: percent }) },
  ];
};

const text = (name: string, title: string, width: number): ListingColumn => ({ name, title, kind: 'text', width });

/** The figures that one quotes. */
export function indicatorsListing({ indicators }: YearsComparison, { years }: YearWords): Listing {
  const columns = pairColumns(years);
  return {
    name: say('指标', 'Figures'),
    columns: [text('id', say('标识', 'Id'), 24), text('words', say('指标', 'Figure'), 28), ...columns],
    lines: indicators.map((pair) => [{ value: pair.id }, { value: figureName(pair) }, ...columns.map(({ of }) => of(pair))]),
  };
}

/** The same for each head; no lines where heads are not known. */
export function perHeadListing({ indicators }: YearsComparison, { years: [earlier, later], heads }: YearWords): Listing {
  const amount = (name: string, title: string): ListingColumn => ({ name, title, kind: 'amount', width: 18 });
  return {
    name: say('人均', 'Per head'),
    columns: [
      text('id', say('标识', 'Id'), 24),
      text('words', say('指标', 'Figure'), 28),
      ...(['earlier', 'later'] as const).flatMap((side, index) => {
        const year = index === 0 ? earlier : later;
        return [
          amount(`${side}_heads`, say(`${year}人数`, `${year} heads`)),
          amount(`${side}_per_head`, say(`${year}（元/人）`, `${year} (元 per head)`)),
        ];
      }),
      amount('difference_per_head', say('增减额（元/人）', 'Change (元 per head)')),
      amount('percent', say('增减（%）', 'Change (%)')),
    ],
    lines: heads
      ? yearsPerHead(indicators, heads).map((pair) =>
          [pair.id, figureName(pair), heads[0], pair.earlier, heads[1], pair.later, pair.difference, pair.percent].map((value) => ({
            value,
          })),
        )
      : [],
  };
}

/** Where a row's amount stands. */
const placeColumns = (): readonly ListingColumn[] => [
  text('form', say('表', 'Table'), 28),
  text('panel', say('栏目', 'Part'), 10),
  text('code', say('编码', 'Code'), 10),
  text('name', say('项目', 'Item'), 30),
  text('column', say('列', 'Column'), 24),
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
    name: say('各表', 'Tables'),
    columns: [...placeColumns(), ...columns],
    lines: rows.map((pair) => [...placeOf(pair, words).map((value) => ({ value })), ...columns.map(({ of }) => of(pair))]),
  };
}

export const AGREEMENTS: Readonly<Record<CarriedFigure['agreement'], string>> = spoken({
  equal: ['一致', 'equal'],
  rounding: ['尾差', 'rounding'],
  different: ['不符', 'different'],
  one: ['只有一年印出', 'printed in one year only'],
});

/** What the later document restates from the earlier. */
export function carriedListing({ carried }: YearsComparison, { years, families }: YearWords): Listing {
  const [earlier, later] = years;
  // Of what archives keep of a figure the page is not a part.
  const columns = pairColumns(years).filter(({ name }) => !name.endsWith('_page') && name !== 'percent');
  return {
    name: say('结转', 'Carried over'),
    columns: [
      text('form', say('表', 'Table'), 28),
      text('earlier_words', say(`${earlier}项目`, `${earlier} item`), 24),
      text('later_words', say(`${later}项目`, `${later} item`), 24),
      ...columns,
      text('agreement', say('核对', 'Check'), 14),
      text('rule', say('规则', 'Rule'), 20),
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
    name: say('比较', 'Comparison'),
    columns: [text('part', say('部分', 'Part'), 8), ...placeColumns(), ...pairs, text('note', say('备注', 'Note'), 20)],
    lines: [
      ...comparison.indicators.map((pair) =>
        line(say('指标', 'Figures'), [null, null, null, figureName(pair), pair.id], cells(pair), null),
      ),
      ...perHeadLines(comparison, words, line),
      ...comparison.carried.map((one) =>
        line(say('结转', 'Carried over'), carriedPlace(one, words), cells(one), AGREEMENTS[one.agreement]),
      ),
      ...comparison.rows.map((pair) => line(say('各表', 'Tables'), placeOf(pair, words), cells(pair), null)),
    ],
  };
}

/** In the columns of amounts; as printed there is nothing. */
function perHeadLines(
  { indicators }: YearsComparison,
  { heads }: YearWords,
  line: (part: string, place: readonly (string | null)[], pair: readonly ListingCell[], note: string | null) => ListingCell[],
): ListingCell[][] {
  if (!heads) return [];
  const [from, to] = heads;
  return yearsPerHead(indicators, heads).map((pair) => {
    const cells = [null, pair.earlier, null, null, null, pair.later, null, null, pair.difference, pair.percent];
    const note = say(`元/人，人数 ${from}、${to}`, `元 per head, ${from} and ${to} heads`);
    return line(
      say('人均', 'Per head'),
      [null, null, null, figureName(pair), pair.id],
      cells.map((value) => ({ value })),
      note,
    );
  });
}

const carriedPlace = ({ form, words }: CarriedFigure, { families }: YearWords): (string | null)[] => [
  formName(form, families),
  null,
  null,
  words.earlier === words.later ? words.later : `${words.earlier} → ${words.later}`,
  null,
];
