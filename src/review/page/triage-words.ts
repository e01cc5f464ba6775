import type { TriageState } from '../../../schemas/triage.js';
import type { Lang } from './words.js';

/** The states in the order of their keys, 1 to 4. */
export const STATES: readonly TriageState[] = ['confirmed', 'dismissed', 'check', 'ask'];

const zh = {
  states: { confirmed: '属实', dismissed: '误报', check: '待核', ask: '待问' } satisfies Record<TriageState, string>,
  judge: '判定',
  note: '备注',
  noteHint: '例如：已电话核实，部门称系笔误',
  group: (count: number) => `同类${count}条一并判定`,
  equal: (count: number) => `同类${count}条`,
  unfold: '展开',
  fold: '收起',
  judged: (state: string, count: number) => (count === 1 ? `已判为${state}` : `${count}条已判为${state}`),
  cleared: (count: number) => (count === 1 ? '已取消判定' : `${count}条已取消判定`),
  noted: '备注已保存',
  undone: '已撤回',
  redone: '已重做',
  nothingToUndo: '没有可撤回的改动',
  nothingToRedo: '没有可重做的改动',
  elsewhere: '判定已在别处改动，已重新载入。',
  gone: (count: number) => `判定过、现已不在的问题${count}条（判定仍保留）`,
  severity: '级别',
  rule: '规则',
  table: '表',
  state: '判定',
  all: '全部',
  unjudged: '未判',
  anyJudged: '已判',
  noneShown: '没有符合筛选条件的问题',
  search: '在所有打开的文件中查找',
  searchHint: '查找问题、表中的行、句子',
  kinds: { finding: '问题', row: '行', sentence: '原文' },
  found: (shown: number, more: number) => (more > 0 ? `找到${shown + more}处，列出${shown}处` : `找到${shown}处`),
  unread: (count: number) => `，另有${count}份文件未打开，不在其内`,
  story: '导出报道',
  storyOf: (count: number) => `导出报道（属实${count}条）`,
  saveJudgements: '判定存在文件旁的 .triage.json',
  places: '两处对照',
  at: (words: string, page: string) => `${words}（${page}）`,
  noEvidence: '此处不能截图',
  noAddress: '网址所指的文件或位置不在这里。',
};

type TriageWords = typeof zh;

const en: TriageWords = {
  states: { confirmed: 'Holds', dismissed: 'False alarm', check: 'To check', ask: 'To ask' },
  judge: 'Judgement',
  note: 'Note',
  noteHint: 'for example: asked by telephone, a slip of the pen',
  group: (count) => `all ${count} equal findings`,
  equal: (count) => `${count} equal`,
  unfold: 'Show',
  fold: 'Fold',
  judged: (state, count) => (count === 1 ? `Judged: ${state}` : `${count} judged: ${state}`),
  cleared: (count) => (count === 1 ? 'No longer judged' : `${count} no longer judged`),
  noted: 'The note is saved',
  undone: 'Undone',
  redone: 'Done again',
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to do again',
  elsewhere: 'Judged elsewhere meanwhile: reloaded.',
  gone: (count) => `${count} judged findings are there no more (their judgements are kept)`,
  severity: 'Severity',
  rule: 'Rule',
  table: 'Table',
  state: 'Judgement',
  all: 'all',
  unjudged: 'not judged',
  anyJudged: 'judged',
  noneShown: 'No finding passes the filters',
  search: 'Search all documents that are open',
  searchHint: 'Search findings, rows, sentences',
  kinds: { finding: 'Finding', row: 'Row', sentence: 'Sentence' },
  found: (shown, more) => (more > 0 ? `${shown + more} places, ${shown} of them listed` : `${shown} places`),
  unread: (count) => `, without ${count} documents that are not open`,
  story: 'Save the story',
  storyOf: (count) => `Save the story (${count})`,
  saveJudgements: 'Judgements are kept beside the document, in .triage.json',
  places: 'Both places',
  at: (words, page) => `${words} (${page})`,
  noEvidence: 'No picture of this place',
  noAddress: 'The document or place of the address is not here.',
};

const WORDS: Readonly<Record<Lang, TriageWords>> = { zh, en };

/** The words about judgements in a language. */
export const triageWords = (lang: Lang): TriageWords => WORDS[lang];
