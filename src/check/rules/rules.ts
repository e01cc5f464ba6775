import type { DocumentFamily } from '../../../extractors/family.js';
import type { RuleDeclaration } from '../../../extractors/rule.js';
import { proseRules } from '../../../extractors/shared/prose-rules.js';
import { wordingRules } from '../../../extractors/shared/wording-rules.js';
import { readingRules } from '../../model/reading-rules.js';
import { codeRules } from '../codes/rules.js';
import { formsOf } from './forms-of.js';

/** A rule as the catalogue prints it. */
export interface CatalogueRule extends RuleDeclaration {
  /** The ids of the forms it holds for, in the family's order; empty where it is not about a form. */
  readonly forms: readonly string[];
  readonly years: string;
}

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly CatalogueRule[];
}

const EVERY_YEAR = '各年';

const toCatalogue = (rule: RuleDeclaration, family: DocumentFamily): CatalogueRule => ({
  forms: formsOf(rule, family),
  years: rule.years ?? EVERY_YEAR,
  id: rule.id,
  title: rule.title,
  formula: rule.formula,
});

/** The rules that hold for documents of a family, by what they speak of, in the order people read them. */
export function rulesOf(family: DocumentFamily): RuleGroup[] {
  const group = (title: string, rules: readonly RuleDeclaration[]): RuleGroup => ({
    title,
    rules: rules.map((rule) => toCatalogue(rule, family)),
  });
  return [
    group('表内与表间勾稽', family.rules),
    group('科目编码与名称', codeRules),
    group('文字与表', proseRules),
    group('文字问题', wordingRules),
    group('识读', readingRules),
  ];
}
