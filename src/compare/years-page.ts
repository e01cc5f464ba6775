import { formName } from '../../extractors/family.js';
import { say } from '../base/language.js';
import { version } from '../base/version.js';
import { figure } from '../emit/html/charts/figure.js';
import { folded, type Html, section } from '../emit/html/markup.js';
import { figureName } from '../english/terms.js';
import type { CarriedFigure } from './carried.js';
import { yearsChart } from './chart.js';
import { perHeadNote } from './documents-text.js';
import { comparedPage, comparedTable, type LinkTo, numberCell, type PageCell, printedCell, textCell } from './page-parts.js';
import type { Side, YearPair } from './pair.js';
import { asPrinted } from './words.js';
import type { TwoYears, YearsComparison } from './years.js';
import type { YearWords } from './years-listing.js';
import { yearsPerHead } from './years-per-head.js';
import { agreementInWords, changedRows, countsLine } from './years-text.js';

/** Where the pages of both documents can be opened. */
export interface YearLinks {
  readonly earlier: LinkTo;
  readonly later: LinkTo;
}

/** Whose account of which years: 桐柏县档案馆2022—2023年度部门决算. */
export const yearsTitle = ({ years, later }: TwoYears): string =>
  say(
    `${later.document.department ?? ''}${years.join('—')}年度${later.document.kind}`,
    `${later.document.department ?? ''} ${years.join('–')} ${later.document.kind}`,
  );

/** The two files, as a chart or a page names them. */
export function yearsSource({ years, earlier, later }: TwoYears): string {
  const files = [earlier, later].map(({ source }, index) => `${years[index]} ${source.name}（SHA-256 ${source.sha256.slice(0, SHORT)}…）`);
  return say(`来源：${files.join('，')}，juesuan ${version}。`, `Source: ${files.join(', ')}, juesuan ${version}.`);
}

/** Digits of a hash that tell files apart. */
const SHORT = 12;

/** Two years of a department as a page: a chart, the figures that one quotes, what is carried over, and every amount that changed. */
export function yearsPage(two: TwoYears, comparison: YearsComparison, words: YearWords, links: YearLinks): string {
  const { indicators } = comparison;
  const names: [string, string] = [String(words.years[0]), String(words.years[1])];
  const title = yearsTitle(two);
  const chart = yearsChart(say('各项指标', 'The figures'), names, indicators);
  const parts = [
    indicators.length === 0 ? '' : section('charts', say('图', 'Chart'), figure(chart, 'chart1', { title, source: yearsSource(two) })),
    section('figures', say('指标', 'Figures'), indicatorsTable(comparison, words, links), perHeadTable(comparison, words)),
    carriedSection(comparison, words, links),
    changesSection(comparison, words, links),
  ];
  return comparedPage(title, [yearsSource(two)], parts);
}

const pairHeads = ([earlier, later]: YearWords['years']): string[] => [
  ...[earlier, later].map(String),
  say('增减额（元）', 'Change (元)'),
  say('增减（%）', 'Change (%)'),
];

const sideCell = (side: Side | null, linkTo: LinkTo): PageCell => printedCell(asPrinted(side), side, linkTo);

const pairCells = ({ earlier, later, difference, percent }: YearPair, links: YearLinks): PageCell[] => [
  ...[sideCell(earlier, links.earlier), sideCell(later, links.later)],
  ...[numberCell(difference), numberCell(percent)],
];

function indicatorsTable({ indicators }: YearsComparison, { years }: YearWords, links: YearLinks): Html {
  const lines = indicators.map((pair) => [textCell(figureName(pair)), ...pairCells(pair, links)]);
  return comparedTable(say('两年的指标', 'The figures of both years'), [say('指标', 'Figure'), ...pairHeads(years)], lines);
}

function perHeadTable({ indicators }: YearsComparison, { years, heads }: YearWords): Html {
  if (!heads) return '';
  const side = (index: 0 | 1) => say(`${years[index]}（${heads[index]}人）`, `${years[index]} (${heads[index]} heads)`);
  const titles = [say('指标', 'Figure'), side(0), side(1), say('增减额（元/人）', 'Change (元 per head)'), say('增减（%）', 'Change (%)')];
  const lines = yearsPerHead(indicators, heads).map((pair) => [
    textCell(figureName(pair)),
    ...[pair.earlier, pair.later, pair.difference, pair.percent].map(numberCell),
  ]);
  return comparedTable(`${say('人均', 'Per head')}　${perHeadNote()}`, titles, lines);
}

function carriedSection({ carried }: YearsComparison, { years, families }: YearWords, links: YearLinks): Html {
  if (carried.length === 0) return '';
  const heads = [say('项目', 'Item'), say('表', 'Table'), ...years.map(String), say('核对', 'Check')];
  const lines = carried.map((one) => [
    textCell(one.words.earlier === one.words.later ? one.words.later : `${one.words.earlier} → ${one.words.later}`),
    textCell(formName(one.form, families)),
    ...[sideCell(one.earlier, links.earlier), sideCell(one.later, links.later)],
    { ...textCell(agreementInWords(one)), status: statusOf(one) },
  ]);
  return section(
    'carried',
    say('结转', 'Carried over'),
    comparedTable(say('上年末与本年初', 'The end of one year and the beginning of the next'), heads, lines),
  );
}

const statusOf = ({ agreement }: CarriedFigure): string | null =>
  agreement === 'different' ? 'contradicted' : agreement === 'equal' ? 'proved' : null;

function changesSection(comparison: YearsComparison, words: YearWords, links: YearLinks): Html {
  const { years, families } = words;
  const changed = changedRows(comparison);
  const heads = [say('表', 'Table'), say('项目', 'Item'), say('列', 'Column'), ...pairHeads(years)];
  const lines = changed.map((pair) => [
    textCell(formName(pair.form, families)),
    textCell([pair.panel, pair.code, pair.name ?? pair.concept].filter(Boolean).join(' ')),
    textCell(pair.columnPath),
    ...pairCells(pair, links),
  ]);
  const table =
    lines.length === 0
      ? ''
      : folded(
          say(`有变化的${changed.length}处`, `The ${changed.length} that changed`),
          comparedTable(say('各表中有变化的金额', 'Amounts of the tables that changed'), heads, lines),
        );
  return section('tables', say('各表', 'Tables'), `<p>${countsLine(comparison, changed.length, years)}</p>`, table);
}
