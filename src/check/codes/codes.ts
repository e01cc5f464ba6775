import type { DisclosureRow, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import { bare, bareLabel } from '../../base/text.js';
import { changesOf } from '../../books/changes.js';
import { type BookEntry, type CodeBook, economicBook, functionBook } from '../../books/code-book.js';
import { partsOfOwnCode } from '../../model/own-code.js';
import { pageOfRow } from '../../model/table-pages.js';
import type { CodeRuleId } from './rules.js';

/**
 * Codes against their shape, then codes and names against the books. The books are not complete and change every year: an unknown code
 * is information, never a failure. A code that stands in several tables under one name is one finding with several cells. In the order
 * of tables and rows.
 */
export function checkCodes(tables: readonly DisclosureTable[], year: number | null): Finding[] {
  const findings = new Map<string, Finding | null>();
  for (const [t, table] of tables.entries()) {
    for (const [head, parts] of partsWithoutCode(table)) {
      const remark = remarkOnParts(
        at(table.rows, head),
        parts.flatMap((row) => at(table.rows, row).name ?? []),
      );
      const key = remark.message;
      if (!findings.has(key)) findings.set(key, toFinding(remark));
      findings.get(key)?.cells.push(...[head, ...parts].map((row) => placeOf(table, t, row)));
    }
    for (const [r, row] of table.rows.entries()) {
      const classification = classificationOf(row);
      if (classification === null) continue;
      const key = `${row.code ?? row.concept} ${row.name ?? ''}`;
      if (!findings.has(key)) findings.set(key, toFinding(remarkOnRow(row, classification, year)));
      findings.get(key)?.cells.push(placeOf(table, t, r));
    }
  }
  return [...findings.values()].filter((finding) => finding !== null);
}

/** The tables with whole names beside those that are cut off or not printed, where the book knows the code. */
export const withBookNames = (tables: readonly DisclosureTable[], year: number | null): DisclosureTable[] =>
  tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const bookName = bookNameOf(row, year);
      return bookName === null ? row : { ...row, bookName };
    }),
  }));

function bookNameOf(row: DisclosureRow, year: number | null): string | null {
  const classification = classificationOf(row);
  if (classification === null || row.code === null) return null;
  const remark = remarkOn(row.code, row.name, classification, year);
  if (row.name === null) return remark === null ? (classification.book.entry(row.code)?.name ?? null) : null;
  return remark?.rule === 'NAME-CUT' ? remark.expected : null;
}

/** What there is to say about a code and its name. */
interface CodeRemark {
  readonly rule: CodeRuleId;
  readonly message: string;
  readonly expected: string | null;
  readonly found: string | null;
}

interface Classification {
  readonly title: string;
  readonly book: CodeBook;
  /** Of its codes. */
  readonly shape: RegExp;
}

function classificationOf({ concept }: DisclosureRow): Classification | null {
  if (concept?.startsWith('function/')) return { title: '支出功能分类', book: functionBook(), shape: /^2\d\d(?:\d\d){0,2}$/ };
  if (concept?.startsWith('economic/')) return { title: '支出经济分类', book: economicBook(), shape: /^[35]\d\d(?:\d\d){0,2}$/ };
  return null;
}

/** Row of a code → the rows that bear it as parts of it, and therefore have no concept. */
function partsWithoutCode({ rows }: DisclosureTable): Map<number, number[]> {
  const isPart = (row: number, head: number) => at(rows, row).concept === null && at(rows, head).concept !== null;
  const parts = [...partsOfOwnCode(rows)].filter(([row, head]) => isPart(row, head));
  return new Map([...groupBy(parts, ([, head]) => head)].map(([head, own]) => [head, own.map(([row]) => row)]));
}

