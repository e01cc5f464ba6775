import type { PhraseKind, PhrasePattern, Wording } from '../../../../extractors/prose.js';
import { YEAR_DIGITS } from '../../../base/patterns.js';
import { bare } from '../../../base/text.js';
import { comparisonsOf, type Groups, grammarOf, groupsOf, namesOtherAmount } from './grammar.js';
import type { Mention } from './numbers.js';

/** The words before a number, read. */
export interface Phrase extends PhraseName {
  /**
   * `amount` what something cost or brought, `principal` and `other` where the words name that amount of the family (决算, 预算),
   * `change` against another year or the other amount, `share` of something, `completion` of the other amount. `unclear`: the words
   * leave doubt.
   */
  readonly kind: PhraseKind;
  /** `name` with the 支出 or 收入 that stands before 决算: 政府性基金预算财政拨款|支出决算. */
  readonly longName: string;
  /** 1 for 增加, 增长 …, -1 for 减少, 下降 …; 0 elsewhere. */
  readonly direction: 1 | -1 | 0;
  /** Of a change: the words name what it is held against. */
  readonly basis: 'other' | 'year' | null;
  /** Of a share: the whole as the words name it; empty where they do not. */
  readonly whole: string;
  /** Of the other amount, or of a rate of completion: as it was at first (年初预算), not as it was changed during the year. */
  readonly isInitial: boolean;
}

/** What the words name. */
interface PhraseName {
  /** Bare of brackets, year and whose it is; empty where the words name nothing. */
  readonly name: string;
  /** The level printed behind the name, 科学技术（类）支出, and the code printed behind it, 小学教育（2050202）. */
  readonly level: (typeof LEVELS)[number] | null;
  readonly code: string | null;
  /** The year the words give it, `last` for 上年; null where they give none. */
  readonly year: number | 'last' | null;
}

const UNNAMED: PhraseName = { name: '', level: null, code: null, year: null };

const UNCLEAR: Phrase = { kind: 'unclear', ...UNNAMED, longName: '', direction: 0, basis: null, whole: '', isInitial: false };

const LEADING_ORDINAL = /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]是)/u;

/** The words before a number without ordinal, as printed. */
const printedWords = ({ words }: Mention): string => words.replace(/^[、和及]+/u, '').replace(LEADING_ORDINAL, '');

