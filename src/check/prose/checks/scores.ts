import type { DisclosureRow, DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import { proseFinding, say } from '../finding.js';
import { around, count, gap, money, type Quantity, toPrintedUnit } from '../quantity.js';
import type { Ledger } from '../tables/evidence.js';
import type { Fact, SectionFacts } from '../text/facts.js';
import type { Sentence } from '../text/sentences.js';

/** 绩效自评 told in prose against the 绩效 table of the same project, or of the whole department. */
export function checkScores(section: SectionFacts, ledger: Ledger): Finding[] {
  const { facts, sentences } = section;
  const assessed = [...ledger.tables.entries()].flatMap(([index, table]) => (isAssessment(table) ? [{ index, table }] : []));
  if (assessed.length === 0) return [];
  return facts.flatMap((fact) => {
    const column = columnOf(fact);
    if (column.length === 0) return [];
    const found = tableOf(fact, sentences, assessed);
    if (!found) return [];
    return fact.kind === 'score' ? compare(fact, found, 'total', column) : compare(fact, found, 'performance/total-funds', column);
  });
}

interface Assessment {
  readonly index: number;
  readonly table: DisclosureTable;
}

const isAssessment = ({ form }: DisclosureTable) => form === 'project-performance' || form === 'department-performance';

/** The columns a figure may restate, the first that it should. */
function columnOf({ kind, mention, label }: Fact): readonly string[] {
  const words = mention.label.replace(/[（）]/gu, '');
  if (kind === 'score') return /自评(?:综合|总|平均)?(?:得)?分(?:数|值)?(?:为|是)?$/u.test(words) && !/平均/u.test(words) ? ['score'] : [];
  if (mention.quantity.kind !== 'money') return [];
  if (kind === 'budget')
    return /全年预算/u.test(words) ? ['budget-full'] : label.initial ? ['budget-initial'] : ['budget-full', 'budget-initial'];
  return kind === 'final' ? ['executed'] : [];
}

/** The project whose name was told last in the paragraph; the department where the words speak of 部门整体. */
function tableOf(fact: Fact, sentences: readonly Sentence[], assessed: readonly Assessment[]): Assessment | null {
  const { sentence, start } = fact.mention;
  const before = sentences.filter((s) => s.paragraph === sentence.paragraph && sentences.indexOf(s) < sentences.indexOf(sentence));
  const words = bare(before.map((s) => s.plain).join('') + sentence.plain.slice(0, start));
  const named = assessed
    .flatMap(({ index, table }) => {
      const name = bare(table.fields['项目名称'] ?? '');
      const at = table.form === 'project-performance' && name.length >= 4 ? words.lastIndexOf(name) : -1;
      return at < 0 ? [] : [{ index, table, name, at }];
    })
    .toSorted((a, b) => b.at + b.name.length - a.at - a.name.length || b.name.length - a.name.length);
  const [first, second] = named;
  if (first) return second?.name === first.name ? null : first;
  const departments = assessed.filter((a) => a.table.form === 'department-performance');
  const ofDepartment =
    fact.kind === 'score' && /(?:部门整体|整体支出|部门)(?:支出)?(?:绩效)?自评/u.test(bare(sentence.plain.slice(0, start)));
  return ofDepartment && departments.length === 1 ? (departments[0] ?? null) : null;
}

function compare(fact: Fact, { index, table }: Assessment, concept: string, columns: readonly string[]): Finding[] {
  const rows = table.rows.filter((r) => r.concept === concept);
  const [row] = rows;
  if (!row || rows.length > 1) return [];
  const isScore = fact.kind === 'score';
  const { quantity: told, sentence, start } = fact.mention;
  const { unit } = table;
  const read = isScore ? (digits: string) => count(digits, '分') : unit && ((digits: string) => money(digits, unit));
  const cells = read ? columns.flatMap((column) => cellOf(row, column, read)) : [];
  const [cell] = cells;
  if (!cell || cells.some((c) => gap(around(c.printed), around(told)).isZero())) return [];
  const off = told.value.minus(cell.printed.value);
  const what = isScore ? '自评得分' : columns[0] === 'executed' ? '执行数' : '预算数';
  const name = table.fields['项目名称'] || '部门整体支出';
  return [
    proseFinding(sentence, start, {
      rule: isScore ? 'PROSE-SCORE' : 'PROSE-AMOUNT',
      severity: off.abs().gt(told.step) ? 'error' : 'warning',
      verdict: 'publisher',
      message: `文中称“${name}”${what}${say(told)}，绩效自评表中为${say(cell.printed)}。`,
      expected: cell.printed.digits,
      found: told.digits,
      difference: told.unit === cell.printed.unit ? toPrintedUnit(off, told).toFixed() : null,
      tolerance: '0',
      cells: [{ table: index, row: table.rows.indexOf(row), column: cell.column, page: cell.page, box: cell.box }],
    }),
  ];
}

function cellOf(row: DisclosureRow, column: string, read: (digits: string) => Quantity) {
  const cell = row.cells[column];
  return cell?.value == null ? [] : [{ column, page: cell.page, box: cell.box, printed: read(cell.value) }];
}