function remarkOnParts({ code, name }: DisclosureRow, parts: readonly string[]): CodeRemark {
  const list = parts.map((part) => `「${brief(part)}」`).join('');
  const message = `${code}${name === null ? '' : `「${brief(name)}」`}以下${list}各行印同一编码，金额相加等于该行：是其细目，未印各自的编码。`;
  return { rule: 'CODE-REPEATED', message, expected: null, found: code };
}

function toFinding(remark: CodeRemark | null): Finding | null {
  if (remark === null) return null;
  const severity = remark.rule === 'CODE-NAME' ? 'warning' : 'info';
  const verdict = remark.rule === 'NAME-STALE' ? 'publisher' : 'unknown';
  return { ...remark, severity, verdict, cells: [] };
}

/** The row by its first figure. */
function placeOf(table: DisclosureTable, t: number, r: number): Finding['cells'][number] {
  const row = table.rows[r];
  const [first] = Object.values(row?.cells ?? {});
  return { table: t, row: r, column: null, page: pageOfRow(table, row), box: first?.box ?? null };
}

/** A row whose code is known by its name alone can bear a name that is out of date, and nothing else can be wrong with it. */
function remarkOnRow({ code, name, concept }: DisclosureRow, classification: Classification, year: number | null): CodeRemark | null {
  if (code !== null) return remarkOn(code, name, classification, year);
  const known = concept?.replace(/^.*\//u, '') ?? '';
  const entry = classification.book.entry(known);
  const remark = entry && name !== null ? remarkOnName(known, name, entry, classification.book, year) : null;
  return remark?.rule === 'NAME-STALE' ? remark : null;
}

function remarkOn(code: string, name: string | null, { title, book, shape }: Classification, year: number | null): CodeRemark | null {
  const label = name === null ? code : `${code}「${brief(name)}」`;
  const unknown = (message: string): CodeRemark => ({ rule: 'CODE-UNKNOWN', message, expected: null, found: code });
  if (!shape.test(code)) return unknown(`编码 ${label}不是${title}科目的编码。`);
  const retired = changesOf(code).find((c) => c.change === 'retired');
  if (retired && year !== null && retired.year !== null && year >= retired.year) {
    return unknown(`科目 ${label}自${retired.year}年起已停用${belongingTo(ownersOf(code, name, book))}。`);
  }
  const entry = entryOf(code, book);
  if (entry) return name === null ? null : remarkOnName(code, name, entry, book, year);
  if (retired && (name === null || isSame(name, retired.old ?? ''))) return null;
  const parent = book.parent(code);
  const above = parent ? `（上级 ${parent.code}「${parent.name}」已收录）` : code.length > 3 ? `，上级 ${code.slice(0, -2)} 也未收录` : '';
  const owners = ownersOf(code, name, book);
  const hint = owners.length === 1 ? belongingTo(owners) : '';
  return unknown(`科目 ${label}不在已收录的${title}科目中${above}${hint}；科目逐年调整，请以当年科目为准。`);
}

/** 2121100 is 21211 where a table has a 项 for every row. */
const entryOf = (code: string, book: CodeBook) => book.entry(code) ?? (code.endsWith('00') ? book.parent(code) : undefined);

function remarkOnName(code: string, name: string, entry: BookEntry, book: CodeBook, year: number | null): CodeRemark | null {
  if ([entry.name, ...entry.otherNames].some((known) => isSame(name, known))) return null;
  const remark = (rule: CodeRemark['rule'], message: string): CodeRemark => ({ rule, message, expected: entry.name, found: name });
  const former = entry.formerNames.find((old) => isSame(name, old.name));
  if (former) {
    if (year === null || former.outdatedBy === null || year < former.outdatedBy) return null;
    const now = `至迟自${former.outdatedBy}年起改称「${entry.name}」`;
    return remark('NAME-STALE', `${code} 的名称印为旧名「${brief(name)}」，${now}${belongingTo(ownersOf(code, name, book))}。`);
  }
  const whole = wholeOf(name, entry);
  if (whole !== null) return { ...remark('NAME-CUT', `${code} 的名称只印出「${brief(name)}」，科目全称为「${whole}」。`), expected: whole };
  const owners = ownersOf(code, name, book);
  if (isAnothers(code, name, entry, owners, book, year)) {
    return remark('CODE-NAME', `${code} 的名称印为「${brief(name)}」${belongingTo(owners)}，${code} 的名称是「${entry.name}」。`);
  }
  return remark('NAME-DIFFERS', `${code} 的名称印为「${brief(name)}」，与科目名称「${entry.name}」不一致。`);
}

/** The name of the code that the printed one is the beginning of: pages and cells cut names off. */
function wholeOf(name: string, { name: current, otherNames, formerNames }: BookEntry): string | null {
  const printed = bareLabel(name);
  if (printed.length < SHORTEST_CUT) return null;
  return [current, ...otherNames, ...formerNames.map((f) => f.name)].find((known) => bare(known).startsWith(printed)) ?? null;
}

/** Letters. One letter is the beginning of too many names. */
const SHORTEST_CUT = 2;
/** The first year that the books were seen in: before, a code may have borne a name that they do not know. */
const FIRST_YEAR = 2017;
/** A name that so many codes bear (行政运行, 机关服务 …) is certain for each of them, seen or not. */
const COMMON = 4;

/**
 * The printed name is surely that of another code: the code's own name is known well enough, and the name is that of a code beside it,
 * or is no shorter way to write its own (其他支出 for 其他组织事务支出).
 */
function isAnothers(
  code: string,
  name: string,
  entry: BookEntry,
  owners: readonly BookEntry[],
  book: CodeBook,
  year: number | null,
): boolean {
  const [owner] = owners;
  const isKnown = entry.status === 'seen' || book.withName(entry.name).length >= COMMON;
  if (!owner || !isKnown || (year !== null && year < FIRST_YEAR)) return false;
  const isBeside = owner.code.length === code.length && owner.code.slice(0, -2) === code.slice(0, -2);
  const isSameLevel = owners.some((o) => o.code.length === code.length);
  return isBeside || ((isSameLevel || owners.length === 1) && !isWithin(bareLabel(name), bare(entry.name)));
}

/** Other codes that bear exactly this name, the nearest first. */
function ownersOf(code: string, name: string | null, book: CodeBook): readonly BookEntry[] {
  if (name === null) return [];
  const others = book.withName(bareLabel(name)).filter((owner) => owner.code !== code);
  return others.toSorted(
    (a, b) => shared(b.code, code) - shared(a.code, code) || Math.abs(a.code.length - code.length) - Math.abs(b.code.length - code.length),
  );
}

function belongingTo(owners: readonly BookEntry[]): string {
  const [nearest, second] = owners;
  if (!nearest) return '';
  return `，该名称属于 ${nearest.code}${second ? ` 等 ${owners.length} 个科目` : ''}`;
}

/** What a message quotes of a name that is no name but a paragraph. */
const brief = (name: string) => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`);

/** Letters. The longest name in the books has 26. */
const LONGEST_NAME = 40;

/** Digits that two codes begin with alike. */
function shared(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/** The letters of `part` stand in `whole` in their order. */
function isWithin(part: string, whole: string): boolean {
  let at = -1;
  return [...part].every((letter) => {
    at = whole.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** Two ways to write one name: whatever the punctuation, with or without （室） inside, 的, 支出, 经费, 费用 at its end. */
function isSame(printed: string, known: string): boolean {
  if (printed === known) return true;
  const name = loose(printed);
  return name === loose(known) || name === loose(known.replace(INNER_BRACKET, ''));
}

const INNER_BRACKET = /[（(][^（()）]+[)）](?=.)/gu;

function loose(name: string): string {
  const text = bareLabel(name).replaceAll('的', '');
  return text.replace(/(?<=.)支出$/u, '').replace(/(?<=.)(?:经费|费用|费)$/u, '') || text;
}
