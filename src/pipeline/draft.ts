import type { DocumentFamily } from '../../extractors/family.js';
import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { OwnErrors } from '../base/own-errors.js';
import { type CheckedTables, checkTables } from '../check/check.js';
import { settleReadings, type TablePrint } from '../check/ocr/settle.js';
import { correctTables, type Outcomes } from '../corrections/corrections.js';
import type { GivenCorrections } from '../corrections/given.js';
import { gridAlone, gridsToTables } from '../extract/extract.js';
import { chooseFamily } from '../extract/family.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import { type Remark, remarksToFindings } from '../model/remark.js';
import type { Sheet } from '../model/sheet.js';
import { withPrintedNames } from '../normalize/ocr-names.js';
import { normalizeTable } from '../normalize/table.js';
import { unitNames } from '../normalize/unit-names.js';
import { type Layout, pagesToStructure, structureToLayout } from '../rebuild/rebuild.js';
import { sheetsToLayout } from '../rebuild/sheets/sheets-to-layout.js';
import { isRead } from './pages.js';
import { chooseLayout } from './ways.js';

/** A document after stages 2 to 4. */
export interface Draft {
  readonly family: DocumentFamily;
  readonly pages: readonly (Page | UnreadPage)[];
  readonly layout: Layout;
  /** Tables as printed, with what a person corrected; `tables` has the same in the same order. */
  readonly printed: readonly PrintedTable[];
  readonly tables: readonly DisclosureTable[];
  /** What OCR holds possible for the figures it read. */
  readonly prints: readonly TablePrint[];
  /** What was remarked on each table while it was read. */
  readonly remarks: readonly (readonly Remark[])[];
  /** By table: the rows whose names OCR read otherwise than the rows around them ask. */
  readonly doubtfulRows: readonly ReadonlySet<number>[];
  /** The errors of ours that cost a part of it. */
  readonly errors: OwnErrors;
  /** What became of the corrections file, where there is one. */
  readonly corrected: Outcomes | null;
}

/** A draft and what stage 5 made of its tables. */
export interface CheckedDraft extends Draft {
  readonly checked: CheckedTables;
}

/** Stages 2 to 4: rebuild, extract, what a person corrected, normalize. */
export function toDraft(
  read: readonly (Page | UnreadPage)[],
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
  errors: OwnErrors = new OwnErrors(),
): Draft {
  const structure = pagesToStructure(read.filter(isRead), errors);
  const stopped = new Map(structure.stopped.map((page) => [page.number, page]));
  const pages = read.map((page) => stopped.get(page.number) ?? page);
  const layout = errors.attempt(
    '各种读法的比较',
    () => chooseLayout(structure, families, errors),
    () => structureToLayout(structure, () => 0, errors),
  );
  return layoutToDraft(pages, layout, families, given, errors);
}

/** `toDraft` of what has no pages: its grids are there. */
export function sheetsToDraft(sheets: readonly Sheet[], families: readonly DocumentFamily[], given: GivenCorrections | null): Draft {
  const errors = new OwnErrors();
  const layoutOf = (read: readonly Page[]): Layout => {
    const structure = pagesToStructure(read, errors);
    for (const { problem } of structure.stopped) errors.keep('图片中的表格', new Error(problem));
    return chooseLayout(structure, families, errors);
  };
  const { layout, pages } = sheetsToLayout(sheets, layoutOf);
  return layoutToDraft(pages, layout, families, given, errors);
}

/** Stages 3 and 4. */
export function layoutToDraft(
  pages: readonly (Page | UnreadPage)[],
  layout: Layout,
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
  errors: OwnErrors = new OwnErrors(),
): Draft {
  const family = errors.attempt(
    '表种所属的认定',
    () => chooseFamily(layout.grids, families),
    () => at(families, 0),
  );
  const tables = gridsToTables(layout.grids, family, errors);
  const labelled = errors.attempt(
    '单位名称的核对',
    () => withPrintedNames(tables, layout.lines),
    () => tables,
  );
  const corrected =
    given &&
    errors.attempt(
      '更正的采用',
      () => correctTables(labelled, given, family, layout.places),
      () => null,
    );
  const units = unitNames(labelled);
  const normalize = (printed: PrintedTable) => ({ printed, ...normalizeTable(printed, family, units) });
  const normalized = (corrected?.tables ?? labelled).map((table) =>
    errors.attempt(
      `第${table.grid.pages.join('、')}页的表格的数`,
      () => normalize(table),
      () => normalize(gridAlone(table.grid)),
    ),
  );
  return {
    family,
    pages,
    layout,
    printed: normalized.map(({ printed }) => printed),
    tables: normalized.map(({ table }) => table),
    prints: normalized.flatMap(({ prints }, table) => prints.map((print) => ({ ...print, table }))),
    remarks: normalized.map(({ remarks }) => remarks),
    doubtfulRows: normalized.map(({ doubtfulRows }) => doubtfulRows),
    errors,
    corrected,
  };
}

/** Stage 5 for what the tables say of themselves. */
export function checkDraft(draft: Draft): CheckedDraft {
  const { tables, printed, prints, family, corrected, doubtfulRows } = draft;
  const settled = draft.errors.attempt(
    '存疑数字的认定',
    () => settleReadings(tables, prints, family),
    () => ({ tables: [...tables], findings: [] }),
  );
  const inferred = new Set(printed.flatMap(({ grid }, index) => (grid.inferred === undefined ? [] : [index])));
  const checked = draft.errors.attempt(
    '表内表间的核对',
    () => checkTables(settled.tables, family, inferred, doubtfulRows),
    () => unchecked(settled.tables),
  );
  const findings = [...(corrected?.findings ?? []), ...remarkFindings(draft), ...settled.findings, ...checked.findings];
  return { ...draft, checked: { ...checked, findings } };
}

/** Tables that could not be held against each other: their values keep the status `unchecked`. */
const unchecked = (tables: readonly DisclosureTable[]): CheckedTables => ({
  tables,
  findings: [],
  sheets: [],
  sums: () => [],
  detailRows: tables.map(() => new Set()),
  corrections: [],
});

const remarkFindings = ({ tables, remarks }: Draft): Finding[] =>
  tables.flatMap((table, index) => remarksToFindings(at(remarks, index), index, table));
