/** Contradictions printed on purpose into a document that has none, as publishers print them. All chance comes from a seed. */

import { finalAccounts } from '../extractors/final-accounts/family.js';
import type { Disclosure, DisclosureTable, Finding } from '../schemas/disclosure.js';
import { must } from '../src/base/invariant.js';
import { checkTables } from '../src/check/check.js';
import { checkProse } from '../src/check/prose/check-prose.js';
import type { ProseSection } from '../src/check/prose/text/sentences.js';
import type { TextLine } from '../src/model/page.js';
import { mutate, type Picker, picker, swapDigits } from './mutate.js';

/** What a publisher may print wrong: a figure of a table, or a figure, a word, a year or a name of the prose. */
export const CONTRADICTIONS = [
  'table-figure',
  'amount',
  'budget',
  'share',
  'change',
  'change-rate',
  'completion',
  'direction',
  'comparison',
  'unit',
  'count',
  'year',
  'year-before',
  'name',
  'percent-sign',
  'visits',
  'share-too-much',
] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

/** A document with one contradiction: the cell or the sentence that was changed. */
export interface Contradicted {
  readonly tables: readonly DisclosureTable[];
  readonly sections: Disclosure['sections'];
  readonly cell: { readonly table: number; readonly row: number; readonly column: string } | null;
  /** The words that were changed, with what stands around them up to the next stop. */
  readonly sentence: { readonly section: number; readonly text: string } | null;
  /** From what to what. */
  readonly change: string;
}

/** How the print of each kind is found in prose, and what is made of it; group 1 stays before it. */
const PROSE: Readonly<Record<Exclude<Contradiction, 'table-figure'>, readonly [RegExp, (printed: string, pick: Picker) => string | null]>> =
  {
    amount: [/((?<!预算)(?:支出|收入|总计均?|合计|决算|经费|费|总额)(?:为|各为)?)(\d[\d,]*\.\d+)(?=万?元)/gu, swapDigits],
    budget: [/(预算为)(\d[\d,]*\.\d+)(?=万?元)/gu, swapDigits],
    share: [/(占[^，。；\d]{0,12})(\d+\.\d+)(?=%)/gu, swapDigits],
    change: [/((?:增加|减少))(\d[\d,]*\.\d+)(?=万?元)/gu, swapDigits],
    'change-rate': [/((?:增长|下降|增加|减少))(\d+\.\d+)(?=%)/gu, swapDigits],
    completion: [/(完成(?:年初|全年|调整)?预算的)(\d+\.\d+)(?=%)/gu, swapDigits],
    direction: [/(.)(增加|减少|增长|下降)(?=\d+\.\d+)/gu, (word) => OPPOSITES[word] ?? null],
    comparison: [/(决算数?)(大于|小于|高于|低于)(?=[^，。；]{0,4}预算)/gu, (word) => OPPOSITES[word] ?? null],
    unit: [/((?<!\d)(?!0\.0+万元)\d+\.\d+)(万元)(?=[，。；])/gu, () => '元'],
    count: [/(共有车辆|其他用车)(\d+)(?=辆)/gu, (count) => String(Number(count) + 3)],
    year: [/((?:^|\n))(20\d\d)(?=年度[^，。]{0,20}(?:总计|合计|支出|收入))/gu, (year) => String(Number(year) - 1)],
    'year-before': [/((?:与|比|较))(20\d\d)(?=年度?(?:相比|增加|减少))/gu, (year) => String(Number(year) - 1)],
    'percent-sign': [/((?:占[^，。；\d]{0,12}|增长|下降)\d+\.\d+)(%)(?=[，。；])/gu, () => ''],
    visits: [/(接待[^，。；、\d]{0,16})(\d+)(?=(?:批次|批|个)[、，](?:来宾|共|计)*\d+人次)/gu, (groups) => `${groups}000`],
    'share-too-much': [/(占[^，。；\d]{0,12})(\d+\.\d+)(?=%)/gu, () => '98.76'],
    name: [/(^|\n)(20\d\d年度)(?=(?:收、支|财政拨款收、支)?(?:总计|收入合计|支出合计))/gu, (year) => `某某市公园管理局${year}`],
  };

