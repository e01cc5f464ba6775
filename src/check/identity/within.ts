import type { Classes, ColumnTerm, DeclaredCell, Identity } from '../../../extractors/identities.js';
import type { RuleDeclaration } from '../../../extractors/rule.js';
import { must } from '../../base/invariant.js';
import { boxOf } from '../../model/box.js';
import { lineSums } from '../table/line-tree.js';
import { lineAt } from '../table/lines.js';
import { hasNumbers, isOfWhich } from '../table/rows.js';
import { cellOf, type Figure, figureAt, isNonZero, isPrinted, type Sheet } from '../table/sheet.js';
import { type Equation, type EquationSketch, hasPrint, type Term, toEquation } from './equation.js';

/** The identities a form declares, over the cells this table prints. */
export function equationsWithin(sheet: Sheet): Equation[] {
  const identities = sheet.declaration?.identities ?? [];
  if (identities.length === 0 || !sheet.table.rows.some(hasNumbers)) return [];
  return identities.flatMap((identity) => instantiate(identity, sheet)).filter(hasPrint);
}

function instantiate(identity: Identity, sheet: Sheet): Equation[] {
  switch (identity.over) {
    case 'columns':
      return overColumns(identity, sheet);
    case 'part':
      return sheet.outline.filled.flatMap((row) => overPart(identity, sheet, row));
    case 'rows':
      return sheet.outline.totals.flatMap((total) =>
        moneyColumns(sheet).flatMap((column) => overRows(identity.rule, sheet, total, column)),
      );
    case 'codes':
      return overCodes(identity.rule, sheet);
    case 'lines-above':
      return identity.columns.flatMap((column) => overLinesAbove(identity, sheet, column));
    case 'merged-rows':
      return overMergedRows(identity, sheet);
    case 'lines-below':
      return identity.columns.flatMap((column) => overLinesBelow(identity, sheet, column));
    case 'named-sums':
    case 'levels':
      return moneyColumns(sheet).flatMap((column) => overLineTree(identity, sheet, column));
    case 'lines':
      return identity.columns.flatMap((column) => overLines(identity, sheet, column));
    case 'places':
      return overPlaces(identity, sheet);
    // Rows that are not there are in no sum: see presence.ts.
    case 'presence':
    case 'parents':
    case 'children':
      return [];
    case 'class-column':
      return sheet.outline.filled.flatMap((row) => overClassColumn(identity, sheet, row));
    case 'classes':
      return moneyColumns(sheet).flatMap((column) => overClasses(identity, sheet, column));
  }
}

/** How bad a break is: of the points and money of a 绩效 table less is known than of the accounts, unless verdict/assessed.ts finds no other reading. */
const severityOf = (sheet: Sheet): Equation['severity'] => (sheet.declaration?.kind === 'assessment' ? 'warning' : 'error');

const plus = (figure: Figure): Term => ({ figure, sign: 1n });
const expectedTerm = (figure: Figure): Term => ({ figure, sign: 1n, isExpected: true });
const minus = (figure: Figure): Term => ({ figure, sign: -1n });

interface Sketch extends EquationSketch {
  readonly rule: RuleDeclaration;
  readonly severity?: Equation['severity'];
}

const equation = (sheet: Sheet, sketch: Sketch): Equation => toEquation(sketch.rule.id, sketch.severity ?? severityOf(sheet), sketch);

const moneyColumns = (sheet: Sheet) => sheet.columns.filter((key) => sheet.money.has(key));

/** Columns of money that nobody knows: a row with figures in one may well add up with it. */
const strangeColumns = (sheet: Sheet) => sheet.columns.filter((key) => !sheet.known.has(key) && sheet.money.has(key));

const isStranger = (figure: Figure) => isUnreadable(figure) || isNonZero(figure);

/** One addend of many columns is no sum: the others may be missing from the print. */
const FEWEST_PARTS = 2;

/** The columns of one table that an identity over columns speaks of. */
interface AddedColumns {
  readonly added: readonly string[];
  readonly less: readonly string[];
  readonly also: readonly string[];
  readonly strange: readonly string[];
}

function overColumns(identity: Identity & { over: 'columns' }, sheet: Sheet): Equation[] {
  const added = withoutInner(
    identity.parts.flatMap((part) => columnsOf(part, sheet)),
    sheet,
  );
  const less = identity.minus.flatMap((part) => columnsOf(part, sheet));
  const isOpen = added.length > 0 && !sheet.columns.some((key) => identity.unless.includes(key));
  if (!isOpen || !sheet.columns.includes(identity.total)) return [];
  const also = identity.also.filter((key) => sheet.columns.includes(key));
  const columns = { added, less, also, strange: strangeColumns(sheet) };
  return sheet.outline.filled.flatMap((row) => overRow(identity, sheet, row, columns) ?? []);
}

