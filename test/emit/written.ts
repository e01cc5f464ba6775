import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { checkTables } from '../../src/check/check.js';
import type { WrittenDocument } from '../../src/emit/document.js';
import { toHtml } from '../../src/emit/html/html.js';
import { toXlsx } from '../../src/emit/xlsx/xlsx.js';
import type { Pictures } from '../../src/picture/pictures.js';
import { type JudgedFindings, NOT_JUDGED } from '../../src/triage/judged.js';

/** A result with what the pipeline hands on beside it. */
export function written(disclosure: Disclosure, judged: JudgedFindings = NOT_JUDGED): WrittenDocument {
  const { sums, detailRows } = checkTables(disclosure.tables, finalAccounts);
  return { disclosure, family: finalAccounts, sums: sums(), detailRows, judged };
}

export const xlsxOf = (disclosure: Disclosure, judged?: JudgedFindings): Uint8Array => toXlsx(written(disclosure, judged));

export const htmlOf = (disclosure: Disclosure, pictures: Pictures | null = null, judged?: JudgedFindings): Promise<string> =>
  toHtml(written(disclosure, judged), pictures);
