import type { TextLine } from '../../model/page.js';

/**
 * Where documents name their publisher, the surest first. `beside` are its units and the body above it; `alone` is a name on a line of its
 * own on the first pages.
 */
export const PLACES = ['cover', 'label', 'heading', 'field', 'unit', 'running-head', 'sentence', 'beside', 'alone'] as const;
export type Place = (typeof PLACES)[number];

/** A place that names somebody, as the publisher or for another reason. */
export interface Naming {
  readonly place: Place;
  /** Cleaned: see `toName`. */
  readonly name: string;
  /** Where it is printed; null where that is a cell. */
  readonly line: TextLine | null;
}
