import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Disclosure } from '../schemas/disclosure.js';
import { toJson } from '../src/emit/json.js';
import { extractDisclosure, parseDisclosure } from '../src/index.js';
import { boxOf } from '../src/model/box.js';
import { zipOf } from './read/office.js';

const sample = new Uint8Array(readFileSync(new URL('../samples/beiguan-2024.pdf', import.meta.url)));
const schema: object = JSON.parse(readFileSync(new URL('../schemas/disclosure.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const BLANK = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** A PDF of these pages; `trailer` goes into its trailer dictionary. */
function pdf(pages = [BLANK], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${i + 3} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`, ...pages];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${`${offset}`.padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return bytes(`${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
}

/** Locked with a password nobody knows: the check strings fit none. */
const LOCKED = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;

/** A container's first bytes, and the name of an entry of it. */
const zip = (entry: string) => bytes(`PK\x03\x04${'\0'.repeat(26)}${entry}${'\0'.repeat(40)}`);

function expectValid(disclosure: Disclosure): void {
  expect(parseDisclosure(disclosure)).toEqual(disclosure);
  validate(JSON.parse(toJson(disclosure)));
  expect(validate.errors).toBe(null);
}

describe('a document that cannot be read', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(), 'empty-file', /empty/],
    ['HTML', bytes('<!DOCTYPE html><html><body>404</body></html>'), 'not-readable', /HTML/],
    ['a Word document without its text', zipOf({ 'word/document.xml': '<a/>' }), 'damaged', /Word/],
    ['an Excel workbook without its sheets', zipOf({ 'xl/workbook.xml': '<a/>' }), 'damaged', /workbook/],
    ['an OFD cut off', zipOf({ 'OFD.xml': 'x' }).subarray(0, -40), 'truncated', /cut off/],
    ['another ZIP', zip('readme.txt'), 'not-readable', /ZIP/],
    ['an old Word document', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'not-readable', /Word/],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'not-readable', /PNG/],
    ['a JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'not-readable', /JPEG/],
    ['some bytes', bytes('\0\x01\x02\x03 no known format'), 'not-readable', /does not begin like a PDF/],
    ['a PDF cut off', sample.subarray(0, sample.length / 2), 'truncated', /cut off/],
    ['a PDF of garbage', bytes('%PDF-1.7\ngarbage\nstartxref\n9\n%%EOF'), 'damaged', /./],
    ['a locked PDF', pdf([BLANK], LOCKED), 'encrypted', /password/],
    ['a blank PDF', pdf(), 'no-text', /text/],
  ])('%s', async (_, input, reason, message) => {
    const disclosure = await extractDisclosure(input, { name: 'input.pdf' });
    expect(disclosure.outcome).toEqual({ status: 'failed', reason, message: expect.stringMatching(message) });
    expect(disclosure.outcome.message).not.toMatch(/\n|\.js:|\bat /);
    expect(disclosure.source).toMatchObject({
      name: 'input.pdf',
      bytes: input.length,
      sha256: createHash('sha256').update(input).digest('hex'),
    });
    expect(disclosure.tables).toEqual([]);
    expectValid(disclosure);
  });

  test('a wrong password is told from none', async () => {
    const { outcome } = await extractDisclosure(pdf([BLANK], LOCKED), { password: 'guess' });
    expect(outcome).toMatchObject({ status: 'failed', reason: 'wrong-password' });
  });

  test('too many bytes or pages, by limits the caller may set', async () => {
    const byBytes = await extractDisclosure(pdf(), { maxBytes: 100 });
    expect(byBytes.outcome).toMatchObject({ status: 'failed', reason: 'too-large', message: expect.stringContaining('100') });
    const byPages = await extractDisclosure(pdf([BLANK, BLANK, BLANK]), { maxPages: 2 });
    expect(byPages.outcome).toMatchObject({ status: 'failed', reason: 'too-large', message: expect.stringContaining('3 pages') });
    expect((await extractDisclosure(pdf([BLANK, BLANK, BLANK]), { maxPages: 3 })).outcome.reason).toBe('no-text');
  });

  test('a page that is no page is named, and does not take the others with it', async () => {
    const { outcome, pages, findings } = await extractDisclosure(pdf([BLANK, BLANK, '[ 1 2 3 ]']));
    expect(outcome.reason).toBe('no-text');
    expect(pages.map((page) => page.reason)).toEqual([null, null, 'damaged']);
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([['PAGE-UNREAD', '第3页无法识读，本页内容不在结果中。']]);
    expect((await extractDisclosure(pdf([BLANK]))).findings).toEqual([]);
  });

  test('any bytes give a valid disclosure: it never rejects', async () => {
    const heads = fc.constantFrom('', '%PDF-1.7\n', '<html>', 'PK\x03\x04');
    const tails = fc.constantFrom('', 'startxref\n0\n%%EOF', 'trailer << /Root 1 0 R >> startxref 0 %%EOF');
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 400 }), tails, async (head, body, tail) => {
        const disclosure = await extractDisclosure(Uint8Array.from([...bytes(head), ...body, ...bytes(tail)]));
        expect(disclosure.outcome).toMatchObject({ status: 'failed', message: expect.stringMatching(/./) });
        expect(disclosure.outcome.reason).not.toBe('internal');
        expectValid(disclosure);
      }),
      { numRuns: 60, seed: 2024 },
    );
  });

  test('a good document with a hole in it gives a valid disclosure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: sample.length - 1 }), fc.integer({ min: 1, max: 5000 }), async (at, length) => {
        const disclosure = await extractDisclosure(sample.slice().fill(0, at, at + length), { ocr: 'off' });
        expect(disclosure.outcome.reason).not.toBe('internal');
        expectValid(disclosure);
      }),
      { numRuns: 8, seed: 2024 },
    );
  });
});

