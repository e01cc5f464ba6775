import type { PrintedTable } from '../model/printed.js';
import { parseAmount } from '../normalize/amount.js';
import type { Layout } from '../rebuild/rebuild.js';

/** What a template has where a name or a year is to be written: XX局, ××县, 某某局, 20XX年. */
const BLANK_TO_FILL =
  /(?:[XxＸｘ×✕]{2,}|某某|[○〇]{2,})(?:[省市县区]|[^\s\p{P}]{0,8}?(?:局|委|办|厅|院|校|中心|部门|单位|机关))|20[XxＸｘ×✕]{2}年/u;

/**
 * The words that show that a document is a template nobody filled in: none of its known tables holds a figure other than 0, and a name or a
 * year is left to be written. Null for any other document: an office without money may print nothing but zeros.
 */
export function wordsOfTemplate({ lines, furniture }: Layout, tables: readonly PrintedTable[]): string | null {
  const known = tables.filter(({ declaration }) => declaration);
  if (known.some(({ rows }) => rows.some(({ cells }) => [...cells.values()].some(({ text }) => isFigure(text))))) return null;
  const captions = known.flatMap(({ caption }) => caption.lines);
  for (const { text } of [...lines, ...furniture, ...captions]) {
    const [found] = BLANK_TO_FILL.exec(text.replace(/\s/gu, '')) ?? [];
    if (found !== undefined) return found;
  }
  return null;
}

/** A number other than 0, or print that may be one. */
function isFigure(text: string): boolean {
  const amount = parseAmount(text);
  return amount.kind === 'number' ? !/^-?0*(?:\.0*)?$/u.test(amount.value) : /[1-9]/u.test(text);
}