/** The same without brackets and what stands in them: what the grammar reads. */
export const plainWords = (mention: Mention): string =>
  printedWords(mention)
    .replace(/（[^（）]*）/gu, '')
    .replace(/[（）“”"‘’《》]/gu, '');

/** Reads the words before a number. `owners`: how the department calls itself, bare, longest first. */
export function readPhrase(mention: Mention, owners: readonly string[], wording: Wording): Phrase {
  const plain = plainWords(mention);
  const read = matchRow(plain, mention.quantity.kind, wording);
  // 货物3万元、2万元: the second has no words.
  if (!read || (mention.follows && plain === '')) return UNCLEAR;
  const { kind } = read.row;
  if (kind === 'unclear') return UNCLEAR;
  const { name, side = '', stage = '', whole = '', rest, up } = read.groups;
  const change = rest === undefined ? null : readComparison(rest, wording);
  const nameWords = change?.name ?? name;
  const meant = isComparedAmount(kind, wording) ? nameWords?.replace(COMPARED_AMOUNT, '') : nameWords;
  const named = meant === undefined ? UNNAMED : nameOf(meant, printedWords(mention), { owners, lead: wording.lead });
  return {
    kind,
    name: named.name,
    level: named.level,
    code: named.code,
    year: named.year,
    longName: `${named.name}${side}`,
    direction: change === null ? 0 : up === undefined ? -1 : 1,
    basis: change === null ? null : change.basis,
    whole: bare(whole.replace(/^(?:比|全部|总的)/u, '')),
    isInitial: stage.includes(wording.other.initial),
  };
}

/** 比 of 比上年决算数5万元: what follows is that of another year of what was named before. */
const COMPARED_AMOUNT = new RegExp(`^[比较与和同](?=(?:上年|上一年|去年|${YEAR_DIGITS}年)度?的?$)`, 'u');

/** The other amount of the year before is none of those that stand beside the document's own. */
const isComparedAmount = (kind: PhraseKind, { other }: Wording): boolean =>
  kind === 'amount' || kind === 'principal' || (kind === 'other' && other.isPast === true);

/** The first row of the grammar that reads the words, and what it makes of them. */
export function matchRow(
  plain: string,
  number: Mention['quantity']['kind'],
  wording: Wording,
): { readonly row: PhrasePattern; readonly groups: Groups } | null {
  for (const row of grammarOf(wording)) {
    const groups = row.numbers.includes(number) ? groupsOf(row.pattern, plain) : null;
    if (groups && !row.notAfter?.test(groups['name'] ?? '')) return { row, groups };
  }
  return null;
}

/** The words before 增加 or 减少: what changed, and what it is held against. */
function readComparison(rest: string, wording: Wording): { readonly name: string; readonly basis: Phrase['basis'] } {
  const words = rest.replace(/(?:各|均|共|总体|整体|有所)$/u, '');
  const groups = comparisonsOf(wording)
    .map(({ pattern }) => groupsOf(pattern, words))
    .find((found) => found !== null);
  if (!groups) return { name: words, basis: null };
  const { name = '', against = '' } = groups;
  return { name, basis: namesOtherAmount(against, wording) ? 'other' : 'year' };
}

const DATED = new RegExp(`^(${YEAR_DIGITS})年(?:度|末|期末|底|全年)?`, 'u');
const LAST_YEAR = /^(?:上年度?|去年|上一年度?)(?!结转)/u;
const FILLER =
  /^(?:其中|另有|另外|包括|主要是|具体为|截至|按.{2,12}?(?:划分为|分为|划分)|本年度|当年度?|全年|年度(?=[^预])|本次|的|由|各项|(?:我|本|该)(?:局|委|办|厅|院|校|部门|单位|中心|镇|街道|台|馆|所|站|会)|全(?:局|委|厅|院|校)|学校|医院|部门本年度|单位本年度)/u;

const LEVELS = ['类', '款', '项'] as const;

/** What words name; `printed` are the same words with their brackets. */
function nameOf(words: string, printed: string, leads: Leads): PhraseName {
  const { name, year } = withoutYearBehind(withoutLead(bare(words), null, leads));
  const level = /（\d{0,3}(类|款|项)）/u.exec(printed)?.[1];
  return { name, level: LEVELS.find((l) => l === level) ?? null, code: /（(\d{3}|\d{5}|\d{7})）/u.exec(printed)?.[1] ?? null, year };
}

const DATED_BEHIND = new RegExp(`^(\\D+)(${YEAR_DIGITS})年度?$`, 'u');

/** 公务接待费2026年（预算数） */
function withoutYearBehind(named: Pick<PhraseName, 'name' | 'year'>): Pick<PhraseName, 'name' | 'year'> {
  const [, name, year] = DATED_BEHIND.exec(named.name) ?? [];
  return name === undefined || named.year !== null ? named : { name, year: Number(year) };
}

/** What may stand before a name beside years and fillers: how the department calls itself, and words of the family. */
interface Leads {
  readonly owners: readonly string[];
  readonly lead: RegExp | undefined;
}

/** Strips what stands before a name: year, owner, filler. What is left is the name, or words that are none of a table's. */
function withoutLead(text: string, year: PhraseName['year'], leads: Leads): Pick<PhraseName, 'name' | 'year'> {
  const dated = DATED.exec(text);
  const last = LAST_YEAR.exec(text);
  const owner = leads.owners.find((own) => text.startsWith(own) && text.length > own.length);
  const lead = dated?.[0] ?? last?.[0] ?? owner ?? FILLER.exec(text)?.[0] ?? leads.lead?.exec(text)?.[0] ?? '';
  if (lead === '') return { name: text, year };
  return withoutLead(text.slice(lead.length), last ? 'last' : dated ? Number(dated[1]) : year, leads);
}
