/** The twelve amounts of a “三公” row: six 预算数, six 决算数. */
import { type ThreePublic, threePublicTotal, vehicles } from '../accounts/account.js';
import { type Print, printed } from '../accounts/amount.js';
import type { BudgetAndFinal } from './three-public.js';

export function budgetAndFinalTexts({ budget, final }: BudgetAndFinal, print: Print): string[] {
  return [budget, final].flatMap((items) => sixAmounts(items).map((amount) => printed(amount, print)));
}

function sixAmounts(items: ThreePublic) {
  return [threePublicTotal(items), items.abroad, vehicles(items), items.purchase, items.operation, items.reception];
}
