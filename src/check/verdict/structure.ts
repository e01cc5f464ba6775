/** What a table whose structure is in doubt may claim: only what an identity proves, under a known label and a known head. */
import type { DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { CODE_DIGITS } from '../../base/patterns.js';
import { STRUCTURE_DOUBTFUL } from '../../model/reading-rules.js';
import { remark, remarksToFindings } from '../../model/remark.js';
import { type Cause, isBeyondDoubt } from '../culprit/causes.js';
import { type Check, termsOf } from '../identity/equation.js';
import { hasNumbers } from '../table/rows.js';
import type { Sheet } from '../table/sheet.js';

/** What is in doubt about a table. */
interface Doubts {
  readonly doubt: StructureDoubt;
  /** The rows whose names OCR may have misread. */
  readonly rows: ReadonlySet<number>;
  /** It may be the rest of another. */
  readonly isPart: boolean;
}

/**
 * Why a table's structure is in doubt: no vertical rules are drawn; its own sums contradict each other and no figure can be blamed; its
 * sums do not close as its labels say, and its amounts do not tell which row sums up which; its labels were read by OCR.
 */
type StructureDoubt = 'inferred' | 'not-closing' | 'unknown-levels' | 'ocr';

/** What is in doubt about a table; null where nothing is. @param inferred no rules show its columns */
export function structureDoubtOf(sheet: Sheet, inferred: boolean, notClosing: ReadonlySet<Sheet>): StructureDoubt | null {
  if (inferred) return 'inferred';
  if (notClosing.has(sheet)) return 'not-closing';
  if (sheet.outline.doubt === 'open') return 'unknown-levels';
  return isReadByOcr(sheet.table) ? 'ocr' : null;
}

const isReadByOcr = ({ rows }: DisclosureTable): boolean =>
  rows.some(({ cells }) => Object.values(cells).some(({ method }) => method === 'ocr'));

/** May a table that OCR read be the rest of the one before it? It is of the same form, and begins on the next page. */
export const isPartOfOneBefore = ({ table }: Sheet, before: Sheet | undefined): boolean =>
  before !== undefined && before.table.form === table.form && (before.table.pages.at(-1) ?? 0) + 1 === table.pages[0] && isReadByOcr(table);

/** The tables whose own identities break where no single figure explains it. */
export const sheetsNotClosing = (causes: readonly Cause[]): ReadonlySet<Sheet> =>
  new Set(
    causes
      .filter((cause) => !cause.garbled && !isBeyondDoubt(cause) && (cause.suspect === null || cause.isTie))
      .flatMap(({ checks }) => checks.map(sheetsOf))
      .flatMap((sheets) => (sheets.size === 1 ? [...sheets] : [])),
  );

/** Those it speaks of, though it may find no row in one. */
const sheetsOf = ({ equation }: Check): ReadonlySet<Sheet> =>
  new Set([...termsOf(equation).map(({ figure }) => figure.sheet), ...(equation.rowsOf ? [equation.rowsOf.sheet] : [])]);

/**
 * A table with its statuses → the same, `unchecked` where its row or column is not known for certain or, but for OCR, where nothing proves
 * it, and one finding that says so; no finding where no value is.
 */
export function withStructureDoubt(
  table: DisclosureTable,
  sheet: Sheet,
  { doubt, rows: doubtful, isPart }: Doubts,
): { readonly table: DisclosureTable; readonly findings: readonly Finding[] } {
  let unchecked = 0;
  const isOnlyRow = table.rows.filter(hasNumbers).length === 1;
  const certain = isPart ? new Set<string>() : certainColumns(table, sheet);
  const check = (row: DisclosureRow, index: number, key: string, cell: DisclosureValue): DisclosureValue => {
    const isRowCertain = isOnlyRow || (isLabelKnown(row, table) && !doubtful.has(index));
    // Where only the levels are unknown, what adds up within its row stands where it is printed.
    const isCertain = doubt === 'unknown-levels' || (certain.has(key) && isRowCertain);
    const isClaimed = cell.status === 'proved' || (cell.status === 'uncontradicted' && doubt === 'ocr');
    if (isClaimed ? isCertain : cell.status !== 'uncontradicted') return cell;
    unchecked += 1;
    return { ...cell, status: 'unchecked' };
  };
  const rows = table.rows.map((row, index) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, check(row, index, key, cell)])),
  }));
  if (unchecked === 0) return { table, findings: [] };
  const found = remark(STRUCTURE_DOUBTFUL, `${REASONS[doubt]}本表有${unchecked}个数未能核对，请对照原件。`);
  return { table: { ...table, rows }, findings: remarksToFindings([found], sheet.index, table) };
}

const REASONS: Readonly<Record<StructureDoubt, string>> = {
  inferred: '本表没有画出竖线，各栏的位置由表头文字和数字的位置推定，没有勾稽关系可以证明的数不能作准。',
  'not-closing': '本表内部的合计对不上，又不能确定是哪一个数有误。',
  'unknown-levels': '本表的合计与各行对不上，哪一行是哪几行之和也看不出来。',
  ocr: '本表由图像识读，有的行或栏认不出是哪一项。',
};

/**
 * The columns that are known, by heads that are whole. Where OCR read figures in a column that the form does not know, it may have lost
 * or found a boundary, and no column is certain.
 */
function certainColumns(table: DisclosureTable, { known }: Sheet): ReadonlySet<string> {
  const declared = table.columns.filter(({ key }) => known.has(key));
  if (!isReadByOcr(table)) return new Set(declared.map(({ key }) => key));
  const isStray = (key: string) => !known.has(key) && table.rows.some(({ cells }) => cells[key]?.value != null);
  if (table.columns.some(({ key }) => isStray(key))) return new Set();
  return new Set(declared.filter(({ path }) => path.every(isWellRead)).map(({ key }) => key));
}

/** Its row is one the form knows: by a whole code or else by its words. No book has the names of units: OCR may misread any. */
function isLabelKnown({ code, concept, name }: DisclosureRow, table: DisclosureTable): boolean {
  if (code !== null) return CODE.test(code);
  if (concept === 'unit' && isReadByOcr(table)) return name === table.department;
  return concept !== null && isWellRead(name ?? '');
}

/** What labels print in pairs; OCR may take any quotation mark for another. */
const PAIRS = /[(（][^()（）]*[)）]|[“"‘'][^“”"‘’']*[“”"‘’']|《[^《》]*》/gu;
/** Signs that stand in pairs only, and those that OCR sees in dirt. */
const STRAY = /[()（）“”"‘’'《》*]|(?![+＋=＝])\p{S}/u;

/** Are the signs of a label such as are printed: brackets and quotation marks in pairs, no mark before it? OCR sees others in dirt. */
function isWellRead(label: string): boolean {
  const unpaired = label.replace(PAIRS, '字');
  return !STRAY.test(unpaired) && !/^\p{P}/u.test(unpaired);
}

const CODE = new RegExp(`^${CODE_DIGITS}$`, 'u');
