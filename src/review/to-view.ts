import { isWording } from '../../extractors/shared/wording-rules.js';
import type { Correction } from '../../schemas/corrections.js';
import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { readGiven } from '../corrections/given.js';
import { evidenceOf } from '../emit/story/story.js';
import { bySeverity } from '../emit/words.js';
import { boxAround, boxOf } from '../model/box.js';
import { sideOfPath } from '../model/side.js';
import { findingKeys, wordingOf } from '../triage/identity.js';
import { blanksOf } from './blanks.js';
import { doubtsOf } from './doubts.js';
import type { View, ViewCell, ViewCorrection, ViewFinding, ViewGrid, ViewPlace, ViewRow, ViewTable } from './view.js';

/** A document for the page: no prose, and grids only where there is nothing better. `corrections`: the text of its corrections file. */
export function toView(id: string, disclosure: Disclosure, corrections: string | null): View {
  const { source, outcome, document, pages, tables, findings } = disclosure;
  const sheets = sheetNames(tables);
  return {
    id,
    name: source.name,
    sha256: source.sha256,
    outcome,
    document,
    pages: pages.map(({ number, width, height }) => ({ number, width, height, sheet: sheets.get(number) ?? null })),
    tables: tables.map(toViewTable),
    findings: toViewFindings(bySeverity(findings), tables),
    doubts: doubtsOf(disclosure),
    corrections: listCorrections(disclosure, corrections),
  };
}

function toViewFindings(findings: readonly Finding[], tables: readonly DisclosureTable[]): ViewFinding[] {
  const keys = findingKeys(findings);
  const groups = new Map<string, number>();
  return findings.map((finding, index) => {
    const wording = wordingOf(finding);
    const group = groups.get(wording) ?? groups.size;
    groups.set(wording, group);
    return {
      ...finding,
      level: isWording(finding) ? 'wording' : finding.severity,
      key: at(keys, index),
      group,
      evidence: evidenceOf(finding, tables),
    };
  });
}

/** What a place in a workbook begins with. */
const IN_SHEET = /^(?<sheet>.+)![A-Z]{1,3}\d+$/su;

/** The names of pages that are sheets of a workbook. */
function sheetNames(tables: readonly DisclosureTable[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const { page, ref } of tables.flatMap(({ grid }) => grid.cells)) {
    const sheet = ref === undefined || names.has(page) ? undefined : IN_SHEET.exec(ref)?.groups?.['sheet'];
    if (sheet !== undefined) names.set(page, sheet);
  }
  return names;
}

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

/** What its cells cover on its first page; in words, the first of them. */
function placeOf({ grid, pages }: DisclosureTable): ViewTable['place'] {
  const page = at(pages, 0);
  const cells = grid.cells.filter((cell) => cell.page === page);
  const boxes = cells.map(boxOf);
  // A table of which only blank cells are left on its first page has no place there.
  return { page, box: boxes.length === 0 ? [0, 0, 0, 0] : [...boxAround(boxes)], ...inWords(cells.find(({ ref }) => ref !== undefined)) };
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
    place: first ? { page: first.page, box: first.box, ...inWords(first) } : null,
    cells,
    corrections: row.corrections ?? [],
  };
}

/** The place in words, where there is one. */
const inWords = (place: Pick<ViewPlace, 'ref'> | undefined): Pick<ViewPlace, 'ref'> => (place?.ref === undefined ? {} : { ref: place.ref });

/** A unit's own row bears its name already. */
const unitAbove = ({ unit, concept }: DisclosureRow): string | null => (concept === 'unit' ? null : (unit?.name ?? unit?.code ?? null));

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));

const toViewCell = ({ text, value, yuan, page, box, ref, status, method, correction }: DisclosureValue): ViewCell => ({
  text,
  value,
  yuan,
  page,
  box: boxOf({ box }),
  ...inWords({ ref }),
  status,
  ocr: method === 'ocr',
  ...(correction && { correction }),
});

const toBlankCell = (place: ViewPlace): ViewCell => ({ text: null, value: null, yuan: null, ...place, status: null, ocr: false });

function listCorrections({ source, tables, corrections = [] }: Disclosure, text: string | null): ViewCorrection[] {
  const entries = text === null ? [] : readGiven(text, source.sha256).entries;
  return corrections.map(({ index, state, why }) => {
    const entry = entries[index];
    const correction = typeof entry === 'object' ? entry : null;
    return { index, state, why, correction, place: correction && correctedPlace(correction, tables) };
  });
}

/** Where a correction applies; null where it says so in words that lead nowhere. */
function correctedPlace(correction: Correction, tables: readonly DisclosureTable[]): ViewPlace | null {
  if (!('ref' in correction)) return { page: correction.page, box: correction.box };
  const { page, ref } = correction;
  const cell = tables.flatMap(({ grid }) => grid.cells).find((each) => each.page === page && each.ref === ref);
  return cell ? { page, box: boxOf(cell), ref } : null;
}
