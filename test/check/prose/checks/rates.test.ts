import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brief, check } from '../builders.js';

const OVERALL = '一、收入支出决算总体情况说明';

describe('laws', () => {
  const cents = fc.integer({ min: 1, max: 99_999_999 });
  const money = (value: number) => (value / 100).toFixed(2);
  /** Half up, in whole numbers: a float may fall to the other side of a half. */
  const rate = (part: number, whole: number) => money(Number((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))));

  test('what is rightly rounded is never found', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b) + 1];
        const [grown, shrunk] = [whole + part, whole - part];
        const text = [
          `甲支出${money(whole)}万元，其中：乙支出${money(part)}万元，占${rate(part, whole)}%。`,
          `丙支出${money(grown)}万元，比上年增加${money(part)}万元，增长${rate(part, whole)}%。`,
          `丁支出${money(shrunk)}万元，比上年减少${money(part)}万元，下降${rate(part, whole)}%。`,
          `戊支出年初预算为${money(whole)}万元，支出决算为${money(part)}万元，完成年初预算的${rate(part, whole)}%。`,
        ];
        expect(check([OVERALL, ...text]).filter((f) => f.severity !== 'info')).toEqual([]);
      }),
    );
  });

  test('a rate that is off by a whole point is always found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 9_999_999 }), fc.integer({ min: 10_000, max: 99_999 }), (whole, part) => {
        const wrong = (Number(rate(part, whole)) + 1).toFixed(2);
        const text = `丙支出${money(whole + part)}万元，比上年增加${money(part)}万元，增长${wrong}%。`;
        expect(brief(check([OVERALL, text]))).toEqual([`PROSE-CHANGE error ${wrong} ${rate(part, whole)}`]);
      }),
    );
  });
});
