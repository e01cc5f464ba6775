import type { BetweenRule, Claim, ClaimTerm } from '../../../extractors/claims.js';
import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import { bareLabel } from '../../base/text.js';
import { lineAt, totalOf } from '../table/lines.js';
import { hasNumbers } from '../table/rows.js';
import { type Figure, figureAt, isNonZero, type Sheet } from '../table/sheet.js';
import { type Equation, hasPrint, toEquation } from './equation.js';

/** One set of forms: a document that prints the accounts of several units holds several. */
interface Book {
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** Only the order of the tables shows that these belong together: an identity that holds proves, one that breaks raises no finding. */
  readonly isGuess: boolean;
}

/** The rules between tables, over the cells this document prints. */
export function equationsBetween(sheets: readonly Sheet[], rules: readonly BetweenRule[]): Equation[] {
  return toBooks(sheets).flatMap(({ sheets: book, isGuess }) => {
    const equations = rules.flatMap((rule) => rule.claims.flatMap((claim) => instantiate(claim, rule, book))).filter(hasPrint);
    return isGuess ? equations.map((each) => ({ ...each, certain: false })) : equations;
  });
}

/** Where forms come again, tables with one department's name belong together; of one name, a form that comes again begins a new set. */
function toBooks(sheets: readonly Sheet[]): Book[] {
  const accounts = sheets.filter((sheet) => sheet.declaration?.kind === 'account');
  const repeats = new Set(accounts.map((sheet) => sheet.table.form)).size < accounts.length;
  const groups = repeats ? groupBy(accounts, (sheet) => sheet.table.department) : new Map([[null, accounts]]);
  return [...groups].flatMap(([department, group]) => {
    const sets = inOrder(group);
    return sets.map((set) => ({ sheets: set, isGuess: sets.length > 1 || (repeats && department === null) }));
  });
}

function inOrder(sheets: readonly Sheet[]): Map<string, Sheet>[] {
  const sets: Map<string, Sheet>[] = [];
  for (const sheet of sheets) {
    const { form } = sheet.table;
    const set = sets.at(-1);
    if (!set || set.has(form)) sets.push(new Map([[form, sheet]]));
    else set.set(form, sheet);
  }
  return sets;
}

type Sheets = Book['sheets'];

function instantiate(claim: Claim, rule: BetweenRule, book: Sheets): Equation[] {
  switch (claim.over) {
    case 'figures':
      return overFigures(claim, rule, book);
    case 'either':
      return overEither(claim, rule, book);
    case 'categories':
      return overCategories(claim, rule, book);
    case 'part':
      return overPart(claim, rule, book);
    case 'split':
      return overSplit(claim, rule, book);
    case 'contained-codes':
      return overContainedCodes(claim, rule, book);
    case 'codes-without-balances':
      return overCodesWithoutBalances(claim, rule, book);
  }
}

type Sides = Pick<Equation, 'total'> & { readonly others: readonly Figure[] };

/** Amounts in 元 and amounts of no known unit cannot be compared. */
function equation({ rule, severity }: BetweenRule, { total, others }: Sides, more: Partial<Equation> = {}): Equation[] {
  const figures = [...total, ...others];
  if (figures.some((figure) => figure.sheet.unitKnown !== figures[0]?.sheet.unitKnown)) return [];
  const { twice = total.length === 1 && others.length === 1 } = more;
  const parts = others.map((figure) => ({ figure, sign: 1n }) as const);
  return [toEquation(rule.id, more.severity ?? severity, { ...more, total, parts, twice })];
}

function find(source: ClaimTerm, book: Sheets): readonly Figure[] | null {
  const sheet = book.get(source.form);
  if (!sheet) return null;
  if (source.by === 'total') return totalOf(sheet, source.column);
  const figure = figureOf(source, sheet);
  return figure && [figure];
}

function figureOf(source: Exclude<ClaimTerm, { readonly by: 'total' }>, sheet: Sheet): Figure | null {
  if (source.by === 'line') return lineAt(sheet, source.line, source.column);
  return source.by === 'name' ? rowNamed(sheet, source.names, source.column) : onlyRow(sheet, source.column);
}

/** The one row of these names with a figure in the column. */
function rowNamed(sheet: Sheet, names: readonly string[], column: string): Figure | null {
  const rows = sheet.table.rows.flatMap(({ name, cells }, i) => (cells[column] && names.includes(bareLabel(name ?? '')) ? [i] : []));
  return rows.length === 1 && rows[0] !== undefined ? figureAt(sheet, rows[0], column) : null;
}

function onlyRow(sheet: Sheet, column: string): Figure | null {
  if (!sheet.columns.includes(column)) return null;
  const rows = sheet.table.rows.flatMap((row, i) => (hasNumbers(row) ? [i] : []));
  return rows.length === 1 && rows[0] !== undefined ? figureAt(sheet, rows[0], column) : null;
}

