import type { Disclosure } from '../../schemas/disclosure.js';
import { plainDigits, squeeze } from '../base/text.js';
import type { TextLine } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import { regionOf } from './region.js';

/** Pages that may be the cover. */
const COVER_PAGES = 2;
const KIND = /(部门|单位)(?:[（(](?:部门|单位)[）)])?(决算|预算)/u;
const YEAR = /((?:19|20)\d{2})年/u;
const HAN_DIGITS = '〇一二三四五六七八九';

/** What a document is about: kind, department and year, from its tables, its cover and its headings. */
export function describeDocument(lines: readonly TextLine[], tables: readonly PrintedTable[]): Disclosure['document'] {
  const texts = lines.map((l) => ({ page: l.page, text: plainYears(squeeze(l.text)) }));
  const cover = texts.filter((t) => t.page <= COVER_PAGES).map((t) => t.text);
  const naming = texts.map((t) => t.text).filter((t) => t.length < 60 && /决算|预算/u.test(t));
  const department = departmentOf(tables) ?? coverDepartment(texts);
  return {
    kind: kindOf([...cover, ...naming]),
    department,
    year: yearOf(
      cover,
      naming.flatMap((t) => /((?:19|20)\d{2})年度?(?:部门|单位)?(?:决算|预算)/u.exec(t)?.[1] ?? []),
      texts.flatMap((t) => /^[(]?((?:19|20)\d{2})年度?[)]?$/u.exec(t.text)?.[1] ?? []),
    ),
    region: regionOf(
      department,
      texts.map((t) => t.text),
    ),
  };
}

/** Full-width digits and 二〇二四年 as ASCII. */
const plainYears = (text: string): string =>
  plainDigits(text).replace(/[〇○Ｏ零一二三四五六七八九]{4}(?=年)/gu, (year) =>
    [...year].map((d) => Math.max(0, HAN_DIGITS.indexOf(d))).join(''),
  );

function kindOf(texts: readonly string[]): Disclosure['document']['kind'] {
  for (const text of texts) {
    const [, body, account] = KIND.exec(text) ?? [];
    const found = `${body}${account}`;
    if (found === '部门决算' || found === '单位决算' || found === '部门预算' || found === '单位预算') return found;
  }
  return 'other';
}

/** The year of the cover's 决算 line; else the year most named beside 决算; else 2024年度 on the cover or below titles. */
function yearOf(cover: readonly string[], naming: readonly string[], subtitles: readonly string[]): number | null {
  const named = cover.filter((t) => /决算|预算/u.test(t)).find((t) => YEAR.test(t));
  const alone = cover.find((t) => t.length < 30 && /\d{4}年度/u.test(t));
  const found = named ? YEAR.exec(named)?.[1] : (mostCommon(naming) ?? (alone ? YEAR.exec(alone)?.[1] : mostCommon(subtitles)));
  return found ? Number(found) : null;
}

function departmentOf(tables: readonly PrintedTable[]): string | null {
  return mostCommon(tables.filter((t) => t.declaration && t.caption.department).map((t) => t.caption.department ?? '')) ?? null;
}

const BODY =
  /(?:局|厅|委|委员会|办公室|院|校|大学|学院|中心|部|会|团|署|馆|站|所|处|政府|队|社|台|公司|法院|检察院|党校|街道|镇|乡)(?:[（(].{1,12}[)）])?$/u;

/** The cover names it beside the year and 决算 (某局2024年度部门决算), or on a line of its own. */
function coverDepartment(texts: readonly { page: number; text: string }[]): string | null {
  for (let page = 1; page <= COVER_PAGES; page++) {
    const own = texts.filter((t) => t.page === page).map((t) => t.text);
    const named = own.filter((t) => /决算|预算/u.test(t)).map(withoutTitle);
    const found = [...named, ...own.map(withoutLabel)].find(
      (t) => t.length >= 3 && t.length <= 40 && BODY.test(t) && !/[，,。；;、]|干部$/u.test(t),
    );
    if (found) return found;
  }
  return null;
}

const withoutLabel = (text: string) => text.replace(/^(?:[一二三四五六七八九十]+、|[^:：]{2,6}[:：])/u, '');

const withoutTitle = (text: string) =>
  text
    .replace(/^(?:第[一二三四五六七八九十]+部分|关于)/u, '')
    .replace(/(?:19|20)\d{2}年度?/gu, '')
    .replace(/(?:部门|单位)?(?:决算|预算).*$/u, '');

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
