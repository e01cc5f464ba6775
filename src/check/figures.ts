import type { FormDeclaration } from '../../extractors/form.js';
import { forms } from '../../extractors/forms.js';
import type { DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { bareLabel } from '../words.js';
import { commonPlaces, halfUnit, placesOf, toGrains, unitPower } from './interval.js';

/** A printed or blank cell of a money column, as an identity sees it. One object per cell: figures are compared by identity. */
export interface Figure {
  readonly sheet: Sheet;
  /** Index into the table's rows; null where an empty table has no row to name. */
  readonly row: number | null;
  readonly column: string;
  /** `dash`: nothing to report, said so. `unreadable`: text or a broken print, no identity can use it. */
  readonly kind: 'number' | 'blank' | 'dash' | 'unreadable';
  /** In grains; 0 for blank and dash, which add nothing and prove nothing. */
  readonly grains: bigint;
  /** Half a unit of the last place, as precise as its table is elsewhere. */
  readonly half: bigint;
  /** Half a unit of the last place by its own digits alone. */
  readonly ownHalf: bigint;
  /** Printed to the 分, like the rest of its table: there is no smaller money, so nothing was rounded. */
  readonly exact: boolean;
}

/** A table with its cells as figures. */
export interface Sheet {
  readonly index: number;
  readonly table: DisclosureTable;
  readonly declaration: FormDeclaration | null;
  /** Power of ten of 元 in its unit; 0 where that is unknown. */
  readonly power: number;
  readonly unitKnown: boolean;
  /** Decimals its amounts are meant to have. */
  readonly places: number;
  /** Keys its form declares; the others' meaning is unknown. */
  readonly known: ReadonlySet<string>;
  /** All its keys. */
  readonly columns: readonly string[];
  readonly figures: Map<string, Figure>;
}

/** Decimals of 元 in a 分. */
const FEN_PLACES = 2;

/** Prints that say: nothing. */
const DASH = /^[-‐‑‒–—―−─－﹣/／]+$/u;

export function toSheet(table: DisclosureTable, index: number): Sheet {
  const declaration = forms.find((form) => form.id === table.form) ?? null;
  const power = unitPower(table.unit);
  const columns = table.columns.map((c) => c.key);
  const decimals = table.rows.flatMap((row) => moneyColumns(declaration, columns).flatMap((key) => significant(row.cells[key])));
  return {
    index,
    table,
    declaration,
    power: power ?? 0,
    unitKnown: power !== null,
    places: commonPlaces(decimals),
    known: new Set(declaration?.layouts.flatMap((layout) => Object.keys(layout.columns))),
    columns,
    figures: new Map(),
  };
}

const moneyColumns = (declaration: FormDeclaration | null, columns: readonly string[]) =>
  columns.filter((key) => declaration?.money?.includes(key) ?? true);

/** Zeros are printed `0` everywhere: they tell nothing of the precision. */
const significant = (cell: DisclosureValue | undefined) => (cell?.value != null && /[1-9]/.test(cell.value) ? [cell.value] : []);

/** The figure of a cell, blank where nothing is printed. */
export function figureAt(sheet: Sheet, row: number | null, column: string): Figure {
  const key = `${row} ${column}`;
  const known = sheet.figures.get(key);
  if (known) return known;
  const figure = toFigure(sheet, row, column);
  sheet.figures.set(key, figure);
  return figure;
}

function toFigure(sheet: Sheet, row: number | null, column: string): Figure {
  const cell = row === null ? undefined : sheet.table.rows[row]?.cells[column];
  const grains = cell?.value == null ? null : toGrains(cell.value, powerOf(sheet, column));
  const kind = !cell ? 'blank' : grains !== null ? 'number' : cell.status === null && DASH.test(cell.text) ? 'dash' : 'unreadable';
  if (kind !== 'number' || cell?.value == null || grains === null)
    return { sheet, row, column, kind, grains: 0n, half: 0n, ownHalf: 0n, exact: true };
  const own = placesOf(cell.value);
  if (!isMoney(sheet, column)) return { sheet, row, column, kind, grains, ...pointsHalf(own) };
  const places = Math.max(own, sheet.places);
  const half = halfUnit(places, sheet.power);
  const exact = sheet.unitKnown && places >= sheet.power + FEN_PLACES;
  return { sheet, row, column, kind, grains, half, ownHalf: grains === 0n ? half : halfUnit(own, sheet.power), exact };
}

/** Points are given, not measured: whole ones are exact, those with decimals were worked out from a share. */
function pointsHalf(places: number): Pick<Figure, 'half' | 'ownHalf' | 'exact'> {
  const half = places === 0 ? 0n : halfUnit(places, 0);
  return { half, ownHalf: half, exact: places === 0 };
}

/** Scores are counted as they are, amounts in 元. */
export const powerOf = (sheet: Sheet, column: string): number => (isMoney(sheet, column) ? sheet.power : 0);

const isMoney = (sheet: Sheet, column: string) => sheet.declaration?.money?.includes(column) ?? true;

/** The printed cell behind a figure. */
export const cellOf = ({ sheet, row, column }: Figure): DisclosureValue | undefined =>
  row === null ? undefined : sheet.table.rows[row]?.cells[column];

export const rowOf = ({ sheet, row }: Figure): DisclosureRow | undefined => (row === null ? undefined : sheet.table.rows[row]);

/** Something printed that is a number: a sum of blanks and dashes says nothing. */
export const isPrinted = (figure: Figure): boolean => figure.kind === 'number';

export const isNonZero = (figure: Figure): boolean => figure.grains !== 0n;

/** The row has a number in some column. */
export const hasNumbers = (row: DisclosureRow): boolean => Object.values(row.cells).some((cell) => cell.value !== null);

/** 一、 or （一） or 1. before a name: lines that a total counts bear one, the details below them do not. */
const ORDINAL = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])/u;
const OF_WHICH = /^其中/u;

export const hasOrdinal = (name: string | null): boolean => ORDINAL.test(name ?? '');

/** 其中： … is contained in the line above it. */
export const isOfWhich = (name: string | null): boolean => OF_WHICH.test((name ?? '').trim());

/** A row of column numbers 1, 2, 3 … (栏次): 7 = 1 + 3 + 3 proves nothing. */
export function isOrdinals({ code, concept, name, cells }: DisclosureRow, columns: readonly string[]): boolean {
  if (code !== null || concept !== null) return false;
  if (name !== null && bareLabel(name) === '栏次') return true;
  const numbers = columns.flatMap((key) => (cells[key]?.value == null ? [] : [cells[key].value]));
  return numbers.length > 2 && numbers.every((n, i) => /^\d+$/.test(n) && Number(n) === Number(numbers[0]) + i);
}
