import { say } from '../../base/language.js';
import type { CellStyle, SheetCell } from '../workbook/sheet.js';
import type { DefaultFont } from '../workbook/styles-part.js';

export const FONT: DefaultFont = { name: '宋体', size: 10 };

/** What all sheets share: a quiet fill under headings, thin lines, a quiet colour for what is sure, two for what wants a look. */
export const HEADING_FILL = '#E7EDF5';
export const BORDER: CellStyle = { border: '#A6A6A6' };
export const ORANGE = '#F8CBAD';
export const YELLOW = '#FFE699';
export const GREEN = '#E2EFDA';
export const BLUE = '#DDEBF7';
export const GREY = '#E7E6E6';
/** What a click follows. */
export const LINK: CellStyle = { textColour: '#0563C1', underlined: true };

/** A sheet's title: bold, larger than the text by `TITLE_SCALE`, in a row with room for it (pt). */
const TITLE_SIZE = 14;
export const TITLE_SCALE = TITLE_SIZE / FONT.size;
export const TITLE: CellStyle = { fontSize: TITLE_SIZE, bold: true, vertical: 'center' };
export const TITLE_HEIGHT = 27;

/** Excel's format of what is text: not even editing the cell makes a formula of it. */
const TEXT = '@';

/** Significant digits a spreadsheet keeps (IEEE 754 double, as Excel shows it). */
const EXACT_DIGITS = 15;

/** Characters Excel allows in a cell. */
const LONGEST_TEXT = 32_767;
const cutMark = (): string => say('……（本格过长，全文见 JSON）', '… (too long for a cell: the whole text is in the JSON)');

/** A cell of text, which stays text whatever it begins with; an empty text is a cell with a style alone. */
export function textCell(text: string, style?: CellStyle): SheetCell {
  const styled = style && { style };
  if (text === '') return { value: null, ...styled };
  const whole = text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT - cutMark().length) + cutMark();
  return { value: whole, format: TEXT, ...styled };
}

/** A plain decimal string as a number that looks like `printed`; as the text `printed` where a number could not show the same. */
export function amountCell(value: string, printed: string, style?: CellStyle): SheetCell {
  const format = amountFormat(value, printed);
  return format === null ? textCell(printed, style) : { value: Number(value), format, ...(style && { style }) };
}

/** The Excel number format that shows `value` as it was printed: `0.00`, `#,##0.00`, `0.00;(0.00)`; null where there is none. */
function amountFormat(value: string, printed: string): string | null {
  if (!staysExact(value)) return null;
  const {
    sign,
    whole = '',
    places,
    close,
  } = /^(?<sign>-?|\()(?<whole>\d+|\d{1,3}(,\d{3})+)(\.(?<places>\d+))?(?<close>\)?)$/.exec(halfWidth(printed))?.groups ?? {};
  const number = whole.replaceAll(',', '') + (places === undefined ? '' : `.${places}`);
  if ((sign === '(') !== (close === ')') || value !== (sign ? `-${number}` : number)) return null;
  const digits = (whole.includes(',') ? '#,##0' : '0') + (places === undefined ? '' : `.${'0'.repeat(places.length)}`);
  if (close === '') return digits;
  return printed.includes('（') ? `${digits};"（"${digits}"）"` : `${digits};(${digits})`;
}

function staysExact(value: string): boolean {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) || /^-[0.]+$/.test(value)) return false;
  return value.replace(/[-.]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
}

function halfWidth(printed: string): string {
  return printed.normalize('NFKC').replace(/\s/g, '').replace(/^[−–]/u, '-');
}
