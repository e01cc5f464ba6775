import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountCell } from '../../../src/emit/xlsx/cells.js';

/** What Excel shows for the few number formats we use: `0`, `0.00`, `#,##0.00`, each with brackets for negatives or without. */
function shown(value: number, format: string): string {
  const [positive = '', negative] = format.replaceAll('"', '').split(';');
  const chosen = value < 0 ? (negative ?? `-${positive}`) : positive;
  const places = (/\.(0+)/.exec(positive)?.[1] ?? '').length;
  const digits = Math.abs(value).toFixed(places);
  const grouped = positive.startsWith('#,##0') ? digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : digits;
  return chosen.replace(/(#,##)?0(\.0+)?/, grouped);
}

const places = fc.integer({ min: 0, max: 6 });
const value = fc.tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 18n }), places).map(([negative, digits, after]) => {
  const padded = String(digits).padStart(after + 1, '0');
  const whole = padded.slice(0, padded.length - after);
  return `${negative ? '-' : ''}${whole}${after === 0 ? '' : `.${padded.slice(-after)}`}`;
});
const styles = fc.record({ grouped: fc.boolean(), brackets: fc.constantFrom('', '()', '（）') });

function print(decimal: string, { grouped, brackets }: { grouped: boolean; brackets: string }): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  const digits = (grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + (fraction === undefined ? '' : `.${fraction}`);
  if (!decimal.startsWith('-')) return digits;
  return brackets === '' ? `-${digits}` : brackets.charAt(0) + digits + brackets.charAt(1);
}

test('an amount looks as it was printed and is the same number, or it is the printed text', () => {
  fc.assert(
    fc.property(value, styles, (decimal, style) => {
      const printed = print(decimal, style);
      const cell = amountCell(decimal, printed);
      const significant = decimal.replace(/[-.]/g, '').replace(/^0+/, '').length;
      expect(typeof cell.value).toBe(significant <= 15 ? 'number' : 'string');
      expect(typeof cell.value === 'number' ? shown(cell.value, cell.format ?? '') : cell.value).toBe(printed);
    }),
  );
});
