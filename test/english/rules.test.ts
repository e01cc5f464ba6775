import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { storeRules } from '../../src/archive/across/finding.js';
import { inLanguage } from '../../src/base/language.js';
import { rulesOf } from '../../src/check/rules/rules.js';
import { allFigures } from '../../src/compare/documents.js';
import { ENGLISH_RULES, englishRule } from '../../src/english/rules.js';
import { figureName, termInWords } from '../../src/english/terms.js';

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

/** Words that families declare for figures and charts. */
function declaredWords(): string[] {
  return families.flatMap(({ kinds, presentation: { indicators, compared, charts } }) => [
    ...kinds,
    ...[...indicators, ...Object.values(compared)].map(({ words }) => words),
    ...charts.flatMap((chart) => [
      chart.title,
      ...('columns' in chart ? chart.columns.map(({ name }) => name) : []),
      ...('items' in chart ? [...chart.items, ...chart.phases].map(({ name }) => name) : []),
      ...('from' in chart ? [chart.from, chart.to, chart.total].map(({ name }) => name) : []),
    ]),
  ]);
}

test.each([...new Set(declaredWords())])('%s is said in English too', (words) => {
  expect(inLanguage('en', () => termInWords(words))).toMatch(/^\P{Script=Han}{3,}$/u);
  expect(termInWords(words)).toBe(words);
});

test('groups of rules have English titles', () => {
  const titles = families.flatMap((family) => rulesOf(family).map(({ title }) => title));
  for (const title of titles) expect(inLanguage('en', () => termInWords(title))).toMatch(/^\P{Script=Han}+$/u);
});

test('figures that families call differently have all names', () => {
  const [closing] = allFigures(families).filter(({ id }) => id === 'closing-balance');
  expect(closing && inLanguage('en', () => figureName(closing))).toBe(
    'Balance at the end of the year, Carried over to the next year 年末结转和结余、结转下年',
  );
});
