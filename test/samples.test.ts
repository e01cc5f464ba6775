/**
 * Every `samples/<stem>.pdf` gives what `samples/<stem>.expected.json` holds, and besides what `samples/<stem>.findings.txt` holds. A new case
 * is a PDF and its JSON; the text is written by `npm run samples`, which shows a change of any message, verdict or status as a difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExpectedDocument, ExpectedPerformance, ExpectedTable } from '../samples/expected.js';
import { findingsText } from '../samples/findings.js';
import type { Disclosure, DisclosureTable } from '../schemas/disclosure.js';
import { squeeze } from '../src/base/text.js';
import { boxOf } from '../src/model/box.js';
import { readSample } from './read-sample.js';

const FOLDER = new URL('../samples/', import.meta.url);
const stems = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => name.slice(0, -'.pdf'.length));

const expectationOf = (stem: string) => new URL(`${stem}.expected.json`, FOLDER);
const findingsOf = (stem: string) => new URL(`${stem}.findings.txt`, FOLDER);

test('every sample has its expectation and its findings', () => {
  expect(stems.length).toBeGreaterThan(0);
  expect(stems.filter((stem) => !existsSync(expectationOf(stem)) || !existsSync(findingsOf(stem)))).toEqual([]);
});

describe.each(stems.filter((stem) => existsSync(expectationOf(stem))))('%s', (stem) => {
  const expected: ExpectedDocument = JSON.parse(readFileSync(expectationOf(stem), 'utf8'));
  let found: Disclosure;
  beforeAll(async () => {
    found = await readSample(stem);
  });

  test('outcome and document', () => {
    const { status, reason } = found.outcome;
    const { kind, department, year } = found.document;
    expect({ status, reason }).toEqual(expected.outcome);
    if (expected.document) expect({ kind, department, year }).toEqual(expected.document);
  });

  test('findings, sections, statuses and coverage are those stored (npm run samples writes them)', () => {
    expect(findingsText(found)).toBe(readFileSync(findingsOf(stem), 'utf8'));
  });

  test('its tables, in order', () => {
    const named = ({ form, number, title, pages }: Heading) =>
      `${form}: ${squeeze(number ?? '—')} ${squeeze(title ?? '—')}, p. ${pages.join(' ')}`;
    expect(knownTables(found, expected).map(named)).toEqual(expected.tables.map(named));
  });

  expected.tables.forEach((table, i) => {
    const nth = expected.tables.slice(0, i).filter((other) => other.form === table.form).length;
    describe(`${table.form}, p. ${table.pages[0]}`, () => {
      const own = () => {
        const candidate = knownTables(found, expected).filter((t) => t.form === table.form)[nth];
        if (!candidate) throw new Error(`no table ${nth + 1} of the form ${table.form}`);
        return candidate;
      };
      if ('texts' in table) comparePerformance(table, own);
      else compareTable(table, own);
    });
  });
});

type Heading = Pick<DisclosureTable, 'form' | 'number' | 'title' | 'pages'>;

/** Tables of no known form count only where the sample expects some. */
function knownTables(found: Disclosure, expected: ExpectedDocument): DisclosureTable[] {
  const expectsOther = expected.tables.some(({ form }) => form === 'other');
  return found.tables.filter(({ form }) => expectsOther || form !== 'other');
}

function compareTable(expected: ExpectedTable, own: () => DisclosureTable): void {
  test('caption, columns and notes', () => {
    expect(caption(own())).toEqual(caption(expected));
  });

  test('rows and values', () => {
    expect(own().rows.map(rowLine)).toEqual(expected.rows.map(rowLine));
  });

  test('values lie on their print', () => {
    const misplaced = expected.rows.flatMap((row, i) =>
      Object.entries(row.cells).flatMap(([key, { text, page, within }]) => {
        const cell = own().rows[i]?.cells[key];
        return cell && cell.page === page && middleLies(boxOf(cell), within) ? [] : [`${row.code ?? row.name} ${key} ${text}`];
      }),
    );
    expect(misplaced).toEqual([]);
  });
}

function comparePerformance(expected: ExpectedPerformance, own: () => DisclosureTable): void {
  test('head fields', () => {
    // Goals and results may stand beside them.
    expect(squeezedFields(own().fields)).toMatchObject(squeezedFields(expected.fields));
  });

  test('the texts of all cells', () => {
    const texts = own().grid.cells.map((cell) => squeeze(cell.text));
    expect(texts.filter((text) => text !== '').toSorted()).toEqual(expected.texts.map(squeeze).toSorted());
  });
}

/** What stands around the values; white space is only spacing. */
function caption({ form, number, title, department, unit, pages, empty, columns, notes }: DisclosureTable | ExpectedTable) {
  return squeezed({ form, number, title, department, unit, pages, empty, columns, notes });
}

type Row = DisclosureTable['rows'][number] | ExpectedTable['rows'][number];

/** One row as a line one can read in a difference: labels, then `key text = value = 元`. */
function rowLine({ kind, code, level, name, line, panel, concept, unit, codes, cells }: Row): string {
  const labels = [kind, code, level, name && squeeze(name), line, panel, concept].map((label) => label ?? '—').join(' ');
  const beside = [unit && `unit ${unit.code ?? '—'} ${unit.name ?? '—'}`, ...Object.entries(codes ?? {}).map((pair) => pair.join(' '))];
  const values = Object.entries(cells).map(
    ([key, { text, value, yuan, percent }]) => `${key} ${squeeze(text)} = ${value}${percent ? '%' : ''} = ${yuan}`,
  );
  return [labels, ...beside.filter((label) => label !== undefined), ...values.toSorted()].join(' | ');
}

/** A copy with the white space of all its strings removed. */
function squeezed(value: unknown): unknown {
  if (typeof value === 'string') return squeeze(value);
  if (Array.isArray(value)) return value.map(squeezed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, squeezed(item)]));
}

const squeezedFields = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([label, value]) => [squeeze(label), squeeze(value)]));

type Box = readonly [number, number, number, number];

function middleLies([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return left <= x && x <= right && top <= y && y <= bottom;
}
