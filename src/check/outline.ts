import { type Figure, figureAt, hasNumbers, isOfWhich, isOrdinals, type Sheet } from './figures.js';

/** How the rows of a table with codes hang together: which are 合计, which stand below which. Row indexes throughout. */
export interface Outline {
  readonly totals: readonly number[];
  /** Coded rows below no other printed row. */
  readonly tops: readonly number[];
  /** Row → the rows that stand below it with none between. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Rows with numbers that are neither totals nor coded: nobody knows which sum they belong to. */
  readonly unplaced: readonly number[];
}

const TOTALS = new Set(['total', 'personnel-total', 'public-total']);
/** Digits of 款 and 类, the longest ancestor first. */
const ANCESTORS = [5, 3];

export function outlineOf(sheet: Sheet): Outline {
  const { rows } = sheet.table;
  const byCode = new Map<string, number[]>();
  const [totals, coded, unplaced]: [number[], number[], number[]] = [[], [], []];
  rows.forEach((row, i) => {
    if (TOTALS.has(row.concept ?? '')) {
      if (row.concept === 'total') totals.push(i);
    } else if (row.code !== null && row.concept?.includes('/')) {
      coded.push(i);
      byCode.set(row.code, [...(byCode.get(row.code) ?? []), i]);
    } else if (hasNumbers(row) && !isOrdinals(row, sheet.columns)) unplaced.push(i);
  });
  const tops: number[] = [];
  const children = new Map<number, number[]>();
  for (const row of coded) {
    const parent = parentOf(rows[row]?.code ?? '', row, byCode);
    if (parent === null) tops.push(row);
    else children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return { totals, tops, children, unplaced };
}

/** The nearest printed ancestor; of a code printed twice, the one before the row. */
function parentOf(code: string, row: number, byCode: ReadonlyMap<string, readonly number[]>): number | null {
  for (const length of ANCESTORS) {
    const rows = code.length > length ? byCode.get(code.slice(0, length)) : undefined;
    if (rows) return rows.findLast((r) => r < row) ?? rows[0] ?? null;
  }
  return null;
}

/** 合计 of a column: its printed cell, or the top rows where the table has no such row; null where nobody can say. */
export function totalOf(sheet: Sheet, outline: Outline, column: string): readonly Figure[] | null {
  if (!sheet.columns.includes(column)) return null;
  const [total] = outline.totals;
  if (total !== undefined) return [figureAt(sheet, total, column)];
  if (sheet.table.empty) return [figureAt(sheet, null, column)];
  return outline.tops.length > 0 && outline.unplaced.length === 0 ? outline.tops.map((row) => figureAt(sheet, row, column)) : null;
}

/**
 * The line of a concept that has a figure in a column: a two-sided table prints 总计 twice. Details (其中) bear the names of other
 * lines and are none. Null where there is no such line, or where several have figures.
 */
export function lineAt(sheet: Sheet, concept: string, column: string): Figure | null {
  if (!sheet.columns.includes(column)) return null;
  const rows = sheet.table.rows.flatMap((row, i) => (row.concept === concept && !isOfWhich(row.name) ? [i] : []));
  const side = sideOfColumn(sheet, column);
  const filled = rows.filter((i) => sheet.table.rows[i]?.cells[column]);
  const blank = rows.filter((i) => sideOf(sheet, i) === side);
  const [row, ...more] = filled.length > 0 ? filled : blank.length > 0 ? blank : rows.filter((i) => isEmpty(sheet, i)).slice(0, 1);
  return row === undefined || more.length > 0 ? null : figureAt(sheet, row, column);
}

const isEmpty = (sheet: Sheet, row: number) => Object.keys(sheet.table.rows[row]?.cells ?? {}).length === 0;

/** 收入 or 支出 where a table has two sides. */
function sideOfColumn(sheet: Sheet, key: string): string | null {
  const head = sheet.table.columns.find((c) => c.key === key)?.path[0];
  return head === '收入' || head === '支出' ? head : null;
}

/** The side a row has cells on; undefined where it has none. */
function sideOf(sheet: Sheet, row: number): string | null | undefined {
  const [key] = Object.keys(sheet.table.rows[row]?.cells ?? {});
  return key === undefined ? undefined : sideOfColumn(sheet, key);
}
