import { type Command, Option } from 'commander';
import { families } from '../../extractors/families.js';
import type { DocumentFamily } from '../../extractors/family.js';
import { inLanguage, type Language, say } from '../base/language.js';
import { formTitles } from '../check/rules/formula.js';
import { rulesMarkdown } from '../check/rules/markdown.js';
import { type CatalogueRule, rulesOf } from '../check/rules/rules.js';
import { ruleInWords } from '../english/rules.js';
import { termInWords } from '../english/terms.js';
import { languageOption } from './language.js';

const FORMATS = { text: rulesText, markdown: rulesMarkdown, json: rulesJson } as const;

/** `juesuan rules`: what the checks look at. `npm run rules` writes docs/rules.md from it. */
export function addRulesCommand(program: Command): void {
  program
    .command('rules')
    .description('list the rules that findings are named after: id, title, formula, forms')
    .addOption(new Option('--format <name>', 'how the rules are printed').choices(Object.keys(FORMATS)).default('text'))
    .addOption(languageOption('titles and formulas as text'))
    .action(({ format, lang }: { format: keyof typeof FORMATS; lang: Language }) => {
      inLanguage(lang, () => process.stdout.write(families.map(FORMATS[format]).join('\n')));
    });
}

function rulesText(family: DocumentFamily): string {
  const ruleText = (rule: CatalogueRule) => {
    const { title, formula } = ruleInWords(rule);
    const forms = termInWords(formTitles(rule, family));
    const where = rule.forms.length > 0 ? `    ${say(`适用：${forms}（${rule.years}）`, `Tables: ${forms}`)}\n` : '';
    return `${rule.id}  ${title}\n    ${formula}\n${where}`;
  };
  return rulesOf(family)
    .map(({ title, rules }) => `${termInWords(title)}\n\n${rules.map(ruleText).join('\n')}`)
    .join('\n');
}

function rulesJson(family: DocumentFamily): string {
  return `${JSON.stringify(
    rulesOf(family).flatMap(({ rules }) => rules),
    null,
    2,
  )}\n`;
}
