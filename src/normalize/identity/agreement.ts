import { bodyCore } from '../../base/bodies.js';
import { endsAsBody } from './names.js';
import { type Naming, PLACES, type Place } from './naming.js';

/** How much a place counts. What only supports a name cannot bring up one. */
const WEIGHTS: Readonly<Record<Place, { readonly weight: number; readonly isCandidate: boolean }>> = {
  cover: { weight: 3, isCandidate: true },
  label: { weight: 3, isCandidate: true },
  heading: { weight: 2, isCandidate: true },
  field: { weight: 1.5, isCandidate: true },
  unit: { weight: 1, isCandidate: true },
  'running-head': { weight: 1.5, isCandidate: true },
  sentence: { weight: 1, isCandidate: true },
  beside: { weight: 0.5, isCandidate: false },
  alone: { weight: 0.5, isCandidate: true },
};

/** A name that leaves out the place or the brackets of another speaks for it, but less than the name itself. */
const SHORTENED = 0.5;
/** One that leaves out other words speaks less for it: what stands before them may be no part of the name. So the longer speaks for it too. */
const CUT = 0.2;
const EXTENDED = 0.3;
/** What may stand before a name and be left out: places, the organ whose committee it is. */
const PLACE_BEFORE = /[省市区县旗盟州镇乡]$|^中共$|^中国共产党$|^中国$|^中华人民共和国$/u;

/** The name that most places support, the longest of those that have the same support; null where none does. */
export function agreedName(namings: readonly Naming[]): string | null {
  const byPlace = PLACES.map((place) => ({ place, own: namings.filter((each) => each.place === place) })).filter(
    ({ own }) => own.length > 0,
  );
  const candidates = new Map<string, string>();
  for (const { place, own } of byPlace) {
    if (!WEIGHTS[place].isCandidate) continue;
    for (const { name } of own) if (!candidates.has(keyOf(name))) candidates.set(keyOf(name), name);
  }
  const counted = [...candidates.values()].map((name) => ({
    name,
    support: byPlace.reduce((sum, { place, own }) => sum + (WEIGHTS[place].weight * supportOf(name, own)) / own.length, 0),
  }));
  const [best] = counted.toSorted((a, b) => b.support - a.support || b.name.length - a.name.length);
  return best?.name ?? null;
}

/** Brackets and spaces of one kind. */
const keyOf = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

const supportOf = (name: string, namings: readonly Naming[]): number =>
  namings.reduce((sum, each) => sum + (keyOf(each.name) === keyOf(name) ? 1 : supportBetween(bodyCore(each.name), bodyCore(name))), 0);

/** How much a name speaks for another that it is not. */
function supportBetween(said: string, name: string): number {
  if (Math.min(said.length, name.length) < 3) return 0;
  if (said === name) return SHORTENED;
  if (name.endsWith(said)) return PLACE_BEFORE.test(name.slice(0, -said.length)) ? SHORTENED : CUT;
  // Cut off by the edge of a cell.
  if (name.startsWith(said)) return endsAsBody(said) ? 0 : SHORTENED;
  return said.endsWith(name) && !PLACE_BEFORE.test(said.slice(0, -name.length)) ? EXTENDED : 0;
}
