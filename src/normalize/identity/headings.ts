import { FIRST_ORDINAL, PART_ORDINAL, SECOND_ORDINAL } from '../../base/patterns.js';
import type { TextLine } from '../../model/page.js';
import { endsAsBody, isName, toName } from './names.js';
import type { Naming } from './naming.js';
import { readTitle, type Title } from './titles.js';
import { plainLine, type Words } from './words.js';

/** Characters. Longer lines are sentences. */
const LONGEST = 60;
/** pt, and em: a heading goes on in the same size on the next line. */
const SAME_SIZE = 0.6;
const NEXT_LINE = 1.6;

const SENTENCE = /[。；;，,]|[:：]$/u;
/** What makes a sentence wherever it stands: no leader holds it. */
const COMMA = /[；;，,]/u;
const ORDINAL = new RegExp(`^(?:${PART_ORDINAL}|${FIRST_ORDINAL}|${SECOND_ORDINAL})`, 'u');
const PART_ALONE = new RegExp(`^${PART_ORDINAL}$`, 'u');
/** In a 目录: the dots before the number of a page. */
const LEADER = /(?:[.…·•．。_]{2,}|\s)[-—]?\d*$/u;

/** A heading that names the account, its year or its publisher. */
export interface Heading {
  readonly title: Title | null;
  readonly naming: Naming | null;
}

/** The headings of a document, in the 目录 and above its parts: 第一部分 某局概况, 第二部分 某局2024年度部门决算表, over one line or two. */
export function readHeadings(lines: readonly TextLine[], words: Words): Heading[] {
  const portrait = new RegExp(`^(.+?)(?:${words.portrait})$`, 'u');
  const headings: Heading[] = [];
  // The second line of a heading is none of its own: 资源局概况.
  let isRead = false;
  for (const [index, line] of lines.entries()) {
    const texts = isRead ? [] : textsOf(line, lines[index + 1], lines[index - 1]);
    const read: readonly Heading[] = texts.map((text) => headingOf(text, line, portrait, words));
    const found = read.find(({ naming }) => naming !== null) ?? read.find(({ title }) => title !== null);
    if (found) headings.push(found);
    isRead = found !== undefined && found === read[1];
  }
  return headings;
}

/** A line, and where it is or follows an ordinal, the line with the next. */
function textsOf(line: TextLine, next: TextLine | undefined, before: TextLine | undefined): string[] {
  const whole = plainLine(line);
  // Most lines are of sentences, which no leader of dots ends.
  if (COMMA.test(whole)) return [];
  const text = whole.replace(LEADER, '');
  if (text.length < 4 || text.length > LONGEST || SENTENCE.test(text)) return [];
  const isHead = ORDINAL.test(text) || (before !== undefined && PART_ALONE.test(plainLine(before)));
  if (!isHead || !next || !readsOn(line, next)) return [text];
  const more = plainLine(next).replace(LEADER, '');
  return ORDINAL.test(more) || SENTENCE.test(more) ? [text] : [text, text + more];
}

const readsOn = (line: TextLine, next: TextLine): boolean =>
  next.page === line.page && Math.abs(next.size - line.size) < SAME_SIZE && next.box[1] - line.box[3] < NEXT_LINE * line.size;

function headingOf(text: string, line: TextLine, portrait: RegExp, words: Words): Heading {
  const title = readTitle(text, words);
  const described = title ? null : portrait.exec(text)?.[1];
  const own = described ? toName(described, words) : null;
  const name = title ? title.name : own !== null && isName(own, words) && endsAsBody(own) ? own : null;
  if (name === null || !endsAsBody(name)) return { title, naming: null };
  // Where more follows it may be a line of a sentence.
  const isWhole = ORDINAL.test(text) || title === null || title.rest === '';
  return { title, naming: { place: isWhole ? 'heading' : 'sentence', name, line } };
}
