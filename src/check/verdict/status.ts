import type { DisclosureTable, DisclosureValue } from '../../../schemas/disclosure.js';
import { type Cause, isBeyondDoubt } from '../culprit/causes.js';
import { type Check, figuresIn, termsOf, vouchesFor } from '../identity/equation.js';
import { hasNumbers } from '../table/rows.js';
import { cellOf, type Figure, figureAt, figuresOf, isPrinted, rowOf, type Sheet } from '../table/sheet.js';

/** Which figures are accused, which are vouched for. */
export interface Verdicts {
  readonly contradicted: ReadonlySet<Figure>;
  readonly proved: ReadonlySet<Figure>;
}

/**
 * `contradicted`: the blame for a broken identity falls on it, or may fall on it as well as on another. `proved`: anchored, and an
 * identity over at least one other printed value that is not zero holds; one that a contradicted figure takes part in proves
 * nothing. A printed zero is proved in the same way: any other value would break the sum. As long as a contradiction is not
 * settled, its figures are not proved by other identities either.
 */
export function judge(checks: readonly Check[], causes: readonly Cause[]): Verdicts {
  const holding = checks.filter((check) => check.state === 'holds');
  const vouched = causes.length === 0 ? new Set<Figure>() : vouchedFor(holding, new Set());
  const garbled = new Set(causes.flatMap((cause) => cause.garbled ?? []));
  const contradicted = new Set(causes.flatMap((cause) => accused(cause, vouched)));
  // Of two prints of one quantity that differ nobody knows which is right.
  const near = checks.filter((check) => check.state === 'near').flatMap(figuresIn);
  const unsettled = new Set([...causes.filter((cause) => !isBeyondDoubt(cause)).flatMap(doubtful), ...near]);
  const isBlamed = (figure: Figure) => contradicted.has(figure) || garbled.has(figure.sheet);
  const clean = causes.length === 0 ? holding : holding.filter((check) => !figuresIn(check).some(isBlamed));
  const proved = vouchedFor(clean, unsettled);
  for (const figure of causes.filter(isBeyondDoubt).flatMap(mendedTogether)) {
    if (!contradicted.has(figure) && !unsettled.has(figure)) proved.add(figure);
  }
  return { contradicted, proved };
}

/** Every figure of an unsettled contradiction; where a whole row may be wrong or missing, every figure of the rows it speaks of. */
function doubtful({ suspect, checks }: Cause): readonly Figure[] {
  const figures = checks.flatMap(figuresIn);
  if (suspect?.kind !== 'pair' && suspect?.kind !== 'missing-row') return figures;
  return figures.flatMap(({ sheet, row }) => sheet.columns.map((column) => figureAt(sheet, row, column)));
}

/**
 * The culprit and its equals; where there is none to name, every figure of the contradiction that nothing else speaks for. What OCR
 * read alike in two cells is wrong in both: there nothing else speaks for a figure. Of a garbled table no figure can be trusted.
 */
function accused({ suspect, checks, rivals, garbled }: Cause, vouched: ReadonlySet<Figure>): readonly Figure[] {
  if (garbled) return figuresOf(garbled).filter(isPrinted);
  const named = [...(suspect?.corrections.map((c) => c.figure) ?? []), ...rivals].filter(isPrinted);
  const isClear = (figure: Figure) => vouched.has(figure) && cellOf(figure)?.method === 'text';
  return named.length > 0 ? named : checks.flatMap(figuresIn).filter((figure) => isPrinted(figure) && !isClear(figure));
}

/**
 * Where more checks ask for the same correction than figures were wrong, they agree with each other about all their other figures:
 * without the culprit they are an identity that holds.
 */
function mendedTogether({ suspect, checks }: Cause): readonly Figure[] {
  const corrections = suspect?.corrections ?? [];
  const corrected = new Map(corrections.map((c) => [c.figure, c.expected]));
  return checks.flatMap((check) => {
    const residual = termsOf(check.equation).reduce((sum, { figure, sign }) => sum + sign * (corrected.get(figure) ?? figure.grains), 0n);
    const mended: Check = { ...check, residual, state: 'holds' };
    return figuresIn(check).filter((figure) => isAnchored(figure) && vouchesFor(mended, figure));
  });
}

function vouchedFor(checks: readonly Check[], except: ReadonlySet<Figure>): Set<Figure> {
  const proved = new Set<Figure>();
  for (const check of checks) {
    for (const figure of figuresIn(check)) {
      if (isPrinted(figure) && !proved.has(figure) && !except.has(figure) && isAnchored(figure) && vouchesFor(check, figure))
        proved.add(figure);
    }
  }
  return proved;
}

/** A code in which words of the header stand is none. */
const DIGITS = /^\d+$/u;

/** Its row is named by code, concept or words, or is the only one with numbers; its column is one the form declares. */
function isAnchored(figure: Figure): boolean {
  const row = rowOf(figure);
  if (!row || !figure.sheet.known.has(figure.column)) return false;
  return (row.code !== null && DIGITS.test(row.code)) || row.concept !== null || row.name !== null || isOnlyRow(figure.sheet);
}

const isOnlyRow = ({ table }: Sheet) => table.rows.filter(hasNumbers).length === 1;

/** The table with the status of every value filled in; text, dashes, unreadable cells and what a person corrected keep theirs. */
export function withStatuses(sheet: Sheet, { contradicted, proved }: Verdicts): DisclosureTable {
  const statusOf = (row: number, key: string): DisclosureValue['status'] => {
    const figure = figureAt(sheet, row, key);
    return contradicted.has(figure) ? 'contradicted' : proved.has(figure) ? 'proved' : 'uncontradicted';
  };
  const rows = sheet.table.rows.map((row, i) => {
    const cells: Record<string, DisclosureValue> = {};
    for (const [key, cell] of Object.entries(row.cells)) cells[key] = isSettled(cell) ? cell : { ...cell, status: statusOf(i, key) };
    return { ...row, cells };
  });
  return { ...sheet.table, rows };
}

const isSettled = ({ value, status }: DisclosureValue) => value === null || status === 'corrected';
