/** How a layout prints an amount. */
import type { RandomLayout } from './layout.js';

export type AmountManner = Pick<RandomLayout, 'separators' | 'digits' | 'zero' | 'negative'>;

/** `plain` as printed: `-1234.50` gives `（1,234.50）` where brackets stand for minus. */
export function amountText(plain: string, manner: AmountManner): string {
  if (Number(plain) === 0) return wide(manner.zero, manner);
  const [whole = '', places] = plain.replace('-', '').split('.');
  const grouped = manner.separators ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return wide(signed(places === undefined ? grouped : `${grouped}.${places}`, plain.startsWith('-'), manner), manner);
}

/** The number a printed amount stands for, null for blank, — and -. */
export function amountValue(plain: string, manner: AmountManner): string | null {
  if (Number(plain) !== 0) return plain;
  return manner.zero === '0' || manner.zero === '0.00' ? manner.zero : null;
}

function signed(size: string, isNegative: boolean, { negative }: AmountManner): string {
  if (!isNegative) return size;
  return { minus: `-${size}`, brackets: `(${size})`, 'wide-brackets': `（${size}）` }[negative];
}

/** Full-width digits and point; the separator stays narrow. */
function wide(text: string, { digits }: AmountManner): string {
  if (digits === 'half') return text;
  return text.replaceAll(/[\d.]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
}
