import type { DocumentFamily } from '../../extractors/family.js';
import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import type { SumOfCells } from '../model/sums.js';
import { type Cause, findCauses } from './culprit/causes.js';
import { equationsBetween } from './identity/between.js';
import { isRounding, toCheck } from './identity/equation.js';
import { toDecimal } from './identity/interval.js';
import { checksToSums } from './identity/sums.js';
import { equationsWithin } from './identity/within.js';
import { powerOf, type Sheet, tablesToSheets } from './table/sheet.js';
import { withAssessedSeverity } from './verdict/assessed.js';
import { withElsewhere, withLackingRow } from './verdict/elsewhere.js';
import { causeToFinding, nearFinding, roundingFinding } from './verdict/findings.js';
import { oddPoints } from './verdict/points.js';
import { ratesToFindings, withWrongRates, wrongRates } from './verdict/ratios.js';
import { judge, withStatuses } from './verdict/status.js';
import { isPartOfOneBefore, sheetsNotClosing, structureDoubtOf, withStructureDoubt } from './verdict/structure.js';

/** The tables with the status of every value, and what contradicts itself in them: one finding for each root cause. */
export interface CheckedTables {
  readonly tables: readonly DisclosureTable[];
  readonly findings: readonly Finding[];
  /** The tables as they were held against each other, before any value had a status. */
  readonly sheets: readonly Sheet[];
  /** The sums within tables that were held against the print, whether they hold or not; worked out when asked for. */
  readonly sums: () => SumOfCells[];
  /** Of each table: rows whose amounts are contained in those of a line above them. */
  readonly detailRows: readonly ReadonlySet<number>[];
  /** What the likeliest culprits should have been. */
  readonly corrections: readonly CellCorrection[];
}

/** A cell, and what it should have held, as a plain decimal of its table's unit. */
export interface CellCorrection {
  readonly table: number;
  readonly row: number;
  readonly column: string;
  readonly expected: string;
}

/**
 * Identities → equations over the printed cells → what holds, what breaks → whose mistake it is → statuses and findings.
 * @param inferred indexes of the tables whose columns no rules show
 * @param doubtfulRows by table: the rows whose names OCR may have misread
 */
export function checkTables(
  tables: readonly DisclosureTable[],
  family: DocumentFamily,
  inferred: ReadonlySet<number> = new Set(),
  doubtfulRows: readonly ReadonlySet<number>[] = [],
): CheckedTables {
  const sheets = tablesToSheets(tables, family);
  const within = sheets.flatMap(equationsWithin).map(toCheck);
  const checks = [...within, ...equationsBetween(sheets, family.between).map(toCheck)];
  const causes = findCauses(checks);
  const verdicts = judge(checks, causes);
  const notClosing = sheetsNotClosing(causes);
  const rates = sheets.map(wrongRates);
  const judged = sheets.map((sheet, i) => {
    const table = withWrongRates(withStatuses(sheet, verdicts), at(rates, i));
    const doubt = structureDoubtOf(sheet, inferred.has(sheet.index), notClosing);
    return doubt
      ? withStructureDoubt(table, sheet, {
          doubt,
          rows: doubtfulRows[sheet.index] ?? new Set(),
          isPart: isPartOfOneBefore(sheet, sheets[sheet.index - 1]),
        })
      : { table, findings: [] };
  });
  return {
    tables: judged.map(({ table }) => table),
    findings: [
      ...judged.flatMap(({ findings }) => findings),
      ...causes.map((cause) => {
        const finding = withAssessedSeverity(causeToFinding(cause), cause, checks, inferred);
        return (lacksRow(cause) ? withLackingRow : withElsewhere)(finding, tables);
      }),
      ...rates.flatMap(ratesToFindings),
      ...sheets.flatMap((sheet, i) => oddPoints(sheet, at(rates, i))),
      ...checks.filter((check) => check.state === 'near').map(nearFinding),
      ...checks.filter(isRounding).map(roundingFinding),
    ],
    sheets,
    sums: () => checksToSums(within),
    detailRows: sheets.map((sheet) => sheet.outline.details),
    corrections: causes.flatMap(correctionsOf),
  };
}

/** A sum may lack a row, or a table an account that another prints. */
const lacksRow = ({ suspect, checks }: Cause): boolean =>
  suspect?.kind === 'missing-row' || checks.some(({ equation }) => equation.parts.length === 0 && equation.rowsOf !== null);

function correctionsOf({ suspect, isTie }: Cause): CellCorrection[] {
  if (isTie || (suspect?.kind !== 'cell' && suspect?.kind !== 'pair')) return [];
  return suspect.corrections.flatMap(({ figure, expected }) => {
    const { sheet, row, column } = figure;
    return row === null ? [] : [{ table: sheet.index, row, column, expected: toDecimal(expected, powerOf(sheet, column), 0) }];
  });
}
