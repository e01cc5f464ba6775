import type { Finding } from '../../schemas/disclosure.js';
import { type FindingIdentity, MOST_PLACES } from '../../schemas/triage.js';
import { at } from '../base/invariant.js';
import { sha256Of } from '../base/sha256.js';

type Place = FindingIdentity['places'][number];

/** What names a finding when the document is read again: not its index, nor those of its tables and rows. */
export function identityOf({ rule, expected = null, found = null, cells, quote, message }: Finding): FindingIdentity {
  const places = [...cells, ...(quote ? [quote] : [])].map(placeOf);
  const different = [...new Map(places.map((place) => [keyOfPlace(place, exactly), place])).values()];
  return { rule, expected, found, places: different.toSorted(downThePages).slice(0, MOST_PLACES), message };
}

/** A document without pages may be imagined on some: its words hold. */
function placeOf({ page, box, ref }: Finding['cells'][number] | NonNullable<Finding['quote']>): Place {
  if (ref !== undefined) return { page, ref };
  return box ? { page, box } : { page };
}

const downThePages = (a: Place, b: Place): number => {
  const [left, right] = [a.box ?? NOWHERE, b.box ?? NOWHERE];
  return a.page - b.page || left[1] - right[1] || left[0] - right[0] || compare(a.ref ?? '', b.ref ?? '');
};

const NOWHERE = [0, 0, 0, 0] as const;
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** pt. What stands still is found again to 0.01; a better reading may move an edge a little. Rows are never closer than 6. */
const NEAR = 0.5;

/** Whether two identities are of one finding, whatever it says: of several that are, `match.ts` decides. */
export function isSameFinding(a: FindingIdentity, b: FindingIdentity): boolean {
  if (a.rule !== b.rule || a.expected !== b.expected || a.found !== b.found || a.places.length !== b.places.length) return false;
  // About no place: the sentence is all there is.
  if (a.places.length === 0) return a.message === b.message;
  return isWithin(a.places, b.places) && isWithin(b.places, a.places);
}

const isWithin = (some: readonly Place[], others: readonly Place[]): boolean => some.every((a) => others.some((b) => isNear(a, b)));

function isNear(a: Place, b: Place): boolean {
  if (a.page !== b.page || a.ref !== b.ref) return false;
  const [left, right] = [a.box, b.box];
  if (!left || !right) return left === right;
  return left.every((edge, i) => Math.abs(edge - at(right, i)) <= NEAR);
}

/** Hexadecimal digits of a key: a document has some hundreds of findings. */
const KEY_LENGTH = 12;

/** The key of each finding, for addresses: the same in every run that finds it at the same places. Twins are told apart by their order. */
export function findingKeys(findings: readonly Finding[]): string[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, expected, found, places, message } = identityOf(finding);
    const named = [rule, expected, found, places.length === 0 ? message : places.map((place) => keyOfPlace(place, Math.round))];
    const key = sha256Of(new TextEncoder().encode(JSON.stringify(named))).slice(0, KEY_LENGTH);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : `${key}-${time}`;
  });
}

const exactly = (points: number): number => points;

const keyOfPlace = ({ page, box, ref }: Place, round: (points: number) => number): string =>
  `${page} ${ref ?? box?.map(round).join(',') ?? ''}`;

/**
 * What equal findings share: the rule and the wording, whatever their pages and amounts. Names count, unlike where a report folds findings
 * that are alike: these are judged together.
 */
export const wordingOf = ({ rule, message }: Pick<Finding, 'rule' | 'message'>): string =>
  `${rule} ${message.replace(/[-−]?\d[\d,]*(?:\.\d+)?/gu, '0')}`;
