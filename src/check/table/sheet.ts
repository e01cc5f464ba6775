import type { DocumentFamily } from '../../../extractors/family.js';
import type { FormDeclaration } from '../../../extractors/form.js';
import type { DisclosureRow, DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { commonPlaces, placesOf, powerOf as powerOfUnit } from '../../base/money.js';
import { DASH } from '../../base/patterns.js';
import { contentOf } from '../../model/column-content.js';
import { halfUnit, toGrains } from '../identity/interval.js';
import { type Outline, outlineOf, withAmounts } from './outline.js';

/** A printed or blank cell of a column of figures, as an identity sees it. One object per cell: figures are compared by identity. */
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
  readonly outline: Outline;
  readonly declaration: FormDeclaration | null;
  /** Power of ten of 元 in its unit; 0 where that is unknown. */
  readonly power: number;
  readonly unitKnown: boolean;
  /** Decimals its amounts are meant to have. */
  readonly places: number;
  /** All its keys; those that hold money; those its form declares, the others' meaning is unknown. */
  readonly columns: readonly string[];
  readonly money: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** The figures asked for so far, by row and column. */
  readonly figures: Map<number | null, Map<string, Figure>>;
}

/** The tables of a document as sheets, with what a family declares of their forms. */
export const tablesToSheets = (tables: readonly DisclosureTable[], { forms }: DocumentFamily): Sheet[] =>
  tables.map((table, index) => toSheet(table, index, forms.find((form) => form.id === table.form) ?? null));

export function toSheet(table: DisclosureTable, index: number, declaration: FormDeclaration | null): Sheet {
  const power = table.unit === null ? null : powerOfUnit(table.unit);
  const columns = table.columns.map((c) => c.key);
  const money = new Set(table.columns.filter((column) => contentOf(declaration, column) === 'money').map(({ key }) => key));
  const outline = outlineOf(table, declaration?.rows ?? null);
  return {
    index,
    table,
    outline: declaration?.rows.units
      ? withAmounts(outline, fullestColumn(table, outline, money), table.rows, () => describedRows(table, money))
      : outline,
    declaration,
    power: power ?? 0,
    unitKnown: power !== null,
    places: commonPlaces(significant(table.rows, money)) ?? USUAL_PLACES,
    columns,
    money,
    known: declaration ? knownColumns(declaration) : NO_COLUMNS,
    figures: new Map(),
  };
}

/** Rows with words in a column that holds no money. */
const describedRows = ({ rows, columns }: DisclosureTable, money: ReadonlySet<string>): ReadonlySet<number> => {
  const others = columns.filter(({ key }) => !money.has(key));
  return new Set(rows.flatMap(({ cells }, i) => (others.some(({ key }) => /\p{Script=Han}/u.test(cells[key]?.text ?? '')) ? [i] : [])));
};

/** The amounts of the column of money that most rows have more than nothing in, by row, in whole units of its last place. */
function fullestColumn({ rows, columns }: DisclosureTable, { body }: Outline, money: ReadonlySet<string>): ReadonlyMap<number, bigint> {
  const counts = columns
    .filter(({ key }) => money.has(key))
    .map(({ key }) => ({ key, count: body.filter((row) => /[1-9]/.test(rows[row]?.cells[key]?.value ?? '')).length }));
  const fullest = counts.reduce<{ key: string; count: number } | null>(
    (best, each) => (best && best.count >= each.count ? best : each),
    null,
  );
  const values = body.flatMap((row) => {
    const value = fullest && rows[row]?.cells[fullest.key]?.value;
    return value == null ? [] : [[row, value] as const];
  });
  const places = Math.max(0, ...values.map(([, value]) => placesOf(value)));
  return new Map(values.map(([row, value]) => [row, BigInt(value.replace('.', '')) * 10n ** BigInt(places - placesOf(value))]));
}

/** What a table without amounts would print: hundredths. */
const USUAL_PLACES = 2;

/** The amounts of a table. Zeros are printed `0` everywhere: they tell nothing of the precision. */
function significant(rows: readonly DisclosureRow[], money: ReadonlySet<string>): string[] {
  const amounts: string[] = [];
  for (const { cells } of rows) {
    for (const key in cells) {
      const value = cells[key]?.value;
      if (value != null && money.has(key) && /[1-9]/.test(value)) amounts.push(value);
    }
  }
  return amounts;
}

