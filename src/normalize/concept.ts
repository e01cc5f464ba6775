import { categories } from '../../extractors/categories.js';
import type { FormDeclaration, Words } from '../../extractors/form.js';
import { bare, bareLabel } from '../base/text.js';

/** Gives each row its concept, in printed order: some words mean another thing below an opening balance. */
export function conceptReader(
  form: FormDeclaration,
): (code: string | null, name: string | null, side: '收入' | '支出' | null) => string | null {
  const { rows } = form;
  const words = wordIndex(rows.words);
  const parts = rows.by === 'words' && rows.parts ? wordIndex(rows.parts.words) : new Map<string, string>();
  const whole = rows.by === 'words' ? rows.parts?.of : undefined;
  const inParts = new Set<string | null>();
  return (code, name, side) => {
    if (rows.by === 'code' && code !== null) return `${rows.classification}/${code}`;
    if (name === null) return null;
    const part = inParts.has(side) ? lookUp(parts, name) : null;
    if (part !== null) return part;
    const concept = lookUp(words, name) ?? (rows.by === 'words' && rows.categories && side === '支出' ? lookUp(CATEGORIES, name) : null);
    if (concept !== null) {
      if (concept === whole) inParts.add(side);
      else inParts.delete(side);
    }
    return concept;
  };
}

function wordIndex(words: Words): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([concept, labels]) => labels.map((label) => [bare(label), concept] as const)));
}

const CATEGORIES = wordIndex(Object.fromEntries(Object.entries(categories).map(([code, names]) => [`function/${code}`, names])));

const lookUp = (index: ReadonlyMap<string, string>, name: string) => index.get(bareLabel(name)) ?? index.get(bare(name)) ?? null;
