/** Documents from random layouts: what they are made of, and that the law they are held to finds what is wrong. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { amountText, amountValue } from '../../samples/random/amount-text.js';
import { type RandomDocument, randomDocument } from '../../samples/random/document.js';
import { compare } from '../../samples/random/law.js';
import { layoutAt, layouts, type RandomLayout } from '../../samples/random/layout.js';
import { rulesOf } from '../../samples/random/rules.js';
import type { Disclosure, DisclosureTable } from '../../schemas/disclosure.js';
import { extractDisclosure } from '../../src/pipeline.js';

/** Every choice at its plainest. */
function plainest(): RandomLayout {
  const { counterexample } = fc.check(
    fc.property(layouts, (layout: RandomLayout) => layout.seed < 1),
    { seed: 1 },
  );
  const layout = counterexample?.[0];
  if (!layout) throw new Error('No layout');
  return layout;
}

test('the same layout gives the same bytes and the same truth', () => {
  const layout = layoutAt('7:3');
  const [first, second] = [randomDocument(layout), randomDocument(layout)];
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  expect(first.tables).toEqual(second.tables);
});

test('a seed and an index name what fast-check draws there', () => {
  expect(layoutAt('7:3')).toEqual(fc.sample(layouts, { seed: 7, numRuns: 4 })[3]);
});

test('every layout can be drawn', () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      expect(randomDocument(layout).tables.length).toBeGreaterThan(0);
    }),
    { seed: 3, numRuns: 15, endOnFailure: true },
  );
});

describe('amounts', () => {
  const manner = { separators: true, digits: 'half', zero: '—', negative: 'wide-brackets' } as const;

  test('as printed', () => {
    expect(amountText('-1234.50', manner)).toBe('（1,234.50）');
    expect(amountText('-1234.50', { ...manner, negative: 'minus', digits: 'full' })).toBe('-１,２３４．５０');
    expect(amountText('0.00', manner)).toBe('—');
  });

  test('as numbers', () => {
    expect(amountValue('-1234.50', manner)).toBe('-1234.50');
    expect(amountValue('0.00', manner)).toBeNull();
    expect(amountValue('0.00', { ...manner, zero: '0' })).toBe('0');
  });
});

describe('rules', () => {
  /** A head over two columns and two heads under it; one row. */
  const cells = [
    { rectangle: [0, 0, 20, 10], isHead: true, columnSpan: 2 },
    { rectangle: [0, 10, 10, 20], isHead: true, columnSpan: 1 },
    { rectangle: [10, 10, 20, 20], isHead: true, columnSpan: 1 },
    { rectangle: [0, 20, 10, 30], isHead: false, columnSpan: 1 },
    { rectangle: [10, 20, 20, 30], isHead: false, columnSpan: 1 },
  ] satisfies Parameters<typeof rulesOf>[0];

  test('three lines and a short one under the head of two columns', () => {
    expect(rulesOf(cells, 'three-line')).toEqual([
      [0, 0, 20, 0],
      [0, 20, 20, 20],
      [0, 30, 20, 30],
      [3, 10, 17, 10],
    ]);
  });

  test('open sides have vertical rules only inside', () => {
    const vertical = rulesOf(cells, 'open-sides').filter(([x0, , x1]) => x0 === x1);
    expect(vertical.map(([x]) => x)).toEqual([10, 10]);
  });

  test('horizontal ones have none, and none are none', () => {
    expect(rulesOf(cells, 'horizontal').every(([, y0, , y1]) => y0 === y1)).toBe(true);
    expect(rulesOf(cells, 'none')).toEqual([]);
  });
});

describe('the law', () => {
  let drawn: RandomDocument;
  let read: Disclosure;
  beforeAll(async () => {
    drawn = randomDocument(plainest());
    read = await extractDisclosure(drawn.bytes, { ocr: 'off' });
  });

  /** The misses where something of what was read is another. */
  function misses(change: (table: DisclosureTable) => void): string[] {
    const changed = structuredClone(read);
    const table = changed.tables.find(({ form }) => form === 'income');
    if (!table) throw new Error('No income table');
    change(table);
    return compare(drawn, changed).misses.map(({ kind }) => kind);
  }

  const totals = (table: DisclosureTable) => table.rows[0]?.cells ?? {};

  test('holds for the plainest document', () => {
    expect(compare(drawn, read).misses).toEqual([]);
    // The account contradicts itself nowhere.
    expect(compare(drawn, read).doubted).toBe(0);
    expect(compare(drawn, read).values).toBeGreaterThan(200);
  });

  test('a wrong value', () => {
    expect(misses((table) => Object.assign(totals(table)['total'] ?? {}, { value: '1.00' }))).toEqual(['wrong']);
  });

  test('a wrong value that is flagged', () => {
    expect(misses((table) => Object.assign(totals(table)['total'] ?? {}, { value: '1.00', status: 'contradicted' }))).toEqual([]);
  });

  test('a value that is not there', () => {
    expect(misses((table) => delete totals(table)['total'])).toEqual(['lost']);
  });

  test('a value in another column', () => {
    const swap = (table: DisclosureTable) => {
      const cells = totals(table);
      const { total, fiscal } = cells;
      if (total && fiscal) Object.assign(cells, { total: fiscal, fiscal: total });
    };
    expect(misses(swap)).toEqual(['misplaced', 'misplaced']);
  });

  test('a row of another name', () => {
    expect(new Set(misses((table) => Object.assign(table.rows[1] ?? {}, { name: '外交支出' })))).toEqual(new Set(['label']));
  });

  test('a value where nothing was drawn', () => {
    const add = (table: DisclosureTable) => {
      const { total } = totals(table);
      if (total) totals(table)['other'] = { ...total, page: 1 };
    };
    expect(misses(add)).toContain('invented');
  });

  test('a table of no known form and without rows', () => {
    expect(misses((table) => Object.assign(table, { form: 'other', rows: [] }))).toContain('table');
  });
});
