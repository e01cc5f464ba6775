import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { at } from '../base/invariant.js';
import { roundBox } from './box.js';
import type { Cell } from './grid.js';
import { COLUMN_DUPLICATE, COLUMN_UNKNOWN, NUMBER_MALFORMED, type ReadingRule, STORED_SHOWN } from './reading-rules.js';

/** Something about the reading of one table that a person should know. Stages 3 and 4 make remarks; `remarksToFindings` makes them findings. */
export interface Remark {
  readonly rule: ReadingRule;
  readonly severity: Finding['severity'];
  /** One Chinese sentence. */
  readonly message: string;
  /** Index into the table's rows; null where it is about no one row. */
  readonly row: number | null;
  /** A column key; null where it is about no one column. */
  readonly column: string | null;
  /** The print it is about. */
  readonly cell: Cell | null;
}

/** A remark about a whole table, unless `place` says more. It has the rule's severity, unless `place` gives another. */
export const remark = (
  rule: ReadingRule,
  message: string,
  { row = null, column = null, cell = null, severity = rule.severity }: Partial<Omit<Remark, 'rule' | 'message'>> = {},
): Remark => ({ rule, severity, message, row, column, cell });

/** A remark as a finding. One without a cell stands on the table's first page. */
function remarkToFinding(
  { rule, severity, message, row, column, cell }: Remark,
  index: number,
  { pages }: Pick<DisclosureTable, 'pages'>,
): Finding {
  return {
    rule: rule.id,
    severity,
    verdict: rule.verdict,
    message,
    cells: [{ table: index, row, column, page: cell?.page ?? at(pages, 0), box: cell ? roundBox(cell.box) : null }],
  };
}

/** Remarks of these rules about one table are one finding: the reader looks at the table once. */
const ONE_A_TABLE: ReadonlySet<string> = new Set([NUMBER_MALFORMED.id, COLUMN_UNKNOWN.id, COLUMN_DUPLICATE.id, STORED_SHOWN.id]);

/** All remarks about a table as findings, in order. */
export function remarksToFindings(remarks: readonly Remark[], index: number, table: Pick<DisclosureTable, 'pages'>): Finding[] {
  const findings = remarks.map((each) => remarkToFinding(each, index, table));
  return findings.flatMap((finding, i): Finding[] => {
    const same = ONE_A_TABLE.has(finding.rule) ? findings.filter(({ rule }) => rule === finding.rule) : [finding];
    if (findings.indexOf(at(same, 0)) !== i) return [];
    if (same.length === 1) return [finding];
    const message = `${finding.message.replace(/。$/u, '')}；本表另有${same.length - 1}处也是这样。`;
    return [{ ...finding, message, cells: same.flatMap(({ cells }) => cells) }];
  });
}
