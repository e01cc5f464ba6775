import type { ColumnLayout, Columns } from '../../extractors/form.js';
import { bare } from '../words.js';

/** Fits header paths to a form's keys; null where the layout knows none of them. */
export function pathToKey(path: readonly string[], columns: Columns): string | null {
  const words = path.map(bare).filter((w) => w !== '');
  let best: { key: string; parts: number } | null = null;
  for (const [key, patterns] of Object.entries(columns)) {
    for (const pattern of patterns) {
      const parts = pattern.split('/').map(bare);
      if ((best === null || parts.length > best.parts) && endsAs(words, parts)) best = { key, parts: parts.length };
    }
  }
  return best?.key ?? null;
}

/** Is the last word the last part, and do the other parts stand above it in this order? */
function endsAs(words: readonly string[], parts: readonly string[]): boolean {
  if (words.at(-1) !== parts.at(-1)) return false;
  let at = words.length - 1;
  for (const part of parts.slice(0, -1).toReversed()) {
    at = words.slice(0, at).lastIndexOf(part);
    if (at < 0) return false;
  }
  return true;
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
