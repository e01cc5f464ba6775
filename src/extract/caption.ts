import { isUnit, UNIT_WORDS, type Unit } from '../base/money.js';
import { BODY_ENDING } from '../base/offices.js';
import { FIRST_ORDINAL, HAN_NUMBER } from '../base/patterns.js';
import { plainDigits, squeeze } from '../base/text.js';
import { captionText, NAMED } from '../model/caption-text.js';
import { partsOf } from '../model/line-parts.js';
import type { TextLine } from '../model/page.js';
import type { Caption } from '../model/printed.js';

/** Lines above a grid that may belong to it: number, title (over two lines), department and unit, a subtitle. */
const FARTHEST = 7;
/** Longer lines are prose. */
const LONGEST_TITLE = 45;

/** 元 in 编制单位：元谋县财政局 is no unit: what follows a unit is no further word. */
const UNIT = new RegExp(
  `[（(]?(?:金额单位|计量单位|货币单位|单位)[:：](?:人民币)?(${UNIT_WORDS})(?:[、,，／/].{1,8})?(?=$|\\P{Script=Han}|公开|部门|附表|表)[)）]?`,
  'u',
);
/**
 * 公开01表, 部门公开表1, 预算01表, 附表2-1, 表一, 附件3, or 表3 at the end of a line. 表一 in 表一般公共预算 is none. OCR sees dots in dirt:
 * 公开.01表, 公开01·表.
 */
const NUMBER = new RegExp(
  `(?:(?:财决|部门|预算)?公开|预算)[.·]?(?:\\d{1,2}(?:[.·]?表)?|表\\d{1,2})|^附?[表件](?:\\d{1,2}(?:-\\d{1,2})?|${HAN_NUMBER}(?!般))|(?<!\\d)表\\d{1,2}$`,
  'u',
);
const DEPARTMENT = new RegExp(`^(?:${NAMED}|部门(?:[(（]单位[)）])?|单位)[:：](.*)$`, 'u');
/** A body's name, with its code before it: 341-某某市财政局. */
const BODY = new RegExp(`^(?:[[［]?\\d{3,}[\\]］]?[-—_]?)?(\\p{Script=Han}+${BODY_ENDING})$`, 'u');
/** A body behind a word that does not say that the table is its own: 资金主管部门：某某市财政局. */
const OTHER_BODY = new RegExp(`^\\p{Script=Han}{2,8}[:：]\\p{Script=Han}+${BODY_ENDING}$`, 'u');
const SUBTITLE = /^[（(]?(?:\d{4}|[〇零○一二三四五六七八九]{4})年度?[)）]?$/u;
const YEAR_BESIDE = /[（(]?\d{4}年度?[)）]?$/u;
const TITLE = /表(?:[（(][^（）()]{1,16}[)）])?$|情况$|明细$/u;
/** 三、支出预算总表 above 2017年度支出预算总表: a section's heading, not the beginning of the title. */
const HEADING = new RegExp(`^${FIRST_ORDINAL}`, 'u');
/** Closes a bracket, be it one that the line above opens. */
const CLOSING = /^(?:[^（()）]{0,12}|[（(][^（()）]{1,16})[）)]$/u;
const PROSE = /[。；，、]$|[。；]/u;

