import { say } from '../base/language.js';

/** What families call their figures, charts and kinds of documents, and the catalogue its groups of rules, in English. The words are the field's, of `docs/glossary.md`. */
const TERMS: Readonly<Record<string, string>> = {
  本年收入合计: 'Income of the year',
  本年支出合计: 'Expenditure of the year',
  收入总计: 'Grand total of income',
  支出总计: 'Grand total of expenditure',
  一般公共预算支出: 'Expenditure from the general public budget',
  一般公共预算拨款收入: 'Appropriation from the general public budget',
  基本支出: 'Basic expenditure',
  项目支出: 'Project expenditure',
  '“三公”经费合计': '“Three public” expenses, total',
  '因公出国（境）费': 'Travel abroad on official business',
  公务用车购置及运行维护费: 'Official vehicles: purchase and running',
  公务用车购置费: 'Official vehicles: purchase',
  公务用车运行维护费: 'Official vehicles: running',
  公务接待费: 'Official receptions',
  会议费: 'Conferences',
  培训费: 'Training',
  机关运行经费: 'Running costs of the office',
  年末结转和结余: 'Balance at the end of the year',
  结转下年: 'Carried over to the next year',
  '钱从哪里来，用到哪里去': 'Where the money comes from, where it goes',
  收入: 'Income',
  支出: 'Expenditure',
  总计: 'Grand total',
  '基本支出与项目支出，按功能分类': 'Basic and project expenditure by function',
  '“三公”经费：预算与决算': '“Three public” expenses: budget and final account',
  '“三公”经费预算': '“Three public” expenses: budget',
  '会议费、培训费：预算与决算': 'Conferences and training: budget and final account',
  '会议费、培训费预算': 'Conferences and training: budget',
  比上年增减: 'Change on the year before',
  预算数: 'Budget',
  决算数: 'Final account',
  上年: 'Year before',
  本年预算: 'Budget of the year',
  部门决算: 'Final accounts of a department',
  单位决算: 'Final accounts of a unit',
  部门预算: 'Budget of a department',
  单位预算: 'Budget of a unit',
  表内与表间勾稽: 'Within tables and between them',
  科目编码与名称: 'Codes and names',
  文字与表: 'Text and tables',
  文字问题: 'Wording',
  识读: 'Reading',
  各表: 'all tables',
};

/** Words that families declare, in English; as they are where they have none. Several joined by 、 are one after the other. */
const inEnglish = (words: string): string =>
  TERMS[words] ??
  words
    .split('、')
    .map((word) => TERMS[word] ?? word)
    .join(', ');

/** Words of a family's declaration in the language that is spoken. */
export const termInWords = (words: string): string => say(words, inEnglish(words));

/** What a figure is called: in English with the family's own words behind, which the print has. */
export const figureName = ({ words }: { readonly words: string }): string => say(words, `${inEnglish(words)} ${words}`);

/** Every term with its English, as the glossary lists them. */
export const allTerms = (): readonly (readonly [chinese: string, english: string])[] => Object.entries(TERMS);
