import type { DocumentFamily } from '../../extractors/family.js';
import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { type CheckedTables, checkTables } from '../check/check.js';
import { settleReadings, type TablePrint } from '../check/ocr/settle.js';
import { correctTables, type Outcomes } from '../corrections/corrections.js';
import type { GivenCorrections } from '../corrections/given.js';
import { gridsToTables } from '../extract/extract.js';
import { chooseFamily } from '../extract/family.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import { type Remark, remarkToFinding } from '../model/remark.js';
import { withPrintedNames } from '../normalize/ocr-names.js';
import { normalizeTable } from '../normalize/table.js';
import { type Layout, pagesToStructure } from '../rebuild/rebuild.js';
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
  /** What became of the corrections file, where there is one. */
  readonly corrected: Outcomes | null;
}

/** A draft and what stage 5 made of its tables. */
export interface CheckedDraft extends Draft {
  readonly checked: CheckedTables;
}

/** Stages 2 to 4: rebuild, extract, what a person corrected, normalize. */
export const toDraft = (
  pages: readonly (Page | UnreadPage)[],
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
): Draft => layoutToDraft(pages, chooseLayout(pagesToStructure(pages.filter(isRead)), families), families, given);

/** Stages 3 and 4. */
export function layoutToDraft(
  pages: readonly (Page | UnreadPage)[],
  layout: Layout,
  families: readonly DocumentFamily[],
  given: GivenCorrections | null,
): Draft {
  const family = chooseFamily(layout.grids, families);
  const labelled = withPrintedNames(gridsToTables(layout.grids, family), layout.lines);
  const corrected = given && correctTables(labelled, given, family);
  const printed = corrected?.tables ?? labelled;
  const normalized = printed.map((table) => normalizeTable(table, family));
  return {
    family,
    pages,
    layout,
    printed,
    tables: normalized.map(({ table }) => table),
    prints: normalized.flatMap(({ prints }, table) => prints.map((print) => ({ ...print, table }))),
    remarks: normalized.map(({ remarks }) => remarks),
    corrected,
  };
}

/** Stage 5 for what the tables say of themselves. */
export function checkDraft(draft: Draft): CheckedDraft {
  const { tables, printed, prints, family, corrected } = draft;
  const settled = settleReadings(tables, prints, family);
  const inferred = new Set(printed.flatMap(({ grid }, index) => (grid.inferred === undefined ? [] : [index])));
  const checked = checkTables(settled.tables, family, inferred);
  const findings = [...(corrected?.findings ?? []), ...remarkFindings(draft), ...settled.findings, ...checked.findings];
  return { ...draft, checked: { ...checked, findings } };
}

const remarkFindings = ({ tables, remarks }: Draft): Finding[] =>
  tables.flatMap((table, index) => at(remarks, index).map((remark) => remarkToFinding(remark, index, table)));
