import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { storeRules } from '../../src/archive/across/finding.js';
import { inLanguage } from '../../src/base/language.js';
import { rulesOf } from '../../src/check/rules/rules.js';
import { allFigures } from '../../src/compare/documents.js';
import { figureName } from '../../src/english/figures.js';
import { ENGLISH_RULES, englishRule } from '../../src/english/rules.js';

/** What the commands themselves make findings of. */
const OF_COMMANDS = ['DOCUMENT-FAILED'];

const known = new Set([
  ...families.flatMap((family) => rulesOf(family).flatMap(({ rules }) => rules.map(({ id }) => id))),
  ...storeRules(families),
  ...OF_COMMANDS,
]);

describe('every rule', () => {
  test.each([...known])('%s has a title, a formula and sentences in English', (id) => {
    const rule = englishRule(id);
    expect(rule, `src/english/rules/ has no ${id}`).toBeDefined();
    expect(rule?.title).toMatch(/^\P{Script=Han}+$/u);
    // 类, 款, 项 are levels, 元 and 万元 units: they have no English.
    const says = rule?.says?.map((one) => (typeof one === 'string' ? one : one[1])) ?? [];
    expect(`${rule?.formula} ${says.join(' ')}`.replace(/类|款|项|万?元/gu, '')).toMatch(/^\P{Script=Han}+$/u);
  });

  test('no other has', () => {
    expect(Object.keys(ENGLISH_RULES).filter((id) => !known.has(id))).toEqual([]);
  });

  test('the last sentence of those that are told by sentences needs the least', () => {
    const needs = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [id, { says = [] }] of Object.entries(ENGLISH_RULES)) {
      const plain = says.filter((one) => typeof one === 'string');
      expect(says.length === 0 || plain.at(-1) === says.at(-1), id).toBe(true);
      const counts = plain.map((sentence) => needs(sentence).length);
      expect(counts, id).toEqual(counts.toSorted((a, b) => b - a));
    }
  });
});

test.each(allFigures(families).map((figure) => [figure.id, figure] as const))('the figure %s has an English name', (_, figure) => {
  expect(inLanguage('en', () => figureName(figure))).toMatch(/^\P{Script=Han}{3,} /u);
  expect(figureName(figure)).toBe(figure.words);
});
