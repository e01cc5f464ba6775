import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import { readGiven } from '../corrections/given.js';
import { boxAround } from '../model/box.js';
import { blanksOf } from './blanks.js';
import { doubtsOf } from './doubts.js';
import type { View, ViewCell, ViewCorrection, ViewRow, ViewTable } from './view.js';

/** A document for the page: no prose, and grids only where there is nothing better. `corrections`: the text of its corrections file. */
export function toView(id: string, disclosure: Disclosure, corrections: string | null): View {
  const { source, outcome, document, pages, tables, findings } = disclosure;
  return {
    id,
    name: source.name,
    sha256: source.sha256,
    outcome,
    document,
    pages: pages.map(({ number, width, height }) => ({ number, width, height })),
    tables: tables.map(toViewTable),
    findings: findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    doubts: doubtsOf(disclosure),
    corrections: listCorrections(disclosure, corrections),
  };
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

function toViewTable(table: DisclosureTable): ViewTable {
  const blanks = blanksOf(table);
  return {
    ...{ form: table.form, title: table.title, number: table.number, unit: table.unit, pages: table.pages, notes: table.notes },
    place: placeOf(table),
    columns: table.columns.map(({ key, path }) => ({ key, path })),
    rows: table.rows.map((row, index) => toViewRow(row, blanks[index] ?? {})),
    grid: table.rows.length === 0 ? table.grid : null,
    corrections: table.corrections ?? [],
  };
}

/** What its cells cover on its first page. */
function placeOf({ grid, pages }: DisclosureTable): ViewTable['place'] {
  const [page = 1] = pages;
  const boxes = grid.cells.filter((cell) => cell.page === page).map(({ box }) => box);
  return { page, box: [...boxAround(boxes)] };
}

function toViewRow(row: DisclosureRow, blanks: Readonly<Record<string, Pick<DisclosureValue, 'page' | 'box'>>>): ViewRow {
  const [first] = [...Object.values(row.cells), ...Object.values(blanks)];
  const blank = (place: Pick<DisclosureValue, 'page' | 'box'>): ViewCell => ({
    ...{ text: null, value: null, yuan: null, ...place, status: null, ocr: false },
  });
  return {
    ...{ kind: row.kind, code: row.code, name: row.name, line: row.line, panel: row.panel },
    place: first ? { page: first.page, box: first.box } : null,
    cells: {
      ...Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, toViewCell(cell)])),
      ...Object.fromEntries(Object.entries(blanks).map(([key, place]) => [key, blank(place)])),
    },
    corrections: row.corrections ?? [],
  };
}

const toViewCell = ({ text, value, yuan, page, box, status, method, correction }: DisclosureValue): ViewCell => ({
  ...{ text, value, yuan, page, box, status, ocr: method === 'ocr' },
  ...(correction && { correction }),
});

function listCorrections({ source, corrections = [] }: Disclosure, text: string | null): ViewCorrection[] {
  const entries = text === null ? [] : readGiven(text, source.sha256).entries;
  return corrections.map(({ index, state, why }) => {
    const entry = entries[index];
    return { index, state, why, correction: typeof entry === 'object' ? entry : null };
  });
}
