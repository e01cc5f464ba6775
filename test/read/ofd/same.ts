import type { Disclosure } from '../../../schemas/disclosure.js';
import type { Page } from '../../../src/model/page.js';
import { extractDisclosure } from '../../../src/pipeline.js';
import { openDocument, pagedOrThrow } from '../../../src/read/containers.js';
import { type Placing, pagesToOfd } from './ofd-file.js';

/** pt. What two containers may differ by in where a value stands: a font that is not in the file has no widths. */
const APART = 2;

/** Every page of a document as its container gives it. */
export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const source = pagedOrThrow(await openDocument(bytes, {}));
  const pages: Page[] = [];
  for (let number = 1; number <= source.pages; number++) {
    const page = await source.read(number);
    if ('problem' in page) throw new Error(page.problem);
    pages.push(page);
  }
  await source.close();
  return pages;
}

/** What a PDF gives, and the OFD with its print. */
export async function bothWays(pdf: Uint8Array, placing: Placing): Promise<{ pdf: Disclosure; ofd: Disclosure }> {
  const options = { ocr: 'off', engine: 'pdfium' } as const;
  const ofd = pagesToOfd(await pagesOf(pdf), placing);
  return {
    pdf: await extractDisclosure(pdf, { name: 'a.pdf', ...options }),
    ofd: await extractDisclosure(ofd, { name: 'a.ofd', ...options }),
  };
}

/** Of a result what must not depend on the container. */
export function comparable({ document, outcome, tables, findings, sections }: Disclosure) {
  return {
    document,
    outcome,
    sections,
    tables: tables.map(({ form, number, title, unit, pages, columns, rows, notes }) => ({
      ...{ form, number, title, unit, pages, notes },
      columns: columns.map(({ key, path }) => [key, path]),
      rows: rows.map(({ kind, code, name, cells }) => [
        kind,
        code,
        name,
        Object.entries(cells).map(([key, { text, value, yuan, status, page }]) => [key, text, value, yuan, status, page]),
      ]),
    })),
    findings: findings.map(({ rule, severity, verdict, message }) => [rule, severity, verdict, message]),
  };
}

/** Values that stand elsewhere in one result than in the other, though both have the same. */
export function displaced(one: Disclosure, other: Disclosure): string[] {
  return one.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      Object.entries(row.cells).flatMap(([key, { box, text }]) => {
        const there = other.tables[t]?.rows[r]?.cells[key]?.box;
        const near = box && there ? box.every((at, i) => Math.abs(at - (there[i] ?? Number.NaN)) <= APART) : box === there;
        return near ? [] : [`${table.title} ${row.name} ${key} ${text}: ${box} ${there}`];
      }),
    ),
  );
}
