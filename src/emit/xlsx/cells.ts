import type { CellObject } from 'write-excel-file/node';

export const FONT_FAMILY = '宋体';
/** pt. */
export const FONT_SIZE = 10;

/** What all sheets share: a quiet fill under headings, thin lines, a quiet colour for what is sure, two for what wants a look. */
export const HEADING_FILL = '#E7EDF5';
export const BORDER: CellStyle = { borderStyle: 'thin', borderColor: '#A6A6A6' };
export const ORANGE = '#F8CBAD';
export const YELLOW = '#FFE699';
export const GREEN = '#E2EFDA';
export const BLUE = '#DDEBF7';
/** What a click follows. */
export const LINK: CellStyle = { textColor: '#0563C1', textDecoration: { underline: true } };

/** A sheet's title: bold, larger than the text by `TITLE_SCALE`, in a row with room for it. */
const TITLE_SIZE = 14;
export const TITLE_SCALE = TITLE_SIZE / FONT_SIZE;
export const TITLE: CellStyle = { fontSize: TITLE_SIZE, fontWeight: 'bold', alignVertical: 'center', height: 27 };

/** How a cell looks and how far it spreads; never what it holds. */
export type CellStyle = Omit<CellObject, 'value' | 'type' | 'format'>;

/** Significant digits a spreadsheet keeps (IEEE 754 double, as Excel shows it). */
const EXACT_DIGITS = 15;

/** Characters Excel allows in a cell. */
const LONGEST_TEXT = 32_767;
const CUT_MARK = '……（本格过长，全文见 JSON）';

/** Text that stays text, whatever it begins with: `@` is Excel's text format, so not even editing the cell makes it a formula. */
export function textCell(text: string, style: CellStyle = {}): CellObject {
  if (text === '') return style;
  const whole = text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT - CUT_MARK.length) + CUT_MARK;
  return { ...style, type: String, format: '@', value: escapeText(whole) };
}

/** A plain decimal string as a number that looks like `printed`; as the text `printed` where a number could not show the same. */
export function amountCell(value: string, printed: string, style: CellStyle = {}): CellObject {
  const format = amountFormat(value, printed);
  return format === null ? textCell(printed, style) : { ...style, type: Number, format, value: Number(value) };
}

/** The Excel number format that shows `value` as it was printed: `0.00`, `#,##0.00`, `0.00;(0.00)`; null where there is none. */
function amountFormat(value: string, printed: string): string | null {
  if (!staysExact(value)) return null;
  const { sign, whole, places, close } =
    /^(?<sign>-?|\()(?<whole>\d+|\d{1,3}(,\d{3})+)(\.(?<places>\d+))?(?<close>\)?)$/.exec(halfWidth(printed))?.groups ?? {};
  const number = (whole ?? '').replaceAll(',', '') + (places === undefined ? '' : `.${places}`);
  if ((sign === '(') !== (close === ')') || value !== (sign ? `-${number}` : number)) return null;
  const digits = (whole?.includes(',') ? '#,##0' : '0') + (places === undefined ? '' : `.${'0'.repeat(places.length)}`);
  if (close === '') return digits;
  return printed.includes('（') ? `${digits};"（"${digits}"）"` : `${digits};(${digits})`;
}

function staysExact(value: string): boolean {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) || /^-[0.]+$/.test(value)) return false;
  return value.replace(/[-.]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
}

function halfWidth(printed: string): string {
  return printed.normalize('NFKC').replace(/\s/g, '').replace('−', '-');
}

/**
 * Excel writes what XML cannot carry as `_x000D_` (ECMA-376 part 1, 22.9.2.19), and so must a text that looks like such an
 * escape. The names of `Object.prototype` are escaped because write-excel-file looks texts up in a plain object.
 */
export function escapeText(text: string): string {
  const escaped = text.replace(/[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/gu, escapeUnits);
  return escaped in {} ? escapeUnits(escaped.charAt(0)) + escaped.slice(1) : escaped;
}

function escapeUnits(character: string): string {
  return character.split('').map(escapeUnit).join('');
}

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
