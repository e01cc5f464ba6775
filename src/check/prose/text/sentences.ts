import type { Finding } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { HAN_NUMBER } from '../../../base/patterns.js';
import { halfWidth } from '../../../base/text.js';
import { boxAround, roundBox } from '../../../model/box.js';
import type { Box } from '../../../model/glyph.js';
import type { TextLine } from '../../../model/page.js';

type Quote = NonNullable<Finding['quote']>;

/** A section as `extract` hands it over: its heading's paragraph first, then its body. */
export interface ProseSection {
  readonly heading: string | null;
  readonly level: number;
  readonly pages: readonly number[];
  readonly paragraphs: readonly { readonly text: string; readonly lines: readonly TextLine[] }[];
}

/** Where one character is printed. */
interface CharacterPlace {
  readonly page: number;
  readonly box: Box | null;
  /** A sign of a number that OCR could not read beyond doubt. */
  readonly doubtful: boolean;
}

/** What stands between two of 。；？！ or the ends of a paragraph. */
export interface Sentence {
  /** Index into the sections. */
  readonly section: number;
  /** As printed, its closing mark included. */
  readonly text: string;
  /** Without white space, full-width digits, letters and % as ASCII, brackets and commas as （），: what is read by rules. */
  readonly plain: string;
  /** The paragraph it belongs to, and the whole sentence (up to 。) of which it is a part: running numbers. */
  readonly paragraph: number;
  readonly whole: number;
  /** Of every character of `plain`. */
  readonly places: readonly CharacterPlace[];
}

/** Pages on which a line must stand alone to be a running head, and the most characters it may have. */
const RUNNING_PAGES = 3;
const LONGEST_HEAD = 40;

/** Leaves out lines that page after page repeats amid the prose: running heads that stand in no margin. Sections keep their indexes. */
export function withoutRunningHeads(sections: readonly ProseSection[]): ProseSection[] {
  const pages = new Map<string, Set<number>>();
  const isHead = (text: string) => text.length <= LONGEST_HEAD && !/[，。；：]/u.test(text);
  for (const { text, lines } of sections.flatMap((s) => s.paragraphs)) {
    if (isHead(text)) pages.set(text, (pages.get(text) ?? new Set()).add(lines[0]?.page ?? 0));
  }
  const isRunning = (text: string) => (pages.get(text)?.size ?? 0) >= RUNNING_PAGES;
  return sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.filter(({ text }, i) => (i === 0 && section.heading !== null) || !isRunning(text)),
  }));
}

/** A section's body → its sentences. A paragraph that ends amid a sentence reads on in the next. */
export function sectionToSentences({ heading, paragraphs }: ProseSection, section: number): Sentence[] {
  const body = heading === null ? paragraphs : paragraphs.slice(1);
  const sentences: Sentence[] = [];
  let whole = 0;
  joinBroken(body).forEach((lines, paragraph) => {
    for (const characters of splitAtStops(linesToCharacters(lines))) {
      const text = textOf(characters).trim();
      if (text === '') continue;
      sentences.push({ section, text, paragraph, whole, ...toPlain(characters) });
      if (!/[；;]$/u.test(text)) whole += 1;
    }
    whole += 1;
  });
  return sentences;
}

/** A section's heading as one sentence; null where it has none. */
export function headingToSentence({ heading, paragraphs }: ProseSection, section: number): Sentence | null {
  const characters = heading === null ? [] : linesToCharacters(paragraphs[0]?.lines ?? []);
  if (characters.length === 0) return null;
  return { section, text: textOf(characters), paragraph: -1, whole: -1, ...toPlain(characters) };
}

/** A paragraph that begins with an ordinal, or with the number of a figure or table, begins something new. */
const NUMBERED = new RegExp(
  `^(?:[（(]?${HAN_NUMBER}[、)）]|[（(]\\d{1,2}[)）]|\\d{1,2}[.．、](?!\\d)|第${HAN_NUMBER}(?:部分|条)|[图表]\\d)`,
  'u',
);
/** Characters. A shorter paragraph without any comma is a line of its own: a caption, a sub-heading. */
const SHORT = 20;

