import type { CarriedFigure } from '../../compare/carried.js';
import type { Lang } from './words.js';

const zh = {
  compare: '比较',
  years: '两年对比',
  documents: '各部门一项指标',
  pair: '部门、年度',
  figure: '指标',
  year: '年度',
  allYears: '全部年度',
  pairOf: (department: string, [earlier, later]: readonly [number, number], kind: string) => `${department} ${earlier}—${later} ${kind}`,
  noPairs: '还没有可对比的两年：请打开同一部门两个年度的同一种文件（都是决算，或都是预算）。',
  noFigures: '还没有读出可比较的指标。',
  unread: (count: number) => `另有${count}份文件尚未读出，不在其内。`,
  difference: '增减额（元）',
  percent: '增减（%）',
  carried: '结转',
  form: '表',
  agreement: '核对',
  agreements: { equal: '一致', rounding: '尾差', different: '不符', one: '只有一年印出' } satisfies Record<
    CarriedFigure['agreement'],
    string
  >,
  by: (yuan: string) => `，相差${yuan}元`,
  rows: (all: number, changed: number) => `各表金额${all}处，${changed}处有变化`,
  unpaired: (count: number) => `另有${count}处未比较：所在行重复印出或无名，或单位未印。`,
  item: '项目',
  column: '列',
  department: '部门',
  kind: '种类',
  file: '文件',
  yuan: '元',
  printed: '印作',
  notPrinted: '未印',
  noUnit: '（单位未印）',
  told: '文字所述',
  beside: (words: string) => `（${words}）`,
  failed: '未能提取',
  chart: '图',
  fetching: '正在比较……',
  lead: (words: string, page: number) => `${words}，见第${page}页`,
};

type CompareWords = typeof zh;

const en: CompareWords = {
  compare: 'Compare',
  years: 'Two years',
  documents: 'One figure of many',
  pair: 'Department, years',
  figure: 'Figure',
  year: 'Year',
  allYears: 'all years',
  pairOf: (department, [earlier, later], kind) => `${department} ${earlier}–${later} ${kind}`,
  noPairs: 'There are no two years to compare yet: open two years of one department, both final accounts or both budgets.',
  noFigures: 'No figure to compare has been read yet.',
  unread: (count) => `${count} more ${count === 1 ? 'document has' : 'documents have'} not been read yet.`,
  difference: 'Change (元)',
  percent: 'Change (%)',
  carried: 'Carried over',
  form: 'Table',
  agreement: 'Check',
  agreements: { equal: 'equal', rounding: 'rounding', different: 'different', one: 'printed in one year only' },
  by: (yuan) => ` by ${yuan} 元`,
  rows: (all, changed) => `${all} amounts of the tables, ${changed} changed`,
  unpaired: (count) => `${count} more are not compared: their row is printed twice or has no name, or no unit is printed.`,
  item: 'Item',
  column: 'Column',
  department: 'Department',
  kind: 'Kind',
  file: 'Document',
  yuan: '元',
  printed: 'Printed as',
  notPrinted: 'not printed',
  noUnit: ' (no unit printed)',
  told: 'told in the text',
  beside: (words) => ` (${words})`,
  failed: 'unreadable',
  chart: 'Chart',
  fetching: 'Comparing …',
  lead: (words, page) => `${words}, page ${page}`,
};

const WORDS: Readonly<Record<Lang, CompareWords>> = { zh, en };

/** The words of comparisons in a language. */
export const compareWords = (lang: Lang): CompareWords => WORDS[lang];
