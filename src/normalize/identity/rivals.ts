import { isSameBody } from '../../base/bodies.js';
import type { TextLine } from '../../model/page.js';
import { endsAsBody } from './names.js';
import type { Naming, Place } from './naming.js';
import { plainLine } from './words.js';

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
 * The places that name another body: each name once, where it stands first. What OCR read is none: it may be misread. The units that a
 * document lists, and what its tables and fields name, are none either.
 * @param lines the text of the document
 */
export function rivalsOf(department: string | null, namings: readonly Naming[], lines: readonly TextLine[]): Rival[] {
  if (department === null) return [];
  const inTables = namings.filter(({ place }) => !isExclusive(place) && place !== 'sentence' && place !== 'alone');
  const rivals = new Map<string, Rival>();
  for (const { name, place, line } of namings) {
    if (line === null || !isExclusive(place) || line.glyphs.some(({ reading }) => reading !== undefined)) continue;
    if (!endsAsBody(name) || RUNS_ON.test(name) || isSameBody(name, department) || inTables.some((other) => isSameBody(other.name, name)))
      continue;
    if (!rivals.has(name) && !isListed(name, lines)) rivals.set(name, { name, place, line });
  }
  return [...rivals.values()];
}

/** 1. 某局信息中心； */
const AROUND_ITEM = /^(?:\d{1,2}[.、．]|[（(].{1,3}[)）]|[一二三四五六七八九十]+、)|[。；;，,]$/gu;

/** A line of a sentence that only looks like a heading: 与某局2024年度部门决算. */
const RUNS_ON = /^[与及由在把按]/u;

const isListed = (name: string, lines: readonly TextLine[]): boolean =>
  lines.some((line) => line.text.length < 2 * name.length + 8 && plainLine(line).replace(AROUND_ITEM, '') === name);