/** The identity in one row; null where it leaves open which figures count. */
function overRow(
  { rule, total, inWords }: Identity & { over: 'columns' },
  sheet: Sheet,
  row: number,
  columns: AddedColumns,
): Equation | null {
  const { added, less } = columns;
  const whole = figureAt(sheet, row, total);
  const terms = [...added.map((key) => plus(figureAt(sheet, row, key))), ...less.map((key) => minus(figureAt(sheet, row, key)))];
  const also = columns.also.map((key) => plus(figureAt(sheet, row, key)));
  // Whether these are counted in shows only where everything is legible.
  const hasChoice = also.some(({ figure }) => isNonZero(figure) || isUnreadable(figure));
  if (hasChoice && [whole, ...[...terms, ...also].map((term) => term.figure)].some(isUnreadable)) return null;
  const hasStrangers = () => columns.strange.some((key) => isStranger(figureAt(sheet, row, key)));
  const certain = added.length + less.length >= FEWEST_PARTS && !hasStrangers();
  const areCounted = sumOf([...terms, ...also]) === whole.grains;
  const [parts, uncounted] = areCounted ? [[...terms, ...also], []] : [terms, also];
  // Where both candidates are the same sum, there was no choice.
  const chosen = areCounted && also.some((term) => isNonZero(term.figure));
  return equation(sheet, { rule, total: [whole], parts, uncounted, certain, chosen, inWords });
}

/** Columns below a head 其中 are parts of those beside it, unless all are. */
function withoutInner(keys: readonly string[], { table }: Sheet): readonly string[] {
  const isInner = (key: string) => table.columns.some((column) => column.key === key && column.path.some(isOfWhich));
  const outer = keys.filter((key) => !isInner(key));
  return outer.length > 0 ? outer : keys;
}

const isUnreadable = ({ kind }: Figure) => kind === 'unreadable';

const sumOf = (terms: readonly Term[]): bigint =>
  terms.reduce((sum, { figure, sign }) => (isNonZero(figure) ? sum + sign * figure.grains : sum), 0n);

function columnsOf(part: ColumnTerm, sheet: Sheet): readonly string[] {
  const [first, ...instead] = typeof part === 'string' ? [part] : part;
  return sheet.columns.includes(first) ? [first] : instead.flatMap((other) => columnsOf(other, sheet));
}

function overPart({ rule, part, whole }: Identity & { over: 'part' }, sheet: Sheet, row: number): Equation[] {
  if (!sheet.columns.includes(part) || !sheet.columns.includes(whole)) return [];
  const [inner, outer] = [figureAt(sheet, row, part), figureAt(sheet, row, whole)];
  return isPrinted(inner) ? [equation(sheet, { rule, relation: '≤', total: [outer], parts: [plus(inner)], severity: 'warning' })] : [];
}

function overCodes(rule: RuleDeclaration, sheet: Sheet): Equation[] {
  const alone = withoutDetails(sheet);
  return moneyColumns(sheet).flatMap((column) => {
    const sums = [...sheet.outline.children].flatMap(([parent, children]) =>
      sumOfRows(rule, sheet, figureAt(sheet, parent, column), children, true),
    );
    const lacking = alone
      .map((row) => figureAt(sheet, row, column))
      .filter(isNonZero)
      .map((figure) => equation(sheet, { rule, total: [figure], parts: [], severity: 'warning', rowsOf: { sheet, column } }));
    return [...sums, ...lacking];
  });
}

/** The rows of a 类 or 款 with no row below them, where the others of their level have theirs: what an amount there lacks. */
function withoutDetails(sheet: Sheet): number[] {
  const { codes, children, doubt } = sheet.outline;
  if (doubt) return [];
  const lengthOf = (row: number) => codes.get(row)?.length;
  const levels = new Set([...children.keys()].map(lengthOf));
  return [...codes.keys()].filter((row) => !children.has(row) && levels.has(lengthOf(row)) && !isLowest(sheet, row));
}

/** Digits of the lowest level that a classification has for everybody; what some print below it they print where they like. */
const LOWEST_LEVELS: Readonly<Record<string, number>> = { function: 7, economic: 5 };

