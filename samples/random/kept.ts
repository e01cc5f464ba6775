/** Layouts kept because their documents were once read wrongly; the property test reads them again. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { RandomLayout } from './layout.js';

export interface Kept {
  /** The `SEED:INDEX` it was found under; a later generator may give another layout for it. */
  found: string;
  /** What is still read wrongly, without a flag; null where nothing is. */
  known: string | null;
  layout: RandomLayout;
}

const FILE = new URL('kept.json', import.meta.url);

export function keptLayouts(): Kept[] {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Adds a layout to those kept; one that is there already only gets the new `known`. */
export function keep(kept: Kept): void {
  const others = keptLayouts().filter(({ found }) => found !== kept.found);
  const lines = [...others, kept].map((one) => `  ${JSON.stringify(one)}`);
  writeFileSync(FILE, `[\n${lines.join(',\n')}\n]\n`);
}
