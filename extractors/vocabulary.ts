import type { DocumentFamily } from './family.js';
import type { FormDeclaration } from './form.js';
import { plainTitle } from './title.js';

/** The words that the tables of a family may print, as printed: its own, then each form's titles, header words and row words. Some stand twice. */
export const vocabularyOf = ({ words, forms }: DocumentFamily): string[] => [...words, ...forms.flatMap(wordsOf)];

function wordsOf({ titles, layouts, rows }: FormDeclaration): string[] {
  const headers = layouts.flatMap(({ columns }) => Object.values(columns).flatMap((paths) => paths.flatMap((path) => path.split(/[/|]/u))));
  const parts = rows.by === 'words' && rows.parts ? Object.values(rows.parts.words).flat() : [];
  return [...titles.map(plainTitle), ...headers, ...Object.values(rows.words).flat(), ...parts];
}
