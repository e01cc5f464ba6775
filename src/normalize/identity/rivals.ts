import { isSameBody } from '../../base/bodies.js';
import type { TextLine } from '../../model/page.js';
import { endsAsBody } from './names.js';
import type { Naming, Place } from './naming.js';

/** A place that names another body than the publisher, as if it were the publisher. */
export interface Rival {
  readonly name: string;
  readonly place: Exclusive;
  readonly line: TextLine;
}

/** Places that can name nobody but the publisher. Over tables a unit may stand, and sentences speak of others. */
const EXCLUSIVE = ['cover', 'heading', 'running-head'] as const;
type Exclusive = (typeof EXCLUSIVE)[number];

const isExclusive = (place: Place): place is Exclusive => EXCLUSIVE.some((each) => each === place);

/**
 * The places that name another body: each name once, where it stands first. What OCR read is none: it may be misread. The units of a
 * document's own tables, and what tables and fields name beside them, are none either.
 */
export function rivalsOf(department: string | null, namings: readonly Naming[]): Rival[] {
  if (department === null) return [];
  const inTables = namings.filter(({ place }) => !isExclusive(place) && place !== 'sentence' && place !== 'alone');
  const rivals = new Map<string, Rival>();
  for (const { name, place, line } of namings) {
    if (line === null || !isExclusive(place) || line.glyphs.some(({ reading }) => reading !== undefined)) continue;
    if (!endsAsBody(name) || isSameBody(name, department) || inTables.some((other) => isSameBody(other.name, name))) continue;
    if (!rivals.has(name)) rivals.set(name, { name, place, line });
  }
  return [...rivals.values()];
}
