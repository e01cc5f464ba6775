import { say } from '../base/language.js';
import { notPrinted, STATUSES } from '../emit/words.js';
import type { ComparedValue } from '../indicators/compared.js';

type Printed = Pick<ComparedValue, 'text' | 'value' | 'unit' | 'status'>;

/** A status as people read it; empty for the status of text. */
export function statusInWords(status: ComparedValue['status']): string {
  if (status === 'told') return say('文字所述', 'told by the text');
  return status === null ? '' : STATUSES[status].name;
}

/** What stands behind a figure: what makes it doubtful, or less sure than the others; nothing else. */
export function markOf({ status }: Pick<ComparedValue, 'status'>): string {
  const isPlain = status === null || status === 'proved' || status === 'uncontradicted';
  return isPlain ? '' : say(`（${statusInWords(status)}）`, ` (${statusInWords(status)})`);
}

export const unitUnknown = (): string => say('（单位未印）', ' (no unit printed)');

/** 395.87万元, 1,2?4.00万元（无法识读）: as printed, with its unit and its mark. */
export function asPrinted(value: Printed | null | undefined): string {
  if (!value) return notPrinted();
  return `${value.text}${value.unit ?? unitUnknown()}${markOf(value)}`;
}
