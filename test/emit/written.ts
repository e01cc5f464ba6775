import { presentation } from '../../extractors/final-accounts/presentation.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { toHtml } from '../../src/emit/html/html.js';
import { detailRows, sumsWithin } from '../../src/emit/identities-from-check.js';
import { toXlsx } from '../../src/emit/xlsx/xlsx.js';
import type { Pictures } from '../../src/picture/pictures.js';

export const xlsxOf = (disclosure: Disclosure): Uint8Array => toXlsx(disclosure, { presentation, sums: sumsWithin(disclosure.tables) });

export const htmlOf = (disclosure: Disclosure, pictures: Pictures | null = null): Promise<string> =>
  toHtml(disclosure, { presentation, detailRows, pictures });
