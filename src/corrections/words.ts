import type { Correction } from '../../schemas/corrections.js';
import { say, spoken } from '../base/language.js';

/** Characters of a text that a message quotes. */
const LONGEST = 40;

/** 「395.87」, or 空白 for what is blank: for results, which are Chinese. */
export function quoted(text: string | null): string {
  if (text === null || text === '') return '空白';
  return `「${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}」`;
}

const KINDS = spoken({ cell: ['单元格', 'cell'], row: ['行', 'row'], table: ['表', 'table'] });

/** 第9页单元格; of a document without pages: 收入支出决算总表!C7所在的行. */
function placeInWords(correction: Correction): string {
  const { kind, page } = correction;
  if (!('ref' in correction)) return say(`第${page}页${KINDS[kind]}`, `${KINDS[kind]} on p. ${page}`);
  return kind === 'cell'
    ? say(`${correction.ref}${KINDS[kind]}`, `${KINDS[kind]} ${correction.ref}`)
    : say(`${correction.ref}所在的${KINDS[kind]}`, `${KINDS[kind]} of ${correction.ref}`);
}

/** 第9页单元格，「395.87」改为「307.87」 */
export function correctionInWords(correction: Correction): string {
  const changes = changesOf(correction).map(({ was, now }) => changeInWords(was, now));
  return say(`${placeInWords(correction)}，${changes.join('，')}`, `${placeInWords(correction)}: ${changes.join(', ')}`);
}

const changeInWords = (was: string | null, now: string | null): string =>
  say(`${quoted(was)}改为${quoted(now)}`, `${was ? quoted(was) : 'blank'} becomes ${now ? quoted(now) : 'blank'}`);

/** What a correction changes, part by part. */
function changesOf(correction: Correction): { was: string | null; now: string | null }[] {
  if (correction.kind === 'cell') return [{ was: correction.was.text, now: correction.now.text }];
  const was: Readonly<Record<string, string | null>> = correction.was;
  return Object.entries(correction.now).map(([part, now]) => ({ was: was[part] ?? null, now: now ?? null }));
}
