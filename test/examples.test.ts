import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMS, STATUSES } from '../schemas/disclosure.js';
import { panel } from '../src/archive/export/panel.js';

const examples = readdirSync('examples').map((name) => ({ name, text: readFileSync(`examples/${name}`, 'utf8') }));

test('docs/researchers.md links to every example, and to nothing that is not there', () => {
  const linked = [...readFileSync('docs/researchers.md', 'utf8').matchAll(/\]\(\.\.\/examples\/([^)]+)\)/g)].map(([, name]) => name);
  expect(linked.toSorted()).toEqual(examples.map(({ name }) => name).toSorted());
});

test.each(examples)('$name asks for columns, forms and statuses that there are', ({ text }) => {
  const columns = panel.columns.map(({ name }) => name);
  for (const name of ['department_id', 'year', 'form', 'concept', 'column_key', 'status', 'yuan']) {
    expect(columns).toContain(name);
    expect(text).toContain(name);
  }
  const words = [...text.matchAll(/["']([a-z]+(?:-[a-z]+)*)["']/g)].map(([, word]) => word);
  expect(words).toContain('income-expenditure-summary');
  expect(FORMS).toContain('income-expenditure-summary');
  expect(words.filter((word) => STATUSES.some((status) => status === word))).toEqual(['proved', 'uncontradicted', 'corrected']);
});
