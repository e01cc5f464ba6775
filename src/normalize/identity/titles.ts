import { YEAR_DIGITS } from '../../base/patterns.js';
import type { TextLine } from '../../model/page.js';
import type { PrintedTable } from '../../model/printed.js';
import { endsAsBody, isName, toName } from './names.js';
import type { Words } from './words.js';

/** What the title of a document, or of a part of one, says. */
export interface Title {
  readonly name: string | null;
  readonly year: number | null;
  /** 部门, 单位; null where it does not say. */
  readonly rank: string | null;
  /** 决算, 预算. */
  readonly account: string;
  /** The text behind it. */
  readonly rest: string;
}

/** The places of a document that say what it is: titles, its tables, and all other lines. */
export interface TitledPlaces {
  readonly cover: Title | null;
  readonly headings: readonly Title[];
  readonly runningHeads: readonly Title[];
  readonly tables: readonly PrintedTable[];
  readonly lines: readonly TextLine[];
}

/** A way a title is printed. */
interface Way {
  readonly pattern: RegExp;
  /** It says 部门 or 单位: any words before that may be a name. Else it may be the title of a table: 收入支出决算总表. */
  readonly isRanked: boolean;
  /** It is sure only on a cover or beside a year. */
  readonly isLoose: boolean;
}

const compiled = new WeakMap<Words, readonly Way[]>();

/** The surest first: 某局2024年度部门决算; the same where the name has such words itself; 某局部门2024年度决算; 某局预算公开. */
function waysOf(words: Words): readonly Way[] {
  const known = compiled.get(words);
  if (known) return known;
  const { rank, scope, account } = words;
  const ranked = `(?<rank>${rank})(?:[（(](?:${rank})[)）])?${scope}(?<account>${account})(?<rest>.*)$`;
  const dated = `(?:(?<rank>${rank}))?[（(]?${YEAR_DIGITS}年度?[)）]?${scope}(?<account>${account})(?<rest>.*)$`;
  const way = (source: string, isRanked = false, isLoose = false): Way => ({ pattern: new RegExp(`^${source}`, 'u'), isRanked, isLoose });
  const ways = [
    way(`(?<before>.*?)${ranked}`, true),
    way(`(?<before>.{2,})${ranked}`),
    way(`(?<before>.*?)${dated}`),
    way(`(?<before>.*)(?<account>${account})(?<rest>.*)$`, false, true),
  ];
  compiled.set(words, ways);
  return ways;
}

/** 部门决算公开（2024年度）. */
const YEAR_BEHIND = new RegExp(`^[（(]?${YEAR_DIGITS}年度?[)）]?$`, 'u');
const YEAR = new RegExp(`(?<!\\d)(${YEAR_DIGITS})年`, 'u');

/**
 * Reads a title that names an account; null for a text that names none.
 * @param text as `plain` gives it
 * @param isCover the text stands where a title must: it needs neither 部门 nor a year
 */
export function readTitle(text: string, words: Words, isCover = false): Title | null {
  if (!words.names.some(({ account }) => text.includes(account))) return null;
  const ways = waysOf(words).filter(({ isLoose }) => !isLoose || isCover || YEAR.test(text));
  const read = ways.flatMap((way) => readBy(way, text, words) ?? []);
  const [surest] = read;
  // 事业单位预算编审中心: the words are a part of the name, which goes on. A title printed twice has no name before the first.
  const isWithin = surest?.isRanked && surest.name !== null && !endsAsBody(surest.name);
  const found = isWithin ? (read.find(({ name }) => name !== null && endsAsBody(name)) ?? surest) : surest;
  return found ? found.title : null;
}

/** What a longer title says before the name: 某市财政局关于批复某局2024年部门预算, 纳入某局2024年度部门决算编制范围. */
const AHEAD = /^.*(?:[:：]|关于|批复|下达|转发|印发|公布|纳入|根据|按照)/u;

interface Reading {
  readonly title: Title;
  readonly name: string | null;
  readonly isRanked: boolean;
}

function readBy({ pattern, isRanked, isLoose }: Way, text: string, words: Words): Reading | null {
  const groups = pattern.exec(text)?.groups;
  if (!groups) return null;
  const { before = '', rank = null, account = '', rest = '' } = groups;
  const own = toName(before.replace(AHEAD, ''), words);
  const name = isName(own, words) && (isRanked || endsAsBody(own)) ? own : null;
  if (isLoose && name === null) return null;
  const year = (YEAR.exec(text.slice(0, text.length - rest.length)) ?? YEAR.exec(rest))?.[1];
  const title = {
    name,
    year: year === undefined ? null : Number(year),
    rank: rank ?? null,
    account,
    rest: rest.replace(words.publication, '').replace(YEAR_BEHIND, ''),
  };
  return { title, name, isRanked };
}
