import { describe, expect, test } from 'vitest';
import { tableRules } from '../../src/check/catalogue/table-rules.js';
import { raised } from './builders.js';
import { cases } from './cases.js';

test('every rule of the tables has its two cases, and no case lacks its rule', () => {
  expect(Object.keys(cases).toSorted()).toEqual(tableRules.map((rule) => rule.id).toSorted());
});

describe.each(tableRules.map((rule) => [rule.id, rule.formula] as const))('%s %s', (id) => {
  test('holds', () => {
    expect(raised(...(cases[id]?.holds ?? []))).toEqual([]);
  });

  test('breaks', () => {
    expect(raised(...(cases[id]?.breaks ?? [])).map((finding) => finding.rule)).toContain(id);
  });
});
