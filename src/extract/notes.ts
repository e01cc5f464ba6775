import { NOTE } from '../base/patterns.js';
import { joinLines, squeeze } from '../base/text.js';
import type { TextLine } from '../model/page.js';

/** A table that has nothing to report may say so without the word 说明. */
const EMPTY = /^(?:本|我)(?:单位|部门|局|委|院|校|街道|中心).{0,30}(?:没有|未|无)|本表(?:无数据|为空)/u;
/** 注：, 说明：, 备注：, 附注1. */
export const isNote = (text: string): boolean => NOTE.test(squeeze(text));

const NUMBERED = /^\d[.、．]/u;
/** What ends the notes: a heading, the next table's number or title. */
const HEADING =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|(?:财决|部门)?公开(?:表\d{1,2}|\d{1,2}表)|附?表\d{1,2}$)|(?:决算|预算)(?:总|明细)?表$/u;
/** em. The notes go on in the next line as long as it stands no farther below. */
const NEXT_LINE = 1.6;

/** Lines below a grid → its notes, each one string, and the lines they were read from. */
export function linesToNotes(below: readonly TextLine[]): { notes: string[]; lines: TextLine[] } {
  const notes: string[] = [];
  const lines: TextLine[] = [];
  for (const line of below) {
    const text = squeeze(line.text);
    const previous = lines.at(-1);
    if (NOTE.test(text) || (!previous && EMPTY.test(text)) || (previous && NUMBERED.test(text) && isNext(line, previous))) notes.push(text);
    else if (previous && !HEADING.test(text) && isNext(line, previous)) notes[notes.length - 1] = joinLines([notes.at(-1) ?? '', text]);
    else break;
    lines.push(line);
  }
  return { notes, lines };
}

const isNext = (line: TextLine, previous: TextLine) =>
  line.page === previous.page && line.box[1] - previous.box[3] < NEXT_LINE * previous.size && Math.abs(line.size - previous.size) < 2;
