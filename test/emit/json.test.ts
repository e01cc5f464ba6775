import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJson } from '../../src/emit/json.js';
import { disclosure, row, table } from './fixture.js';

test('the text reads back as the document, and ends with a line break', () => {
  const text = toJson(disclosure());
  expect(JSON.parse(text)).toEqual(disclosure());
  expect(text.endsWith('}\n')).toBe(true);
});

test('a box stands on one line, and so does a cell', () => {
  const lines = toJson(disclosure()).split('\n');
  expect(lines.filter((line) => line.includes('"box"')).every((line) => /"box": (\[[^\]]*\]|null)/.test(line))).toBe(true);
  expect(lines).toContain(
    '          { "row": 0, "column": 0, "rowSpan": 1, "columnSpan": 3, "text": "收入", "page": 8, "box": [50, 120, 260, 140] },',
  );
});

test('keys come in the order of the contract, whatever order they were made in', () => {
  const { coverage, findings, tables, ...rest } = disclosure();
  const reversed = { coverage, findings, tables: tables.map((each) => Object.fromEntries(Object.entries(each).reverse())), ...rest };
  expect(toJson(reversed as ReturnType<typeof disclosure>)).toBe(toJson(disclosure()));
  expect(Object.keys(JSON.parse(toJson(disclosure())))).toEqual([
    '$schema',
    'schemaVersion',
    'tool',
    'source',
    'outcome',
    'document',
    'pages',
    'tables',
    'sections',
    'findings',
    'coverage',
  ]);
});

test('a document that breaks its schema is refused', () => {
  const broken = disclosure({ tables: [table({ pages: [0] })] });
  expect(() => toJson(broken)).toThrow(/pages/);
  expect(() => toJson({ ...disclosure(), extra: 1 } as ReturnType<typeof disclosure>)).toThrow(/extra/);
});

test('any printed text survives', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const document = disclosure({ tables: [table({ notes: [text], rows: [row(text, {})] })] });
      expect(JSON.parse(toJson(document))).toEqual(document);
    }),
  );
});
