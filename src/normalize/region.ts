import type { DocumentNames } from '../../extractors/family.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { groupBy } from '../base/group.js';
import { type Division, type Divisions, divisions } from '../books/divisions.js';

/** `document.region`: all null where unknown or ambiguous. */
export type Region = Disclosure['document']['region'];

const NOWHERE: Region = { code: null, name: null, path: null };

/**
 * The division whose government publishes the document, from the department's name; where that leaves open which of several it is,
 * or names none, from the lines of the document (white space removed). A central body has none. Never a guess: a name that fits two
 * places, or a district that nothing else in the document places, gives nulls.
 */
export function regionOf(
  department: string | null,
  lines: readonly string[],
  names: readonly DocumentNames[],
  book: Divisions = divisions(),
): Region {
  const accounts = names.map(({ account }) => account).join('|');
  const titles = titlesIn(lines, new RegExp(accounts, 'u'));
  const name = department ?? titles.map((title) => departmentIn(title, accounts)).find((found) => found !== null) ?? null;
  const read = name === null ? null : readDivision(withoutOrgan(withoutYear(name)), book);
  const division = read ? settle(read, lines, titles, book) : fromTitles(name, titles, accounts, book);
  return division ? toRegion(division) : NOWHERE;
}

const toRegion = ({ code, name, within }: Division): Region => ({ code, name, path: [...within.map((d) => d.name), name] });

/** What a text begins with. */
interface ReadDivision {
  /** More than one where places share the name. */
  readonly places: readonly Division[];
  /** The name as printed: 双江县. */
  readonly printed: string;
  /** No province or prefecture stands before it. */
  readonly isAlone: boolean;
  /** The text after it. */
  readonly rest: string;
}

/** The longest division that `text` begins with: 河南省安阳市北关区, 安阳北关区, 安阳市, 北关区. 安阳 alone is none: 南京大学, 上海海关. */
function readDivision(text: string, book: Divisions): ReadDivision | null {
  const found = [
    ...readIn(text, [...beginningLike(text, book.provinces), ...beginningLike(text, book.prefectures)], [], book),
    ...readIn(text, [], beginningLike(text, book.counties), book).map((each) => ({ ...each, isAlone: true })),
  ];
  const shortest = Math.min(...found.map((r) => r.rest.length));
  const longest = found.filter((r) => r.rest.length === shortest);
  const [first] = longest;
  const places = [...new Set(longest.flatMap((r) => r.places))];
  return first ? { ...first, places, isAlone: longest.every((r) => r.isAlone) } : null;
}

/** By their first letters, for each list of the book. */
const indexes = new WeakMap<readonly Division[], ReadonlyMap<string, readonly Division[]>>();

/** The divisions some name of which begins with the letter that `text` begins with: of thousands a few, and every title asks. */
function beginningLike(text: string, divisions: readonly Division[]): readonly Division[] {
  const known = indexes.get(divisions) ?? byFirstLetter(divisions);
  indexes.set(divisions, known);
  return known.get(text.slice(0, 1)) ?? [];
}

const byFirstLetter = (divisions: readonly Division[]): ReadonlyMap<string, readonly Division[]> => {
  const letters = divisions.flatMap((division) =>
    [...new Set(namesOf(division).map((name) => name.slice(0, 1)))].map((letter) => ({ letter, division })),
  );
  return new Map([...groupBy(letters, ({ letter }) => letter)].map(([letter, own]) => [letter, own.map(({ division }) => division)]));
};

/** The ways to read the beginning of `text` as one of these divisions, or as one that lies in them. */
function readIn(text: string, above: readonly Division[], counties: readonly Division[], book: Divisions): ReadDivision[] {
  const begin = (place: Division, names: readonly string[]): ReadDivision[] =>
    heads(text, names).map((printed) => ({ places: [place], printed, isAlone: false, rest: text.slice(printed.length) }));
  return [
    ...counties.flatMap((county) => begin(county, county.fullNames)),
    ...above.flatMap((place) =>
      begin(place, namesOf(place)).flatMap((own) => [
        ...(place.fullNames.includes(own.printed) ? [own] : []),
        ...readIn(own.rest, book.prefecturesIn(place), book.countiesIn(place), book),
      ]),
    ),
  ];
}

const heads = (text: string, names: readonly string[]) => names.filter((name) => text.startsWith(name));

const namesOf = ({ fullNames, shortName }: Division) => (shortName === null ? fullNames : [...fullNames, shortName]);

function settle(
  { places, printed, isAlone, rest }: ReadDivision,
  lines: readonly string[],
  titles: readonly string[],
  book: Divisions,
): Division | null {
  const [place] = places;
  if (!place || goesOn(rest, place)) return null;
  if (!isAlone) return places.length === 1 ? place : null;
  return placed(places, printed, lines, titles, book);
}

/** Words that end in 区 and name no division. */
const COMMON = /(?:社|园|市|城|景|名胜|保护|灾|库|山|老|牧|辖|小|校|院|林|矿|灌|特|片|街|地)区$/u;
const PART = /^(\p{Script=Han}{1,10}?[区县])(?![域间块位划级乡城])/u;
/** 开发区 and their like have a treasury of their own, and no code in GB/T 2260. */
const ZONE = /^\p{Script=Han}{0,12}?(?:高新|经开|开发|新|示范|管理|合作|保税|度假|工业园|产业园|经济)区/u;
/** The name of the body has begun: what comes is no division. */
const BODY = /[局厅委院部会署馆]/u;

