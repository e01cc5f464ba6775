import { currentLanguage } from '../base/language.js';

/** The figures that documents are compared by, by the names that families share. */
const FIGURES: Readonly<Record<string, string>> = {
  'total-income': 'Income of the year',
  'total-expenditure': 'Expenditure of the year',
  'general-public-expenditure': 'Expenditure from the general public budget',
  'basic-expenditure': 'Basic expenditure',
  'project-expenditure': 'Project expenditure',
  'three-public/total': '“Three public” expenses, total',
  'three-public/abroad': 'Travel abroad on official business',
  'three-public/vehicles': 'Official vehicles: purchase and running',
  'three-public/vehicle-purchase': 'Official vehicles: purchase',
  'three-public/vehicle-operation': 'Official vehicles: running',
  'three-public/reception': 'Official receptions',
  conference: 'Conferences',
  training: 'Training',
  'running-costs': 'Running costs of the office',
  'closing-balance': 'Balance at the end of the year',
  'grand-total-income': 'Grand total of income',
  'grand-total': 'Grand total of expenditure',
};

/** The English name of a figure; undefined where it has none. */
const figureInEnglish = (id: string): string | undefined => FIGURES[id];

/** What a figure is called: in English with the family's own words behind. */
export function figureName({ id, words }: { readonly id: string; readonly words: string }): string {
  const english = currentLanguage() === 'en' ? figureInEnglish(id) : undefined;
  return english === undefined ? words : `${english} ${words}`;
}