function overFigures({ left, right }: Claim & { over: 'figures' }, rule: BetweenRule, book: Sheets): Equation[] {
  const total = left.flatMap((source) => find(source, book) ?? []);
  for (const sources of right) {
    const others = sources.map((source) => find(source, book));
    if (total.length > 0 && others.every((found) => found !== null)) return equation(rule, { total, others: others.flat() });
  }
  return [];
}

function overEither({ left, right }: Claim & { over: 'either' }, rule: BetweenRule, book: Sheets): Equation[] {
  const wholes = right.flatMap((sources) => printed(sources, book));
  const pairs = left.flatMap((sources) => printed(sources, book)).flatMap((total) => wholes.map((others) => ({ total, others })));
  const [first] = pairs;
  if (!first) return [];
  const differenceOf = ({ total, others }: Sides) => sumOf(total) - sumOf(others);
  const isChoice = new Set(pairs.map(differenceOf)).size > 1;
  const agreeing = pairs.find((pair) => differenceOf(pair) === 0n);
  return equation(rule, agreeing ?? first, { chosen: isChoice, certain: !isChoice });
}

/** The figures of a sum the first of which is printed; none where that is not. */
function printed([own, ...others]: readonly ClaimTerm[], book: Sheets): (readonly Figure[])[] {
  const figures = own && find(own, book);
  return figures ? [[...figures, ...others.flatMap((source) => find(source, book) ?? [])]] : [];
}

const sumOf = (figures: readonly Figure[]): bigint => figures.reduce((sum, { grains }) => sum + grains, 0n);

function overCategories({ summary, detail, apart, given }: Claim & { over: 'categories' }, rule: BetweenRule, book: Sheets): Equation[] {
  const [above, below] = [book.get(summary.form), book.get(detail.form)];
  if (!above || !below?.columns.includes(detail.column)) return [];
  const { codes, tops: rows } = below.outline;
  if (rows.length === 0 && !below.table.empty) return [];
  const [one, other] = given?.map((source) => find(source, book)) ?? [];
  const isGiven = given === null || (one != null && other != null && sumOf(one) === sumOf(other));
  const certain = below.outline.unplaced.length === 0 && isGiven;
  const concepts = new Set(above.table.rows.flatMap((row) => (row.concept?.startsWith('function/') ? [row.concept] : [])));
  const byCode = groupBy([...codes.keys()], (row) => codes.get(row));
  return [...concepts].flatMap((concept) => {
    const total = lineAt(above, concept, summary.column);
    if (!total) return [];
    const category = concept.slice('function/'.length);
    const ofCategory = rows.filter((row) => codes.get(row)?.startsWith(category));
    // A summary may go down to 款 and 项.
    const tops = ofCategory.length > 0 ? ofCategory : (byCode.get(category) ?? []);
    const rowless = below.table.empty ? [null] : [];
    const others = (tops.length > 0 ? tops : rowless).map((row) => figureAt(below, row, detail.column));
    const isWhole = apart === undefined || !tops.some((row) => isNonZero(figureAt(below, row, apart)));
    return equation(rule, { total: [total], others }, { certain: certain && isWhole, rowsOf: { sheet: below, column: detail.column } });
  });
}

function overPart({ part, whole }: Claim & { over: 'part' }, rule: BetweenRule, book: Sheets): Equation[] {
  const first = (sources: readonly ClaimTerm[]) => sources.map((source) => find(source, book)).find((found) => found !== null);
  const [inner, outer] = [first(part), first(whole)];
  if (!inner?.some(isNonZero) || !outer) return [];
  return equation(rule, { total: outer, others: inner }, { relation: '≤', twice: false });
}

function overSplit({ left, right }: Claim & { over: 'split' }, rule: BetweenRule, book: Sheets): Equation[] {
  const [one, other, ofOne, ofOther] = [...left, ...right].map((source) => find(source, book));
  if (!one?.some(isNonZero) || !other?.some(isNonZero) || !ofOne || !ofOther) return [];
  const whole = [...one, ...other];
  const rest = [...ofOne, ...ofOther];
  const room = [...whole, ...rest].reduce((sum, { ownHalf }) => sum + ownHalf, 0n);
  const difference = sumOf(whole) - sumOf(rest);
  if (difference > room || -difference > room) return [];
  return equation(rule, { total: one, others: ofOne }, { chosen: true });
}

/** Rows by code; a code that is printed twice names none. 合计 is named `total`. */
function rowsByCode({ outline }: Sheet): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [name, row] of [
    ...outline.totals.map((row) => ['total', row] as const),
    ...[...outline.codes].map(([row, code]) => [code, row] as const),
  ]) {
    if (rows.has(name)) repeated.add(name);
    else rows.set(name, row);
  }
  for (const name of repeated) rows.delete(name);
  return rows;
}

