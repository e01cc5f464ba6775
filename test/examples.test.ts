import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { families } from '../extractors/families.js';
import { STATUSES } from '../schemas/disclosure.js';
import { indicators } from '../src/archive/export/indicators.js';

const examples = readdirSync('examples').map((name) => ({ name, text: readFileSync(`examples/${name}`, 'utf8') }));

test('docs/researchers.md links to every example, and to nothing that is not there', () => {
  const linked = [...readFileSync('docs/researchers.md', 'utf8').matchAll(/\]\(\.\.\/examples\/([^)]+)\)/g)].map(([, name]) => name);
  expect(linked.toSorted()).toEqual(examples.map(({ name }) => name).toSorted());
});

test.each(examples)('$name asks for columns, indicators, kinds and statuses that there are', ({ name, text }) => {
  const columns = indicators.columns.map((column) => column.name);
  for (const column of ['department_id', 'year', 'indicator', 'kind', 'status', 'yuan']) {
    expect(columns).toContain(column);
    expect(text).toContain(column);
  }
  expect(text).toMatch(/["']three-public\/total["']/);
  for (const { presentation } of families) expect(presentation.compared).toHaveProperty(['three-public/total']);
  expect(text).toContain(name.endsWith('.R') ? '"\\u90e8\\u95e8\\u51b3\\u7b97"' : '部门决算');
  const words = [...text.matchAll(/["']([a-z]+(?:-[a-z]+)*)["']/g)].map(([, word]) => word);
  expect(words.filter((word) => STATUSES.some((status) => status === word))).toEqual(['proved', 'uncontradicted', 'corrected']);
});
