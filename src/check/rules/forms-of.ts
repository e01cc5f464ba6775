import type { Claim } from '../../../extractors/claims.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import type { FormDeclaration } from '../../../extractors/form.js';
import type { RuleDeclaration } from '../../../extractors/rule.js';
import { UNIT_PLAUSIBLE } from '../../../extractors/shared/rules.js';

/** The forms of a family that declare a rule, by their ids in the family's order; none for a rule that no form declares. */
export function formsOf(rule: RuleDeclaration, { forms, between }: DocumentFamily): string[] {
  if (rule.id === UNIT_PLAUSIBLE.id) return forms.filter(({ kind }) => kind === 'account').map(({ id }) => id);
  const within = forms.filter((form) => rulesOf(form).some(({ id }) => id === rule.id)).map(({ id }) => id);
  const claims = between.filter((each) => each.rule.id === rule.id).flatMap((each) => each.claims);
  const named = new Set([...within, ...claims.flatMap(formsIn)]);
  return forms.map(({ id }) => id).filter((id) => named.has(id));
}

/** The rules that a form declares for what it prints itself. */
const rulesOf = ({ identities, ratios, points }: FormDeclaration): RuleDeclaration[] =>
  [...identities, ...ratios, ...(points ? [points] : [])].map(({ rule }) => rule);

function formsIn(claim: Claim): string[] {
  switch (claim.over) {
    case 'figures':
    case 'either':
    case 'split':
      return [claim.left, claim.right].flat(2).map((source) => source.form);
    case 'categories':
      return [claim.summary.form, claim.detail.form];
    case 'part':
      return [...claim.part, ...claim.whole].map((source) => source.form);
    case 'contained-codes':
      return [claim.part, claim.whole];
    case 'codes-without-balances':
      return [claim.summary.form, claim.left.form, claim.right.form];
  }
}
