import { isWording } from '../../extractors/shared/wording-rules.js';
import type { Disclosure, DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import type { Judgement } from '../../schemas/triage.js';
import type { JudgedFindings } from '../triage/judged.js';

export type ValueStatus = NonNullable<DisclosureValue['status']>;

/** What everything that people read calls a status (command line, review, workbook, reports, docs), and what it means to a reader. */
export const STATUSES: Readonly<Record<ValueStatus, { readonly name: string; readonly means: string }>> = {
  proved: { name: '勾稽证实', means: '与其他非零印刷数值构成的恒等式成立' },
  uncontradicted: { name: '未见矛盾', means: '没有佐证，也没有矛盾' },
  contradicted: { name: '有矛盾', means: '与其他印刷数值或文字说明不符' },
  unreadable: { name: '无法识读', means: '印刷不清或两次识读不一致，请看原件' },
  unchecked: { name: '未核对', means: '表格结构是推定的，又没有勾稽关系可以证明' },
  corrected: { name: '已更正', means: '有人对照原件更正过' },
};

/** Said of a figure that people look for, where a document does not print it. */
export const NOT_PRINTED = '未印';

export const STATUS_NAMES = Object.keys(STATUSES) as readonly ValueStatus[];

/** How many values of these tables have each status. */
export function countStatuses(tables: readonly DisclosureTable[]): Readonly<Record<ValueStatus, number>> {
  const counts: Record<ValueStatus, number> = { proved: 0, uncontradicted: 0, contradicted: 0, unreadable: 0, unchecked: 0, corrected: 0 };
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      for (const { status } of Object.values(cells)) if (status !== null) counts[status] += 1;
    }
  }
  return counts;
}

/** What was read before a person corrected it, why, and by whom; null for all other values. */
export function correctionInWords({ correction }: Pick<DisclosureValue, 'correction'>): string | null {
  if (!correction) return null;
  return `原读作${correction.was === null || correction.was === '' ? '空白' : `「${correction.was}」`}；${correction.reason}（${correction.by}）`;
}

export const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { error: '错误', warning: '提醒', info: '说明' };

export const VERDICTS: Readonly<Record<Finding['verdict'], string>> = {
  rounding: '四舍五入',
  publisher: '原件如此',
  reading: '识读存疑',
  unknown: '原因不明',
};

/** What a person may think of a finding. */
export const JUDGEMENTS: Readonly<Record<Judgement['state'], string>> = {
  confirmed: '属实',
  dismissed: '误报',
  check: '待核',
  ask: '待问',
};

/** 属实（张三，2026-01-31）; empty where nobody has judged it. */
export function judgementInWords(judgement: Pick<Judgement, 'state' | 'by' | 'on'> | null): string {
  return judgement === null ? '' : `${JUDGEMENTS[judgement.state]}（${[judgement.by, judgement.on].filter(Boolean).join('，')}）`;
}

/** 判定：属实 1 条，误报 2 条；另有 1 条判定的问题已不在; null where nobody has judged anything. */
export function judgedInWords({ judgements, gone, problem }: JudgedFindings): string | null {
  if (problem !== null) return problem;
  const counts = Object.entries(JUDGEMENTS).flatMap(([state, name]) => {
    const count = [...judgements.values()].filter((judgement) => judgement.state === state).length;
    return count === 0 ? [] : [`${name} ${count} 条`];
  });
  if (gone.length > 0) counts.push(`另有 ${gone.length} 条判定的问题现已不在，判定仍在判定文件中`);
  return counts.length === 0 ? null : `判定：${counts.join('，')}。`;
}

/** What is wrong with words alone: the last of the levels. */
export const WORDING = '文字问题';

/** What tells the level of a finding. */
type Levelled = Pick<Finding, 'rule' | 'severity'>;

/** The level of a finding as people read it: that of its severity, or 文字问题. */
export const levelOf = (finding: Levelled): string => (isWording(finding) ? WORDING : SEVERITIES[finding.severity]);

/** How many findings there are of each level, the most severe first; 文字问题 are counted where there are any. */
export function levelCounts(findings: readonly Levelled[]): readonly { readonly name: string; readonly count: number }[] {
  const counts = [...Object.values(SEVERITIES), WORDING].map((name) => ({
    name,
    count: findings.filter((each) => levelOf(each) === name).length,
  }));
  return counts.filter(({ name, count }) => name !== WORDING || count > 0);
}

/** 错误 1 处，提醒 2 处，说明 0 处: how many findings there are of each level. */
export const countsInWords = (findings: readonly Levelled[]): string =>
  levelCounts(findings)
    .map(({ name, count }) => `${name} ${count} 处`)
    .join('，');

/** The most severe first, 文字问题 last, otherwise in the order of the document. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const order = [...Object.values(SEVERITIES), WORDING];
  return findings.toSorted((a, b) => order.indexOf(levelOf(a)) - order.indexOf(levelOf(b)));
}

/** How much of a document was read, as all files and pages call it. */
export const OUTCOMES: Readonly<Record<Disclosure['outcome']['status'], string>> = {
  ok: '全部读出',
  partial: '部分页未能读出',
  failed: '未能提取',
};

/** The same with its reasons. */
export function outcomeInWords({ outcome, pages }: Disclosure): string {
  const unread = pages.filter((page) => page.reason !== null).map((page) => `第 ${page.number} 页（${page.reason}）`);
  const reason = outcome.reason === null ? '' : `（${outcome.reason}）`;
  return `${OUTCOMES[outcome.status]}${reason}${outcome.message === null ? '' : `　${outcome.message}`}${unread.length === 0 ? '' : `　${unread.join('、')}`}`;
}

/** Whether there was anything to check: a table of a known form, with figures. All others are kept as they are printed. */
export const wasChecked = ({ tables }: Pick<Disclosure, 'tables'>): boolean =>
  tables.some(({ form, rows }) => form !== 'other' && rows.some(({ cells }) => Object.values(cells).some(({ status }) => status !== null)));

/** What is said of a document that has neither errors nor warnings: how far it was checked at all. */
export function nothingFound(disclosure: Pick<Disclosure, 'tables'>): string {
  const { tables } = disclosure;
  if (!wasChecked(disclosure)) {
    return `${STATUSES.unchecked.name}：${tables.length === 0 ? '没有读到表' : '没有读到印有数值的已知决算表或预算表'}，无从核对。`;
  }
  const { proved } = countStatuses(tables);
  const proof = proved === 0 ? '没有一个数值由勾稽证实' : `${proved} 个数值由勾稽证实`;
  return `没有发现错误，也没有提醒；${proof}，其余见各数值的状态。`;
}

/** What is promised of the values. */
export function promise({ tables }: Disclosure): string {
  const isCorrected = countStatuses(tables).corrected > 0;
  return `数值照原样，从不改动${isCorrected ? `（标为“${STATUSES.corrected.name}”者除外，原读数与理由一并注明）` : ''}。`;
}

/** The lines below a table. The statement of an empty one is often one of its notes already. */
export function notesBelow({ empty, notes }: DisclosureTable): readonly string[] {
  const statement = empty?.statement ?? null;
  return statement === null || notes.includes(statement) ? notes : [...notes, statement];
}
