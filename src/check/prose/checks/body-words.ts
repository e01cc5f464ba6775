import { BODY_WORD } from '../../../../extractors/shared/wording-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import type { ProseContext } from '../context.js';
import { proseFinding } from '../finding.js';
import type { Sentence } from '../text/sentences.js';

/** 本部门（单位） leaves it open, and 本部门各单位 are both. */
const OPEN = '(?![（/或和及、](?:本|我)?(?:单位|部门)|各|所属|下属)';
const DEPARTMENT = new RegExp(`(?:本|我)部门${OPEN}`, 'u');
const UNIT = new RegExp(`(?:本|我)单位${OPEN}`, 'u');
/** What is said of all that the document accounts for: 2025年本单位收入总计. 主要是本单位车辆更新 may be one of several. */
const UNIT_OF_ALL = new RegExp(
  `^(?:其中：)?(?:\\d{4}年(?:度)?)?(?:本|我)单位${OPEN}(?:\\d{4}年(?:度)?)?(?:年初)?(?:收入|支出|收支|总收入|总支出|收、支)`,
  'u',
);

/**
 * The document of a 单位 that calls itself 本部门, a leftover of the department's; and that of a 部门 that calls itself so and then tells its
 * totals as those of 本单位. One finding, at the first place.
 */
export function checkBodyWords(sentences: readonly Sentence[], { kind }: ProseContext): Finding[] {
  if (kind.startsWith('单位')) return toFindings(sentences, DEPARTMENT, '单位', '部门');
  if (!kind.startsWith('部门') || !sentences.some(({ plain }) => DEPARTMENT.test(plain))) return [];
  return toFindings(sentences, UNIT_OF_ALL, '部门', '单位');
}

function toFindings(sentences: readonly Sentence[], pattern: RegExp, own: string, other: string): Finding[] {
  const places = sentences.filter(({ plain }) => pattern.test(plain));
  const [first] = places;
  if (!first) return [];
  const at = (own === '单位' ? DEPARTMENT : UNIT).exec(first.plain)?.index ?? 0;
  const more = places.length > 1 ? `；另有${places.length - 1}处也是这样` : '';
  const found = first.plain.slice(at, at + 3);
  return [
    proseFinding(first, at, {
      rule: BODY_WORD.id,
      severity: 'info',
      verdict: 'publisher',
      message: `本文件是${own}的，文中却自称“${found}”${more}。`,
      expected: `本${own}`,
      found: `${found.slice(0, 1)}${other}`,
    }),
  ];
}
