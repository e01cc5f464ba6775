import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFlow } from '../../../../src/emit/html/charts/flow-drawing.js';

const streams = fc.array(
  fc.record({
    words: fc.constantFrom('其他收入 1.00', '一般公共预算财政拨款收入 102,923,164.14', '使用非财政拨款结余（含专用结余） 45,110.97'),
    amount: fc.double({ min: 0.01, max: 1e12, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('words of neighbours never overlap, and all is inside of the picture', () => {
  fc.assert(
    fc.property(streams, streams, (from, to) => {
      const { height, elements } = drawFlow({ from, to, total: '总计 1.00' });
      for (const anchor of ['text-anchor="end"', '']) {
        const side = elements.filter((element) => element.startsWith('<path') && element.includes('text-anchor="end"') === (anchor !== ''));
        const lines = side.flatMap((element) => [...element.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y)));
        for (const [index, y] of lines.entries()) {
          expect(y - (lines[index - 1] ?? -100)).toBeGreaterThanOrEqual(13);
          expect(y).toBeLessThan(height);
        }
      }
      expect(elements.join('')).not.toMatch(/NaN|Infinity|="-/);
    }),
  );
});
