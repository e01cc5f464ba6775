import { captionLabels } from '../../extractors/shared/naming.js';
import { UNIT_WORDS } from '../base/money.js';
import { squeeze } from '../base/text.js';
import type { TextLine } from './page.js';

/** The words before a department's name on a caption line, but for 部门 and 单位 alone. */
export const NAMED = captionLabels.join('|');

/** 部门某某局 or 部门·某某局, but for the titles that begin so: 部门收支决算总表. */
const DEPARTMENT = new RegExp(`(^|表\\d*|\\d表?)(${NAMED}|部门)[·•.．,，;；]?(?=\\p{Script=Han})(?!.*表$)`, 'u');
/** What OCR takes the second letter of 部门 for; before a colon, for any other. */
const MISREAD = /(^|表\d*|\d表?)部(?:[內内闩闪問问们]|(?!门|委|队|长|分).(?=[:：]))/u;
/** 单位万元 or 单位·万元 at the end of a line. */
const UNIT = new RegExp(`(单位)[·•.．,，;；]?((?:人民币)?(?:${UNIT_WORDS})[)）]?)$`, 'u');

/** What OCR makes of 万元 behind the word for unit; no other unit resembles it. */
const MISREAD_UNIT = /(单位[:：·•.．,，;；]?)方元(?=[)）]?$)/u;

/** Dirt beside the words, which OCR takes for signs: no line of a caption begins or ends with them. */
const DIRT = /^[.·•,，、'’`_~:：;；-]+|[.·•'’`_~-]+$/gu;

/**
 * A line's text without white space; read by OCR, without the signs that dirt makes at its ends, with the colons that OCR loses or mistakes behind the words for department and unit, and
 * 部门 and 万元 where they were misread.
 */
export function captionText({ text, glyphs }: Pick<TextLine, 'text' | 'glyphs'>): string {
  if (!glyphs[0]?.reading) return squeeze(text);
  const words = squeeze(text).replace(DIRT, '');
  return words.replace(MISREAD_UNIT, '$1万元').replace(UNIT, '$1：$2').replace(MISREAD, '$1部门').replace(DEPARTMENT, '$1$2：');
}
