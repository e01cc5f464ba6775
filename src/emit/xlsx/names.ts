import { type DocumentFamily, formName } from '../../../extractors/family.js';
import type { DisclosureTable } from '../../../schemas/disclosure.js';

/** UTF-16 units. Excel refuses longer names. */
const LONGEST = 31;

/** What Excel refuses in a sheet's name, and what XML cannot carry. */
const REFUSED = /[[\]:*?/\\\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

/** One name per table, such as `01 收入支出决算总表`: numbered in document order, so that no two are equal. */
export function sheetNames(tables: readonly DisclosureTable[], family: DocumentFamily): string[] {
  const digits = Math.max(2, String(tables.length).length);
  return tables.map((table, index) => {
    const title = clean(table.title ?? '') || formName(table.form, [family]);
    return cut(`${String(index + 1).padStart(digits, '0')} ${title}`);
  });
}

function clean(title: string): string {
  return title.replace(REFUSED, '').replace(/\s+/g, '');
}

function cut(name: string): string {
  let fitting = '';
  for (const character of name) {
    if (fitting.length + character.length > LONGEST) break;
    fitting += character;
  }
  // Excel refuses an apostrophe at either end.
  return fitting.replace(/'+$/, '');
}
