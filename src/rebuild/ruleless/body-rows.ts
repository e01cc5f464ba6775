import { squeeze } from '../../base/text.js';
import type { TextLine } from '../../model/page.js';
import { lineToSegments, middle } from './segments.js';

/** Lines of one body row. */
export type RowLines = readonly TextLine[];

const CODE = /^\d{3}(?:\d{2}){0,2}$|^\d{1,3}$/u;
const NUMBER = /^[-−(（]?\d[\d,，]*(?:\.\d+)?[)）]?$|^[—–－-]+$/u;
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]+）|\d+[.．、])/u;
const TOTAL = /合计$|^总计$/u;
/** em. Lines of one wrapped name stand no farther apart, middle to middle, than this. */
const NEXT_LINE = 1.5;

/** Share of neighbouring rows that must have a rule between them for the rules to part the rows. */
const PARTED = 0.6;

/** Body lines → rows: parted by horizontal rules where they are drawn between most rows, else by what the lines say. */
export function linesToRows(lines: readonly TextLine[], rules: readonly number[]): RowLines[] {
  const told = linesToToldRows(lines);
  const drawn = linesBetween(lines, rules);
  return drawn.length > 1 && drawn.length >= told.length * PARTED ? drawn : told;
}

/** Lines between one rule and the next. */
function linesBetween(lines: readonly TextLine[], rules: readonly number[]): RowLines[] {
  const bands = new Map<number, TextLine[]>();
  for (const line of lines) {
    const band = rules.filter((y) => y < middle(line)).length;
    bands.set(band, [...(bands.get(band) ?? []), line]);
  }
  return [...bands].toSorted((a, b) => a[0] - b[0]).map(([, group]) => group);
}

/** A line with a code, a number or a total begins a row; the lines of a wrapped name join the nearest. */
function linesToToldRows(lines: readonly TextLine[]): RowLines[] {
  const anchors = lines.filter((line) => isAnchor(line, lines));
  const rows = new Map<TextLine, TextLine[]>(anchors.map((a) => [a, [a]]));
  for (const line of lines) {
    if (rows.has(line)) continue;
    const nearest = anchors.toSorted((a, b) => Math.abs(middle(a) - middle(line)) - Math.abs(middle(b) - middle(line)))[0];
    if (nearest) rows.get(nearest)?.push(line);
    else rows.set(line, [line]);
  }
  return [...rows.values()].map((group) => group.toSorted((a, b) => middle(a) - middle(b)));
}

function isAnchor(line: TextLine, lines: readonly TextLine[]): boolean {
  const texts = lineToSegments(line).map((s) => squeeze(s.text));
  if (texts.some((t) => CODE.test(t) || NUMBER.test(t) || NUMBERED.test(t) || TOTAL.test(t))) return true;
  const isFar = (other: TextLine) => Math.abs(middle(other) - middle(line)) > NEXT_LINE * line.size;
  return lines.every((other) => other === line || isFar(other));
}
