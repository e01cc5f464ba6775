import type { Classification, FormDeclaration, Words } from '../../extractors/form.js';
import { bare, bareLabel } from '../base/text.js';
import { type RelativeYears, relativeYears } from '../model/relative-years.js';
import type { Side } from '../model/side.js';
import { type CodeOfName, codeByName } from './code-names.js';

const NONE: Words = {};

/** The concept of a row by its code, its name and the side of the table it stands on; null where unknown. */
export type ConceptOf = (code: string | null, name: string | null, side: Side | null) => string | null;

/**
 * Gives the rows of one table their concepts, in printed order: some words mean another thing below an opening balance, and a name
 * without a code is looked for below the 类 and 款 that stand above it.
 * @param names all row labels of the table: years among them are told by the newest
 */
export function conceptReader(form: FormDeclaration, names: readonly (string | null)[] = []): ConceptOf {
  const { rows } = form;
  const words = wordIndex(rows.words);
  const parts = wordIndex((rows.by === 'words' && rows.parts?.words) || NONE);
  const categories = wordIndex((rows.by === 'words' && rows.categories) || NONE);
  const whole = rows.by === 'words' ? rows.parts?.of : undefined;
  const relative = relativeYears(names.flatMap((name) => name ?? []));
  const byName = nameReader(form);
  const inParts = new Set<string | null>();
  return (code, name, side) => {
    if (rows.by === 'code' && code !== null) {
      byName?.see(code);
      return `${rows.classification}/${code}`;
    }
    // Things sorted by the function they serve bear its code.
    if (rows.by === 'words' && rows.items && code !== null && /^\d+$/u.test(code)) return `function/${code}`;
    if (name === null) return null;
    const part = inParts.has(side) ? lookUp(parts, name, relative) : null;
    if (part !== null) return part;
    const concept = (side === '支出' ? categoryOf(categories, name, relative) : null) ?? lookUp(words, name, relative);
    if (concept !== null) {
      byName?.see(codeOf(concept));
      if (concept === whole) inParts.add(side);
      else inParts.delete(side);
    }
    return concept ?? (rows.by === 'code' || side === '支出' ? (byName?.find(name) ?? null) : null);
  };
}

/** A numbered line of the expenditure side is a 类, though it drops 支出: 8、社会保障和就业. */
const categoryOf = (categories: ReadonlyMap<string, string>, name: string, relative: RelativeYears): string | null =>
  lookUp(categories, name, relative) ?? (bareLabel(name) === bare(name) ? null : lookUp(categories, `${name}支出`, relative));

const codeOf = (concept: string): string | null => /\/(\d+)$/u.exec(concept)?.[1] ?? null;

/** Concepts of names without codes, where the form prints such. */
function nameReader({ rows }: FormDeclaration): { see: (code: string | null) => void; find: (name: string) => string | null } | null {
  const classification: Classification | undefined = rows.by === 'code' ? rows.names && rows.classification : rows.names;
  if (classification === undefined) return null;
  const codes: CodeOfName = codeByName(classification);
  return {
    see: codes.see,
    find: (name) => {
      const code = codes.find(name);
      return code === null ? null : `${classification}/${code}`;
    },
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

function lookUp(index: ReadonlyMap<string, string>, name: string, relative: RelativeYears): string | null {
  return index.get(bareLabel(name)) ?? index.get(bare(name)) ?? index.get(bare(relative(name))) ?? null;
}
