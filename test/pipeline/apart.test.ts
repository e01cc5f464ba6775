/** A file that holds several documents: DOCUMENTS-APART. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../schemas/disclosure.js';
import { at } from '../../src/base/invariant.js';
import { extractDisclosure, extractWithDraft } from '../../src/pipeline.js';
import { packed, pagesToOfd } from '../read/ofd/ofd-file.js';
import { comparable, pagesOf } from '../read/ofd/same.js';

const OPTIONS = { name: 'a.ofd', ocr: 'off' } as const;

async function asOfd(stem: string): Promise<Uint8Array> {
  return pagesToOfd(await pagesOf(new Uint8Array(readFileSync(`samples/${stem}.pdf`))), 'boundary');
}

/** OFDs of one document each, as one file. */
function together(...files: readonly Uint8Array[]): Uint8Array {
  const bodies = files.map((_, i) => `<DocBody><DocRoot>Doc_${i}/Document.xml</DocRoot></DocBody>`);
  const entries = files.flatMap((file, i) =>
    Object.entries(unzipSync(file)).flatMap(([name, content]): [string, Uint8Array][] =>
      name === 'OFD.xml' ? [] : [[name.replace('Doc_0', `Doc_${i}`), content]],
    ),
  );
  return packed({ 'OFD.xml': `<OFD>${bodies.join('')}</OFD>`, ...Object.fromEntries(entries) });
}

/** Of a result what must not depend on the pages before it. */
function apartFrom(disclosure: Disclosure, { pages = 0, tables = 0, sections = 0 }) {
  const { document: _, outcome: __, ...rest } = comparable(disclosure);
  const text = JSON.stringify(rest).replace(/第(\d+)页/gu, (___, page: string) => `第${Number(page) + pages}页`);
  const { tables: own, sections: prose, ...more }: typeof rest = JSON.parse(text);
  return {
    ...more,
    places: disclosure.findings.map(({ cells, quote }) => [
      cells.map((cell) => [cell.table + tables, cell.row, cell.column, cell.page + pages]),
      quote && [quote.page + pages, quote.section === null ? null : quote.section + sections],
    ]),
    tables: own.map((table) => ({ ...table, pages: table.pages.map((page) => page + pages), rows: JSON.stringify(table.rows).length })),
    values: disclosure.tables.flatMap((table) =>
      table.rows.flatMap(({ cells }) => Object.values(cells).map(({ text: words, status }) => [words, status])),
    ),
    sections: prose.map((section) => ({ ...section, pages: section.pages.map((page) => page + pages) })),
  };
}

describe('two documents in one file', async () => {
  const [one, other] = [await asOfd('tongbai-market-2020'), await asOfd('shanyin-court-2021')];
  const [alone, second] = [await extractDisclosure(one, OPTIONS), await extractDisclosure(other, OPTIONS)];
  const both = await extractDisclosure(together(one, other), OPTIONS);
  const before = { pages: alone.pages.length, tables: alone.tables.length, sections: alone.sections.length };
  const told = both.findings.filter(({ rule }) => rule === 'DOCUMENTS-APART');
  const findings = both.findings.filter(({ rule }) => rule !== 'DOCUMENTS-APART');

  test('each has the values, statuses and findings that it has alone, on pages that count on', () => {
    const [first, then] = [apartFrom(alone, {}), apartFrom(second, before)];
    const { findings: found, places: _, ...rest } = apartFrom({ ...both, findings }, {});
    expect(rest.tables.map(({ pages }) => pages)).toEqual([...first.tables, ...then.tables].map(({ pages }) => pages));
    expect(rest.values).toEqual([...first.values, ...then.values]);
    expect(rest.sections).toEqual([...first.sections, ...then.sections]);
    expect(found.map((each) => JSON.stringify(each)).toSorted()).toEqual(
      [...first.findings, ...then.findings].map((each) => JSON.stringify(each)).toSorted(),
    );
    expect(both.pages.map(({ number }) => number)).toEqual(both.pages.map((_, i) => i + 1));
    expect(both.coverage.glyphs).toBe(alone.coverage.glyphs + second.coverage.glyphs);
  });

  test('findings point at the tables and sections of their document', () => {
    const placed = (each: ReturnType<typeof apartFrom>) => each.places.map((place) => JSON.stringify(place));
    expect(placed(apartFrom({ ...both, findings }, {})).toSorted()).toEqual(
      [...placed(apartFrom(alone, {})), ...placed(apartFrom(second, before))].toSorted(),
    );
  });

  test('what they do not agree on is not known of the file, and it is told that there are two', () => {
    expect([alone.document.department, second.document.department]).not.toContain(null);
    expect(both.document).toMatchObject({ department: null, departmentId: null, year: null });
    expect(both.outcome.status).toBe('ok');
    expect(told).toEqual([
      {
        rule: 'DOCUMENTS-APART',
        severity: 'info',
        verdict: 'reading',
        message: `文件内有2份文档（第1页起“${alone.document.department}”，第${before.pages + 1}页起“${second.document.department}”），各自识读和核对，互不相比。`,
        cells: [],
      },
    ]);
  });

  test('what they agree on is known', async () => {
    const twice = await extractDisclosure(together(one, one), OPTIONS);
    expect(twice.document).toEqual(alone.document);
    expect(twice.findings.filter(({ rule }) => rule.startsWith('TABLE-'))).toEqual([]);
  });

  test('a correction is taken in by the document on whose page it is, and what is on no page refused once', async () => {
    const table = at(both.tables, before.tables);
    const row = table.rows.findIndex(({ cells }) => Object.keys(cells).length > 0);
    const [key = '', cell] = Object.entries(at(table.rows, row).cells)[0] ?? [];
    const entry = {
      kind: 'cell',
      page: cell?.page,
      box: cell?.box,
      was: { text: cell?.text },
      now: { text: '1.23' },
      reason: 'test',
      by: 'test',
    };
    const corrections = JSON.stringify({
      $schema: 'corrections.schema.json',
      schemaVersion: '1',
      document: { name: 'a.ofd', sha256: both.source.sha256 },
      corrections: [{ ...entry, page: 999 }, entry, { kind: 'none' }],
    });
    const { disclosure, draft } = await extractWithDraft(together(one, other), { ...OPTIONS, corrections });
    expect(disclosure.corrections?.map(({ index, state }) => [index, state])).toEqual([
      [0, 'refused'],
      [1, 'applied'],
      [2, 'refused'],
    ]);
    expect(disclosure.findings.filter(({ rule }) => rule === 'CORRECTION-REFUSED')).toHaveLength(2);
    expect(disclosure.tables[before.tables]?.rows[row]?.cells[key]).toMatchObject({ text: '1.23', status: 'corrected' });
    expect(draft?.checked.tables).toHaveLength(both.tables.length);
    expect(draft?.checked.sums().every(({ table: index }) => index < both.tables.length)).toBe(true);
  });
});
