/** The ordinals before the names of rows, 一、 二、 …, as OCR reads them: it loses strokes of them, 十四 is read as 四 and 十 as 一. */
import { at } from '../base/invariant.js';
import { HAN_NUMBER } from '../base/patterns.js';
import { squeeze } from '../base/text.js';
import type { PrintedRow, PrintedTable } from '../model/printed.js';
import { LABEL_DOUBTFUL } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import type { Side } from '../model/side.js';
import { conceptReader } from './concept.js';
import { readingsOf } from './prints.js';

/** Rows whose ordinals are in order, and those whose names cannot be trusted. */
export interface OrderedRows {
  readonly rows: readonly PrintedRow[];
  /** Indexes of rows that OCR read without their ordinal, or with another than stands there. */
  readonly doubtful: ReadonlySet<number>;
  readonly remarks: readonly Remark[];
}

/**
 * The rows of a table with each ordinal that the ones above and below leave no choice about. What OCR read otherwise than the order asks
 * and what cannot be decided is doubtful. Rows that OCR did not read stay as they are.
 */
export function withOrdinals({ rows, declaration }: PrintedTable): OrderedRows {
  if (declaration?.rows.by !== 'words' || !rows.some(isRead)) return { rows, doubtful: new Set(), remarks: [] };
  const isKnown = (name: string, side: Side | null) => conceptReader(declaration)(null, name, side) !== null;
  const named = [...rows];
  const doubtful = new Set<number>();
  const remarks: Remark[] = [];
  for (const side of new Set(rows.map((row) => row.side))) {
    const places = ordinalsOf(rows, side);
    const order = toOrder(places.map(({ ordinal }) => ordinal));
    places.forEach(({ row, ordinal, name }, i) => {
      const due = at(order, i);
      const printed = at(rows, row);
      if (due === ordinal || due === null || !isRead(printed)) return;
      const behind = due === 'unknown' ? undefined : namesIn(name).find((rest) => isKnown(rest, side));
      if (due === 'unknown' || behind === undefined) {
        doubtful.add(row);
        return;
      }
      const mended = `${toHan(due)}、${behind}`;
      named[row] = { ...printed, name: mended };
      remarks.push(remark(LABEL_DOUBTFUL, `「${name}」的序号识读有疑，按上下各行的顺序定为「${mended}」。`, { row }));
    });
  }
  return { rows: named, doubtful, remarks };
}

const isRead = ({ label }: PrintedRow): boolean => label.some((cell) => readingsOf(cell).length > 0);

/** A row of one side: its index in the table, its ordinal as read (null where it has none, 0 where it is no number), its name with it. */
interface Place {
  readonly row: number;
  readonly ordinal: number | null;
  readonly name: string;
}

const ORDINAL = new RegExp(`^(${HAN_NUMBER})、`, 'u');

function ordinalsOf(rows: readonly PrintedRow[], side: Side | null): Place[] {
  return rows.flatMap((each, row): Place[] => {
    if (each.side !== side || each.name === null) return [];
    const name = squeeze(each.name);
    const han = ORDINAL.exec(name)?.[1];
    return [{ row, ordinal: han === undefined ? null : (hanToNumber(han) ?? 0), name }];
  });
}

/** What may be the name behind an ordinal: what stands behind its mark, else all that was read, or less by each letter of a broken ordinal. */
function namesIn(text: string): string[] {
  if (ORDINAL.test(text)) return [text.replace(ORDINAL, '')];
  const before = new RegExp(`^${HAN_NUMBER}`, 'u').exec(text)?.[0] ?? '';
  return [text, ...[...before].map((_, i) => text.slice(i + 1).replace(/^[、,，.．·]/u, ''))];
}

/** An ordinal as it must be: as read, another, null for a row without one, or unknown. */
type Due = number | null | 'unknown';

/** Fewer ordinals in a row say nothing of their order. */
const FEWEST = 3;

/**
 * What the ordinals of successive rows must be, by the longest run of them that rises. Between two of that run which are as far apart as
 * their rows, every row has the next ordinal. One of the run that neither of its neighbours confirms is not known, nor is one outside it, nor
 * a row without an ordinal where one is missing.
 * @param read 0: no ordinal there is
 */
export function toOrder(read: readonly (number | null)[]): Due[] {
  if (read.filter((ordinal) => ordinal !== null).length < FEWEST) return [...read];
  const run = longestRise(read);
  const due = read.map((ordinal, i): Due => (ordinal === null ? null : isConfirmed(read, run, i) ? ordinal : 'unknown'));
  run.slice(1).forEach((to, i) => {
    const from = at(run, i);
    const [first, last] = [at(read, from) ?? 0, at(read, to) ?? 0];
    const isClosed = last - first === to - from;
    for (let between = from + 1; between < to; between++) {
      if (isClosed) due[between] = first + between - from;
      else if (last - first > 1) due[between] = 'unknown';
    }
  });
  return due;
}

/** It is 1, or it and one beside it in the run are one apart, or as many as their rows. */
function isConfirmed(read: readonly (number | null)[], run: readonly number[], index: number): boolean {
  const place = run.indexOf(index);
  if (place < 0) return false;
  const agrees = (other: number | undefined) => {
    if (other === undefined) return false;
    const apart = Math.abs((read[other] ?? 0) - (read[index] ?? 0));
    return apart === 1 || apart === Math.abs(other - index);
  };
  return read[index] === 1 || agrees(run[place - 1]) || agrees(run[place + 1]);
}

/** Indexes of the longest rising run of ordinals, the first of runs as long. */
function longestRise(read: readonly (number | null)[]): number[] {
  const best: number[][] = [];
  read.forEach((ordinal, i) => {
    if (!ordinal) return;
    const before = best
      .filter((run) => (read[run.at(-1) ?? 0] ?? 0) < ordinal)
      .reduce<readonly number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    best.push([...before, i]);
  });
  return best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
}

const DIGITS = '一二三四五六七八九';

/** 1–99; null for what is no such number: 一七. */
export function hanToNumber(text: string): number | null {
  const [, tens, ones = ''] = /^([二三四五六七八九]?十|)([一二三四五六七八九]?)$/u.exec(text) ?? [];
  if (tens === undefined || text === '') return null;
  const digit = (letter: string) => (letter === '' ? 0 : DIGITS.indexOf(letter) + 1);
  return (tens === '十' ? 1 : digit(tens.charAt(0))) * 10 + digit(ones);
}

function toHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const digit = (n: number) => DIGITS.charAt(n - 1);
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}
