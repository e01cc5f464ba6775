import type { DocumentKind } from '../../extractors/document-kind.js';
import type { DocumentNames } from '../../extractors/family.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { officeEndings } from '../base/offices.js';
import { YEAR_DIGITS } from '../base/patterns.js';
import { plainDigits, squeeze } from '../base/text.js';
import type { TextLine } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import { regionOf } from './region.js';
import { unitNames } from './unit-names.js';

/** Pages that may be the cover. */
const COVER_PAGES = 2;
const YEAR = new RegExp(`(${YEAR_DIGITS})年`, 'u');
const YEAR_ALONE = new RegExp(`^[(]?(${YEAR_DIGITS})年度?[)]?$`, 'u');
/** Letters. Longer lines are sentences. */
const LONGEST_NAMING = 60;
const HAN_DIGITS = '〇一二三四五六七八九';

/**
 * What a document is about: kind, department and year, from its tables, its cover and its headings.
 * @param names what documents are called
 */
export function describeDocument(
  lines: readonly TextLine[],
  tables: readonly PrintedTable[],
  names: readonly DocumentNames[],
): Disclosure['document'] {
  const words = accountWords(names);
  const texts = lines.map((l) => ({ page: l.page, text: plainYears(squeeze(l.text)) }));
  const cover = texts.filter((t) => t.page <= COVER_PAGES).map((t) => t.text);
  const naming = texts.map((t) => t.text).filter((t) => t.length < LONGEST_NAMING && words.account.test(t));
  const department = wholeName(departmentOf(tables) ?? coverDepartment(texts, words), unitNames(tables));
  return {
    kind: kindOf([...cover, ...naming], words),
    department,
    year: yearOf(
      cover,
      naming.flatMap((t) => words.yearBefore.exec(t)?.[1] ?? []),
      texts.flatMap((t) => YEAR_ALONE.exec(t.text)?.[1] ?? []),
      words,
    ),
    region: regionOf(
      department,
      texts.map((t) => t.text),
      names,
    ),
  };
}

/** The patterns that hold the words for accounts. */
interface AccountWords {
  readonly kinds: readonly DocumentKind[];
  /** 决算, 预算. */
  readonly account: RegExp;
  /** 部门决算. */
  readonly kind: RegExp;
  /** 2024年度部门决算. */
  readonly yearBefore: RegExp;
  /** The word and all behind it. */
  readonly fromAccount: RegExp;
}

function accountWords(names: readonly DocumentNames[]): AccountWords {
  const accounts = names.map(({ account }) => account).join('|');
  return {
    kinds: names.flatMap(({ kinds }) => kinds),
    account: new RegExp(accounts, 'u'),
    kind: new RegExp(`(部门|单位)(?:[（(](?:部门|单位)[）)])?(${accounts})`, 'u'),
    yearBefore: new RegExp(`(${YEAR_DIGITS})年度?(?:部门|单位)?(?:${accounts})`, 'u'),
    fromAccount: new RegExp(`(?:部门|单位)?(?:${accounts}).*$`, 'u'),
  };
}

/** Full-width digits and 二〇二四年 as ASCII. */
const plainYears = (text: string): string =>
  plainDigits(text).replace(/[〇○Ｏ零一二三四五六七八九]{4}(?=年)/gu, (year) =>
    [...year].map((d) => Math.max(0, HAN_DIGITS.indexOf(d))).join(''),
  );

function kindOf(texts: readonly string[], { kind, kinds }: AccountWords): Disclosure['document']['kind'] {
  for (const text of texts) {
    const [, body, account] = kind.exec(text) ?? [];
    const found = kinds.find((each) => each === `${body}${account}`);
    if (found) return found;
  }
  return 'other';
}

/** The year of the cover's 决算 line; else the year most named beside 决算; else 2024年度 on the cover or below titles. */
function yearOf(
  cover: readonly string[],
  naming: readonly string[],
  subtitles: readonly string[],
  { account }: AccountWords,
): number | null {
  const named = cover.filter((t) => account.test(t)).find((t) => YEAR.test(t));
  const alone = cover.find((t) => t.length < 30 && /\d{4}年度/u.test(t));
  const found = named ? YEAR.exec(named)?.[1] : (mostCommon(naming) ?? (alone ? YEAR.exec(alone)?.[1] : mostCommon(subtitles)));
  return found ? Number(found) : null;
}

function departmentOf(tables: readonly PrintedTable[]): string | null {
  return mostCommon(tables.filter((t) => t.declaration && t.caption.department).map((t) => t.caption.department ?? '')) ?? null;
}

/** A cover that breaks a name over two lines gives its end: the one unit whose name ends so is meant. Without any name, the only unit is. */
function wholeName(name: string | null, units: ReadonlySet<string>): string | null {
  const ending = [...units].filter((unit) => unit.endsWith(name ?? ''));
  const [only, second] = ending;
  return only !== undefined && second === undefined ? only : name;
}

const BODY = new RegExp(`(?:${officeEndings('line')})(?:[（(].{1,12}[)）])?$`, 'u');

/** The cover names it beside the year and 决算 (某局2024年度部门决算), or on a line of its own. */
function coverDepartment(texts: readonly { page: number; text: string }[], { account, fromAccount }: AccountWords): string | null {
  for (let page = 1; page <= COVER_PAGES; page++) {
    const own = texts.filter((t) => t.page === page).map((t) => t.text);
    const named = own.filter((t) => account.test(t)).map((t) => withoutTitle(t, fromAccount));
    const found = [...named, ...own.map(withoutLabel)].find(
      (t) => t.length >= 3 && t.length <= 40 && BODY.test(t) && !/[，,。；;、]|干部$/u.test(t),
    );
    if (found) return found;
  }
  return null;
}

const withoutLabel = (text: string) => text.replace(/^(?:[一二三四五六七八九十]+、|[^:：]{2,6}[:：])/u, '');

const withoutTitle = (text: string, fromAccount: RegExp) =>
  text
    .replace(/^(?:第[一二三四五六七八九十]+部分|关于)/u, '')
    .replace(/(?:19|20)\d{2}年度?/gu, '')
    .replace(fromAccount, '');

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
