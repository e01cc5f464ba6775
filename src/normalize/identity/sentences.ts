import { officeEndings } from '../../base/offices.js';
import { YEAR_DIGITS } from '../../base/patterns.js';
import type { TextLine } from '../../model/page.js';
import { isName, toName } from './names.js';
import type { Naming } from './naming.js';
import { plainLine, type Words } from './words.js';

const compiled = new WeakMap<Words, RegExp>();

/** 某局2024年度收入总计…: who is named at the beginning of a line or sentence, before the year or 部门决算. */
export function namesInSentences(lines: readonly TextLine[], words: Words): Naming[] {
  const known = compiled.get(words) ?? patternOf(words);
  compiled.set(words, known);
  return lines.flatMap((line) => {
    // Most lines name neither: the pattern itself is dear.
    if (!DATED.test(plainLine(line)) && !words.names.some(({ account }) => plainLine(line).includes(account))) return [];
    const name = known.exec(plainLine(line))?.groups?.['name'];
    const own = name === undefined ? '' : toName(name, words);
    return isName(own, words) ? [{ place: 'sentence' as const, name: own, line }] : [];
  });
}

const DATED = new RegExp(`\\D${YEAR_DIGITS}年`, 'u');

const patternOf = ({ rank, account }: Words): RegExp =>
  new RegExp(
    `^(?:\\d{1,2}[.、．]|[（(].{1,3}[)）]|${YEAR_DIGITS}年度?)?(?:纳入)?(?<name>\\p{Script=Han}{2,38}?(?:${officeEndings('sentence')})(?:[（(][^（()）]{1,12}[)）])?)(?:${YEAR_DIGITS}年|(?:${rank})(?:${account}))`,
    'u',
  );
