/** Money as a document prints it, in hundredths of its unit (of 元: 分; of 万元: 百元): exact, never a float. */
export type Amount = bigint;

/** @throws where `text` is no plain decimal with at most two places. */
export function amount(text: string): Amount {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', ''));
  if (!parts) throw new Error(`${text} is no amount`);
  const [, sign, whole, places = ''] = parts;
  const size = BigInt(`${whole}${places.padEnd(2, '0')}`);
  return sign === '-' ? -size : size;
}

export function total(amounts: Amount[]): Amount {
  return amounts.reduce((sum, next) => sum + next, 0n);
}

export interface Print {
  /** `1,234.50` */
  separators: boolean;
  /** What stands for nothing: blank, `0.00`, `—`. */
  zero: string;
  /** Of amounts in 分: `six-places` prints them in 万元 as `12.345678`, `whole` in 元 without decimals. */
  as?: 'six-places' | 'whole';
}

export function printed(value: Amount, print: Print): string {
  if (value === 0n) return print.zero;
  if (print.as === undefined) return decimal(value, print.separators);
  const digits = print.as === 'six-places' ? 6 : 0;
  return withPlaces(print.as === 'whole' ? value / 100n : value, digits, print.separators);
}

/** `1234.50` */
export function decimal(value: Amount, separators = false): string {
  return withPlaces(value, 2, separators);
}

/** `value` in units of the last of its `places` decimals. */
function withPlaces(value: Amount, places: number, separators: boolean): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const grouped = separators ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0n ? '-' : ''}${grouped}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** `part` of `whole` in percent, two places, half away from zero: `12.34`. */
export function percent(part: Amount, whole: Amount): string {
  return whole === 0n ? '0.00' : decimal(rounded(part * 10_000n, whole));
}

/** 元 to 万元, two places, half away from zero. */
export function toWan(yuan: Amount): Amount {
  return rounded(yuan, 10_000n);
}

function rounded(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * (numerator < 0n ? -numerator : numerator);
  const size = (doubled + denominator) / (2n * denominator);
  return numerator < 0n ? -size : size;
}

/** The number of a printed amount, without separators: `-12.30` for `（12.30）`; null for `—` and blank. */
export function readAmount(text: string): string | null {
  const plain = text.replaceAll(/[,\s]/g, '').replace(/^[（(](.+)[）)]$/, '-$1');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

/** A plain decimal of at most six places in 万元, two in 元, as 元 with two places; null where the unit is unknown. */
export function yuanOf(value: string, unit: string | null): string | null {
  if (unit !== '元' && unit !== '万元') return null;
  const [whole = '', places = ''] = value.replace('-', '').split('.');
  const shown = unit === '万元' ? 6 : 2;
  if (places.length > shown) throw new Error(`${value} ${unit} is no whole number of 分`);
  const size = BigInt(`${whole}${places.padEnd(shown, '0')}`);
  return decimal(value.startsWith('-') ? -size : size);
}
