/** What OCR may read in place of a sign of a number. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  〇: '0',
  O: '0',
  o: '0',
  Ｏ: '0',
  Q: '0',
  l: '1',
  i: '1',
  '!': '1',
  I: '1',
  '|': '1',
  '，': ',',
  '。': '.',
  '．': '.',
  '·': '.',
  "'": ',',
  '’': ',',
  '‘': ',',
  '、': '.',
  ':': '.',
  ';': ',',
  '"': ',',
  '－': '-',
  '—': '-',
  '–': '-',
  '−': '-',
  '（': '(',
  '）': ')',
};

/** The signs that numbers are made of. */
export const NUMBER_SIGNS: ReadonlySet<string> = new Set('0123456789.,-()');

/** A text in the signs of numbers: look-alikes replaced, blanks removed. */
export const toNumberSigns = (text: string): string =>
  [...text.normalize('NFKC').replace(/\s+/gu, '')].map((c) => LOOKALIKES[c] ?? c).join('');

/** Share of digits from which a line of print may be a number. */
const MOSTLY = 0.5;

/** Whether a line of print is meant to be a number: nothing but its signs, most of them digits. */
export function looksLikeNumber(text: string): boolean {
  const signs = [...toNumberSigns(text)];
  const digits = signs.filter((c) => /\d/.test(c)).length;
  return digits > 0 && signs.every((c) => NUMBER_SIGNS.has(c)) && digits >= signs.length * MOSTLY;
}

const WHOLE = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}|\d{4,}))?$/;
const WELL_FORMED = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** A number as it is printed: `31.707,705.59` with its separators put right; null where no reading of the signs is a number. */
export function toPrintedNumber(text: string): string | null {
  const signs = toNumberSigns(text);
  const bracketed = /^\((.*)\)$/.exec(signs);
  const inner = bracketed?.[1] ?? signs;
  if (bracketed && inner.startsWith('-')) return null;
  const printed = WELL_FORMED.test(inner) ? inner : repaired(inner);
  return printed === null ? null : bracketed ? `(${printed})` : printed;
}

function repaired(signs: string): string | null {
  const [, minus, digits, fraction] = WHOLE.exec(signs) ?? [];
  if (digits === undefined) return null;
  return `${minus ?? ''}${digits.replaceAll('.', ',')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** What must be alike for two readings to be the same: sign, digits, and where the point stands. */
export const sameNumber = (a: string, b: string): boolean => essence(a) === essence(b);

/** The same sign and digits, wherever the point stands. */
export const sameDigits = (a: string, b: string): boolean => essence(a).replace('.', '') === essence(b).replace('.', '');

const essence = (text: string) => (toPrintedNumber(text) ?? text).replaceAll(',', '').replace(/^\((.*)\)$/, '-$1');
