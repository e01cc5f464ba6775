import type { ColumnLayout, Columns } from '../../extractors/form.js';
import { at } from '../base/invariant.js';
import { bare } from '../base/text.js';

/** 其中：基本支出 is compared as 基本支出. */
const compared = (head: string): string => bare(head).replace(/^其中(?=.)/u, '');

interface Pattern {
  readonly key: string;
  /** The words that each part may be, as compared; the leaf first. */
  readonly parts: readonly ReadonlySet<string>[];
}

/** Patterns by the words that their leaf may be, in the order of their form. */
type PatternIndex = ReadonlyMap<string, readonly Pattern[]>;

/** A form's patterns in the words they are compared by, made once. */
const compiled = new WeakMap<Columns, PatternIndex>();

const toPart = (part: string): ReadonlySet<string> => new Set(part.split('|').map(compared));

function patternsOf(columns: Columns): PatternIndex {
  const known = compiled.get(columns);
  if (known) return known;
  const index = new Map<string, Pattern[]>();
  for (const [key, list] of Object.entries(columns)) {
    for (const pattern of list) {
      const parts = pattern.split('/').map(toPart).reverse();
      for (const leaf of at(parts, 0)) index.set(leaf, [...(index.get(leaf) ?? []), { key, parts }]);
    }
  }
  compiled.set(columns, index);
  return index;
}

/** The key a header path bears by a form's patterns, or null. `taken` keys are not given again. */
export function pathToKey(path: readonly string[], columns: Columns, taken?: ReadonlySet<string>): string | null {
  return wordsToKey(comparedWords(path), columns, taken);
}

const comparedWords = (path: readonly string[]): readonly string[] => path.map(compared).filter((w) => w !== '');

/** `pathToKey` of a path in the words it is compared by. */
function wordsToKey(words: readonly string[], columns: Columns, taken?: ReadonlySet<string>): string | null {
  let best: { key: string; places: readonly number[] } | null = null;
  for (const { key, parts } of patternsOf(columns).get(words.at(-1) ?? '') ?? []) {
    if (taken?.has(key)) continue;
    const places = placesOf(words, parts);
    if (places && (!best || isBetter(places, best.places))) best = { key, places };
  }
  return best?.key ?? null;
}

/** Of patterns with more parts, and of as many with parts that stand lower: the part nearest to the leaf tells, then the next. */
function isBetter(places: readonly number[], best: readonly number[]): boolean {
  if (places.length !== best.length) return places.length > best.length;
  const first = places.findIndex((place, i) => place !== best[i]);
  return first >= 0 && at(places, first) > at(best, first);
}

/** Where the parts stand, the leaf first, if the last word is the last part and the others stand above it in order; else null. */
function placesOf(words: readonly string[], parts: Pattern['parts']): readonly number[] | null {
  const places: number[] = [];
  let place = words.length;
  for (const part of parts) {
    do place -= 1;
    while (place >= 0 && !part.has(at(words, place)));
    if (place < 0 || (places.length === 0 && place < words.length - 1)) return null;
    places.push(place);
  }
  return places;
}

/** The layout that knows most of these columns; of equals the first. */
export function chooseLayout(
  paths: readonly (readonly string[])[],
  layouts: readonly ColumnLayout[],
  rowNames: ReadonlySet<string>,
): Columns {
  const heads = paths.map(comparedWords);
  let best: { columns: Columns; known: number } = { columns: {}, known: -1 };
  for (const { columns, onlyWithRows } of layouts) {
    if (onlyWithRows && !onlyWithRows.some((name) => rowNames.has(bare(name)))) continue;
    const known = heads.filter((words) => wordsToKey(words, columns) !== null).length;
    if (known > best.known) best = { columns, known };
  }
  return best.columns;
}
