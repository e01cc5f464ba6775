import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import type { ExtractOptions } from '../../src/pipeline/options.js';
import { extractDisclosure } from '../../src/pipeline.js';

/** The function that throws, how often it is let through before, and how often it throws then. */
const broken = vi.hoisted(() => ({ name: '', after: 0, times: 1 }));

/** A module whose functions of these names throw when they are `broken`. */
const breakable = vi.hoisted(() => (module: Record<string, unknown>, ...names: string[]) => ({
  ...module,
  ...Object.fromEntries(
    names.map((name) => [
      name,
      (...given: unknown[]) => {
        if (broken.name === name && broken.after-- <= 0 && broken.times-- > 0) throw new Error(`${name} is broken`);
        return (module[name] as (...given: unknown[]) => unknown)(...given);
      },
    ]),
  ),
}));

vi.mock('../../src/rebuild/page-layout.js', async (real) => breakable(await real(), 'pageToLayout'));
vi.mock('../../src/rebuild/furniture.js', async (real) => breakable(await real(), 'findFurniture'));
vi.mock('../../src/rebuild/stitch.js', async (real) => breakable(await real(), 'stitchGrids'));
vi.mock('../../src/extract/form.js', async (real) => breakable(await real(), 'titleToForm'));
vi.mock('../../src/check/engines/second-reading.js', async (real) => breakable(await real(), 'pagesInDoubt'));
vi.mock('../../src/extract/header.js', async (real) => breakable(await real(), 'gridToHeader'));
vi.mock('../../src/extract/sections.js', async (real) => breakable(await real(), 'linesToSections'));
vi.mock('../../src/normalize/ocr-names.js', async (real) => breakable(await real(), 'withPrintedNames'));
vi.mock('../../src/normalize/row.js', async (real) => breakable(await real(), 'normalizeRow'));
vi.mock('../../src/normalize/identity/identify.js', async (real) => breakable(await real(), 'identify'));
vi.mock('../../src/normalize/identity/rivals.js', async (real) => breakable(await real(), 'rivalsOf'));
vi.mock('../../src/check/ocr/settle.js', async (real) => breakable(await real(), 'settleReadings'));
vi.mock('../../src/check/check.js', async (real) => breakable(await real(), 'checkTables'));
vi.mock('../../src/check/identity/presence.js', async (real) => breakable(await real(), 'checkPresence'));
vi.mock('../../src/check/codes/codes.js', async (real) => breakable(await real(), 'checkCodes', 'withBookNames'));
vi.mock('../../src/check/prose/check-prose.js', async (real) => breakable(await real(), 'checkProse'));
vi.mock('../../src/pipeline/coverage.js', async (real) => breakable(await real(), 'countCoverage'));

const bytes = readFileSync(path.join(import.meta.dirname, '..', '..', 'samples', 'linhe-water-2023.pdf'));

async function read(name: string, after = 0, times = 1, options: ExtractOptions = {}) {
  Object.assign(broken, { name, after, times });
  const { outcome, tables, sections, findings, ...rest } = await extractDisclosure(new Uint8Array(bytes), {
    ...options,
    name: 'linhe-water-2023.pdf',
  });
  parseDisclosure({ outcome, tables, sections, findings, ...rest });
  return { outcome, tables, sections, findings };
}

const valuesOf = (tables: Awaited<ReturnType<typeof read>>['tables']) =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells).map(({ value }) => value)));

const whole = await read('');

test('nothing is lost where nothing breaks', () => {
  expect(whole.outcome.status).toBe('ok');
  expect(whole.findings.filter(({ rule }) => rule === 'OWN-ERROR')).toEqual([]);
});

describe('an error of ours costs what it stopped, and is told of', () => {
  test.each([
    'linesToSections',
    'withPrintedNames',
    'identify',
    'rivalsOf',
    'settleReadings',
    'checkTables',
    'checkPresence',
    'checkCodes',
    'withBookNames',
    'checkProse',
    'countCoverage',
  ])('%s: all values stand', async (name) => {
    const { outcome, tables, findings } = await read(name);
    expect(outcome).toMatchObject({ status: 'partial', reason: 'internal', message: expect.stringContaining(`${name} is broken`) });
    expect(findings.filter(({ rule }) => rule === 'OWN-ERROR')).toMatchObject([{ message: expect.stringContaining(name) }]);
    expect(valuesOf(tables)).toEqual(valuesOf(whole.tables));
  });

  test.each(['gridToHeader', 'normalizeRow'])('%s of one table: the others stand', async (name) => {
    const { outcome, tables, findings } = await read(name, 2);
    expect(outcome.status).toBe('partial');
    expect(findings.filter(({ rule }) => rule === 'OWN-ERROR').length).toBeGreaterThan(0);
    expect(tables).toHaveLength(whole.tables.length);
    expect(tables.filter(({ form }, i) => form === whole.tables[i]?.form).length).toBeGreaterThan(0);
    const lost = tables.filter(({ form }, i) => form !== whole.tables[i]?.form);
    expect(lost.every(({ form, grid }) => form === 'other' && grid.cells.length > 0)).toBe(true);
  });

  test('the layout of one page: another engine reads it', async () => {
    const page = (whole.tables[1]?.pages[0] ?? 0) - 1;
    const { outcome, tables } = await read('pageToLayout', page);
    expect(outcome.status).toBe('ok');
    expect(valuesOf(tables)).toEqual(valuesOf(whole.tables));
  });

  test('the layout of one page, where one engine alone is asked: the other pages stand', async () => {
    const page = (whole.tables[1]?.pages[0] ?? 0) - 1;
    const { outcome, tables, findings } = await read('pageToLayout', page, 1, { engine: 'pdfium' });
    expect(outcome).toMatchObject({ status: 'partial', reason: 'internal', message: expect.stringContaining('pageToLayout is broken') });
    expect(findings.filter(({ rule }) => rule === 'PAGE-UNREAD')).toHaveLength(1);
    expect(tables.length).toBeGreaterThan(0);
    expect(tables[0]?.rows).toEqual(whole.tables[0]?.rows);
  });

  test('running heads and page numbers: tables end with their pages', async () => {
    const { outcome, tables } = await read('findFurniture');
    expect(outcome.status).toBe('partial');
    expect(tables.length).toBeGreaterThanOrEqual(whole.tables.length);
  });

  test('the titles of all tables: the document fails, and not for a fault of its own', async () => {
    const { outcome } = await read('titleToForm', 0, Number.POSITIVE_INFINITY);
    expect(outcome).toMatchObject({ status: 'failed', reason: 'internal', message: expect.stringContaining('titleToForm is broken') });
  });

  test('the second engine: what the first read stands', async () => {
    const { outcome, tables, findings } = await read('pagesInDoubt');
    expect(outcome.status).toBe('partial');
    expect(findings.filter(({ rule }) => rule === 'OWN-ERROR')).toHaveLength(1);
    expect(valuesOf(tables)).toEqual(valuesOf(whole.tables));
  });

  test('the joining of tables over pages: each page has its own', async () => {
    const { tables } = await read('stitchGrids');
    expect(tables.length).toBeGreaterThanOrEqual(whole.tables.length);
  });
});
