import { at } from './invariant.js';
import { displayWidth, fitWidth } from './width.js';

/** A column of a table in a terminal. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** Lines of text under their titles, in columns. @param widest cells that are wider are cut; `foot` stands below a second rule */
export function textTable(
  columns: readonly TextColumn[],
  lines: readonly (readonly string[])[],
  { widest, foot }: { readonly widest: number; readonly foot?: readonly string[] },
): string {
  const titles = columns.map(({ title }) => fitWidth(printable(title), widest));
  const body = lines.map((line) => line.map((text) => fitWidth(printable(text), widest)));
  const all = [titles, ...body, ...(foot ? [foot] : [])];
  const widths = titles.map((_, index) => all.reduce((width, line) => Math.max(width, displayWidth(at(line, index))), 0));
  const draw = (line: readonly string[]) => line.map((text, index) => pad(text, at(widths, index), at(columns, index).align)).join(GAP);
  const rule = widths.map((width) => '─'.repeat(width));
  return [titles, rule, ...body, ...(foot ? [rule, foot] : [])].map((line) => `${draw(line).trimEnd()}\n`).join('');
}

function pad(text: string, width: number, align: TextColumn['align']): string {
  const room = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? room + text : text + room;
}

/** File names and departments come from outside: a control character could move the cursor or change the terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}|\p{Cf}/gu, '');
