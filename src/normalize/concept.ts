import type { FormDeclaration, Words } from '../../extractors/form.js';
import { bare, bareLabel } from '../base/text.js';
import type { Side } from '../model/side.js';

const NONE: Words = {};

/** The concept of a row by its code, its name and the side of the table it stands on; null where unknown. */
export type ConceptOf = (code: string | null, name: string | null, side: Side | null) => string | null;

/** Gives the rows of one table their concepts, in printed order: some words mean another thing below an opening balance. */
export function conceptReader(form: FormDeclaration): ConceptOf {
  const { rows } = form;
  const words = wordIndex(rows.words);
  const parts = wordIndex((rows.by === 'words' && rows.parts?.words) || NONE);
  const categories = wordIndex((rows.by === 'words' && rows.categories) || NONE);
  const whole = rows.by === 'words' ? rows.parts?.of : undefined;
  const inParts = new Set<string | null>();
  return (code, name, side) => {
    if (rows.by === 'code' && code !== null) return `${rows.classification}/${code}`;
    if (name === null) return null;
    const part = inParts.has(side) ? lookUp(parts, name) : null;
    if (part !== null) return part;
    const concept = lookUp(words, name) ?? (side === '支出' ? lookUp(categories, name) : null);
    if (concept !== null) {
      if (concept === whole) inParts.add(side);
      else inParts.delete(side);
    }
    return concept;
  };
}

/** Label → concept, made once for each declaration. */
const indexes = new WeakMap<Words, ReadonlyMap<string, string>>();

function wordIndex(words: Words): ReadonlyMap<string, string> {
  const known = indexes.get(words);
  if (known) return known;
  const index = new Map(Object.entries(words).flatMap(([concept, labels]) => labels.map((label) => [bare(label), concept] as const)));
  indexes.set(words, index);
  return index;
}

const lookUp = (index: ReadonlyMap<string, string>, name: string) => index.get(bareLabel(name)) ?? index.get(bare(name)) ?? null;
