import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { say } from '../base/language.js';
import { halfWidth } from '../base/text.js';
import { remarksOf } from './remarks.js';
import { englishRule } from './rules.js';

/** What a finding is told by; findings between documents have no cells. */
export type ToldFinding = Pick<Finding, 'rule' | 'severity' | 'verdict' | 'message' | 'expected' | 'found' | 'difference' | 'quote'> & {
  readonly cells?: Finding['cells'];
};

/** What tells the tables that a finding is about. */
type ToldTables = readonly (Pick<DisclosureTable, 'title' | 'form' | 'number'> & {
  readonly columns: readonly { readonly key: string; readonly path: readonly string[] }[];
  readonly rows: readonly { readonly code: string | null; readonly name: string | null }[];
})[];

/** A finding in English. Names and figures stand as they are printed. */
export interface EnglishFinding {
  /** What its rule is called. */
  readonly title: string;
  readonly sentence: string;
  /** Whether the sentence says all that the Chinese one does. */
  readonly isWhole: boolean;
}

/**
 * A finding as people are told it: its own Chinese sentence, or in English, with the Chinese one behind where that says more. What machines
 * read has the Chinese sentence always.
 */
export function messageOf(finding: ToldFinding, tables: ToldTables = []): string {
  return say(
    () => finding.message,
    () => {
      const { title, sentence, isWhole } = findingInEnglish(finding, tables);
      return `${title}: ${sentence}${isWhole ? '' : ` In Chinese: “${finding.message}”`}`;
    },
  )();
}

/** The same where only its rule and its Chinese sentence are known, as a store keeps them. */
export const titledMessage = ({ rule, message }: Pick<Finding, 'rule' | 'message'>): string =>
  say(message, `${englishRule(rule)?.title ?? rule}: “${message}”`);

export function findingInEnglish(finding: ToldFinding, tables: ToldTables): EnglishFinding {
  const rule = englishRule(finding.rule);
  const parts = partsOf(finding, tables);
  if (!rule) return { title: finding.rule, sentence: 'See the Chinese sentence.', isWhole: false };
  if (!rule.says) return { title: rule.title, ...identitySentence(finding, rule.formula, parts, otherPlace(finding, tables)) };
  const fitting = rule.says.flatMap((one) => (typeof one === 'string' ? [one] : one[0].test(finding.message) ? [one[1]] : []));
  const told = fitting.map((template) => filled(template, parts)).find((sentence) => sentence !== null);
  const { words } = remarksOf(finding.message);
  const isWhole = rule.tellsAll === true && told !== undefined && told === filled(at(fitting, 0), parts) && !finding.message.includes('；');
  return { title: rule.title, sentence: `${told ?? 'See the Chinese sentence.'}${words}`, isWhole };
}

/** The parts of sentences; undefined where a finding lacks them. */
type Parts = Readonly<Record<string, string | undefined>>;

function partsOf(finding: ToldFinding, tables: ToldTables): Parts {
  const { cells = [], quote, found, expected, difference } = finding;
  const message = halfWidth(finding.message);
  const [cell] = cells;
  const table = cell && tables[cell.table];
  const page = cell?.page ?? quote?.page;
  const amount = (value: string | null | undefined) => (value == null ? undefined : `${value}${unitIn(message, value)}`);
  const quoted = [...finding.message.matchAll(/“([^”]*)”|「([^」]*)」/gu)].map(([, a, b]) => a ?? b ?? '');
  const stands = cell?.ref ?? quote?.ref ?? (page === undefined ? null : `p. ${page}`);
  const title = table ? [stands, nameOf(table)].filter((part) => part !== null).join(' ') : undefined;
  return {
    ...Object.fromEntries(quoted.map((words, index) => [String(index + 1), words])),
    page: page === undefined ? undefined : String(page),
    table: title,
    where: title === undefined ? undefined : [title, ...placeIn(cell, table)].join(', '),
    found: amount(found),
    expected: amount(expected),
    difference: amount(difference?.replace(/^-/, '')),
  };
}

/** A table by its title as printed, else its number. */
const nameOf = ({ title, number }: ToldTables[number]): string => {
  const words = title ?? number;
  return words === null ? 'a table without a title' : `《${words}》`;
};

