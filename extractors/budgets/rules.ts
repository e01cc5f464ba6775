import { CODE_SUM, COLUMN_SUM, ROW_SUM, UNIT_PLAUSIBLE } from '../shared/rules.js';

/** What must agree in and between the tables of budgets, in the order people read it. */
export const budgetRules = [ROW_SUM, COLUMN_SUM, CODE_SUM, UNIT_PLAUSIBLE] as const;
