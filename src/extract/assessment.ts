import type { AssessmentBlocks, AssessmentForm, Columns } from '../../extractors/form.js';
import { at } from '../base/invariant.js';
import { bare, squeeze } from '../base/text.js';
import type { CellMap } from '../model/cell-map.js';
import type { Cell } from '../model/grid.js';
import type { PrintedColumn, PrintedRow, PrintedTable } from '../model/printed.js';
import { pathToKey } from './columns.js';

/** A row with so many known header words is a header of a block of its own. */
const HEADER_WORDS = 3;
/** Where a header word stands: its columns bear the key. */
interface KeyedColumn {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A 绩效 table → its columns, rows and fields: head fields in label–value pairs, then blocks with header rows of their own (money,
 * management, indicators). Indicator rows carry the levels above them down from merged cells.
 */
export function readAssessment(
  cells: CellMap,
  body: { readonly from: number; readonly to: number },
  declaration: AssessmentForm,
): Pick<PrintedTable, 'columns' | 'rows' | 'fields' | 'remarks'> {
  const { layouts, blocks } = declaration;
  const known = at(layouts, 0).columns;
  const columns = new Map<string, PrintedColumn>();
  const fields: Record<string, string> = {};
  const rows: PrintedRow[] = [];
  let block: readonly KeyedColumn[] = [];
  let goals: readonly Cell[] = [];
  let carried = new Map<string, Cell>();
  for (let row = body.from; row < body.to; row++) {
    const all = cells.startingIn(row);
    const own = all.filter((c) => c.text !== '');
    const header = headerColumns(own, known, blocks);
    if (header.length >= HEADER_WORDS) {
      for (const { key, text, from } of header) {
        const same = columns.get(key);
        columns.set(key, { key, path: same?.path ?? [text], ordinal: null, indexes: [...(same?.indexes ?? []), from] });
      }
      [block, goals, carried] = [header, [], new Map()];
    } else if (own.filter((c) => blocks.goals.test(bare(c.text))).length >= 2) {
      goals = own.filter((c) => blocks.goals.test(bare(c.text)));
      block = [];
    } else if (own.length === 1 && own[0]?.columnSpan === cells.grid.columns) {
      // A line across the table, 绩效指标: what stood before it is over.
      [block, goals] = [[], []];
    } else if (goals.length === 0 && isPairAcross(own, cells.grid.columns)) {
      // 年度总体目标 and its sentence: what stood before it is over.
      putPairs(fields, own);
      block = [];
    } else if (goals.length > 0) {
      for (const cell of own) putField(fields, goals.find((g) => overlaps(g, cell))?.text, cell.text);
    } else if (block.length > 0) pushRow(rows, cells, row, block, blocks, carried);
    else putPairs(fields, all);
  }
  const { points } = blocks.indicators;
  const within = points && columns.get(points.within);
  if (points && within && !columns.has(points.key) && rows.some((row) => row.cells.has(points.key))) {
    columns.set(points.key, { ...within, key: points.key, path: points.path });
  }
  return { columns: [...columns.values()], rows, fields, remarks: [] };
}

/** Characters. Shorter words may be a value of the block. */
const SHORTEST_SENTENCE = 8;

/** A label and beside it, over all the rest of the table, what it says in words. */
function isPairAcross([label, value, ...others]: readonly Cell[], columns: number): boolean {
  if (!label || !value || others.length > 0 || label.column > 0) return false;
  const isAcross = value.columnSpan > 1 && value.column === label.columnSpan && value.column + value.columnSpan === columns;
  return (
    isAcross && value.rowSpan === label.rowSpan && /\p{Script=Han}/u.test(value.text) && squeeze(value.text).length >= SHORTEST_SENTENCE
  );
}

function headerColumns(own: readonly Cell[], known: Columns, { indicators }: AssessmentBlocks): (KeyedColumn & { text: string })[] {
  const found: (KeyedColumn & { text: string })[] = [];
  const words = own.map((c) => bare(c.text));
  own.forEach((cell, i) => {
    // A label set down the side of the whole block is no header.
    if (i === 0 && own.every((c) => c === cell || c.rowSpan < cell.rowSpan)) return;
    const head = indicators.readAs.find((each) => each.word === words[i] && words.includes(each.beside))?.as ?? cell.text;
    const taken = new Set(found.map((f) => f.key));
    const behind = indicators.behind.find((each) => each.word === words[i] && each.after === words[i - 1]);
    const key = behind?.key ?? pathToKey([head.replace(/[（(]\d+[)）]$/u, '')], known, taken);
    if (key !== null) found.push({ key, from: cell.column, to: cell.column + cell.columnSpan, text: squeeze(cell.text) });
  });
  return found;
}

const overlaps = (a: Cell, b: Cell) => a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan;

function pushRow(
  rows: PrintedRow[],
  cells: CellMap,
  row: number,
  block: readonly KeyedColumn[],
  { indicators }: AssessmentBlocks,
  carried: Map<string, Cell>,
): void {
  const found = new Map<string, Cell>();
  const label: Cell[] = [];
  for (const cell of cells.startingIn(row)) {
    if (cell.text === '') continue;
    const column = block.find((k) => cell.column < k.to && k.from < cell.column + cell.columnSpan);
    if (column) found.set(column.key, cell);
    else label.push(cell);
  }
  if (found.size === 0) return;
  const isIndicator = block.some((k) => k.key === indicators.key);
  const isTotal = isIndicator && [...found.values()].some((c) => indicators.totals.includes(bare(c.text)));
  if (isIndicator && !isTotal) {
    readPoints(found, indicators);
    carryDown(found, indicators, carried);
  }
  const title = found.get(isTotal ? indicators.key : indicators.nameKey);
  if (isTotal) found.delete(indicators.key);
  const name = isIndicator ? title?.text : label.map((c) => c.text).at(-1);
  rows.push({ code: [], name: name ? squeeze(name) : null, line: null, panel: null, side: null, label, cells: found });
}

/** 产出指标（50分）. */
const POINTS = /[（(](\d+(?:\.\d+)?)分[)）]$/u;

/** The points that stand in the name of a level, where they have no column. */
function readPoints(found: Map<string, Cell>, { points }: AssessmentBlocks['indicators']): void {
  const named = points && found.get(points.within);
  const printed = POINTS.exec(squeeze(named?.text ?? ''))?.[1];
  if (points && named && printed !== undefined && !found.has(points.key)) found.set(points.key, { ...named, text: printed });
}

function carryDown(found: Map<string, Cell>, { carried: keys }: AssessmentBlocks['indicators'], carried: Map<string, Cell>): void {
  for (const { key, resets } of keys) {
    const own = found.get(key);
    if (own) {
      carried.set(key, own);
      if (resets !== undefined) carried.delete(resets);
    } else {
      const above = carried.get(key);
      if (above) found.set(key, above);
    }
  }
}

/** Label, value, label, value …; a blank value is one. */
function putPairs(fields: Record<string, string>, own: readonly Cell[]): void {
  for (let i = 0; i < own.length; i += 2) putField(fields, own[i]?.text, own[i + 1]?.text ?? '');
}

/** The first value of a label stays; a further one gets a running number. */
function putField(fields: Record<string, string>, label: string | undefined, value: string): void {
  const name = squeeze(label ?? '').replace(/[:：]$/u, '');
  if (name === '') return;
  let key = name;
  for (let i = 2; key in fields; i++) key = `${name}#${i}`;
  fields[key] = value;
}
