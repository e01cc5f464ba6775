import { say } from '../base/language.js';
import { ACCOUNT_RULES } from './rules/accounts.js';
import { BUDGET_RULES } from './rules/budgets.js';
import { CODE_RULES } from './rules/codes.js';
import { DOCUMENT_RULES } from './rules/documents.js';
import { PROSE_RULES } from './rules/prose.js';
import { READING_RULES } from './rules/reading.js';
import type { EnglishRule, EnglishRules } from './rules/rule.js';
import { WORDING_RULES } from './rules/wording.js';

/** Every rule that a finding may have, in English. */
export const ENGLISH_RULES: EnglishRules = {
  ...ACCOUNT_RULES,
  ...BUDGET_RULES,
  ...CODE_RULES,
  ...PROSE_RULES,
  ...WORDING_RULES,
  ...READING_RULES,
  ...DOCUMENT_RULES,
};

/** Undefined where there is none: a result may be of another version. */
export const englishRule = (id: string): EnglishRule | undefined => (Object.hasOwn(ENGLISH_RULES, id) ? ENGLISH_RULES[id] : undefined);

/** What a rule is called and asks for, in the language that is spoken. */
export const ruleInWords = (rule: {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
}): Pick<EnglishRule, 'title' | 'formula'> => say<Pick<EnglishRule, 'title' | 'formula'>>(rule, englishRule(rule.id) ?? rule);
