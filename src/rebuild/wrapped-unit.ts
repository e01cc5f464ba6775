import { squeeze } from '../base/text.js';
import { boxAround } from '../model/box.js';
import type { TextLine } from '../model/page.js';

/** （单位：万, which the line below ends: 元）. */
const BEGUN = /单位[:：](?:人民币)?[万千百亿]?$/u;
const REST = /^[万千百亿]?元[)）]?$/u;

/** How many lines below the first its rest may stand: the department, half a line lower at the left, stands between the two. */
const FARTHEST = 2;
/** em between the two. */
const NEAR = 0.6;

/** Lines with a unit that wraps in a cell too narrow for it, and the department beside it, as one line: no stage knows half a unit. */
export function joinWrappedUnits(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const next = BEGUN.test(squeeze(line.text)) ? lines.slice(i + 1, i + 1 + FARTHEST).findIndex((other) => isRest(line, other)) : -1;
    const rest = lines[i + 1 + next];
    if (next < 0 || !rest) joined.push(line);
    else {
      joined.push(joinLines([...lines.slice(i + 1, i + 1 + next), line, rest], line));
      i += 1 + next;
    }
  }
  return joined;
}

function isRest({ box, size }: TextLine, { box: below, text }: TextLine): boolean {
  return REST.test(squeeze(text)) && below[0] < box[2] && box[0] < below[2] && below[1] - box[3] < NEAR * size;
}

/** The first line with others that are part of it, in this order. */
const joinLines = (parts: readonly TextLine[], first: TextLine): TextLine => ({
  ...first,
  text: parts.map(({ text }) => text).join(''),
  box: boxAround(parts.map(({ box }) => box)),
  glyphs: parts.flatMap(({ glyphs }) => glyphs),
});