function isLowest({ table, outline }: Sheet, row: number): boolean {
  const [system = ''] = table.rows[row]?.concept?.split('/') ?? [];
  return (outline.codes.get(row)?.length ?? 0) >= (LOWEST_LEVELS[system] ?? Number.POSITIVE_INFINITY);
}

function overRows(rule: RuleDeclaration, sheet: Sheet, total: number, column: string): Equation[] {
  if (sheet.outline.addends.length === 0) return [];
  const strangers = sheet.outline.unplaced.some((row) => sheet.table.rows[row]?.cells[column]);
  return sumOfRows(rule, sheet, figureAt(sheet, total, column), sheet.outline.addends, !strangers);
}

/** A heading without amounts of its own is no sum, and a column whose details nobody filled in is none that broke. */
function sumOfRows(rule: RuleDeclaration, sheet: Sheet, total: Figure, rows: readonly number[], certain: boolean): Equation[] {
  const row = total.row === null ? undefined : sheet.table.rows[total.row];
  if (!row || !hasNumbers(row)) return [];
  const { column } = total;
  const isFilled = (details: readonly number[]) => details.some((detail) => sheet.table.rows[detail]?.cells[column]);
  const hasDetails = isFilled(rows) || [...sheet.outline.children.values()].some(isFilled);
  const parts = rows.map((part) => plus(figureAt(sheet, part, column)));
  return [
    equation(sheet, {
      rule,
      total: [total],
      parts,
      certain: certain && hasDetails && sheet.outline.doubt !== 'open',
      chosen: sheet.outline.doubt === 'amounts',
      rowsOf: { sheet, column },
    }),
  ];
}

function overLinesAbove(
  { rule, total: concept, beside, usual }: Identity & { over: 'lines-above' },
  sheet: Sheet,
  column: string,
): Equation[] {
  const total = lineAt(sheet, concept, column);
  if (total?.row == null) return [];
  const end = total.row;
  const isExpected = (row: number) => beside !== undefined && figureAt(sheet, row, beside).kind === 'number';
  const above = sheet.outline.body.filter((row) => row < end && (sheet.table.rows[row]?.cells[column] || isExpected(row)));
  const figures = withoutRepeats(above.filter((row) => !isDetail(sheet, row)).map((row) => figureAt(sheet, row, column)));
  const parts = figures.map((figure) => (figure.row !== null && isExpected(figure.row) ? expectedTerm(figure) : plus(figure)));
  if (parts.length === 0) return [];
  // A detail that does not say so may be a line of its own.
  const certain = above.every((row) => !isDetail(sheet, row) || isOfWhich(sheet.table.rows[row]?.name ?? null));
  return [equation(sheet, { rule, total: [total], parts, certain, rowsOf: { sheet, column }, usual: usual ?? null })];
}

/** Contained in a line above it. */
const isDetail = (sheet: Sheet, row: number): boolean => sheet.outline.details.has(row) || isPart(sheet, sheet.table.rows[row]?.concept);

/** A part of a balance, as its form declares it. */
function isPart({ declaration }: Sheet, concept: string | null | undefined): boolean {
  const parts = declaration?.rows.by === 'words' ? declaration.rows.parts?.words : undefined;
  return parts !== undefined && concept != null && Object.hasOwn(parts, concept);
}

/** A merged cell is read in every row it covers, and counts once. */
function withoutRepeats(figures: readonly Figure[]): readonly Figure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => {
    const place = placeOf(figure);
    return place === null || (seen.has(place) ? false : seen.add(place));
  });
}

/** Where a figure is printed; null where it is blank. */
function placeOf(figure: Figure): string | null {
  const cell = cellOf(figure);
  return cell ? `${cell.page} ${boxOf(cell).join(' ')}` : null;
}

/** The sum of each merged cell. A row of its run without a figure of its own should have one. */
function overMergedRows({ rule, total, part, last }: Identity & { over: 'merged-rows' }, sheet: Sheet): Equation[] {
  if (!sheet.columns.includes(total) || !sheet.columns.includes(part)) return [];
  const certain = lineAt(sheet, last, part)?.row != null;
  const merged = sheet.table.rows.map((_, row) => figureAt(sheet, row, total)).filter(isPrinted);
  return withoutRepeats(merged).map((whole) => {
    const run = merged.filter((figure) => placeOf(figure) === placeOf(whole));
    const parts = run.map(({ row }) => expectedTerm(figureAt(sheet, must(row, 'the row of a figure'), part)));
    return equation(sheet, { rule, total: [whole], parts, rowsOf: { sheet, column: part }, certain });
  });
}

