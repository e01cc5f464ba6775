import type { DocumentFamily } from '../../../extractors/family.js';
import type { DisclosureTable, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { CELL_UNREADABLE, READING_SETTLED } from '../../model/reading-rules.js';
import { findCauses } from '../culprit/causes.js';
import { equationsBetween } from '../identity/between.js';
import { type Equation, toCheck } from '../identity/equation.js';
import { equationsWithin } from '../identity/within.js';
import { type Figure, figureAt, tablesToSheets } from '../table/sheet.js';
import { cellPlace, placeOf } from '../verdict/wording.js';
import { type Choice, type Doubt, doubtsIn, firstChoice, onlyChoice, onlyExchange } from './candidates.js';

/** What OCR holds possible for one cell. */
export interface TablePrint {
  readonly table: number;
  readonly row: number;
  readonly column: string;
  readonly candidates: readonly DisclosureValue[];
  readonly doubtful: boolean;
}

export interface SettledTables {
  readonly tables: DisclosureTable[];
  readonly findings: Finding[];
}

/** Doubts that are tried together. */
const TOGETHER = 3;
/** Numbers denied by the identities that may be exchanged for others that OCR held possible: each exchange may deny another. */
const MOST_EXCHANGES = 12;

/**
 * Doubtful prints decided by the identities: a candidate is taken where it is the only one that breaks none of them and one vouches
 * for it. What is left is unreadable. A number that was not doubted, but that the identities single out as wrong, gives way to another
 * that OCR held possible if that one is just what they ask for. A finding tells of every such cell.
 */
export function settleReadings(tables: readonly DisclosureTable[], prints: readonly TablePrint[], family: DocumentFamily): SettledTables {
  if (prints.length === 0) return { tables: [...tables], findings: [] };
  const findings: Finding[] = [];
  let settled = [...tables];
  let exchanges = 0;
  while (true) {
    const sheets = tablesToSheets(settled, family);
    const equations = [...sheets.flatMap(equationsWithin), ...equationsBetween(sheets, family.between)];
    const toDoubt = (print: TablePrint): [Figure, Doubt][] => {
      const sheet = sheets[print.table];
      const figure = sheet ? figureAt(sheet, print.row, print.column) : null;
      return figure ? [[figure, { figure, candidates: print.candidates }]] : [];
    };
    const all = new Map(prints.flatMap(toDoubt));
    const open = new Map([...all].filter(([figure]) => figure.kind === 'unreadable'));
    const decided = decide(equations, open) ?? decideTogether(equations, open);
    const choice = decided ?? (exchanges < MOST_EXCHANGES ? exchange(equations, all) : null);
    if (!choice) return { tables: settled, findings: [...findings, ...[...open.values()].map(unreadableFinding)] };
    if (!decided) exchanges += 1;
    for (const [figure, value] of choice) findings.push(settledFinding(figure, value, all.get(figure)?.candidates ?? []));
    settled = withChoice(settled, choice);
  }
}

/** What one equation's doubts leave no choice about; null where there is nothing of the kind. */
function decide(equations: readonly Equation[], open: ReadonlyMap<Figure, Doubt>): Choice | null {
  const tried = new Set<string>();
  const names = new Map([...open.keys()].map((figure, i) => [figure, i]));
  for (let size = 1; size <= TOGETHER; size++) {
    for (const equation of equations) {
      const doubts = doubtsIn(equation, open);
      const key = doubts.map((d) => names.get(d.figure)).join();
      if (doubts.length !== size || tried.has(key)) continue;
      tried.add(key);
      const choice = onlyChoice(doubts, aboutOnly(equations, open, doubts));
      if (choice) return choice;
    }
  }
  return null;
}

/** The first candidates of one equation's doubts that are too many for all their choices to be tried; null where they do not fit. */
function decideTogether(equations: readonly Equation[], open: ReadonlyMap<Figure, Doubt>): Choice | null {
  for (const equation of equations) {
    const doubts = doubtsIn(equation, open);
    const choice = doubts.length > TOGETHER ? firstChoice(doubts, aboutOnly(equations, open, doubts)) : null;
    if (choice) return choice;
  }
  return null;
}

/** The equations in which no other doubt takes part, and one of these does. */
function aboutOnly(equations: readonly Equation[], open: ReadonlyMap<Figure, Doubt>, doubts: readonly Doubt[]): Equation[] {
  return equations.filter((equation) => {
    const own = doubtsIn(equation, open);
    return own.length > 0 && own.every((d) => doubts.includes(d));
  });
}

/** The first figure whose other candidate mends a cause, where no figure that may be wrong instead has one that would do so too. */
function exchange(equations: readonly Equation[], prints: ReadonlyMap<Figure, Doubt>): Choice | null {
  for (const { suspect, checks, rivals } of findCauses(equations.map(toCheck))) {
    const [correction] = suspect?.corrections ?? [];
    if (!correction || suspect?.kind !== 'cell') continue;
    const broken = checks.map((check) => check.equation);
    const uncounted = broken.flatMap((equation) => equation.uncounted.map((term) => term.figure));
    const figures = new Set([correction.figure, ...rivals, ...uncounted]);
    const choice = onlyExchange(
      [...figures].flatMap((figure) => prints.get(figure) ?? []),
      broken,
    );
    if (choice) return choice;
  }
  return null;
}

function withChoice(tables: readonly DisclosureTable[], choice: Choice): DisclosureTable[] {
  return tables.map((table, index) => {
    const own = [...choice].filter(([figure]) => figure.sheet.index === index);
    if (own.length === 0) return table;
    const rows = table.rows.map((row, r) => {
      const cells = own.filter(([figure]) => figure.row === r).map(([figure, value]) => [figure.column, value] as const);
      return cells.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } };
    });
    return { ...table, rows };
  });
}

const settledFinding = (figure: Figure, taken: DisclosureValue, candidates: readonly DisclosureValue[]): Finding => ({
  rule: READING_SETTLED.id,
  severity: 'info',
  verdict: 'reading',
  message: `${placeOf(figure)}识读有疑，可能是${listOf([taken, ...candidates])}；按勾稽关系取${taken.text}。`,
  expected: taken.value,
  found: candidates[0]?.value ?? null,
  cells: [cellPlace(figure)],
});

function unreadableFinding({ figure, candidates }: Doubt): Finding {
  const guess = candidates.length > 0 ? `，可能是${listOf(candidates)}，勾稽关系不能判定` : '';
  return {
    rule: CELL_UNREADABLE.id,
    severity: 'error',
    verdict: 'reading',
    message: `${placeOf(figure)}无法可靠识读${guess}。`,
    cells: [cellPlace(figure)],
  };
}

/** Candidates named in a message. */
const NAMED = 3;

const listOf = (values: readonly DisclosureValue[]): string => [...new Set(values.map((v) => v.text))].slice(0, NAMED).join('、');
