import { Decimal } from 'decimal.js';
import { halfWidth } from '../../base/text.js';
import { FORMULA_UNREADABLE, STORED_SHOWN } from '../../model/reading-rules.js';
import type { Told } from '../../model/told.js';
import { formatNumber, isDateFormat, type StoredCell } from './workbook.js';

/** What a person sees in a cell, and what is said of it. */
export interface ShownCell {
  readonly text: string;
  readonly unreadable: boolean;
  readonly told: readonly Told[];
}

/** Digits that a workbook keeps of a number (ECMA-376 part 1, 18.3.1.96; Excel shows no more); those behind are noise of binary fractions. */
const DIGITS = 15;

/** A stored number as the decimal it stands for. */
export const decimalOf = (number: number): Decimal => new Decimal(number.toPrecision(DIGITS));

const plain = (text: string): ShownCell => ({ text, unreadable: false, told: [] });

/**
 * A stored cell → what it shows. Values are read from what is shown, as in print; where more is stored, it is said.
 * @param computed the result of a formula that is stored without one, where it could be worked out
 */
export function showCell(cell: StoredCell, computed: Decimal | null): ShownCell {
  const { kind, formula, shown } = cell;
  if (kind === 'error') {
    const message = `本格的公式得出错误值“${shown}”，没有数。`;
    return { text: shown, unreadable: true, told: [{ rule: FORMULA_UNREADABLE, message }] };
  }
  if (kind === 'nothing') {
    if (formula === null) return plain('');
    if (computed) return showComputed(cell, formula, computed);
    const message = `本格是公式“=${formula}”，文件没有存其结果，无法识读；用Excel打开并保存后可得。`;
    return { text: `=${formula}`, unreadable: true, told: [{ rule: FORMULA_UNREADABLE, message }] };
  }
  return kind === 'number' && Number.isFinite(cell.number) ? showNumber(cell) : plain(shown);
}

function showComputed(cell: StoredCell, formula: string, computed: Decimal): ShownCell {
  const number = computed.toNumber();
  const { text } = showNumber({ ...cell, kind: 'number', number, shown: formatNumber(cell.format, number) });
  const message = `本格是公式“=${formula}”，文件没有存其结果；“${text}”是按其各项算得的。`;
  return { text, unreadable: false, told: [{ rule: FORMULA_UNREADABLE, message, severity: 'warning' }] };
}

function showNumber({ number, format, shown }: StoredCell): ShownCell {
  const stored = decimalOf(number);
  // What shows all digits in Excel, as far as the column is wide.
  if (/^general$/iu.test(format)) return plain(stored.toFixed());
  if (isDateFormat(format)) return plain(shown);
  const first = shownDecimal(shown);
  const rounded = first && stored.times(first.scale).toDecimalPlaces(first.places, Decimal.ROUND_HALF_UP);
  const isSlip = first && rounded && !rounded.equals(first.value) && isWithinUnit(rounded, first);
  // The library rounds binary fractions: 1.005 would be 1.00.
  const text = isSlip ? formatNumber(format, rounded.div(first.scale).toNumber()).trim() : shown.trim();
  return { text, unreadable: false, told: difference(stored, text) };
}

/** A number as it is shown. */
interface ShownDecimal {
  readonly value: Decimal;
  readonly places: number;
  /** 100 where it is shown in percent. */
  readonly scale: number;
}

const NUMBER = /^(-?)(\()?[^\d().-]?(-?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?)(\))?(%)?$/u;

function shownDecimal(shown: string): ShownDecimal | null {
  const [, minus = '', open, inner = '', digits, fraction = '', close, percent] = NUMBER.exec(halfWidth(shown).replace(/\s/gu, '')) ?? [];
  if (digits === undefined || (open === undefined) !== (close === undefined)) return null;
  const value = new Decimal(digits.replaceAll(',', ''));
  const isNegative = minus !== '' || inner !== '' || open !== undefined;
  return { value: isNegative ? value.negated() : value, places: fraction.length, scale: percent === undefined ? 1 : 100 };
}

const isWithinUnit = (rounded: Decimal, { value, places }: ShownDecimal): boolean =>
  rounded.minus(value).abs().lessThanOrEqualTo(new Decimal(10).pow(-places));

function difference(stored: Decimal, text: string): Told[] {
  const shown = shownDecimal(text);
  if (shown?.value.div(shown.scale).equals(stored) || (!shown && stored.isZero())) return [];
  // A percentage that is shown rounded is one as anybody prints it.
  if (shown && shown.scale !== 1 && isRounding(stored, shown)) return [];
  const message = `本格显示“${text}”，存储的是${stored.toFixed()}，结果取显示的数。`;
  return [{ rule: STORED_SHOWN, message, ...(!(shown && isRounding(stored, shown)) && { severity: 'warning' as const }) }];
}

const isRounding = (stored: Decimal, { value, places, scale }: ShownDecimal): boolean =>
  stored.times(scale).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).equals(value);
