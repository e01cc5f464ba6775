import type { Disclosure } from '../../../schemas/disclosure.js';
import { say } from '../../base/language.js';

/** Whose account a document is, of which year; the file's name where it does not say. */
export function titleOf({ document, source }: Disclosure): string {
  return [document.department ?? source.name, document.year === null ? '' : say(`${document.year} 年度`, String(document.year))]
    .filter(Boolean)
    .join('　');
}
