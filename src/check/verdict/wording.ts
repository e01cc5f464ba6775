import { plainTitle } from '../../../extractors/title.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { firstPageOf, pageOfRow } from '../../model/table-pages.js';
import { titleOfTable } from '../../model/table-title.js';
import { type Check, figuresIn } from '../identity/equation.js';
import { magnitude, toDecimal } from '../identity/interval.js';
import { sideOfColumn } from '../table/lines.js';
import { withoutOrdinal } from '../table/rows.js';
import { cellOf, type Figure, powerOf, rowOf, type Sheet } from '../table/sheet.js';

/** 《收入决算表》, as printed, or by the form's name where no title was read. */
export const titleOf = ({ table, declaration }: Sheet): string =>
  `《${table.title ?? (declaration ? plainTitle(at(declaration.titles, 0)) : titleOfTable(table))}》`;

/** Physical page of a figure; a blank one stands where its row does. */
export function pageOf(figure: Figure): number {
  return cellOf(figure)?.page ?? pageOfRow(figure.sheet.table, rowOf(figure));
}

/** A figure's place, as findings name cells. */
export const cellPlace = (figure: Figure): Finding['cells'][number] => ({
  table: figure.sheet.index,
  row: figure.row,
  column: figure.column,
  page: pageOf(figure),
  box: cellOf(figure)?.box ?? null,
});

export const placeOf = (figure: Figure): string => `第${pageOf(figure)}页${titleOf(figure.sheet)}${labelOf(figure)}`;

/** Row and column in the print's own words: 合计行基本支出, 收入总计. */
const labelOf = (figure: Figure): string => `${rowLabel(figure)}${columnLabel(figure)}`;

/** The column alone, by its lowest head. */
export const labelOfColumn = (figure: Figure): string =>
  figure.sheet.table.columns.find((c) => c.key === figure.column)?.path.at(-1) ?? labelOf(figure);

function rowLabel(figure: Figure): string {
  const row = rowOf(figure);
  if (!row) return '';
  const name = withoutOrdinal(row.name ?? '');
  const side = sideOfColumn(figure.sheet, figure.column);
  if (side !== null && row.concept === 'total' && /^[总合]计$/.test(name)) return `${side}${name}`;
  if (side !== null && isLoneColumn(figure)) return name;
  return row.code === null && name === '' ? '' : `${row.code ?? ''}${name}行`;
}

/** The only column of figures on its side, or of the table: 决算数 says nothing about a line. */
function isLoneColumn(figure: Figure): boolean {
  const side = sideOfColumn(figure.sheet, figure.column);
  const columns = figure.sheet.table.columns.filter((c) => (side === null ? figure.sheet.known.has(c.key) : c.path[0] === side));
  return columns.length === 1;
}

/** Heads that mean nothing without the one above them. */
const LEANING = /^(?:小计|合计|总计|金额|预算数|决算数)$/u;

function columnLabel(figure: Figure): string {
  if (isLoneColumn(figure)) return '';
  const path = figure.sheet.table.columns.find((c) => c.key === figure.column)?.path ?? [];
  const words = path.filter((word) => word !== sideOfColumn(figure.sheet, figure.column));
  const leaf = words.at(-1) ?? '';
  return LEANING.test(leaf) || figure.sheet.declaration?.namedByAllHeads ? words.join('·') : leaf;
}

/** What stands in the cell: 印为395.87万元, 为空白; of what a person corrected 更正为307.87万元: it is not printed so. */
export function printOf(figure: Figure): string {
  const cell = cellOf(figure);
  if (cell?.correction) return `更正为${cell.text === '' ? '空白' : `${cell.text}${unitOf(figure)}`}`;
  return cell === undefined ? '为空白' : `印为${cell.text}${unitOf(figure)}`;
}

/** An amount worked out, written as the figure beside it is. */
export function amountBeside(figure: Figure, grains: bigint): string {
  const decimal = decimalBeside(figure, grains);
  return `${usesSeparators(figure.sheet) ? withSeparators(decimal) : decimal}${unitOf(figure)}`;
}

/** In the figure's unit, with the decimals its table prints. */
export const decimalBeside = ({ sheet, column }: Figure, grains: bigint): string => {
  const places = powerOf(sheet, column) === sheet.power ? sheet.places : 0;
  return toDecimal(grains, powerOf(sheet, column), places);
};

/** Points have no unit. */
const unitOf = ({ sheet, column }: Figure): string => (sheet.money.has(column) ? (sheet.table.unit ?? '') : '');

const usesSeparators = ({ table }: Sheet) => table.rows.some((row) => Object.values(row.cells).some((cell) => /\d[,，]\d/.test(cell.text)));

const withSeparators = (decimal: string) => {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** What the others of a check say the figure should be, in words: 各项之和为307.87万元. */
export function opinionOf(check: Check, figure: Figure, expected: bigint): string {
  const { equation } = check;
  const amount = amountBeside(figure, expected);
  const others = figuresIn(check).filter((f) => f !== figure);
  const [other] = others;
  if (!other && equation.rowsOf?.sheet === figure.sheet) return '却未列其下级科目';
  if (!other && equation.rowsOf) return `而${tableOf(equation.rowsOf.sheet)}没有这一科目`;
  if (equation.twice && other) return `而${where(other, figure)}${printOf(other)}`;
  if (equation.relation === '≤' && other) return `却小于${where(other, figure)}的${amountBeside(figure, expected)}`;
  if (!equation.total.includes(figure)) {
    const [total] = equation.total;
    return total ? `按${where(total, figure)}推算应为${amount}` : `按其余各项推算应为${amount}`;
  }
  if (equation.inWords !== null) return `${equation.inWords}为${amount}`;
  const isRow = equation.rowsOf === null && others.every((f) => f.sheet === figure.sheet && f.row === figure.row);
  if (isRow) return `本行各栏之和为${amount}`;
  return other && other.sheet !== figure.sheet
    ? `第${pageOf(other)}页${titleOf(other.sheet)}相应各项之和为${amount}`
    : `各项之和为${amount}`;
}

/** Another table is named, the same one is not, and neither is the same row. */
function where(other: Figure, figure: Figure): string {
  if (other.sheet !== figure.sheet) return `第${pageOf(other)}页${titleOf(other.sheet)}${labelOf(other)}`;
  return other.row === figure.row ? `本行${columnLabel(other)}` : labelOf(other);
}

const tableOf = (sheet: Sheet): string => `第${firstPageOf(sheet.table)}页${titleOf(sheet)}`;

export const differenceOf = (figure: Figure, expected: bigint): string =>
  `相差${amountBeside(figure, magnitude(figure.grains - expected))}`;
