import { isWording } from '../../extractors/shared/wording-rules.js';
import type { Disclosure, DisclosureTable, DisclosureValue, Finding } from '../../schemas/disclosure.js';
import type { Judgement } from '../../schemas/triage.js';
import { say, spoken } from '../base/language.js';
import type { JudgedFindings } from '../triage/judged.js';

export type ValueStatus = NonNullable<DisclosureValue['status']>;

/** What everything that people read calls a status (command line, review, workbook, reports, docs), and what it means to a reader. */
export const STATUSES: Readonly<Record<ValueStatus, { readonly name: string; readonly means: string }>> = {
  proved: spoken({
    name: ['勾稽证实', 'proved'],
    means: ['与其他非零印刷数值构成的恒等式成立', 'an identity with other printed values that are not zero holds'],
  }),
  uncontradicted: spoken({
    name: ['未见矛盾', 'uncontradicted'],
    means: ['没有佐证，也没有矛盾', 'no identity confirms or breaks it'],
  }),
  contradicted: spoken({
    name: ['有矛盾', 'contradicted'],
    means: ['与其他印刷数值或文字说明不符', 'it disagrees with other printed values, or with the prose'],
  }),
  unreadable: spoken({
    name: ['无法识读', 'unreadable'],
    means: ['印刷不清或两次识读不一致，请看原件', 'the print is not clear, or two readings differ: look at the original'],
  }),
  unchecked: spoken({
    name: ['未核对', 'unchecked'],
    means: ['表格结构是推定的，又没有勾稽关系可以证明', 'the structure of its table is inferred, and no identity proves it'],
  }),
  corrected: spoken({
    name: ['已更正', 'corrected'],
    means: ['有人对照原件更正过', 'a person compared it with the original and corrected it'],
  }),
};

/** Said of a figure that people look for, where a document does not print it. */
export const notPrinted = (): string => say('未印', 'not printed');

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
  const { reason, by } = correction;
  const was = correction.was === null || correction.was === '' ? null : `「${correction.was}」`;
  return say(`原读作${was ?? '空白'}；${reason}（${by}）`, `was read as ${was ?? 'blank'}; ${reason} (${by})`);
}

export const SEVERITIES: Readonly<Record<Finding['severity'], string>> = spoken({
  error: ['错误', 'Error'],
  warning: ['提醒', 'Warning'],
  info: ['说明', 'Note'],
});

export const VERDICTS: Readonly<Record<Finding['verdict'], string>> = spoken({
  rounding: ['四舍五入', 'rounding'],
  publisher: ['原件如此', 'printed so'],
  reading: ['识读存疑', 'reading in doubt'],
  unknown: ['原因不明', 'cause unknown'],
});

/** What a person thinks of a finding. */
export const JUDGEMENTS: Readonly<Record<Judgement['state'], string>> = spoken({
  confirmed: ['属实', 'Holds'],
  dismissed: ['误报', 'False alarm'],
  check: ['待核', 'To check'],
  ask: ['待问', 'To ask'],
});

/** 属实（张三，2026-01-31）; empty where nobody has judged it. */
export function judgementInWords(judgement: Pick<Judgement, 'state' | 'by' | 'on'> | null): string {
  if (judgement === null) return '';
  const who = [judgement.by, judgement.on].filter(Boolean).join(say('，', ', '));
  return JUDGEMENTS[judgement.state] + say(`（${who}）`, ` (${who})`);
}

/** 判定：属实 1 条，误报 2 条；另有 1 条判定的问题已不在; null where nobody has judged anything. */
export function judgedInWords({ judgements, gone, problem }: JudgedFindings): string | null {
  if (problem !== null) return problem;
  const counts = Object.entries(JUDGEMENTS).flatMap(([state, name]) => {
    const count = [...judgements.values()].filter((judgement) => judgement.state === state).length;
    return count === 0 ? [] : [say(`${name} ${count} 条`, `${name}: ${count}`)];
  });
  if (gone.length > 0)
    counts.push(
      say(
        `另有 ${gone.length} 条判定的问题现已不在，判定仍在判定文件中`,
        `findings that were judged and are there no more: ${gone.length}, their judgements are kept`,
      ),
    );
  return counts.length === 0 ? null : say(`判定：${counts.join('，')}。`, `Judgements: ${counts.join(', ')}.`);
}

