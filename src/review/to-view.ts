import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { readGiven } from '../corrections/given.js';
import { boxAround, boxOf } from '../model/box.js';
import { sideOfPath } from '../model/side.js';
import { blanksOf } from './blanks.js';
import { doubtsOf } from './doubts.js';
import type { View, ViewCell, ViewCorrection, ViewGrid, ViewPlace, ViewRow, ViewTable } from './view.js';

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
    form: table.form,
    title: table.title,
    number: table.number,
    unit: table.unit,
    pages: table.pages,
    notes: table.notes,
    place: placeOf(table),
    columns: table.columns.map(({ key, path }) => ({ key, path })),
    sides: [...new Set(table.columns.flatMap(({ path }) => sideOfPath(path) ?? []))],
    rows: table.rows.map((row, index) => toViewRow(row, at(blanks, index), table.columns)),
    grid: table.rows.length === 0 ? toViewGrid(table.grid) : null,
    corrections: table.corrections ?? [],
  };
}

const toViewGrid = (grid: DisclosureTable['grid']): ViewGrid => ({
  ...grid,
  cells: grid.cells.map((cell) => ({ ...cell, box: boxOf(cell) })),
});

/** What its cells cover on its first page. */
function placeOf({ grid, pages }: DisclosureTable): ViewTable['place'] {
  const page = at(pages, 0);
  const boxes = grid.cells.filter((cell) => cell.page === page).map(boxOf);
  // A table of which only blank cells are left on its first page has no place there.
  return { page, box: boxes.length === 0 ? [0, 0, 0, 0] : [...boxAround(boxes)] };
}

function toViewRow(row: DisclosureRow, blanks: Readonly<Record<string, ViewPlace>>, columns: DisclosureTable['columns']): ViewRow {
  const cells = {
    ...mapValues(row.cells, toViewCell),
    ...mapValues(blanks, toBlankCell),
  };
  const [first] = Object.values(cells);
  const column = columns.find(({ key }) => Object.hasOwn(cells, key));
  return {
    kind: row.kind,
    code: row.code,
    name: row.name,
    unit: unitAbove(row),
    codes: Object.values(row.codes ?? {}).filter((code) => code !== undefined),
    line: row.line,
    panel: row.panel,
    side: column ? sideOfPath(column.path) : null,
    place: first ? { page: first.page, box: first.box } : null,
    cells,
    corrections: row.corrections ?? [],
  };
}

/** A unit's own row bears its name already. */
const unitAbove = ({ unit, concept }: DisclosureRow): string | null => (concept === 'unit' ? null : (unit?.name ?? unit?.code ?? null));

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));

const toViewCell = ({ text, value, yuan, page, box, status, method, correction }: DisclosureValue): ViewCell => ({
  text,
  value,
  yuan,
  page,
  box: boxOf({ box }),
  status,
  ocr: method === 'ocr',
  ...(correction && { correction }),
});

const toBlankCell = ({ page, box }: ViewPlace): ViewCell => ({ text: null, value: null, yuan: null, page, box, status: null, ocr: false });

function listCorrections({ source, corrections = [] }: Disclosure, text: string | null): ViewCorrection[] {
  const entries = text === null ? [] : readGiven(text, source.sha256).entries;
  return corrections.map(({ index, state, why }) => {
    const entry = entries[index];
    return { index, state, why, correction: typeof entry === 'object' ? entry : null };
  });
}
