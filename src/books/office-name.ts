import { bare } from '../base/text.js';
import type { Division } from './divisions.js';

/** What organs are called in full, and for short. */
const ORGANS: readonly (readonly [full: string, short: string])[] = [
  ['中国共产党', '中共'],
  ['中国共产主义青年团', '共青团'],
  ['中国人民政治协商会议', '政协'],
];
const ORGAN = new RegExp(`^(?:${ORGANS.map(([, short]) => short).join('|')})`, 'u');
/** （本级）, （汇总）, a second name in brackets, and the words without them. */
const BEHIND = /[（(][^（()）]*[)）]$|(?:本级|机关|汇总|部门)$/u;

/**
 * The name of a body without its place, its brackets and the words for its own office, in one spelling: 工业和信息化局 of
 * 河南省安阳市北关区工业与信息化局（本级）, 中共委宣传部 of 中国共产党北关区委员会宣传部 and of 北关区委宣传部.
 * @param division where it is, if that is known
 */
export function officeName(department: string, division: Division | undefined): string {
  let name = department.normalize('NFKC').replace(/\s+/gu, '');
  while (BEHIND.test(name) && name.replace(BEHIND, '') !== '') name = name.replace(BEHIND, '');
  name = ORGANS.reduce((text, [full, short]) => text.replace(full, short), bare(name).replaceAll('与', '和'));
  const organ = ORGAN.exec(name)?.[0] ?? '';
  const own = withoutPlace(name.slice(organ.length), division);
  if (own === '') return name;
  // 区委宣传部 is the Party's, whether it says so or not; no other committee is called by 委 alone.
  if (organ === '' && /^委(?!员会)/u.test(own) && own !== name) return `中共${own}`;
  return organ + (organ === ORGANS[0]?.[1] ? own.replace(/^委员会/u, '委') : own);
}

/** Takes the place off the beginning, province first; of what lies in another only where that follows. */
function withoutPlace(name: string, division: Division | undefined): string {
  if (!division) return name;
  let rest = name;
  for (const above of division.within) {
    const full = longestAt(rest, above.fullNames);
    const short = above.shortName !== null && rest.startsWith(above.shortName) ? rest.slice(above.shortName.length) : null;
    if (full !== null) rest = rest.slice(full.length);
    else if (short !== null && [...division.within, division].some((d) => longestAt(short, d.fullNames) !== null)) rest = short;
  }
  return rest.slice(longestAt(rest, division.fullNames)?.length ?? 0);
}

const longestAt = (text: string, names: readonly string[]): string | null =>
  names.filter((name) => text.startsWith(name)).toSorted((a, b) => b.length - a.length)[0] ?? null;
