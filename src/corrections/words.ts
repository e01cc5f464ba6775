import type { Correction } from '../../schemas/corrections.js';

/** Characters of a text that a message quotes. */
const LONGEST = 40;

/** 「395.87」, or 空白 for what is blank. */
export function quoted(text: string | null): string {
  if (text === null || text === '') return '空白';
  return `「${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}」`;
}

const KINDS = { cell: '单元格', row: '行', table: '表' } as const;

/** 第9页单元格; of a document without pages: 收入支出决算总表!C7所在的行. */
function placeInWords(correction: Correction): string {
  const { kind, page } = correction;
  if (!('ref' in correction)) return `第${page}页${KINDS[kind]}`;
  return `${correction.ref}${kind === 'cell' ? '' : '所在的'}${KINDS[kind]}`;
}

/** 第9页单元格，「395.87」改为「307.87」 */
export function correctionInWords(correction: Correction): string {
  const changes = changesOf(correction).map(({ was, now }) => `${quoted(was)}改为${quoted(now)}`);
  return `${placeInWords(correction)}，${changes.join('，')}`;
}

/** What a correction changes, part by part. */
function changesOf(correction: Correction): { was: string | null; now: string | null }[] {
  if (correction.kind === 'cell') return [{ was: correction.was.text, now: correction.now.text }];
  const was: Readonly<Record<string, string | null>> = correction.was;
  return Object.entries(correction.now).map(([part, now]) => ({ was: was[part] ?? null, now: now ?? null }));
}
