import { at } from '../../../base/invariant.js';
import { bare } from '../../../base/text.js';
import type { ReadLetter } from '../print/line.js';
import type { Lexicon } from './lexicon.js';

/** What stands before a known word: 一、 （一） 1. 其中： and their like. */
const BEFORE =
  /^(?:[一二三四五六七八九十]{1,3}[、.．,，丶]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．]|其中[:：]|[减加][:：])*/u;
/** Signs that OCR confuses with what is printed, whatever the word. */
const CONFUSED: Readonly<Record<string, string>> = { 丶: '、', ヽ: '、', '﹑': '、' };
/** Letters of a word of which one may be mended. */
const PER_MISTAKE = 4;
const SHORTEST = 3;
/** A letter surer than this is not exchanged unless the word's own letter was held possible too. */
const SURE = 0.9;

/** One step from what was read to a known word. */
export type Edit =
  | { readonly kind: 'keep' | 'change'; readonly from: number; readonly text: string }
  | { readonly kind: 'insert'; readonly text: string };

/**
 * The letters of a cell or line, completed to the one known word they are nearest to, each step with its reason; null where they are a
 * known word already, or resemble none, or several alike.
 * @param isWhole no other line may begin or go on with the word: only then are letters added at its end
 */
export function spell(letters: readonly ReadLetter[], lexicon: Lexicon, isWhole = true): readonly Edit[] | null {
  const text = letters.map((l) => CONFUSED[l.text] ?? l.text).join('');
  if (letters.every((l) => l.text.length === 1)) {
    const possible = possibleWord(letters, lexicon);
    if (possible) return possible;
    const ways = [BEFORE.exec(text)?.[0] ?? '', ...lostMarks(text)].flatMap((before) => spellAfter(text, before, lexicon));
    const least = Math.min(...ways.map(({ distance }) => distance));
    const nearest = ways.filter(({ edits, distance }) => distance === least && isPlausible(edits, letters, isWhole));
    const [best] = nearest;
    const isOnly = best && nearest.every(({ edits }) => wordOf(edits) === wordOf(best.edits));
    if (isOnly && wordOf(best.edits) !== letters.map((l) => l.text).join('')) return best.edits;
  }
  return letters.some((l) => l.text in CONFUSED) ? letters.map((l, i) => keep(i, CONFUSED[l.text] ?? l.text)) : null;
}

const wordOf = (edits: readonly Edit[]): string => edits.map((edit) => edit.text).join('');

/** Has each step to a word its reason in what was read? */
const isPlausible = (edits: readonly Edit[], letters: readonly ReadLetter[], isWhole: boolean): boolean =>
  edits.every((edit) => isLikely(edit, letters)) &&
  !addsFirst(edits) &&
  dropped(edits, letters).every(([letter, i]) => isDirt(letter, i, letters)) &&
  (isWhole || edits.at(-1)?.kind !== 'insert');

/** Ways to read a line's unsure letters that are tried. */
const MOST_WAYS = 64;

/**
 * The one known word that several unsure letters make where each is what the engine held possible instead; null where none or several do,
 * and where what was read is known. One letter may be mended without that.
 */
function possibleWord(letters: readonly ReadLetter[], lexicon: Lexicon): Edit[] | null {
  const isOpen = ({ p, others }: ReadLetter) => p < SURE && others.some((o) => o.text.length === 1);
  if (letters.length <= SHORTEST || letters.filter(isOpen).length < 2) return null;
  const ways = letters.reduce<string[]>(
    (heads, letter) => {
      const tails = isOpen(letter) ? [letter.text, ...letter.others.map((o) => o.text).filter((o) => o.length === 1)] : [letter.text];
      return heads.flatMap((head) => tails.map((tail) => head + tail)).slice(0, MOST_WAYS);
    },
    [''],
  );
  const isKnown = (way: string) => lexicon.printed(way.slice(BEFORE.exec(way)?.[0].length ?? 0)).includes(way.replace(BEFORE, ''));
  const [read, ...others] = ways;
  const [word, another] = others.filter(isKnown);
  if (read === undefined || isKnown(read) || word === undefined || another !== undefined) return null;
  return [...word].map((text, i): Edit => ({ kind: text === letters[i]?.text ? 'keep' : 'change', from: i, text }));
}

/** 入合计 is the end of a longer word sooner than 收入合计 without its first letter. */
const addsFirst = ([first]: readonly Edit[]): boolean => first?.kind === 'insert' && !SIGN.test(first.text);

