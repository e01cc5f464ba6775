import type { DisclosureValue } from '../../schemas/disclosure.js';
import { toYuan, type Unit } from '../base/money.js';
import type { OcrReading } from '../model/glyph.js';
import type { Cell } from '../model/grid.js';
import { parseAmount } from './amount.js';

/** What OCR holds possible for one cell of figures. */
export interface Print {
  /** Index into the rows of its table. */
  readonly row: number;
  readonly column: string;
  /** The cell as it would be, likeliest first; empty where no number could be read. */
  readonly candidates: readonly DisclosureValue[];
  /** The OCR engines differ, or the first is not sure. */
  readonly doubtful: boolean;
  /** The engines agree about its digits: only its point may be doubted. */
  readonly digitsAgree?: boolean;
}

/** Texts of a cell of several lines that are tried. */
const MOST = 64;

/** No print begins a number so. */
const LEADING_ZERO = /^-?0\d/;
/** 38.0 is no other amount than 38.00: the likelier print is kept. */
const TRAILING_ZEROS = /(?<=\.\d*)0+$|\.0+$/;

const NOT_READ: readonly OcrReading[] = [];

/** How the lines of a cell were read by OCR, in order; empty for text. */
export function readingsOf({ lines }: Cell): readonly OcrReading[] {
  let readings: Set<OcrReading> | null = null;
  for (const { glyphs } of lines) {
    for (const { reading } of glyphs) if (reading) readings = (readings ?? new Set()).add(reading);
  }
  return readings === null ? NOT_READ : [...readings];
}

/** What OCR holds possible for the lines of a cell together, likeliest first. */
export function possibleTexts(readings: readonly OcrReading[]): string[] {
  return readings.reduce<string[]>(
    (heads, { text, alternatives }) => heads.flatMap((head) => [text, ...alternatives].map((tail) => head + tail)).slice(0, MOST),
    [''],
  );
}

/** A lone 一 in a column of figures is a dash. */
export const printedText = (cell: Cell, text = cell.text): string =>
  text === '一' && !cell.correction && readingsOf(cell).length > 0 ? '—' : text;

/** What a cell of figures may be, beside its value as read; null for a cell that is no print of OCR, or a dash, or a word that is not doubted. */
export function toPrint(cell: Cell, value: DisclosureValue, unit: Unit | null, row: number, column: string): Print | null {
  if (value.method === 'text' || cell.correction || parseAmount(value.text).kind === 'dash') return null;
  const readings = readingsOf(cell);
  const texts = possibleTexts(readings.length > 1 ? readings.map(withItsPoint) : readings);
  const candidates = new Map<string, DisclosureValue>();
  for (const text of texts) {
    const amount = parseAmount(text);
    if (amount.kind !== 'number' || LEADING_ZERO.test(amount.value)) continue;
    const key = amount.value.replace(TRAILING_ZEROS, '');
    if (candidates.has(key)) continue;
    candidates.set(key, { ...value, text, value: amount.value, yuan: toYuan(amount.value, unit), status: 'unchecked' });
  }
  const isOpen = readings.some((r) => r.doubtful) || isJoinedWhole(readings);
  const doubtful = cell.illegible || candidates.size === 0 || value.value === null || isOpen;
  const digitsAgree = !cell.illegible && readings.length === 1 && readings[0]?.digitsAgree === true;
  return { row, column, candidates: cell.illegible ? [] : [...candidates.values()], doubtful, ...(digitsAgree && { digitsAgree }) };
}

/** The first line of a number that goes on behind its point: alone it was read as a whole number. */
const withItsPoint = (reading: OcrReading): OcrReading =>
  /\d[.．]$/u.test(reading.raw) && !/[.．]/u.test(reading.text) ? { ...reading, text: `${reading.text}.` } : reading;

/**
 * Lines of digits that make one whole number. A number goes on in a second line only where it is too wide for its column, and is an amount
 * whose signs were lost, or two numbers in one cell.
 */
const isJoinedWhole = (readings: readonly OcrReading[]): boolean =>
  readings.length > 1 && readings.every(({ text }) => !/[.．]/u.test(text));
