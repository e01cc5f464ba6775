import type { Disclosure, DisclosureTable, Finding } from '../../../schemas/disclosure.js';
import type { Judgement } from '../../../schemas/triage.js';
import { cellInWords, type Excerpt, excerptsOf } from '../excerpts.js';

/** What a finding is about: parts of the print that can be shown, and all its places in words, as far as there is room. */
export interface Evidence {
  readonly excerpts: readonly Excerpt[];
  /** 第9页《支出决算表》合计，基本支出：395.87 */
  readonly places: readonly string[];
}

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
  const { cells } = finding;
  const places = cells.slice(0, MOST_PLACES).map((cell) => `${cell.ref ?? `第${cell.page}页`}${cellInWords(cell, tables[cell.table])}`);
  const more = cells.length - places.length;
  return { excerpts: excerptsOf(finding, tables), places: more > 0 ? [...places, `等${cells.length}处`] : places };
}

/** 安阳市北关区财政局　2024年度决算公开核查 */
export function storyTitle({ department, year, kind }: Disclosure['document'], name: string): string {
  const what = kind === 'other' ? '' : kind;
  return `${department ?? name}　${year === null ? '' : `${year}年度`}${what}核查`;
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
  const { words, page, head, ref } = excerpt;
  const more = [
    ...(head && head.page !== page ? [`表头在第${head.page}页`] : []),
    ...(picture === null ? ['此处不能截图，请看原件'] : []),
    ...(picture?.lacksLetters ? ['本页有未嵌入的字体，图中缺字'] : []),
  ];
  return `${words}，${ref ?? `原件第${page}页`}${more.length === 0 ? '' : `（${more.join('；')}）`}`;
}

/** 应为 307.87，实为 395.87，相差 88.00; empty where it is about no amounts. */
export function amountsOf({ expected, found, difference }: Finding): string {
  const parts = [
    ['应为', expected],
    ['实为', found],
    ['相差', difference],
  ] as const;
  return parts.flatMap(([name, amount]) => (amount ? [`${name} ${amount}`] : [])).join('，');
}
