import type { DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import { inLanguage, LANGUAGES, say } from '../base/language.js';
import { boxAround, boxOf, type PageBox } from '../model/box.js';
import type { Box } from '../model/glyph.js';
import { titleOfTable } from '../model/table-title.js';
import type { Excerpt } from './evidence.js';

/** pt: what is shown around a sentence; left and right of a row; above and below one whose head is unknown; the widest strip of a row. */
const AROUND = 6;
const BESIDE = 2;
const ABOVE = 14;
const WIDEST = 560;
/** pt: a head that is higher is no head, or cannot be told from the body. */
const HIGHEST_HEAD = 160;

/**
 * The places that a finding opposes: its sentence and its likeliest culprit, or two cells: of two tables where they contradict each other, else
 * of two rows, else of one; those whose place is known.
 */
export function excerptsOf({ quote, cells }: Finding, tables: readonly DisclosureTable[]): Excerpt[] {
  const excerpts: Excerpt[] = [];
  if (quote?.box) {
    const { page, box } = quote;
    excerpts.push({ page, mark: box, box: grown(box, AROUND, AROUND), words: '原文', english: 'Text', head: null, ...inWords(quote) });
  }
  const placed = cells.filter(({ box }) => box !== null);
  const [first] = placed;
  const other = first && !quote ? opposed(first, placed) : undefined;
  for (const cell of [first, other]) if (cell?.box) excerpts.push(rowOf(cell, cell.box, tables[cell.table]));
  return excerpts;
}

/** The likeliest of the other cells, as far away as there is one: in another table, in another row, beside it. */
function opposed(first: FindingCell, cells: readonly FindingCell[]): FindingCell | undefined {
  const others = cells.filter((cell) => cell !== first && !isSamePlace(cell, first));
  return others.find(({ table }) => table !== first.table) ?? others.find(({ row }) => row !== first.row) ?? others[0];
}

const isSamePlace = (a: FindingCell, b: FindingCell): boolean => a.page === b.page && a.box?.join() === b.box?.join();

const inWords = ({ ref }: { readonly ref?: string | undefined }): Pick<Excerpt, 'ref'> => (ref === undefined ? {} : { ref });

type FindingCell = Finding['cells'][number];

/** A cell with its row, and the head above it: a number alone tells a reader little. */
function rowOf(cell: FindingCell, mark: Box, table: DisclosureTable | undefined): Excerpt {
  const { page } = cell;
  const cells = table?.grid.cells.filter((each) => each.page === page).map(boxOf) ?? [];
  const strip = stripOf(mark, cells);
  const head = table ? headOf(table, { page, box: strip }) : null;
  const [words, english] = LANGUAGES.map((language) => inLanguage(language, () => cellInWords(cell, table)));
  const said = { page, mark, words: words ?? '', english: english ?? '', ...inWords(cell) };
  if (head === null) return { ...said, box: grown(strip, 0, ABOVE), head };
  // Just below its head both are one picture; elsewhere the row is shown without the half of the row above it.
  if (head.page === page && strip[1] - head.box[3] <= ABOVE)
    return { ...said, box: [strip[0], head.box[1], strip[2], strip[3] + ABOVE], head: null };
  const own = cells.find((box) => isInside(mark, box)) ?? grown(mark, 0, ABOVE);
  return { ...said, box: [strip[0], own[1] - BESIDE, strip[2], own[3] + BESIDE], head };
}

function isInside(inner: Box, outer: Box): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2];
  return outer[0] <= x && x <= outer[2] && outer[1] <= y && y <= outer[3];
}

/** What stands beside a box in its row: the cell on its right, what there is room for on its left, and then on its right; whole cells. */
function stripOf(box: Box, cells: readonly Box[]): Box {
  const middle = (box[1] + box[3]) / 2;
  const row = cells.filter((each) => each[1] <= middle && middle <= each[3] && each[2] - each[0] < WIDEST);
  const [x0, , x1] = boxAround([box, ...row.filter((each) => isInside(box, each)).slice(0, 1)]);
  const next = Math.min(...row.filter((each) => each[0] >= x1 - BESIDE).map((each) => each[2]));
  const least = next - x0 <= WIDEST ? next : x1;
  const left = Math.min(x0, ...row.map((each) => each[0]).filter((edge) => least - edge <= WIDEST));
  const right = Math.max(least, ...row.map((each) => each[2]).filter((edge) => edge - left <= WIDEST));
  return grown([left, box[1], right, box[3]], BESIDE, 0);
}

/** The cells above the first row with figures, as wide as the row that is shown below them. */
function headOf({ grid, rows }: DisclosureTable, shown: PageBox): PageBox | null {
  const values = rows
    .flatMap(({ cells }) => Object.values(cells))
    .flatMap(({ page, box, value }) => (box && value !== null ? [{ page, box }] : []));
  const page = Math.min(...values.map((value) => value.page));
  const top = Math.min(...values.filter((value) => value.page === page).map(({ box }) => (box[1] + box[3]) / 2));
  const cells = grid.cells.filter((cell) => cell.page === page && cell.box !== null && cell.box[3] <= top + BESIDE).map(boxOf);
  if (cells.length === 0) return null;
  const [, y0, , y1] = boxAround(cells);
  if (y1 - y0 > HIGHEST_HEAD || (page === shown.page && shown.box[1] <= y1 - BESIDE)) return null;
  return { page, box: [shown.box[0], y0 - BESIDE, shown.box[2], y1 + BESIDE] };
}

/** 《支出决算表》合计，基本支出：395.87 */
export function cellInWords({ row: index, column: key }: FindingCell, table: DisclosureTable | undefined): string {
  const row = index === null ? undefined : table?.rows[index];
  const column = table?.columns.find((each) => each.key === key);
  const label = [[row?.code, row?.name].filter(Boolean).join(' '), column?.path.join(' / ') ?? '']
    .filter((part) => part !== '')
    .join(say('，', ', '));
  const printed = row && key !== null ? `${say('：', ': ')}${printInWords(row.cells[key])}` : '';
  return `《${titleOfTable(table)}》${say('', ' ')}${label}${printed}`;
}

/** What is printed, and what a person corrected it to. */
function printInWords(cell: DisclosureValue | undefined): string {
  const blank = say('空白', 'blank');
  if (!cell?.correction) return cell?.text || blank;
  return `${cell.correction.was || blank}${say('，更正为', ', corrected to ')}${cell.text || blank}`;
}

const grown = ([x0, y0, x1, y1]: Box, x: number, y: number): Box => [x0 - x, y0 - y, x1 + x, y1 + y];