/** Reads what is printed above a grid, from the grid upwards, until the title is found and no number stands above it. */
export function linesToCaption(above: readonly TextLine[]): Caption {
  const caption = {
    number: null as string | null,
    title: null as string | null,
    department: null as string | null,
    unit: null as Unit | null,
  };
  const used: TextLine[] = [];
  let tail: { readonly text: string; readonly line: TextLine } | null = null;
  for (const line of above.slice(-FARTHEST).toReversed()) {
    const words = partsOf(line);
    const beside = caption.title === null ? titleBeside(words) : null;
    const rest = takeParts(beside?.rest ?? textOf(line, words), caption);
    if (beside && (rest === '' || SUBTITLE.test(rest))) {
      caption.title = beside.title;
      used.push(line);
      continue;
    }
    if (rest === '' || SUBTITLE.test(rest)) {
      used.push(line);
      continue;
    }
    // “三公”经费、会议费、 above 培训费支出表: a title may break behind such a comma, a sentence does not stand so near in such letters.
    const isTitleAbove = caption.title !== null && rest.endsWith('、') && goesOn(line, used.at(-1));
    if ((PROSE.test(rest) && !isTitleAbove) || rest.length > LONGEST_TITLE) break;
    if (caption.title === null) {
      const whole = tail && goesOn(line, tail.line) ? rest + tail.text : rest;
      if (!TITLE.test(whole)) {
        // The end of a title over two lines: 科目） below 支出明细表（按支出功能分类, （按经济分类科目） below 基本支出情况表.
        if (tail || !CLOSING.test(rest)) break;
        tail = { text: rest, line };
        continue;
      }
      caption.title = whole;
      if (tail && whole !== rest) used.push(tail.line);
    } else if (!HEADING.test(rest) && goesOn(line, used.at(-1))) {
      caption.title = rest + caption.title;
    } else break;
    used.push(line);
  }
  return { ...caption, lines: used };
}

/** Does a text say nothing but a table's department, its unit or its number? */
export function isCaptionPart(text: string): boolean {
  const words = plainDigits(squeeze(text));
  return words !== '' && (DEPARTMENT.test(words) || takeParts(words, { number: null, department: null, unit: null }) === '');
}

/** A line's text; `words` are what stands apart on it. A unit that stands apart at its end, without a word before it, with that word: 341-某某局    万元. */
function textOf(line: TextLine, words: readonly string[]): string {
  const text = captionText(line);
  const [first, ...others] = words;
  const last = others.at(-1);
  const isAlone =
    first !== undefined && last !== undefined && isUnit(last) && text.endsWith(last) && !/[:：]$/u.test(text.slice(0, -last.length));
  return isAlone ? `${text.slice(0, -last.length)}单位：${last}` : text;
}

/** Of what stands apart on a line: the title between department and unit, and the line without it; null where no such part is a title. */
function titleBeside(words: readonly string[]): { title: string; rest: string } | null {
  if (words.length < 2) return null;
  const index = words.findIndex((part) => TITLE.test(part) && !isCaptionPart(part));
  const others = words.filter((_, i) => i !== index);
  return index < 0 || !others.some(isCaptionPart) ? null : { title: words[index] ?? '', rest: others.join('') };
}

/** Takes unit, number and department out of a line; what is left may be the title. */
function takeParts(text: string, caption: { number: string | null; department: string | null; unit: Unit | null }): string {
  let rest = plainDigits(text);
  const unit = UNIT.exec(rest);
  if (unit?.[1] !== undefined && isUnit(unit[1]) && caption.unit === null) {
    caption.unit = unit[1];
    rest = rest.replace(unit[0], '');
  }
  const number = NUMBER.exec(rest);
  if (number && caption.number === null) {
    caption.number = number[0].replace(/[.·]/gu, '');
    // 收支总表(预算表2): the brackets go with it.
    rest = rest
      .replace(number[0], '')
      .replace(/[（(][）)]/u, '')
      .replace(/^[:：.、]/u, '');
  }
  // A name beside the unit needs no word before it.
  const body = unit ? BODY.exec(rest) : null;
  if (body) {
    caption.department ??= body[1] ?? null;
    return '';
  }
  const department = DEPARTMENT.exec(rest);
  if (department) {
    caption.department ??= department[1]?.replace(YEAR_BESIDE, '') || null;
    return '';
  }
  return unit && OTHER_BODY.test(rest) ? '' : rest;
}

/** A title over two lines: same size, next line. */
function goesOn(line: TextLine, below: TextLine | undefined): boolean {
  return below !== undefined && Math.abs(line.size - below.size) < 0.5 && below.box[1] - line.box[3] < line.size;
}