/** The name goes on with a division that the book does not have: 安阳市高新区, or a district that is no more. */
function goesOn(rest: string, { level }: Division): boolean {
  const part = PART.exec(rest)?.[1];
  if (part && level !== '县') return ZONE.test(part) || !COMMON.test(part);
  const zone = ZONE.exec(rest)?.[0];
  return zone !== undefined && !BODY.test(zone);
}

/**
 * Which of the places that share a name: the one whose province or prefecture is printed before that name, anywhere in the document;
 * else the one whose province or prefecture a title begins with. A county or county-level city that nothing contradicts needs neither;
 * a district does: zones that are in no book call themselves districts too.
 */
function placed(
  places: readonly Division[],
  printed: string,
  lines: readonly string[],
  titles: readonly string[],
  book: Divisions,
): Division | null {
  const beside = lines.flatMap((line) => line.split(printed).slice(0, -1));
  const isElsewhere = beside.some((text) => ENDS_IN_PLACE.test(text) && !places.some((p) => endsWithPlace(text, p)));
  const [own, other] = places.filter((p) => beside.some((text) => endsWithPlace(text, p)));
  if (isElsewhere || other) return null;
  if (own) {
    const spoken = beside.filter((text) => endsWithPlace(text, own)).length;
    const ofRivals = lines.filter((line) => places.some((p) => p !== own && mentions(line, aboveOnly(p, own)))).length;
    return spoken > ofRivals ? own : null;
  }
  const above = [...book.provinces, ...book.prefectures];
  const named = above.filter((d) => titles.some((title) => mentions(title, [d])));
  if (named.some((d) => !places.some((p) => p.within.includes(d)))) return null;
  const [titled, rival] = places.filter((p) => titles.some((title) => p.within.some((d) => heads(title, d.fullNames).length > 0)));
  if (titled) return rival ? null : titled;
  const [only, second] = places;
  return only && !second && (only.isZone || !only.name.endsWith('区')) ? only : null;
}

const mentions = (line: string, places: readonly Division[]) => places.some((d) => d.fullNames.some((name) => line.includes(name)));

/** What one place lies in and another does not. */
const aboveOnly = (place: Division, other: Division) => place.within.filter((d) => !other.within.includes(d));

/** 市 that stand before a division without naming one: 我市北关区, 全市 … */
const ENDS_IN_PLACE = /(?:[^我本全该各]省|自治区|[^我本全该各城]市|自治州)$/u;

const endsWithPlace = (text: string, { within }: Division) => within.some((d) => namesOf(d).some((name) => text.endsWith(name)));

const YEAR = /20\d{2}年度?/gu;
/** What stands before the place in the names of parties. */
const ORGAN =
  /^(?:中共|中国共产党|共青团|中国共产主义青年团|政协|中国人民政治协商会议|(?:中国)?(?:民主同盟|国民党革命委员会|民主建国会|民主促进会|农工民主党|致公党)|民革|民盟|民建|民进|农工党|九三学社|台湾民主自治同盟|台盟)/u;
const ABOUT = /关于|批复|通知|转发/u;

/** Letters. Longer lines are sentences. */
const TITLE_LENGTH = 60;
/** Lines of a cover over which a title may run. */
const COVER_LINES = 6;
/** Of one title. */
const WRAPPED_LINES = [1, 2, 3];

/** Lines that name accounts or a budget, without their year, and those that a cover wraps, in one piece. */
function titlesIn(lines: readonly string[], account: RegExp): string[] {
  const contents = lines.findIndex((line) => line.startsWith('目录'));
  const cover = lines.slice(0, Math.min(COVER_LINES, contents < 0 ? COVER_LINES : contents));
  const wrapped = cover.flatMap((_, i) => WRAPPED_LINES.map((n) => cover.slice(i, i + n).join('')));
  return [...wrapped, ...lines].filter((line) => isTitle(line, account)).map(withoutYear);
}

const isTitle = (line: string, account: RegExp) =>
  line.length <= TITLE_LENGTH && account.test(line) && !ABOUT.test(line) && !/[。；，]/u.test(line);

const withoutYear = (text: string) => text.replace(YEAR, '');

const withoutOrgan = (name: string) => name.replace(ORGAN, '');

/** 西安市自然资源和规划局2022年部门综合预算 → 西安市自然资源和规划局. */
function departmentIn(line: string, accounts: string): string | null {
  return new RegExp(`^(\\p{Script=Han}{4,}?)(?:[（(].{1,6}[)）])?(?:部门|单位)(?:综合)?(?:${accounts})`, 'u').exec(line)?.[1] ?? null;
}

/** A title that says whose accounts these are where the department's name does not: 广东省省级部门决算, 安阳市北关区 + 教育局. */
function fromTitles(department: string | null, titles: readonly string[], accounts: string, book: Divisions): Division | null {
  const places = new Set<Division>();
  for (const title of titles) {
    const read = readDivision(title, book);
    const [place, second] = read?.places ?? [];
    if (!read || !place || second || read.isAlone) continue;
    const at = department === null ? -1 : read.rest.indexOf(department);
    if (at >= 0 ? !goesOn(read.rest, place) : isTitleOf(read.rest, place, accounts)) places.add(place);
  }
  const [only, other] = places;
  return only && !other ? only : null;
}

/** The rest of a title that names nothing but the division and its rank: 省级部门决算公开. */
function isTitleOf(rest: string, { level, name }: Division, accounts: string): boolean {
  const rank = level === '县' ? '[区县市]级' : level === '省' && !name.endsWith('市') ? '省级|自治区级|区级' : '市级|州级';
  return new RegExp(`^(?:${rank}|本级)?(?:部门|单位)?(?:${accounts})(?:信息)?(?:公开|说明|报告|草案)?$`, 'u').test(rest);
}
