import { InvariantError } from '../../../base/invariant.js';
import { isUnit, UNIT_WORDS } from '../../../base/money.js';
import { count, isCountUnit, money, type Quantity } from '../quantity.js';
import type { Sentence } from './sentences.js';

/** A number with its unit in a sentence, and the words that lead up to it. */
export interface Mention {
  readonly sentence: Sentence;
  readonly quantity: Quantity;
  /** Indexes into `plain`: of its first digit, and after its unit. */
  readonly start: number;
  readonly end: number;
  /** The words since the last comma or number, brackets and all. */
  readonly words: string;
  /** `words` begin where another number ended: 货物3万元、工程2万元. */
  readonly follows: boolean;
  /** The sentence up to `words`. */
  readonly before: string;
  /** OCR could not read it beyond doubt. */
  readonly isDoubtful: boolean;
}

/** A number and its unit. 分 of 分钟 or 分别 and 项 of （项） are none. */
const NUMBER = new RegExp(
  `(?<![\\d.,A-Za-z])(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(${UNIT_WORDS}|%|个百分点|分(?![之钟组别公区类局])|辆|台|套|个|批次|人次|家|项(?!）)|次)`,
  'gu',
);
const BOUNDARY = /[，：；。？！]/u;

/** Every number of a sentence whose unit is printed, left to right. Numbers and words before `floor`, an index into `plain`, are left out. */
export function mentionsIn(sentence: Sentence, floor = 0): Mention[] {
  const { plain } = sentence;
  const mentions: Mention[] = [];
  let ended = floor;
  for (const match of plain.matchAll(NUMBER)) {
    const start = match.index;
    if (start < floor) continue;
    const [all, digits = '', unit = ''] = match;
    const from = wordsBegin(plain, start, ended);
    mentions.push({
      sentence,
      quantity: toQuantity(digits.replaceAll(',', ''), unit),
      start,
      end: start + all.length,
      words: plain.slice(from, start),
      follows: mentions.length > 0 && from === ended,
      before: plain.slice(0, from),
      isDoubtful: sentence.places.slice(start, start + digits.length).some((place) => place.doubtful),
    });
    ended = start + all.length;
  }
  return mentions;
}

/** The index at which the words before a number begin: after the last sentence mark or number. */
function wordsBegin(plain: string, start: number, ended: number): number {
  let from = start;
  while (from > ended && !BOUNDARY.test(plain.charAt(from - 1))) from -= 1;
  return from;
}

/** @throws InvariantError for a unit that `NUMBER` does not read */
function toQuantity(digits: string, unit: string): Quantity {
  if (isUnit(unit)) return money(digits, unit);
  if (isCountUnit(unit)) return count(digits, unit);
  throw new InvariantError(`${unit} is no unit`);
}
