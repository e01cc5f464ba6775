import { budgets } from './budgets/family.js';
import type { DocumentFamily } from './family.js';
import { finalAccounts } from './final-accounts/family.js';

/** Every family of documents whose tables are read. A new family is a folder beside this file and a line here. */
export const families: readonly DocumentFamily[] = [finalAccounts, budgets];

/** In place of a form's id: a table of no known form. */
export const OTHER = 'other';
