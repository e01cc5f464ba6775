import type { DocumentNames } from '../../../extractors/family.js';
import { HAN_NUMBER } from '../../base/patterns.js';
import { plainDigits, squeeze } from '../../base/text.js';
import type { TextLine } from '../../model/page.js';

/** The patterns that the words of all families make together. */
export interface Words {
  readonly names: readonly DocumentNames[];
  /** 部门 or 单位, and 决算 or 预算, as sources of patterns. */
  readonly rank: string;
  readonly account: string;
  /** 部门 at the end of a text. */
  readonly rankBehind: RegExp;
  /** 综合, 收支: between the two, any of them or none. */
  readonly scope: string;
  readonly portrait: string;
  /** 编制单位：… */
  readonly label: RegExp;
  /** What stands behind the account in a title, and nothing else. */
  readonly publication: RegExp;
  /** （汇总） at the end of a name. */
  readonly coverage: RegExp;
  /** A word for the publisher that does not name it. */
  readonly nobody: RegExp;
  /** 本表反映部门…, 本部门…; 2026年部门收入总表: what notes and titles of tables say that they are of. */
  readonly saidRank: RegExp;
  readonly titledRank: RegExp;
  /** 本部门, 我单位: what sentences call the publisher, whatever it is. */
  readonly calledRank: RegExp;
  readonly isSuperior: (label: string) => boolean;
  readonly isLabel: (label: string) => boolean;
}

/** Longest first: a pattern takes the first that fits. */
const oneOf = (words: Iterable<string>): string =>
  [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/gu, '\\$&'))
    .join('|');

/** Made once for each list of families. */
const compiled = new WeakMap<readonly DocumentNames[], Words>();

export function wordsOf(names: readonly DocumentNames[]): Words {
  const known = compiled.get(names);
  if (known) return known;
  const all = <K extends keyof DocumentNames['naming']>(key: K) => oneOf(names.flatMap(({ naming }) => naming[key]));
  const [labels, superiors] = [all('labels'), all('superiors')];
  const rank = all('ranks');
  const account = oneOf(names.map((each) => each.account));
  const isLabel = new RegExp(`^(?:${labels})$`, 'u');
  const isSuperior = new RegExp(superiors, 'u');
  const words: Words = {
    names,
    rank,
    rankBehind: new RegExp(`(?:${rank})$`, 'u'),
    saidRank: new RegExp(`(?:反映|本)(${rank})`, 'u'),
    calledRank: new RegExp(`[本我](${rank})`, 'u'),
    titledRank: new RegExp(`^(?:\\d{4}年度?)?(?:${account})?(${rank})(?!${account})`, 'u'),
    account,
    scope: `(?:${all('scopes')})*`,
    portrait: all('portraits'),
    label: new RegExp(`^(?:${labels})(?:[（(](?:盖章|公章|签章|章)[)）])?[:：](.*)$`, 'u'),
    publication: new RegExp(`^(?:[（(]?(?:${all('publications')}|${rank})[)）]?)*`, 'u'),
    coverage: new RegExp(`(?:[（(](?:${all('coverage')})[)）]|[（(]?汇总[)）]?)+$`, 'u'),
    nobody: new RegExp(
      `^(?:${all('nobody')}|${rank}|[省市区县州]级|[省市区县州](?:直|本级)|[省市区县州局厅委院]|${account}|年度|${HAN_NUMBER})*$`,
      'u',
    ),
    isSuperior: (label) => isSuperior.test(label),
    isLabel: (label) => isLabel.test(label),
  };
  compiled.set(names, words);
  return words;
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** Text to look for names and years in: without white space, digits and the years of 二〇二四年 in ASCII. */
export function plain(text: string): string {
  const words = plainDigits(squeeze(text));
  if (!words.includes('年')) return words;
  return words.replace(/[〇○Ｏ零0一二三四五六七八九]{4}(?=年)/gu, (year) =>
    [...year].map((d) => Math.max(0, HAN_DIGITS.indexOf(d))).join(''),
  );
}

const plainLines = new WeakMap<TextLine, string>();

/** The same of a line. Every step asks for it. */
export function plainLine(line: TextLine): string {
  const known = plainLines.get(line);
  if (known !== undefined) return known;
  const text = plain(line.text);
  plainLines.set(line, text);
  return text;
}
