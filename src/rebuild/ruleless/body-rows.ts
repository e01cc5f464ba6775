import { groupBy } from '../../base/group.js';
import { CODE_DIGITS, DASH, FIRST_ORDINAL, SECOND_ORDINAL } from '../../base/patterns.js';
import { squeeze } from '../../base/text.js';
import { middleY } from '../../model/box.js';
import type { TextLine } from '../../model/page.js';
import { lineToSegments } from './segments.js';
import { TOTAL } from './words.js';

/** Lines of one body row. */
export type RowLines = readonly TextLine[];

/** A code, or the number of a line (行次). */
const CODE = new RegExp(`^${CODE_DIGITS}$|^\\d{1,3}$`, 'u');
/** Any number, whole ones too: in the body every number stands in a cell of figures. */
const NUMBER = /^[-−(（]?\d[\d,，]*(?:\.\d+)?[)）]?$/u;
/** A name with its ordinal: 一、 （一） 1. */
const NUMBERED = new RegExp(`^(?:${FIRST_ORDINAL}|${SECOND_ORDINAL}|\\d+[.．、])`, 'u');
/** What only the first line of a row holds. */
const STARTS = [CODE, NUMBER, DASH, NUMBERED, TOTAL];
/** em. Lines of one wrapped name stand no farther apart, middle to middle, than this. */
const NEXT_LINE = 1.5;

/** Share of neighbouring rows that must have a rule between them for the rules to part the rows. */
const PARTED = 0.6;

/**
 * Body lines → rows: parted by horizontal rules where they are drawn between most rows, else by what the lines hold.
 * @param rules y of the horizontal rules, pt
 */
export function linesToRows(lines: readonly TextLine[], rules: readonly number[]): RowLines[] {
  const byContent = rowsByContent(lines);
  const byRules = rowsBetween(lines, rules);
  return byRules.length > 1 && byRules.length >= byContent.length * PARTED ? byRules : byContent;
}

/** Lines between one rule and the next. */
function rowsBetween(lines: readonly TextLine[], rules: readonly number[]): RowLines[] {
  const bands = groupBy(lines, (line) => rules.filter((y) => y < middleY(line)).length);
  return [...bands].toSorted((a, b) => a[0] - b[0]).map(([, band]) => band);
}

/** A line with a code, a number or a total begins a row; the lines of a wrapped name join the nearest. */
function rowsByContent(lines: readonly TextLine[]): RowLines[] {
  const first = lines.filter((line) => beginsRow(line, lines));
  const rows = new Map<TextLine, TextLine[]>(first.map((line) => [line, [line]]));
  for (const line of lines) {
    if (rows.has(line)) continue;
    const distance = (other: TextLine) => Math.abs(middleY(other) - middleY(line));
    const [nearest] = first.toSorted((a, b) => distance(a) - distance(b));
    if (nearest) rows.get(nearest)?.push(line);
    else rows.set(line, [line]);
  }
  return [...rows.values()].map((row) => row.toSorted((a, b) => middleY(a) - middleY(b)));
}

function beginsRow(line: TextLine, lines: readonly TextLine[]): boolean {
  const texts = lineToSegments(line).map((s) => squeeze(s.text));
  if (texts.some((text) => STARTS.some((start) => start.test(text)))) return true;
  const isFar = (other: TextLine) => Math.abs(middleY(other) - middleY(line)) > NEXT_LINE * line.size;
  return lines.every((other) => other === line || isFar(other));
}
