import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosureJsonSchema, parseDisclosure } from '../../schemas/disclosure.js';
import { toJson } from '../../src/emit/json.js';
import { disclosure } from '../emit/fixture.js';

const committed = readFileSync(new URL('../../schemas/disclosure.schema.json', import.meta.url), 'utf8');
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(JSON.parse(committed));

/** A good document with one thing wrong at a path. */
function broken(path: (string | number)[], value: unknown): unknown {
  const document: unknown = JSON.parse(toJson(disclosure()));
  let parent = document as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

test('the committed schema is what the types say (npm run schema writes it)', () => {
  expect(committed).toBe(`${JSON.stringify(disclosureJsonSchema(), null, 2)}\n`);
});

test('it is valid JSON Schema 2020-12', () => {
  expect(JSON.parse(committed).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(ajv.validateSchema(JSON.parse(committed))).toBe(true);
});

test('a document as it is written is valid', () => {
  validate(JSON.parse(toJson(disclosure())));
  expect(validate.errors).toBe(null);
});

test.each<[string, (string | number)[], unknown]>([
  ['an unknown field', ['surplus'], 1],
  ['an unknown field of a cell', ['tables', 0, 'rows', 0, 'cells', 'income', 'note'], 'x'],
  ['no version', ['schemaVersion'], undefined],
  ['a hash that is none', ['source', 'sha256'], 'abc'],
  ['a status that is none', ['outcome', 'status'], 'fine'],
  ['a reason outside of the list', ['outcome', 'reason'], 'bad-luck'],
  ['an amount as a number', ['tables', 0, 'rows', 0, 'cells', 'income', 'value'], 395.87],
  ['an amount with separators', ['tables', 0, 'rows', 0, 'cells', 'income', 'value'], '1,395.87'],
  ['a box of three', ['tables', 0, 'grid', 'cells', 0, 'box'], [0, 0, 1]],
  ['a box of five', ['tables', 0, 'grid', 'cells', 0, 'box'], [0, 0, 1, 1, 1]],
  ['page 0', ['tables', 0, 'pages'], [0]],
  ['a table on no page', ['tables', 0, 'pages'], []],
  ['a form that is none', ['tables', 0, 'form'], 'table-01'],
  ['a level that is none', ['tables', 1, 'rows', 1, 'level'], '目'],
  ['a year as text', ['document', 'year'], '2024'],
  ['a rule in small letters', ['findings', 0, 'rule'], 'row-sum'],
  ['a finding without a message', ['findings', 0, 'message'], ''],
])('both validators refuse %s', (_, path, value) => {
  expect(validate(broken(path, value))).toBe(false);
  expect(() => parseDisclosure(broken(path, value))).toThrow();
});

test('both validators agree on any text for an amount', () => {
  const almost = fc.stringMatching(/^[-+]?[\d.,（ ]{0,6}$/);
  fc.assert(
    fc.property(almost, (value) => {
      const candidate = broken(['tables', 0, 'rows', 0, 'cells', 'income', 'value'], value);
      let accepted = true;
      try {
        parseDisclosure(candidate);
      } catch {
        accepted = false;
      }
      expect(validate(candidate)).toBe(accepted);
    }),
    { numRuns: 50 },
  );
});
