import type { Chapter, ProseDeclaration, Zone, ZonePattern } from '../../../../extractors/prose.js';
import { must } from '../../../base/invariant.js';
import { PART_ORDINAL } from '../../../base/patterns.js';
import { squeeze } from '../../../base/text.js';
import type { TextLine } from '../../../model/page.js';
import type { ProseSection } from './sentences.js';

/** Where a section stands in the document. */
export interface SectionPlace {
  readonly zone: Zone;
  /** What the chapter it belongs to is about; null where its headings do not name it. */
  readonly chapter: Chapter | null;
}

/** An entry of the printed 目录, cleaned of leaders and page numbers, with the section it stands in. */
export interface ContentsEntry {
  readonly text: string;
  readonly section: number;
  readonly lines: readonly TextLine[];
}

export interface DocumentParts {
  /** One for each section, in their order. */
  readonly places: readonly SectionPlace[];
  readonly contents: readonly ContentsEntry[];
}

/** Sections in order → the part and the chapter that each belongs to. */
export function sectionsToParts(sections: readonly ProseSection[], prose: ProseDeclaration): DocumentParts {
  const entries = contentsEntries(sections);
  const body = entries.length > 0 ? bodyStart(sections, entries) : 0;
  const last = entries.at(-1)?.section;
  // No heading repeats an entry: what follows the last entry stands in its section, under no heading of its own.
  const isUnheaded = last !== undefined && body === last + 1 && hasSentences(sections[last]);
  const contents = entries.filter((entry) => entry.section < body);
  const before: SectionPlace = { zone: contents.length > 0 ? 'contents' : 'cover', chapter: null };
  const first = sections.slice(0, body).map((_, index) => (isUnheaded && index === last ? UNHEADED : before));
  return { places: [...first, ...placesOf(sections.slice(body), prose)], contents };
}

const UNHEADED: SectionPlace = { zone: 'body', chapter: null };

const hasSentences = (section: ProseSection | undefined): boolean => section?.paragraphs.some(({ text }) => text.includes('。')) ?? false;

/** A heading and its rank: 0 for a part, 1 for a chapter, and so on. */
interface Heading {
  readonly level: number;
  readonly text: string;
}

/** The places of the sections behind the 目录. Without parts (universities), chapters are the parts. */
function placesOf(sections: readonly ProseSection[], prose: ProseDeclaration): SectionPlace[] {
  const hasParts = sections.some((s) => s.heading !== null && s.level === 0);
  const places: SectionPlace[] = [];
  let zone: Zone = 'cover';
  let path: Heading[] = [];
  for (const section of sections) {
    const { level } = section;
    const text = wholeHeading(section, prose);
    if (text === null) {
      places.push({ zone, chapter: null });
      continue;
    }
    const above = path.findIndex((heading) => heading.level >= level);
    path = [...(above < 0 ? path : path.slice(0, above)), { level, text }];
    const opensPart = level === 0 || (level === 1 && !hasParts) || prose.zones.some(({ chapter }) => chapter?.test(text));
    if (opensPart) zone = zoneOf(text, prose.zones) ?? (zone === 'cover' ? 'body' : zone);
    const headings = path.filter(({ level: own }) => own > 0 || !hasParts || prose.partsAreChapters).map((heading) => heading.text);
    places.push({ zone, chapter: chapterOf(headings, prose) });
  }
  return places;
}

const zoneOf = (heading: string, zones: readonly ZonePattern[]): Zone | null => zones.find((z) => z.heading.test(heading))?.zone ?? null;

/** （一）收入预算：2026年收入预算5万元，…: a heading and the sentence that it begins. */
const INLINE = /[：:](?=.*\d).*$/u;

/** What a chapter is about, from its headings down to the lowest: a sub-heading may narrow that, never widen it. */
function chapterOf(headings: readonly string[], { chapters, widest }: ProseDeclaration): Chapter | null {
  const rankOf = (chapter: Chapter) => (widest.includes(chapter.id) ? widest.indexOf(chapter.id) : widest.length);
  return headings.reduce<Chapter | null>((above, heading) => {
    const title = heading.replace(INLINE, '');
    const found = chapters.find((chapter) => chapter.heading.test(title));
    return found && (above === null || rankOf(found) > rankOf(above)) ? found : above;
  }, null);
}

/** Characters. What is left of a heading that breaks over two lines. */
const REST = 6;

/** A section's heading with its second line, where that begins the body: …部门决算情况 | 说明. Null where it has none. */
function wholeHeading({ heading, paragraphs }: ProseSection, { wording }: ProseDeclaration): string | null {
  if (heading === null) return null;
  const first = squeeze(heading);
  const next = squeeze(paragraphs[1]?.text ?? '');
  const isOpen = /(?:说明?|情况|概况?|解释?|名词)$/u.test(first) || first.endsWith(wording.account);
  return isOpen && next.length <= REST && /^\p{Script=Han}+$/u.test(next) ? first + next : first;
}

const LEADER = /[.．。·…⋯‥\s_-]{2,}\d*$|(?<=[\p{Script=Han}）)”])\s*\d{1,3}$/u;
/** A leader and a page number behind it are two matches. */
const clean = (text: string): string => squeeze(text).replace(LEADER, '').replace(LEADER, '');

/** The lines between 目录 and the first line that is a sentence. */
function contentsEntries(sections: readonly ProseSection[]): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let isBegun = false;
  for (const [section, { paragraphs }] of sections.entries()) {
    for (const { text: printed, lines } of paragraphs) {
      if (!isBegun && !/^\s*目/u.test(printed)) continue;
      const text = clean(printed);
      const isTitle = /^(?:目录|目次)$/u.test(text);
      isBegun ||= isTitle;
      if (!isBegun || isTitle) continue;
      if (/[。；，]/u.test(text)) return entries;
      if (text !== '') entries.push({ text, section, lines });
    }
  }
  return entries;
}

const PART = new RegExp(`^${PART_ORDINAL}`, 'u');

/** The first section whose heading an earlier section's entry announced. */
function bodyStart(sections: readonly ProseSection[], contents: readonly ContentsEntry[]): number {
  const [first] = contents;
  const repeats = (test: (entry: ContentsEntry) => boolean) => {
    const announced = contents.filter(test);
    return sections.findIndex(({ heading }, index) => {
      const own = heading === null ? null : clean(heading);
      return own !== null && announced.some(({ section, text }) => section < index && text === own);
    });
  };
  const byFirst = repeats((e) => e === first);
  if (byFirst >= 0) return byFirst;
  const byPart = repeats((e) => PART.test(e.text));
  if (byPart >= 0) return byPart;
  return must(contents.at(-1), 'the last entry of the 目录').section + 1;
}
