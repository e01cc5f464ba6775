import type { ColumnLayout, Columns } from '../../extractors/form.js';
import { bare } from '../base/text.js';

/** 其中：基本支出 is compared as 基本支出. */
const compared = (head: string): string => bare(head).replace(/^其中(?=.)/u, '');

interface Pattern {
  readonly key: string;
  readonly parts: readonly string[];
}

/** A form's patterns in the words they are compared by, made once. */
const compiled = new WeakMap<Columns, readonly Pattern[]>();

function patternsOf(columns: Columns): readonly Pattern[] {
  const known = compiled.get(columns);
  if (known) return known;
  const patterns = Object.entries(columns).flatMap(([key, list]) =>
    list.map((pattern) => ({ key, parts: pattern.split('/').map(compared) })),
  );
  compiled.set(columns, patterns);
  return patterns;
}

/** The key a header path bears by a form's patterns, or null. `taken` keys are not given again. */
export function pathToKey(path: readonly string[], columns: Columns, taken?: ReadonlySet<string>): string | null {
  const words = path.map(compared).filter((w) => w !== '');
  let best: { key: string; parts: number; depth: number } | null = null;
  for (const { key, parts } of patternsOf(columns)) {
    if (taken?.has(key)) continue;
    const depth = fitDepth(words, parts);
    if (depth === null || (best && (best.parts > parts.length || (best.parts === parts.length && best.depth >= depth)))) continue;
    best = { key, parts: parts.length, depth };
  }
  return best?.key ?? null;
}

/** How low the parts above the leaf stand, all told, if the last word is the last part and the others stand above it in order. */
function fitDepth(words: readonly string[], parts: readonly string[]): number | null {
  if (words.at(-1) !== parts.at(-1)) return null;
  let at = words.length - 1;
  let depth = at;
  for (const part of parts.slice(0, -1).toReversed()) {
    at = words.slice(0, at).lastIndexOf(part);
    if (at < 0) return null;
    depth += at;
  }
  return depth;
}

/** The layout that knows most of these columns; of equals the first. */
export function chooseLayout(
  paths: readonly (readonly string[])[],
  layouts: readonly ColumnLayout[],
  rowNames: ReadonlySet<string>,
): Columns {
  let best: { columns: Columns; known: number } = { columns: {}, known: -1 };
  for (const { columns, onlyWithRows } of layouts) {
    if (onlyWithRows && !onlyWithRows.some((name) => rowNames.has(bare(name)))) continue;
    const known = paths.filter((path) => pathToKey(path, columns) !== null).length;
    if (known > best.known) best = { columns, known };
  }
  return best.columns;
}