const OPPOSITES: Readonly<Record<string, string>> = {
  增加: '减少',
  减少: '增加',
  增长: '下降',
  下降: '增长',
  大于: '小于',
  小于: '大于',
  高于: '低于',
  低于: '高于',
};

/** One contradiction of a kind; null where the document has nothing to contradict in this way. */
export function contradict({ tables, sections }: Disclosure, kind: Contradiction, random: () => number): Contradicted | null {
  if (kind === 'table-figure') return inTables(tables, sections, random);
  const [pattern, change] = PROSE[kind];
  const pick = picker(random);
  const places = sections.flatMap(({ text, heading }, section) =>
    /万元|亿元/u.test(text) && !/名词解释/u.test(heading ?? '') ? [...text.matchAll(pattern)].map((match) => ({ section, match })) : [],
  );
  const place = pick(places);
  const [, lead = '', printed = ''] = place?.match ?? [];
  const changed = place ? change(printed, pick) : null;
  if (!place || changed === null || changed === printed || Number(changed) === Number(printed)) return null;
  const at = place.match.index + lead.length;
  const text = sections[place.section]?.text ?? '';
  const after = `${text.slice(0, at)}${changed}${text.slice(at + printed.length)}`;
  return {
    tables,
    sections: sections.map((section, i) => (i === place.section ? { ...section, text: after } : section)),
    cell: null,
    sentence: { section: place.section, text: sentenceAt(after, at) },
    change: `${printed}→${changed}`,
  };
}

/** What stands between two stops around a place. */
function sentenceAt(text: string, at: number): string {
  const from = Math.max(...['。', '；', '\n'].map((stop) => text.lastIndexOf(stop, at - 1))) + 1;
  const ends = ['。', '；', '\n'].map((stop) => text.indexOf(stop, at)).filter((end) => end >= 0);
  return text.slice(from, Math.min(text.length, ...ends));
}

function inTables(tables: readonly DisclosureTable[], sections: Disclosure['sections'], random: () => number): Contradicted | null {
  const mutated = mutate(tables, random() < 0.5 ? 'swap-digits' : 'change-digit', random);
  const [place] = mutated?.wrong ?? [];
  if (!mutated || !place) return null;
  const cell = { table: mutated.table, ...place };
  const valueIn = (all: readonly DisclosureTable[]) => all[cell.table]?.rows[cell.row]?.cells[cell.column]?.value ?? '';
  return { tables: mutated.tables, sections, cell, sentence: null, change: `${valueIn(tables)}→${valueIn(mutated.tables)}` };
}

/** One line for each paragraph: what the checks ask of it is its text. */
const toProse = ({ heading, level, pages, text }: Disclosure['sections'][number]): ProseSection => ({
  heading,
  level,
  pages,
  paragraphs: [...(heading === null ? [] : [heading]), ...(text === '' ? [] : text.split('\n'))].map((paragraph) => ({
    text: paragraph,
    lines: [toLine(paragraph, pages[0] ?? 1)],
  })),
});

const toLine = (text: string, page: number): TextLine => ({ page, text, box: [0, 0, 1, 1], size: 10, glyphs: [] });

/** What the checks raise about a document with these tables and sections: its errors and warnings. */
export function checkWhole(document: Disclosure, { tables, sections }: Pick<Contradicted, 'tables' | 'sections'>): Finding[] {
  const checked = checkTables(tables, finalAccounts);
  const { corrections } = checked;
  const prose = checkProse({
    sections: sections.map(toProse),
    tables: checked.tables,
    document: document.document,
    prose: must(finalAccounts.prose, 'the prose of final accounts'),
    forms: finalAccounts.forms,
    corrections,
  });
  return [...checked.findings, ...prose].filter((finding) => finding.severity !== 'info');
}

/** A finding names the cell (first of all, where `isFirst`) or quotes the sentence. */
export function isAbout({ cells, quote }: Finding, { cell, sentence }: Contradicted, isFirst: boolean): boolean {
  if (sentence) return quote?.section === sentence.section && (quote.text.includes(sentence.text) || sentence.text.includes(quote.text));
  const named = isFirst ? cells.slice(0, 1) : cells;
  return named.some((c) => c.table === cell?.table && c.row === cell.row && c.column === cell.column);
}