function overLinesBelow({ rule, total: concept, columns }: Identity & { over: 'lines-below' }, sheet: Sheet, column: string): Equation[] {
  const total = lineAt(sheet, concept, column);
  if (total?.row == null) return [];
  const from = total.row + 1;
  const end = sheet.table.rows.findIndex((row, i) => i >= from && !columns.some((key) => row.cells[key]));
  const parts = sheet.table.rows.slice(from, end < 0 ? undefined : end).map((_, i) => figureAt(sheet, from + i, column));
  return parts.length < FEWEST_PARTS ? [] : [equation(sheet, { rule, total: [total], parts: parts.map(plus) })];
}

function overLineTree({ rule, over }: Identity & { over: 'named-sums' | 'levels' }, sheet: Sheet, column: string): Equation[] {
  const declared = sheet.declaration?.rows.by === 'words' ? sheet.declaration.rows.summed : undefined;
  if (!declared) return [];
  const sums = lineSums(sheet, column, declared).filter(({ isNamed }) => isNamed === (over === 'named-sums'));
  return sums.map(({ total, parts: rows, certain }) => {
    const parts = withoutRepeats(rows.map((row) => figureAt(sheet, row, column)));
    // Amounts of a level may all stand in the line above it alone.
    const isLaidOut = over === 'named-sums' || parts.some(isNonZero);
    return equation(sheet, {
      rule,
      total: [figureAt(sheet, total, column)],
      parts: parts.map(plus),
      certain: certain && isLaidOut,
      rowsOf: { sheet, column },
    });
  });
}

function overLines(
  { rule, total: concept, parts: concepts, minus: less }: Identity & { over: 'lines' },
  sheet: Sheet,
  column: string,
): Equation[] {
  const total = lineAt(sheet, concept, column);
  const parts = concepts.flatMap((line) => lineAt(sheet, line, column) ?? []);
  const subtrahends = less.flatMap((line) => lineAt(sheet, line, column) ?? []);
  if (!total || parts.length === 0 || subtrahends.length < less.length) return [];
  if (less.length > 0) return [equation(sheet, { rule, total: [total], parts: [...parts.map(plus), ...subtrahends.map(minus)] })];
  const first = Math.min(...parts.map((f) => must(f.row, 'the row of a line')));
  const isUnknown = (row: number, known: string | null) =>
    (known === null ? row > first : concepts.includes(known)) && !isDetail(sheet, row);
  const unknown = sheet.table.rows.some((row, i) => row.cells[column] && isUnknown(i, row.concept) && !parts.some((f) => f.row === i));
  // A lone part is the total by another name, unless other lines are not printed; a blank total or parts were left out.
  const certain = parts.length >= FEWEST_PARTS && !unknown && isPrinted(total) && parts.some(isPrinted);
  return [equation(sheet, { rule, total: [total], parts: parts.map(plus), certain })];
}

function overPlaces({ rule, total, parts }: Identity & { over: 'places' }, sheet: Sheet): Equation[] {
  const find = ({ line, column }: DeclaredCell) => lineAt(sheet, line, column);
  const [whole, found] = [find(total), parts.flatMap((place) => find(place) ?? [])];
  if (!whole || found.length < parts.length) return [];
  return [equation(sheet, { rule, total: [whole], parts: found.map(plus), twice: parts.length === 1, certain: isPrinted(whole) })];
}

/** Digits of a 类. */
const CLASS_DIGITS = 3;

function isMeant(code: string, classes: Classes): boolean {
  const own = code.slice(0, CLASS_DIGITS);
  return 'only' in classes ? classes.only.includes(own) : code.startsWith(classes.of) && !classes.except.includes(own);
}

function overClassColumn({ rule, total, column, classes }: Identity & { over: 'class-column' }, sheet: Sheet, row: number): Equation[] {
  const code = sheet.outline.codes.get(row);
  const isPrinted = sheet.columns.includes(total) && sheet.columns.includes(column);
  if (!code || !isPrinted || !isMeant(code, classes)) return [];
  return [equation(sheet, { rule, total: [figureAt(sheet, row, total)], parts: [plus(figureAt(sheet, row, column))] })];
}

function overClasses(identity: Identity & { over: 'classes' }, sheet: Sheet, column: string): Equation[] {
  const total = lineAt(sheet, identity.total, column);
  const rows = sheet.outline.tops.filter((row) => isMeant(sheet.outline.codes.get(row) ?? '', identity.classes));
  if (!total || rows.length === 0) return [];
  return sumOfRows(identity.rule, sheet, total, rows, sheet.outline.unplaced.length === 0);
}