describe('a document', () => {
  let disclosure: Disclosure;
  const seen: [number, number][] = [];
  beforeAll(async () => {
    disclosure = await extractDisclosure(sample, { name: 'beiguan-2024.pdf', onPage: (page, pages) => seen.push([page, pages]) });
  });

  test('is extracted and valid', () => {
    expect(disclosure.outcome).toEqual({ status: 'ok', reason: null, message: null });
    expect(disclosure.tables.length).toBeGreaterThan(0);
    expectValid(disclosure);
  });

  test('names its source', () => {
    expect(disclosure.source).toMatchObject({
      name: 'beiguan-2024.pdf',
      sha256: createHash('sha256').update(sample).digest('hex'),
      bytes: sample.length,
      mediaType: 'application/pdf',
      pages: disclosure.pages.length,
    });
  });

  test('a second run gives the same bytes, and leaves those it was given alone', async () => {
    expect(toJson(await extractDisclosure(sample, { name: 'beiguan-2024.pdf' }))).toBe(toJson(disclosure));
  });

  test('its name stands in the source and decides nothing else', async () => {
    const renamed = await extractDisclosure(sample, { name: '2026年部门预算.pdf' });
    expect({ ...renamed, source: { ...renamed.source, name: 'beiguan-2024.pdf' } }).toEqual(disclosure);
  });

  test.each<[string, Uint8Array]>([
    ['a Buffer', Buffer.from(sample)],
    ['a part of a larger buffer', new Uint8Array([0, 0, 0, ...sample, 0, 0]).subarray(3, 3 + sample.length)],
  ])('%s will do', async (_, input) => {
    expect(toJson(await extractDisclosure(input, { name: 'beiguan-2024.pdf' }))).toBe(toJson(disclosure));
  });

  test('each page is reported once, in order, and the last again for each page that is read again', async () => {
    const pages = disclosure.pages.map((page) => page.number);
    expect(seen).toEqual(pages.map((page) => [page, pages.length]));
    seen.length = 0;
    await extractDisclosure(sample, { engine: 'both', onPage: (page, of) => seen.push([page, of]) });
    expect(pages).toEqual(Array.from({ length: pages.length }, (_, i) => i + 1));
    expect(seen.slice(0, pages.length)).toEqual(pages.map((page) => [page, pages.length]));
    const again = seen.slice(pages.length);
    expect(again.length).toBeGreaterThan(0);
    expect(new Set(again.map(String))).toEqual(new Set([`${pages.length},${pages.length}`]));
  });

  test('every glyph is counted in exactly one place', () => {
    const { glyphs, ...places } = disclosure.coverage;
    expect(glyphs).toBeGreaterThan(0);
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(glyphs);
  });

  test('every cell of a row stands under a listed column, on a page of its table, with ink in a cell of its grid', () => {
    for (const table of disclosure.tables) {
      const keys = table.columns.map((column) => column.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const [key, cell] of table.rows.flatMap((row) => Object.entries(row.cells))) {
        const { page } = cell;
        const box = boxOf(cell);
        expect(keys).toContain(key);
        expect(table.pages).toContain(page);
        const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
        const homes = table.grid.cells.filter((home) => {
          const [x0, y0, x1, y1] = boxOf(home);
          return home.page === page && x0 <= x && x <= x1 && y0 <= y && y <= y1;
        });
        expect(homes.length).toBeGreaterThan(0);
      }
    }
  });

  test('findings point at tables and rows that are there', () => {
    for (const { table, row } of disclosure.findings.flatMap((finding) => finding.cells)) {
      expect(disclosure.tables[table]).toBeDefined();
      if (row !== null) expect(disclosure.tables[table]?.rows[row]).toBeDefined();
    }
  });
});