/** The figures of one code, or of 合计, in two tables. */
interface Pair {
  readonly code: string;
  readonly inner: (column: string) => Figure;
  readonly outer: (column: string) => Figure;
}

/**
 * What one budget paid for is a part of all expenditure. Where the totals are the same, so is every code; where a code's totals are,
 * so is each column of it. A unit of the last place may hide in either total.
 */
function overContainedCodes(claim: Claim & { over: 'contained-codes' }, rule: BetweenRule, book: Sheets): Equation[] {
  const { part, whole, columns, carried } = claim;
  const [inner, outer] = [book.get(part), book.get(whole)];
  if (!inner || !outer) return [];
  const first = at(columns, 0);
  /** A column of a table, and what was carried over of it where that stands apart. */
  const withCarried = (sheet: Sheet, column: string): readonly string[] =>
    carried !== undefined && column !== first && sheet.columns.includes(carried + column) ? [column, carried + column] : [column];
  const pairs = pairsOf(inner, outer);
  const agree = (pair: Pair | undefined) => {
    const [a, b] = [pair?.inner(first), pair?.outer(first)];
    return a !== undefined && isNonZero(a) && a.grains === b?.grains;
  };
  const allAgree = agree(pairs.find((pair) => pair.code === 'total'));
  const shared = columns
    .filter((column) => inner.columns.includes(column) && outer.columns.includes(column))
    .map((column) => ({ column, outerKeys: withCarried(outer, column), innerKeys: withCarried(inner, column) }));
  const compared = pairs.flatMap((pair) =>
    shared.flatMap(({ column, outerKeys, innerKeys }) => {
      const sides = { total: outerKeys.map(pair.outer), others: innerKeys.map(pair.inner) };
      // What made the totals agree cannot prove them.
      const isCondition = column === first && (!allAgree || pair.code === 'total');
      if ((allAgree || agree(pair)) && !isCondition) return equation(rule, sides, { twice: false });
      return isNonNegative(sides) ? equation(rule, sides, { relation: '≤', twice: false, severity: 'warning' }) : [];
    }),
  );
  const missing = [...missingCodes(inner, outer, first, rule), ...(allAgree ? missingCodes(outer, inner, first, rule) : [])];
  return [...compared, ...missing];
}

function pairsOf(inner: Sheet, outer: Sheet): Pair[] {
  const rows = rowsByCode(outer);
  return [...rowsByCode(inner)].flatMap(([code, row]) => {
    const other = rows.get(code);
    if (other === undefined) return [];
    return [{ code, inner: (column) => figureAt(inner, row, column), outer: (column) => figureAt(outer, other, column) }];
  });
}

const isNonNegative = ({ total, others }: Sides) => [...total, ...others].every((figure) => figure.grains >= 0n);

/** Codes with an amount in `here` that `there` lacks, though it prints others of their level. */
function missingCodes(here: Sheet, there: Sheet, column: string, rule: BetweenRule): Equation[] {
  if (there.outline.unplaced.length > 0 || !there.columns.includes(column)) return [];
  const codes = new Set(there.outline.codes.values());
  const levels = new Set(Array.from(codes, (code) => code.length));
  return [...rowsByCode(here)].flatMap(([code, row]) => {
    const figure = figureAt(here, row, column);
    if (code === 'total' || !isNonZero(figure) || !levels.has(code.length) || codes.has(code)) return [];
    return equation(rule, { total: [figure], others: [] }, { severity: 'warning', rowsOf: { sheet: there, column } });
  });
}

/** Without balances at either end, what came in for a purpose was spent on it. */
function overCodesWithoutBalances(claim: Claim & { over: 'codes-without-balances' }, rule: BetweenRule, book: Sheets): Equation[] {
  const [summary, left, right] = [book.get(claim.summary.form), book.get(claim.left.form), book.get(claim.right.form)];
  if (!summary || !left || !right) return [];
  const lines = (concept: string) => summary.columns.flatMap((column) => lineAt(summary, concept, column) ?? []);
  const [income, expenditure] = [claim.summary.income, claim.summary.expenditure].map((concept) => lines(concept).find(isNonZero));
  const hasBalance = claim.summary.balances.flatMap(lines).some(isNonZero);
  const balanced = income !== undefined && income.grains === expenditure?.grains && !hasBalance;
  if (!balanced) return [];
  const pairs = pairsOf(left, right).filter((pair) => pair.code !== 'total');
  const { column } = claim.left;
  return [
    ...pairs.flatMap((pair) => equation(rule, { total: [pair.inner(column)], others: [pair.outer(claim.right.column)] }, { twice: false })),
    ...missingCodes(left, right, column, rule),
    ...missingCodes(right, left, column, rule),
  ];
}
