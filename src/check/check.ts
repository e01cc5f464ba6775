import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { findCauses } from './causes.js';
import { isRounding, toCheck } from './equation.js';
import { equationsBetween } from './equations-between.js';
import { toSheet } from './figures.js';
import { causeToFinding, nearFinding, roundingFinding } from './findings.js';
import { judge, withStatuses } from './status.js';
import { equationsWithin } from './within.js';

/** The tables with the status of every value, and what contradicts itself in them: one finding for each root cause. */
export interface CheckedTables {
  readonly tables: readonly DisclosureTable[];
  readonly findings: readonly Finding[];
}

/** Identities → equations over the printed cells → what holds, what breaks → whose mistake it is → statuses and findings. */
export function checkTables(tables: readonly DisclosureTable[]): CheckedTables {
  const sheets = tables.map(toSheet);
  const checks = [...sheets.flatMap(equationsWithin), ...equationsBetween(sheets)].map(toCheck);
  const causes = findCauses(checks);
  const verdicts = judge(checks, causes);
  return {
    tables: sheets.map((sheet) => withStatuses(sheet, verdicts)),
    findings: [
      ...causes.map(causeToFinding),
      ...checks.filter((check) => check.state === 'near').map(nearFinding),
      ...checks.filter(isRounding).map(roundingFinding),
    ],
  };
}
