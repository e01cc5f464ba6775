import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { type Columns, type FormDeclaration, form, functionCodes } from '../../extractors/form.js';
import { plainTitle } from '../../extractors/title.js';
import { FORMS } from '../../schemas/disclosure.js';
import { bare } from '../../src/base/text.js';
import { pathToKey } from '../../src/extract/columns.js';

const forms = families.flatMap((family) => family.forms);

const isForm = (value: unknown): value is FormDeclaration =>
  typeof value === 'object' && value !== null && 'id' in value && 'titles' in value && 'layouts' in value;

/** Every layout of every form, by a name for messages. */
const layouts = forms.flatMap(({ id, layouts: own }) => own.map(({ columns }, i) => [`${id}, layout ${i + 1}`, columns] as const));

test.each(families)('$id: forms.ts lists every form that a file of its folder declares', async ({ id, forms: own }) => {
  const folder = new URL(`../../extractors/${id}/forms/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const modules: Record<string, unknown>[] = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  const declared = modules.flatMap((module) => Object.values(module).filter(isForm));
  expect(declared.length).toBeGreaterThan(0);
  expect(new Set(own)).toEqual(new Set(declared));
});

test('there is one for each form of the contract, and only one', () => {
  const known = FORMS.filter((id) => id !== 'other');
  expect(forms.map(({ id }) => id).toSorted()).toEqual(known.toSorted());
});

test('no title names two forms, or one form twice', () => {
  const titles = forms.flatMap((f) => f.titles.map((title) => bare(plainTitle(title))));
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

test('every form has a title and a layout with columns', () => {
  expect(forms.filter((f) => f.titles.length === 0 || f.layouts.length === 0).map((f) => f.id)).toEqual([]);
  expect(layouts.filter(([, columns]) => Object.keys(columns).length === 0).map(([name]) => name)).toEqual([]);
});

describe('column patterns', () => {
  test.each(layouts)('%s: a pattern is words between slashes', (_, columns) => {
    const empty = patternsOf(columns).filter(({ parts }) => parts.includes(''));
    expect(empty).toEqual([]);
  });

  const ofFormTables = layouts.filter(([name]) => !name.includes('performance'));
  const ofPerformance = layouts.filter(([name]) => name.includes('performance'));

  test.each(ofFormTables)('%s: every declared header finds its own column', (_, columns) => {
    expect(strays(columns)).toEqual([]);
  });

  test.each(ofPerformance)('%s: every declared header finds its own column', (_, columns) => {
    expect(strays(columns)).toEqual([]);
  });

  test.each(ofFormTables)('%s: no two of them tie for one path', (_, columns) => {
    expect(ties(columns)).toEqual([]);
  });
});

describe('row labels', () => {
  test.each(forms.map((f) => [f.id, f.rows.words] as const))('%s: no label has two concepts', (_, words) => {
    const labels = Object.values(words).flatMap((own) => [...new Set(own.map(bare))]);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  test('the parts of a balance belong to a concept of their form', () => {
    for (const { rows } of forms) {
      if (rows.by === 'words' && rows.parts) expect(Object.keys(rows.words)).toContain(rows.parts.of);
    }
  });
});

test('columns that hold money are columns of the form', () => {
  for (const { money, layouts: own } of forms) {
    const keys = own.flatMap(({ columns }) => Object.keys(columns));
    expect((money ?? []).filter((key) => !keys.includes(key))).toEqual([]);
  }
});

test('form() fills in what most forms share', () => {
  const sketch = { id: 'income', name: '收入决算表', titles: ['收入决算表'], rows: functionCodes };
  const columns = { total: ['合计'] };
  const rest = { ...sketch, kind: 'account', beforeTitle: [], panels: null, money: null };
  expect(form({ ...sketch, columns })).toMatchObject({ ...rest, layouts: [{ columns }] });
  const panels = { heads: ['人员经费'] };
  expect(form({ ...sketch, layouts: [{ columns }], panels })).toMatchObject({ ...rest, panels, layouts: [{ columns }] });
});

interface Pattern {
  readonly key: string;
  readonly pattern: string;
  /** One head of those that each part allows. */
  readonly parts: readonly string[];
}

/** The leaf in each of its words; of the words above it the first stands for all. */
function patternsOf(columns: Columns): Pattern[] {
  return Object.entries(columns).flatMap(([key, patterns]) =>
    patterns.flatMap((pattern) => {
      const parts = pattern.split('/').map((part) => part.split('|').map((word) => bare(word).replace(/^其中(?=.)/u, '')));
      const above = parts.slice(0, -1).map((words) => words[0] ?? '');
      return (parts.at(-1) ?? []).map((leaf) => ({ key, pattern, parts: [...above, leaf] }));
    }),
  );
}

/** Patterns whose own words are read as another column. */
function strays(columns: Columns): string[] {
  return patternsOf(columns)
    .filter(({ key, parts }) => pathToKey(parts, columns) !== key)
    .map(({ key, pattern, parts }) => `${pattern} of ${key} is read as ${pathToKey(parts, columns)}`);
}

/** Paths of two patterns' heads, one above the other, whose key hangs on which pattern is declared first. */
function ties(columns: Columns): string[] {
  const patterns = patternsOf(columns);
  return patterns.flatMap((a, i) =>
    patterns.slice(i + 1).flatMap((b) => {
      const rivals = a.key !== b.key && a.parts.length === b.parts.length && a.parts.at(-1) === b.parts.at(-1);
      if (!rivals) return [];
      return interleavings(a.parts.slice(0, -1), b.parts.slice(0, -1))
        .map((heads) => [...heads, a.parts.at(-1) ?? ''])
        .filter((path) => pathToKey(path, only(a, b)) !== pathToKey(path, only(b, a)))
        .map((path) => `${path.join('/')}: ${a.pattern} of ${a.key} or ${b.pattern} of ${b.key}`);
    }),
  );
}

const only = (first: Pattern, second: Pattern): Columns => ({
  [first.key]: [first.parts.join('/')],
  [second.key]: [second.parts.join('/')],
});

/** Every way to stack two runs of heads, each in its own order; a head in both stands once where they meet. */
function interleavings(a: readonly string[], b: readonly string[]): string[][] {
  const [x, ...restA] = a;
  const [y, ...restB] = b;
  if (x === undefined) return [[...b]];
  if (y === undefined) return [[...a]];
  if (x === y) return interleavings(restA, restB).map((rest) => [x, ...rest]);
  return [...interleavings(restA, b).map((rest) => [x, ...rest]), ...interleavings(a, restB).map((rest) => [y, ...rest])];
}
