import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import type { Judgement } from '../../../schemas/triage.js';
import { inLanguage, say } from '../../base/language.js';
import { findingInEnglish } from '../../english/finding.js';
import { termInWords } from '../../english/terms.js';
import type { Evidence, Excerpt } from '../evidence.js';
import { cellInWords, excerptsOf } from '../excerpts.js';
import { levelOf, VERDICTS } from '../words.js';

/** A finding as it is told to others, with what was judged of it. */
export interface StoryEntry {
  /** From 1, worst first, as the page lists it. */
  readonly number: number;
  readonly finding: Finding;
  readonly evidence: Evidence;
  /** Null where nobody has judged it. */
  readonly judgement: Pick<Judgement, 'note' | 'by' | 'on' | 'state'> | null;
}

/** Findings of one document, to be handed on. */
export interface Story {
  readonly title: string;
  readonly source: Pick<Disclosure['source'], 'name' | 'sha256'>;
  readonly entries: readonly StoryEntry[];
}

/** Places named of one finding; the likeliest culprit comes first. */
const MOST_PLACES = 6;

export function evidenceOf(finding: Finding, tables: readonly DisclosureTable[]): Evidence {
  const { title, sentence, isWhole } = findingInEnglish(finding, tables);
  const english = { message: `${title}: ${sentence}`, isShort: !isWhole, places: inLanguage('en', () => placesOf(finding, tables)) };
  return { excerpts: excerptsOf(finding, tables), places: inLanguage('zh', () => placesOf(finding, tables)), english };
}

function placesOf({ cells }: Finding, tables: readonly DisclosureTable[]): string[] {
  const onPage = (page: number) => say(`第${page}页`, `p. ${page} `);
  const places = cells.slice(0, MOST_PLACES).map((cell) => `${cell.ref ?? onPage(cell.page)}${cellInWords(cell, tables[cell.table])}`);
  const more = cells.length - places.length;
  return more > 0 ? [...places, say(`等${cells.length}处`, `${cells.length} places in all`)] : places;
}

/** What an entry says, in the language that is spoken. */
export const sentenceOf = ({ finding, evidence }: StoryEntry): string => say(finding.message, evidence.english.message);

/** The Chinese sentence, where an English one is told that says less; else empty. */
export const moreInChinese = ({ finding, evidence }: StoryEntry): string =>
  say('', evidence.english.isShort ? `In Chinese: ${finding.message}` : '');

/** Its places likewise. */
export const placesInWords = ({ evidence }: StoryEntry): readonly string[] => say(evidence.places, evidence.english.places);

/** Where a sentence of the document stands. */
export const quotePlace = ({ ref, page }: NonNullable<Finding['quote']>): string =>
  ref ?? say(`原件第${page}页`, `p. ${page} of the original`);

/** 错误　归因：原件如此　规则：COLUMN-SUM　第3条 */
export function ruleLine({ number, finding }: StoryEntry): string {
  const { verdict, rule } = finding;
  const level = levelOf(finding);
  return say(
    `${level}　归因：${VERDICTS[verdict]}　规则：${rule}　第${number}条`,
    `${level}　Verdict: ${VERDICTS[verdict]}　Rule: ${rule}　No. ${number}`,
  );
}

/** What a story is of. */
export const originalOf = ({ source }: Story): string => say(`原件：${source.name}`, `Original: ${source.name}`);

/** 安阳市北关区财政局　2024年度决算公开核查 */
export function storyTitle({ department, year, kind }: Disclosure['document'], name: string): string {
  const what = kind === 'other' ? '' : termInWords(kind);
  return say(
    `${department ?? name}　${year === null ? '' : `${year}年度`}${what}核查`,
    [department ?? name, [year, what].filter(Boolean).join(' ') || 'document', 'findings'].join('　'),
  );
}

/** What a picture of the print shows. */
export interface ExcerptPicture {
  readonly png: Uint8Array;
  /** px. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** Letters are missing in it: their font is not in the document. */
  readonly lacksLetters: boolean;
}

/** Draws a part of a page; null where it cannot be drawn. */
export type DrawExcerpt = (excerpt: Excerpt) => Promise<ExcerptPicture | null>;

/** A picture, or null, beside what it is of. */
export interface DrawnExcerpt {
  readonly excerpt: Excerpt;
  readonly picture: ExcerptPicture | null;
}

export interface DrawnEntry extends StoryEntry {
  readonly drawn: readonly DrawnExcerpt[];
}

/** The entries with their pictures, one drawn after the other. */
export async function drawEntries({ entries }: Story, draw: DrawExcerpt): Promise<DrawnEntry[]> {
  const drawn: DrawnEntry[] = [];
  for (const entry of entries) {
    const pictures: DrawnExcerpt[] = [];
    for (const excerpt of entry.evidence.excerpts) pictures.push({ excerpt, picture: await draw(excerpt) });
    drawn.push({ ...entry, drawn: pictures });
  }
  return drawn;
}

/** 原文，第24页；《支出决算表》…，第9页（表头在第8页） */
export function captionOf({ excerpt, picture }: DrawnExcerpt): string {
  const { words, english, page, head, ref } = excerpt;
  const more = [
    ...(head && head.page !== page ? [say(`表头在第${head.page}页`, `its head is on p. ${head.page}`)] : []),
    ...(picture === null ? [say('此处不能截图，请看原件', 'no picture of this place: look at the original')] : []),
    ...(picture?.lacksLetters ? [say('本页有未嵌入的字体，图中缺字', 'fonts of this page are not embedded: letters are missing')] : []),
  ];
  const where = ref ?? say(`原件第${page}页`, `p. ${page} of the original`);
  const said = more.length === 0 ? '' : say(`（${more.join('；')}）`, ` (${more.join('; ')})`);
  return `${say(words, english)}${say('，', ', ')}${where}${said}`;
}

/** 应为 307.87，实为 395.87，相差 88.00; empty where it is about no amounts. */
export function amountsOf({ expected, found, difference }: Finding): string {
  const parts = [
    [say('应为', 'Expected'), expected],
    [say('实为', 'found'), found],
    [say('相差', 'difference'), difference],
  ] as const;
  return parts.flatMap(([name, amount]) => (amount ? [`${name} ${amount}`] : [])).join(say('，', ', '));
}
