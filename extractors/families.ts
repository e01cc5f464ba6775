import type { DocumentFamily, DocumentNames } from './family.js';
import { finalAccounts } from './final-accounts/family.js';

/** Every family of documents whose tables are read. A new family is a folder beside this file and a line here. */
export const families: readonly DocumentFamily[] = [finalAccounts];

/** Documents that are told apart by their names though no family reads their tables yet. */
export const namedOnly: readonly DocumentNames[] = [{ account: '预算', kinds: ['部门预算', '单位预算'] }];

/** What every document that is told apart is called. */
export const documentNames: readonly DocumentNames[] = [...families, ...namedOnly];

/** In place of a form's id: a table of no known form. */
export const OTHER = 'other';