function placeIn(cell: Finding['cells'][number] | undefined, table: ToldTables[number] | undefined): string[] {
  if (!cell || !table) return [];
  const row = cell.row === null ? undefined : table.rows[cell.row];
  const column = table.columns.find(({ key }) => key === cell.column);
  const label = [row?.code, row?.name].filter((part) => part != null && part !== '').join(' ');
  return [label, column?.path.join(' / ') ?? ''].filter((part) => part !== '');
}

const UNITS = '亿元|万元|千元|百元|元|%|个百分点|年度|人次|批次|辆|台|人|个|项|张|分';

/** The unit that a message prints behind a number: 万元. Messages group digits, and fields do not. */
function unitIn(message: string, value: string): string {
  const [whole = '', fraction] = value.replace(/^-/, '').split('.');
  const digits = [...whole].join(',?') + (fraction === undefined ? '' : `\\.${fraction}`);
  if (!/^[\d,?]+(?:\\\.\d+)?$/.test(digits)) return '';
  const [, unit = ''] = new RegExp(`(?<![\\d.])${digits}(${UNITS})`, 'u').exec(message) ?? [];
  return unit === '年度' ? '' : unit;
}

/** A template with its parts; null where one of them is missing. */
function filled(template: string, parts: Parts): string | null {
  let isWhole = true;
  const sentence = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) isWhole = false;
    return part ?? '';
  });
  return isWhole ? sentence : null;
}

/** Where the other figures of an identity stand, where that is one place: a cell, or the table of all of them. */
interface OtherPlace {
  readonly cell: string | null;
  readonly table: string | null;
}

function otherPlace({ cells = [] }: ToldFinding, tables: ToldTables): OtherPlace {
  const [first, ...others] = cells;
  const [other, ...more] = others;
  const table = other && tables[other.table];
  if (!first || !other || !table) return { cell: null, table: null };
  const title = `${other.ref ?? `p. ${other.page}`} ${nameOf(table)}`;
  const isOneTable = other.table !== first.table && others.every((one) => one.table === other.table);
  return { cell: more.length === 0 ? [title, ...placeIn(other, table)].join(', ') : null, table: isOneTable ? title : null };
}

/** What the others make of a figure, as messages say it: the same figure elsewhere, or the sum of those of another table. */
const ELSEWHERE = /[，：]而.*(?:印|更正)为/u;
/** The figure itself, where a person corrected it. */
const IS_CORRECTED = /^(?:《[^》]*》|[^，《])*更正为/u;
const SUM_ELSEWHERE = /相应各项之和为/u;

/** An amount against what the other figures of its identity make it. */
function identitySentence(
  finding: ToldFinding,
  formula: string,
  parts: Parts,
  other: OtherPlace,
): Pick<EnglishFinding, 'sentence' | 'isWhole'> {
  const { found, expected, difference, where = 'the document' } = parts;
  const { message } = finding;
  const { words, isAll } = remarksOf(message);
  const printed = found === undefined ? 'blank' : `${IS_CORRECTED.test(message) ? 'corrected to' : 'printed'} ${found}`;
  const apart = difference === undefined ? '' : `, a difference of ${difference}`;
  const by = `(${formula})`;
  if (expected !== undefined) {
    const place = ELSEWHERE.test(message) ? other.cell && `${other.cell} has ${expected}` : null;
    const sum = SUM_ELSEWHERE.test(message) ? other.table && `the items of ${other.table} add up to ${expected}` : null;
    const isElsewhere = ELSEWHERE.test(message) || SUM_ELSEWHERE.test(message);
    const should = place ?? sum ?? `${expected} by the other figures`;
    return {
      sentence: `${where}: ${printed}, but ${should}${apart} ${by}.${words}`,
      isWhole: isAll && (!isElsewhere || (place ?? sum) !== null),
    };
  }
  if (found !== undefined) return { sentence: `${where}: ${printed}, which does not hold${apart} ${by}.${words}`, isWhole: false };
  return { sentence: `${where}: the figures do not agree ${by}.${words}`, isWhole: false };
}
