import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { datasetteMetadata } from '../docs/datasette.js';
import { glossaryMarkdown } from '../docs/glossary.js';
import { MEANT, meaningOf } from '../docs/meanings.js';
import { dictionaryMarkdown } from '../docs/write-dictionary.js';
import { families } from '../extractors/families.js';
import { SEVERITIES, STATUSES, VERDICTS } from '../src/emit/words.js';
import { newStore } from './archive/store.js';

const read = (name: string) => readFileSync(name, 'utf8');

test('docs/data-dictionary.md and schemas/datasette.json are current (npm run data-dictionary writes them)', () => {
  expect(read('docs/data-dictionary.md')).toBe(dictionaryMarkdown());
  expect(JSON.parse(read('schemas/datasette.json'))).toEqual(datasetteMetadata());
});

test('docs/glossary.md is current, and README.zh-CN.md and docs/rules.md call things by the same words', () => {
  expect(read('docs/glossary.md')).toBe(glossaryMarkdown());
  for (const [code, { name }] of Object.entries(STATUSES)) expect(read('README.zh-CN.md')).toContain(`\`${code}\`（${name}）`);
  const told = Object.entries({ ...SEVERITIES, ...VERDICTS });
  for (const [code, name] of told) expect(read('docs/rules.md')).toContain(`\`${code}\`（${name}）`);
});

test('every form has its part, with every key that it declares', () => {
  const text = read('docs/data-dictionary.md');
  for (const { id, name, layouts } of families.flatMap(({ forms }) => forms)) {
    const part = text.split(`### \`${id}\` ${name}\n`)[1]?.split('\n### ')[0] ?? '';
    for (const key of layouts.flatMap(({ columns }) => Object.keys(columns))) expect(part, id).toContain(`| \`${key}\` |`);
  }
});

test('a key is told by the meanings of its parts; one without a meaning is an error, and no meaning is left over', () => {
  expect(meaningOf('last-year.reception')).toMatch(/^the year before.*: receptions$/);
  expect(() => meaningOf('nonsense')).toThrow('nonsense');
  const text = read('docs/data-dictionary.md');
  expect(MEANT.filter((part) => !new RegExp(`\`(?:[^\`]*[./])?${part}(?:[./][^\`]*)?\``).test(text))).toEqual([]);
});

test('what Datasette is told are tables and columns of a store, and its queries run', async () => {
  const store = await newStore();
  try {
    const { tables, queries } = datasetteMetadata().databases.archive;
    const names = await store.database.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')");
    expect(Object.keys(tables).toSorted()).toEqual(
      names
        .map(({ name }) => name)
        .filter((name) => !name.startsWith('sqlite_'))
        .toSorted(),
    );
    for (const [name, table] of Object.entries(tables)) {
      const own = await store.database.all<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`);
      const told = [...Object.keys('columns' in table ? table.columns : {}), ...('facets' in table ? table.facets : [])];
      expect([name, ...told.filter((column) => !own.some((each) => each.name === column))]).toEqual([name]);
    }
    for (const { sql } of Object.values(queries)) {
      expect(await store.database.all(sql.replaceAll(/:[a-z]+/g, "''"))).toEqual([]);
    }
  } finally {
    await store.close();
  }
});