/** What is wrong with words alone: the last of the levels. */
export const wordingName = (): string => say('文字问题', 'Wording');

/** What tells the level of a finding. */
type Levelled = Pick<Finding, 'rule' | 'severity'>;

/** The level of a finding as people read it: that of its severity, or 文字问题. */
export const levelOf = (finding: Levelled): string => (isWording(finding) ? wordingName() : SEVERITIES[finding.severity]);

/** How many findings there are of each level, the most severe first; 文字问题 are counted where there are any. */
export function levelCounts(findings: readonly Levelled[]): readonly { readonly name: string; readonly count: number }[] {
  const counts = [...Object.values(SEVERITIES), wordingName()].map((name) => ({
    name,
    count: findings.filter((each) => levelOf(each) === name).length,
  }));
  return counts.filter(({ name, count }) => name !== wordingName() || count > 0);
}

/** 错误 1 处，提醒 2 处，说明 0 处: how many findings there are of each level. */
export const countsInWords = (findings: readonly Levelled[]): string =>
  levelCounts(findings)
    .map(({ name, count }) => say(`${name} ${count} 处`, `${name}: ${count}`))
    .join(say('，', ', '));

/** The most severe first, 文字问题 last, otherwise in the order of the document. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const order = [...Object.values(SEVERITIES), wordingName()];
  return findings.toSorted((a, b) => order.indexOf(levelOf(a)) - order.indexOf(levelOf(b)));
}

/** How much of a document was read, as all files and pages call it. */
export const OUTCOMES: Readonly<Record<Disclosure['outcome']['status'], string>> = spoken({
  ok: ['全部读出', 'all read'],
  partial: ['部分页未能读出', 'some pages not read'],
  failed: ['未能提取', 'not extracted'],
});

/** The same with its reasons. */
export function outcomeInWords({ outcome, pages }: Disclosure): string {
  const unread = pages.filter((page) => page.reason !== null).map(unreadPage);
  const reason = outcome.reason === null ? '' : say(`（${outcome.reason}）`, ` (${outcome.reason})`);
  return `${OUTCOMES[outcome.status]}${reason}${outcome.message === null ? '' : `　${outcome.message}`}${unread.length === 0 ? '' : `　${unread.join(say('、', ', '))}`}`;
}

const unreadPage = ({ number, reason }: Disclosure['pages'][number]): string =>
  say(`第 ${number} 页（${reason}）`, `page ${number} (${reason})`);

/** Whether there was anything to check: a table of a known form, with figures. All others are kept as they are printed. */
export const wasChecked = ({ tables }: Pick<Disclosure, 'tables'>): boolean =>
  tables.some(({ form, rows }) => form !== 'other' && rows.some(({ cells }) => Object.values(cells).some(({ status }) => status !== null)));

/** What is said of a document that has neither errors nor warnings: how far it was checked at all. */
export function nothingFound(disclosure: Pick<Disclosure, 'tables'>): string {
  const { tables } = disclosure;
  if (!wasChecked(disclosure)) {
    return tables.length === 0
      ? say('未核对：没有读到表，无从核对。', 'Not checked: no table was read.')
      : say('未核对：没有读到印有数值的已知决算表或预算表，无从核对。', 'Not checked: no table of a known form with figures was read.');
  }
  const { proved } = countStatuses(tables);
  const proof = proved === 0 ? '没有一个数值由勾稽证实' : `${proved} 个数值由勾稽证实`;
  return say(
    `没有发现错误，也没有提醒；${proof}，其余见各数值的状态。`,
    `No errors and no warnings were found; ${proved === 0 ? 'no value is proved' : `${proved} values are proved`}, the others have their status.`,
  );
}

/** What is promised of the values. */
export function promise({ tables }: Disclosure): string {
  const isCorrected = countStatuses(tables).corrected > 0;
  return say(
    `数值照原样，从不改动${isCorrected ? `（标为“${STATUSES.corrected.name}”者除外，原读数与理由一并注明）` : ''}。`,
    `Values are as printed and never changed${isCorrected ? ` (but those marked “${STATUSES.corrected.name}”, with what was read and why)` : ''}. `,
  );
}

/** The lines below a table. The statement of an empty one is often one of its notes already. */
export function notesBelow({ empty, notes }: DisclosureTable): readonly string[] {
  const statement = empty?.statement ?? null;
  return statement === null || notes.includes(statement) ? notes : [...notes, statement];
}
