import { BODY_ENDING, officeEndings } from '../../base/offices.js';
import { FIRST_ORDINAL, HAN_NUMBER, PART_ORDINAL, SECOND_ORDINAL, YEAR_DIGITS } from '../../base/patterns.js';
import type { Words } from './words.js';

/** Characters. Two are enough for 某局 alone. */
const SHORTEST = 3;
const LONGEST = 60;

/** 一、 （一） 1. 第一部分 附件1： 关于 (before a name); 101001-, [292], 231_ (its code). */
const BEFORE = new RegExp(
  `^(?:${PART_ORDINAL}[:：]?|${FIRST_ORDINAL}|${SECOND_ORDINAL}|\\d{1,2}[.、．]|附[件表](?:\\d+|${HAN_NUMBER})?[:：.、]?|关于|[[［(（【]\\d{3,}[\\]］)）】][-—_.、:：]?|\\d{3,}[-—_.、:：]|\\d{6,}|\\d{3,}(?=\\p{Script=Han}+?[省市区县旗州委])|[《“"‘【·•]|\\d{0,4}年度?)+`,
  'u',
);
const YEARS = new RegExp(`[（(]?${YEAR_DIGITS}(?:[-—~至]${YEAR_DIGITS})?年度?[)）]?`, 'gu');
const BEHIND = /[》”"’】:：,，、.·\-—]+$/u;

/** A text that names a body, without what stands around the name: ordinals, codes, years, （汇总）. Empty where nothing is left. */
export function toName(text: string, { coverage, rankBehind }: Words): string {
  const bare = text.replace(YEARS, '').replace(BEFORE, '').replace(BEHIND, '').replace(coverage, '');
  const body = bare.replace(rankBehind, '');
  // 某某局部门: the word belongs to the title that follows. 某某事业单位 is a name.
  return body !== bare && endsAsBody(body) ? body : bare;
}

const LETTERS = /^[\p{Script=Han}\p{L}\d（）()“”"·—\-〔〕/、]+$/u;
const ASIDE = /[（(][^（）()]*[)）]/gu;
const SENTENCE = /[。；;！!？?，,:：]/u;
const ENDING = new RegExp(`${BODY_ENDING}$|(?:${officeEndings('title')})$`, 'u');
/** 上海市, 上海市市级, 某某省2026年省级: whose rank publishes, not who. */
const PLACE = /[省市区县旗盟州](?:[省市区县旗盟州]?(?:级|本级|直))?$/u;
/** 法院（款）案件审判（项） is a line of an account. */
const CLASSIFIED = /[（(][类款项][)）]/u;
const NO_BODY = /(?:干部|全部|内部|社会|机会|年会|如下|一览表|总表|情况表|明细表|目录)$/u;

/** Can it be the name of a publisher where the place says that it is one? A place alone, 本部门 and sentences are none. */
export function isName(name: string, { nobody }: Words): boolean {
  const outside = name.replace(ASIDE, '');
  return (
    (outside.length >= SHORTEST || (outside.length === SHORTEST - 1 && /[局厅委办院部署]$/u.test(outside))) &&
    name.length <= LONGEST &&
    LETTERS.test(name) &&
    !SENTENCE.test(outside) &&
    /\p{Script=Han}{2}/u.test(name) &&
    !nobody.test(outside) &&
    !PLACE.test(outside) &&
    !NO_BODY.test(outside) &&
    !CLASSIFIED.test(name)
  );
}

/** Does it end as names of bodies do? */
export const endsAsBody = (name: string): boolean => ENDING.test(name);
