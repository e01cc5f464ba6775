import { NOT_PRINTED, STATUSES } from '../emit/words.js';
import type { ComparedValue } from '../indicators/compared.js';

type Printed = Pick<ComparedValue, 'text' | 'value' | 'unit' | 'status'>;

/** A status as people read it; empty for the status of text. */
export function statusInWords(status: ComparedValue['status']): string {
  if (status === 'told') return '文字所述';
  return status === null ? '' : STATUSES[status].name;
}

/** What stands behind a figure: what makes it doubtful, or less sure than the others; nothing else. */
export function markOf({ status }: Pick<ComparedValue, 'status'>): string {
  const isPlain = status === null || status === 'proved' || status === 'uncontradicted';
  return isPlain ? '' : `（${statusInWords(status)}）`;
}

/** 395.87万元, 1,2?4.00万元（无法识读）: as printed, with its unit and its mark. */
export function asPrinted(value: Printed | null | undefined): string {
  if (!value) return NOT_PRINTED;
  return `${value.text}${value.unit ?? '（单位未印）'}${markOf(value)}`;
}
