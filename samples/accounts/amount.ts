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
}

export function printed(value: Amount, print: Print): string {
  return value === 0n ? print.zero : decimal(value, print.separators);
}

/** `1234.50` */
export function decimal(value: Amount, separators = false): string {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  const whole = digits.slice(0, -2);
  const grouped = separators ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0n ? '-' : ''}${grouped}.${digits.slice(-2)}`;
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

/** A plain decimal in 元, two places; null where the unit is unknown. */
export function yuanOf(value: string, unit: string | null): string | null {
  if (unit !== '元' && unit !== '万元') return null;
  const hundredths = amount(value);
  return decimal(unit === '万元' ? hundredths * 10_000n : hundredths);
}
