import { bare } from './text.js';

/** Characters. Less is left of a name only where brackets and 本级 were all of it. */
const SHORTEST = 3;
const ASIDE = /[（(][^（）()]*[)）]/gu;
const OFFICE_ALONE = /(?:本级|机关|汇总|部门)$/u;
/** What ranks a place within its name: 某某区 is also printed 某某. */
const RANKS_OF_PLACES = /自治|[省市区县旗盟州镇乡]/gu;

/** The name of a body without what marks a part of it or its account: brackets, 本级, 机关. 与 is 和. */
export const bodyCore = (name: string): string => bare(name.replace(ASIDE, '')).replace(OFFICE_ALONE, '').replaceAll('与', '和');

/**
 * Do two names mean one body? 北关区工业和信息化局 is 安阳市北关区工业和信息化局, and so is 安阳北关工业和信息化局; the 财政局 of a city is not that of
 * its district, nor one district's another's. What begins or goes on like a name (某局信息中心) is not told apart from it.
 */
export function isSameBody(a: string, b: string): boolean {
  const [x, y] = [bodyCore(a), bodyCore(b)];
  if (Math.min(x.length, y.length) < SHORTEST || x.includes(y) || y.includes(x)) return true;
  const end = commonEnd(x, y);
  const beginningOf = (name: string) => name.slice(0, name.length - end).replace(RANKS_OF_PLACES, '');
  const [left, right] = [beginningOf(x), beginningOf(y)];
  return end >= SHORTEST && (left.endsWith(right) || right.endsWith(left));
}

/** Characters that two names end with alike. */
function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < Math.min(a.length, b.length) && a.at(-1 - n) === b.at(-1 - n)) n += 1;
  return n;
}