/** Lines of paragraphs, those that were parted amid a sentence put together again. */
function joinBroken(paragraphs: ProseSection['paragraphs']): TextLine[][] {
  const joined: { lines: TextLine[]; text: string }[] = [];
  for (const { text, lines } of paragraphs) {
    const last = joined.at(-1);
    if (last && isOpen(last.text) && !NUMBERED.test(text)) {
      last.lines.push(...lines);
      last.text += text;
    } else joined.push({ lines: [...lines], text });
  }
  return joined.map((j) => j.lines);
}

function isOpen(text: string): boolean {
  if (/[。；;：:！!？?]\s*$/u.test(text)) return false;
  return text.length >= SHORT || /[，、]/u.test(text);
}

interface Character extends CharacterPlace {
  readonly text: string;
}

function textOf(characters: readonly Character[]): string {
  let text = '';
  for (const character of characters) text += character.text;
  return text;
}

/** Characters in reading order; spaces that no glyph paints have no box. Lines join as `joinLines` joins them. */
function linesToCharacters(lines: readonly TextLine[]): Character[] {
  const characters: Character[] = [];
  for (const line of lines) {
    if (/[A-Za-z]$/.test(characters.at(-1)?.text ?? '') && /^[A-Za-z]/.test(line.text))
      characters.push({ text: ' ', page: line.page, box: null, doubtful: false });
    // The next character that a glyph paints: most paint one, ligatures several.
    let index = 0;
    let offset = 0;
    for (let i = 0; i < line.text.length; i++) {
      const text = line.text.charAt(i);
      let glyph = line.glyphs[index];
      while (glyph !== undefined && offset >= glyph.text.length) {
        index += 1;
        offset = 0;
        glyph = line.glyphs[index];
      }
      if (glyph !== undefined && glyph.text.charAt(offset) === text) {
        offset += 1;
        characters.push({ text, page: line.page, box: glyph.box, doubtful: glyph.reading?.doubtful ?? false });
      } else characters.push({ text, page: line.page, box: isWhite(text) ? null : line.box, doubtful: false });
    }
  }
  return characters;
}

const STOPS: ReadonlySet<string> = new Set('。；;？！?!');

function splitAtStops(characters: readonly Character[]): Character[][] {
  const parts: Character[][] = [];
  let part: Character[] = [];
  for (const character of characters) {
    part.push(character);
    if (!STOPS.has(character.text)) continue;
    parts.push(part);
    part = [];
  }
  return [...parts, part];
}

function toPlain(characters: readonly Character[]): Pick<Sentence, 'plain' | 'places'> {
  const places = characters.filter((c) => !isWhite(c.text));
  let plain = '';
  for (let i = 0; i < places.length; i++) {
    plain += plainCharacter(at(places, i).text, places[i - 1]?.text ?? '', places[i + 1]?.text ?? '');
  }
  return { plain, places };
}

/** Han, and the signs before it in Unicode: what most characters are, which are no white space and are read as they are. */
function isHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return code > 0x3000 && code < 0xfe00;
}

const isWhite = (text: string): boolean => !isHan(text) && /\s/u.test(text);

const DIGIT = /[\d０-９]/u;
const BRACKETS: Readonly<Record<string, string>> = { '(': '（', ')': '）', '﹙': '（', '﹚': '）', ':': '：', ';': '；', '﹪': '%' };

const isMark = (text: string): boolean => text === ',' || text === '．' || text === '.';

/** One character for each: places stay aligned. A comma or point between digits belongs to the number. */
function plainCharacter(text: string, before: string, after: string): string {
  if (isHan(text)) return text;
  const isInNumber = isMark(text) && DIGIT.test(before) && DIGIT.test(after);
  if (text === ',' || text === '，') return isInNumber && text === ',' ? ',' : '，';
  if (text === '．' || text === '.') return isInNumber ? '.' : text;
  if (/[０-９Ａ-Ｚａ-ｚ％－]/u.test(text)) return halfWidth(text);
  return BRACKETS[text] ?? text;
}

/** The print of a sentence on the page of its character `position`: what a finding points at. */
export function quoteOf(sentence: Sentence, position = 0): Quote {
  const { page } = sentence.places[position] ?? at(sentence.places, 0);
  const boxes = sentence.places.flatMap((p) => (p.page === page && p.box ? [p.box] : []));
  return { section: sentence.section, page, box: boxes.length > 0 ? roundBox(boxAround(boxes)) : null, text: sentence.text };
}
