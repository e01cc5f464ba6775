import type { Columns, FormDeclaration } from '../../extractors/form.js';
import { bare, squeeze } from '../base/text.js';
import type { CellMap } from '../model/cell-map.js';
import type { Cell } from '../model/grid.js';
import type { PrintedColumn, PrintedRow, PrintedTable } from '../model/printed.js';
import { pathToKey } from './columns.js';

/** A row with so many known header words is a header of a block of its own. */
const HEADER_WORDS = 3;
/** Heads of the block in which goal and result stand side by side, each below its head. */
const GOALS = /^(?:年度)?(?:预期|绩效)?目标$|^(?:全年)?(?:实际完成情况|完成情况)$|^任务名称$|^主要内容$|^(?:目标|任务)完成情况$/u;

/** Where a header word stands: its columns bear the key. */
interface KeyedColumn {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * 绩效自评: head fields in label–value pairs, then blocks with header rows of their own (money, management, indicators).
 * Indicator rows carry 一级指标 and 二级指标 down from merged cells.
 */
export function readPerformance(
  cells: CellMap,
  body: { readonly from: number; readonly to: number },
  declaration: FormDeclaration,
): Pick<PrintedTable, 'columns' | 'rows' | 'fields' | 'remarks'> {
  const known = declaration.layouts[0]?.columns ?? {};
  const columns = new Map<string, PrintedColumn>();
  const fields: Record<string, string> = {};
  const rows: PrintedRow[] = [];
  let block: readonly KeyedColumn[] = [];
  let goals: readonly Cell[] = [];
  let carried = new Map<string, Cell>();
  for (let row = body.from; row < body.to; row++) {
    const all = cells.startingIn(row);
    const own = all.filter((c) => c.text !== '');
    const header = headerColumns(own, known);
    if (header.length >= HEADER_WORDS) {
      for (const { key, text, from } of header) {
        const same = columns.get(key);
        columns.set(key, { key, path: same?.path ?? [text], ordinal: null, indexes: [...(same?.indexes ?? []), from] });
      }
      [block, goals, carried] = [header, [], new Map()];
    } else if (own.filter((c) => GOALS.test(bare(c.text))).length >= 2) {
      goals = own.filter((c) => GOALS.test(bare(c.text)));
      block = [];
    } else if (own.length === 1 && own[0]?.columnSpan === cells.grid.columns) {
      // A line across the table, 绩效指标: what stood before it is over.
      [block, goals] = [[], []];
    } else if (goals.length > 0) {
      for (const cell of own) putField(fields, goals.find((g) => overlaps(g, cell))?.text, cell.text);
    } else if (block.length > 0) pushRow(rows, cells, row, block, carried);
    else putPairs(fields, all);
  }
  return { columns: [...columns.values()], rows, fields, remarks: [] };
}

function headerColumns(own: readonly Cell[], known: Columns): (KeyedColumn & { text: string })[] {
  const found: (KeyedColumn & { text: string })[] = [];
  const hasLevel3 = own.some((c) => bare(c.text) === '三级指标');
  own.forEach((cell, i) => {
    // A label set down the side of the whole block is no header.
    if (i === 0 && own.every((c) => c === cell || c.rowSpan < cell.rowSpan)) return;
    // Beside 三级指标, 绩效指标 heads the values to be reached.
    const head = hasLevel3 && bare(cell.text) === '绩效指标' ? '指标值' : cell.text;
    const taken = new Set(found.map((f) => f.key));
    const afterLevel1 = bare(own[i - 1]?.text ?? '') === '一级指标' && bare(cell.text) === '分值';
    const key = afterLevel1 ? 'level1-weight' : pathToKey([head.replace(/[（(]\d+[)）]$/u, '')], known, taken);
    if (key !== null) found.push({ key, from: cell.column, to: cell.column + cell.columnSpan, text: squeeze(cell.text) });
  });
  return found;
}

const overlaps = (a: Cell, b: Cell) => a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan;

/** Levels that a merged or blank cell carries down to the indicators below. */
const CARRIED = ['level1', 'level1-weight', 'level2'];

function pushRow(rows: PrintedRow[], cells: CellMap, row: number, block: readonly KeyedColumn[], carried: Map<string, Cell>): void {
  const found = new Map<string, Cell>();
  const label: Cell[] = [];
  for (const cell of cells.startingIn(row)) {
    if (cell.text === '') continue;
    const column = block.find((k) => cell.column < k.to && k.from < cell.column + cell.columnSpan);
    if (column) found.set(column.key, cell);
    else label.push(cell);
  }
  if (found.size === 0) return;
  const isIndicator = block.some((k) => k.key === 'level1');
  const isTotal = isIndicator && [...found.values()].some((c) => /^(?:总分|合计)$/u.test(bare(c.text)));
  if (isIndicator && !isTotal) carryDown(found, carried);
  const title = isTotal ? found.get('level1') : found.get('level3');
  if (isTotal) found.delete('level1');
  const name = isIndicator ? title?.text : label.map((c) => c.text).at(-1);
  rows.push({ code: [], name: name ? squeeze(name) : null, line: null, panel: null, side: null, label, cells: found });
}

function carryDown(found: Map<string, Cell>, carried: Map<string, Cell>): void {
  for (const key of CARRIED) {
    const own = found.get(key);
    if (own) {
      carried.set(key, own);
      if (key === 'level1') carried.delete('level2');
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