const NO_COLUMNS: ReadonlySet<string> = new Set();

/** The keys that a form declares, gathered once for each. */
const declaredColumns = new WeakMap<FormDeclaration, ReadonlySet<string>>();

function knownColumns(declaration: FormDeclaration): ReadonlySet<string> {
  const known = declaredColumns.get(declaration) ?? new Set(declaration.layouts.flatMap((layout) => Object.keys(layout.columns)));
  declaredColumns.set(declaration, known);
  return known;
}

/** The figure of a cell, blank where nothing is printed. */
export function figureAt(sheet: Sheet, row: number | null, column: string): Figure {
  let figures = sheet.figures.get(row);
  if (!figures) {
    figures = new Map();
    sheet.figures.set(row, figures);
  }
  let figure = figures.get(column);
  if (!figure) {
    figure = toFigure(sheet, row, column);
    figures.set(column, figure);
  }
  return figure;
}

/** Decimals of 元 in a 分. */
const FEN_PLACES = 2;

function toFigure(sheet: Sheet, row: number | null, column: string): Figure {
  const cell = row === null ? undefined : sheet.table.rows[row]?.cells[column];
  const grains = cell == null || cell.value === null ? null : toGrains(cell.value, powerOf(sheet, column));
  if (cell?.value != null && grains !== null) return numberFigure({ sheet, row, column }, cell.value, grains);
  return { sheet, row, column, kind: cell ? kindOfText(cell) : 'blank', grains: 0n, half: 0n, ownHalf: 0n, exact: true };
}

/** A person may say that a cell is blank. */
function kindOfText({ text, status }: DisclosureValue): 'blank' | 'dash' | 'unreadable' {
  if (status === 'corrected' && text === '') return 'blank';
  return (status === null || status === 'corrected') && DASH.test(text) ? 'dash' : 'unreadable';
}

function numberFigure({ sheet, row, column }: Pick<Figure, 'sheet' | 'row' | 'column'>, value: string, grains: bigint): Figure {
  const { half, ownHalf, exact } = sheet.money.has(column) ? amountPrecision(value, sheet) : pointsPrecision(value);
  return { sheet, row, column, kind: 'number', grains, half, ownHalf, exact };
}

/** The same cell, were its print this plain decimal; null where that is finer than can be told. */
export function figureWith(figure: Figure, value: string): Figure | null {
  const grains = toGrains(value, powerOf(figure.sheet, figure.column));
  return grains === null ? null : numberFigure(figure, value, grains);
}

type Precision = Pick<Figure, 'half' | 'ownHalf' | 'exact'>;

function amountPrecision(value: string, { places, power, unitKnown }: Sheet): Precision {
  const own = placesOf(value);
  const common = Math.max(own, places);
  const half = halfUnit(common, power);
  return { half, ownHalf: /[1-9]/.test(value) ? halfUnit(own, power) : half, exact: unitKnown && common >= power + FEN_PLACES };
}

/** Points are given, not measured: whole ones are exact, those with decimals were worked out from a share. */
function pointsPrecision(value: string): Precision {
  const places = placesOf(value);
  const half = places === 0 ? 0n : halfUnit(places, 0);
  return { half, ownHalf: half, exact: places === 0 };
}

/** Points are counted as they are, amounts in 元. */
export const powerOf = (sheet: Sheet, column: string): number => (sheet.money.has(column) ? sheet.power : 0);

/** The printed cell behind a figure. */
export const cellOf = ({ sheet, row, column }: Figure): DisclosureValue | undefined =>
  row === null ? undefined : sheet.table.rows[row]?.cells[column];

export const rowOf = ({ sheet, row }: Figure): DisclosureRow | undefined => (row === null ? undefined : sheet.table.rows[row]);

/** All figures of a sheet that some identity asked for. */
export const figuresOf = (sheet: Sheet): Figure[] => [...sheet.figures.values()].flatMap((row) => [...row.values()]);

/** Something printed that is a number: a sum of blanks and dashes says nothing. */
export const isPrinted = (figure: Figure): boolean => figure.kind === 'number';

export const isNonZero = (figure: Figure): boolean => figure.grains !== 0n;
