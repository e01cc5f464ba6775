import { describe, expect, test } from 'vitest';
import { finalAccountsProse } from '../../../../extractors/final-accounts/prose/prose.js';
import { measuresOf, otherSourcesOf, sourcesOf } from '../../../../src/check/prose/tables/measures.js';

const measures = measuresOf(finalAccountsProse);
const chapter = (id: string) => finalAccountsProse.chapters.find((c) => c.id === id) ?? null;

describe('what a name means', () => {
  test.each([
    ['三公经费', 'three-public-total'],
    ['机关运行经费支出', 'running-costs'],
    ['科学技术支出', 'function/206'],
    ['农林水支出', 'function/213'],
  ])('%s is %s', (name, id) => {
    expect(measures.named(name)?.id).toBe(id);
  });

  test('a 类 without 支出 or with a common name needs its mark; a code needs no name', () => {
    expect(measures.named('科学技术')).toBeNull();
    expect(measures.named('科学技术', '类')?.id).toBe('function/206');
    expect(measures.named('其他支出')).toBeNull();
    expect(measures.named('其他支出', '类')?.id).toBe('function/229');
    expect(measures.named('科学技术支出', '款')).toBeNull();
    expect(measures.named('小学教育', null, '2050202')).toMatchObject({ id: 'function/2050202', title: '小学教育' });
  });

  test('a whole may be called its total or its 决算', () => {
    expect(measures.wholeNamed('三公经费财政拨款支出决算总额')?.id).toBe('three-public-total');
    expect(measures.wholeNamed('本年支出总额')?.id).toBe('expenditure-total');
    expect(measures.wholeNamed('防汛支出')).toBeNull();
  });
});

test('an id that is not declared is an error of our own', () => {
  expect(() => measures.byId('no-such-measure')).toThrow('no-such-measure');
});

test('the index is built once for a declaration, and anew for another', () => {
  expect(measuresOf(finalAccountsProse)).toBe(measures);
  const other = measuresOf({ ...finalAccountsProse, measures: [] });
  expect(other.named('三公经费')).toBeNull();
});

describe('where a measure is printed', () => {
  const total = measures.byId('three-public-total');

  test('by chapter, else in any; in chapters about other things nowhere', () => {
    expect(sourcesOf(measures.byId('fiscal-income'), null).length).toBeGreaterThan(0);
    expect(sourcesOf(measures.byId('basic-expenditure'), null)).toEqual([]);
    expect(sourcesOf(total, chapter('procurement'))).toEqual([]);
  });

  test('its other amount in the chapter that tells of it only', () => {
    expect(otherSourcesOf(total, chapter('three-public')).length).toBeGreaterThan(0);
    expect(otherSourcesOf(total, chapter('fiscal'))).toEqual([]);
    expect(otherSourcesOf(total, null)).toEqual([]);
  });
});
