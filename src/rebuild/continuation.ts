/** Words that say of a table that it goes on: 续表, （续）, 续上表, 接上页, 收入决算表（续表）. */
import { bare } from '../base/text.js';
import type { TextLine } from '../model/page.js';

/** The words themselves, a number among them: 续表1, （续二）. */
const WORDS = '(?:续上?[表页]?|接上[表页]|上[表页]续)[一二三四五六七八九十\\d]*';
const ALONE = new RegExp(`^[（(]?${WORDS}[)）]?[:：]?$`, 'u');
const BESIDE = new RegExp(`[（(]${WORDS}[)）]|^续表\\d*[:：]?|续表\\d*$`, 'gu');

/** Does the line say nothing but that the table goes on? */
export const isContinuationLine = ({ text }: TextLine): boolean => ALONE.test(text.replace(/\s/g, ''));

/** Do the lines above a part say that it goes on with the table under `caption`: marked as continued, with no other words? */
export function continuesCaption(above: readonly TextLine[], caption: readonly TextLine[]): boolean {
  const isMarked = above.some((line) => isContinuationLine(line) || withoutMark(line) !== squeezed(line));
  return isMarked && repeatsCaption(above, caption);
}

/** Do these lines say nothing that the caption does not, but that the table goes on? */
export function repeatsCaption(above: readonly TextLine[], caption: readonly TextLine[]): boolean {
  return above.every((line) => isContinuationLine(line) || caption.some((known) => isSamePrint(line, known)));
}

/** The same words; of what OCR read, the same but for signs and few letters. */
function isSamePrint(line: TextLine, known: TextLine): boolean {
  const [words, knownWords] = [withoutMark(line), withoutMark(known)];
  return words === knownWords || (isReadByOcr(line) && isReadByOcr(known) && isSameReading(words, knownWords));
}

/** Are these two titles of one table, be one of them marked as continued? */
export const isSameTitle = (one: string, other: string): boolean => titleWords(one) === titleWords(other);

const titleWords = (title: string): string => title.replace(/\s/g, '').replace(BESIDE, '');

const isReadByOcr = ({ glyphs }: Pick<TextLine, 'glyphs'>): boolean => glyphs.some(({ reading }) => reading);

/** Letters of which OCR may read one otherwise the second time. */
const PER_MISTAKE = 8;

/** May these be two readings of one print? Signs get lost, and letters are mistaken for others; digits must be the same. */
export function isSameReading(one: string, other: string): boolean {
  const [a, b] = [[...bare(one)], [...bare(other)]];
  if (a.length !== b.length) return false;
  const apart = a.flatMap((letter, i) => (letter === b[i] ? [] : [letter + (b[i] ?? '')]));
  return apart.length <= Math.floor(a.length / PER_MISTAKE) && apart.every((pair) => !/\d/u.test(pair));
}

const squeezed = ({ text }: TextLine): string => text.replace(/\s/g, '');
const withoutMark = (line: TextLine): string => squeezed(line).replace(BESIDE, '');