/** 五教育支出, 一一般公共服务支出, 二－外交支出: the mark behind the ordinal was lost or misread. */
function lostMarks(text: string): string[] {
  const ordinal = /^[一二三四五六七八九十]{1,4}/u.exec(text)?.[0] ?? '';
  return [...ordinal].map((_, i) => {
    const mark = /^[-－—–·.．'’,，]/u.exec(text.slice(i + 1))?.[0] ?? '';
    return text.slice(0, i + 1) + mark;
  });
}

/** Never printed behind a Chinese ordinal. */
const WRONG_MARK = /^[-－—–·'’,，]$/u;
/** No ordinal ends so: the 一 of 三一国有资本 is a 、. */
const MARK_AS_ONE = /[二三四五六七八九]一$/u;
/** Dirt beside a word. */
const EDGES = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** A way from what was read to a known word. */
interface Way {
  readonly edits: readonly Edit[];
  /** Letters changed, dropped or inserted. */
  readonly distance: number;
}

/** What stands behind the ordinal `before`, completed to each of the words it is nearest to; none where it is near none. */
function spellAfter(text: string, before: string, lexicon: Lexicon): Way[] {
  const body = text.slice(before.length);
  const key = bare(body);
  const known = lexicon.printed(body);
  const words = known.length > 0 ? [{ printed: withSigns(body, known), distance: 0 }] : nearestWords(key, lexicon);
  const isMarkAsOne = MARK_AS_ONE.test(before);
  const isMark = (c: string, i: number) => i > 0 && (WRONG_MARK.test(c) || (isMarkAsOne && i === before.length - 1));
  const head = [...before].map((c, i) => keep(i, isMark(c, i) ? '、' : c));
  const mark: Edit[] = !isMarkAsOne && /[一二三四五六七八九十]$/u.test(before) ? [{ kind: 'insert', text: '、' }] : [];
  return words.map(({ printed, distance }) => {
    const tail = align(body, printed).map((e): Edit => ('from' in e ? { ...e, from: e.from + before.length } : e));
    return { edits: [...head, ...mark, ...tail], distance };
  });
}

/** Signs as they are compared: quotation marks are alike, and so are wide and narrow signs. */
const plain = (text: string) => text.normalize('NFKC').replace(/[“”"„‟〝〞'‘’]/gu, '"');

/**
 * A known word with the signs it is printed with, where all but one were read or one more; otherwise as it was read, without dirt at its
 * ends.
 */
function withSigns(read: string, known: readonly string[]): string {
  const distances = known.map((printed) => distanceOf(plain(read), plain(printed), 2));
  const least = Math.min(...distances);
  if (least === 0) return read;
  // A word printed both with a pair of signs and without it: half of the pair was seen.
  const [word] = known.filter((_, i) => distances[i] === least).toSorted((a, b) => b.length - a.length);
  if (least === 1 && word !== undefined) return word;
  return /[）)]$/u.test(read) ? read : read.replace(EDGES, '');
}

/** The letters that a way to a word leaves out, with their places; but for those that the engine saw twice: 编码码. */
function dropped(edits: readonly Edit[], letters: readonly ReadLetter[]): (readonly [ReadLetter, number])[] {
  const kept = new Set(edits.flatMap((edit) => ('from' in edit ? [edit.from] : [])));
  const isTwice = ({ text }: ReadLetter, i: number) => text === letters[i - 1]?.text || text === letters[i + 1]?.text;
  return letters.flatMap((letter, i) => (kept.has(i) || isTwice(letter, i) ? [] : [[letter, i] as const]));
}

/** A sign or a Latin letter, or one that the engine was not sure of: it may be dirt. */
const isUnsure = ({ text, p }: ReadLetter): boolean => p < SURE || SIGN.test(text);
const SIGN = /[\p{P}\p{S}A-Za-z]/u;

/** A letter before or behind the word, whatever signs stand beside it, is none of it: it is the rest of a longer word. */
function isDirt(letter: ReadLetter, index: number, letters: readonly ReadLetter[]): boolean {
  const hasLetter = (others: readonly ReadLetter[]) => others.some(({ text }) => !SIGN.test(text));
  return isUnsure(letter) && (SIGN.test(letter.text) || (hasLetter(letters.slice(0, index)) && hasLetter(letters.slice(index + 1))));
}

const keep = (from: number, text: string): Edit => ({ kind: 'keep', from, text });

/** A change needs a reason: the letter was unsure, or the other was held possible. */
function isLikely(edit: Edit, letters: readonly ReadLetter[]): boolean {
  if (edit.kind !== 'change') return true;
  const letter = letters[edit.from];
  return !letter || isUnsure(letter) || letter.others.some((o) => o.text === edit.text);
}

/** The words within one mistake for so many letters that are nearest. */
function nearestWords(key: string, lexicon: Lexicon): { printed: string; distance: number }[] {
  const most = key.length < SHORTEST ? 0 : Math.floor(key.length / PER_MISTAKE) || (key.length === SHORTEST ? 1 : 0);
  if (most === 0) return [];
  const near = lexicon
    .near(key.length, most)
    .map(([known, printed]) => ({ printed, distance: distanceOf(key, known, most) }))
    .filter(({ distance }) => distance <= most);
  const least = Math.min(...near.map(({ distance }) => distance));
  return near.filter(({ distance }) => distance === least);
}

/** Letters to change, drop or insert; more than `most` is not counted out. */
function distanceOf(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The cheapest way from `read` to `word`, letter by letter; dropped letters are left out. */
function align(read: string, word: string): Edit[] {
  const costs = Array.from({ length: read.length + 1 }, (_, i) =>
    Array.from({ length: word.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cost = (i: number, j: number) => at(at(costs, i), j);
  for (let i = 1; i <= read.length; i++) {
    for (let j = 1; j <= word.length; j++) {
      const same = cost(i - 1, j - 1) + (read[i - 1] === word[j - 1] ? 0 : 1);
      at(costs, i)[j] = Math.min(same, cost(i - 1, j) + 1, cost(i, j - 1) + 1);
    }
  }
  const edits: Edit[] = [];
  let [i, j] = [read.length, word.length];
  while (i > 0 || j > 0) {
    const isSame = read[i - 1] === word[j - 1];
    if (i > 0 && j > 0 && cost(i, j) === cost(i - 1, j - 1) + (isSame ? 0 : 1)) {
      edits.push({ kind: isSame ? 'keep' : 'change', from: i - 1, text: at(word, j - 1) });
      [i, j] = [i - 1, j - 1];
    } else if (j > 0 && cost(i, j) === cost(i, j - 1) + 1) {
      edits.push({ kind: 'insert', text: at(word, j - 1) });
      j -= 1;
    } else i -= 1;
  }
  return edits.toReversed();
}
