import { squeeze } from '../../base/text.js';
import { type PlacedCell, textOf } from './placed-cell.js';

/** 收入决算表, 支出决算表（续）; 公开02表 is a number. */
const TITLE = /\p{Script=Han}{3}(?:表|情况|明细)(?:[（(][^（）()]{1,20}[)）])?$/u;
const NUMBER = /^(?:(?:财决|部门|预算)?公开|预算)\d{1,2}[.·]?表?$|^附?[表件](?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]+)[:：]?$/u;
/** 编制单位：某某局, 金额单位：万元, 2023年度. */
const LABEL =
  /^[（(]?(?:编制|填报|公开|预算|报送|编报)?(?:部门|单位)(?:名称)?(?:[（(](?:部门|单位)[)）])?[:：]|^[（(]?(?:金额|计量|货币)单位[:：]|^[（(]?\d{4}年度?[)）]?$/u;
/** 注：…, 说明：…, and those who filled a table in. */
const NOTE =
  /^[（(]?(?:注|说明|备注|附注)(?:[:：]|\d[:：.、])|^(?:单位)?(?:负责人|填表人|制表人?|审核人?|复核人?|联系人|联系电话|填报日期|财务负责人)(?:[（(].{1,6}[)）])?[:：]/u;
/** Letters. A cell alone in its row below a table with more says something of the table. */
const LONG = 25;
/** Cells side by side on a caption row. */
const WIDEST = 4;

export const isTitle = (text: string): boolean => TITLE.test(squeeze(text));

/** Cells that say whose table it is, in what unit, its number. */
export function isCaptionRow(row: readonly PlacedCell[]): boolean {
  const texts = row.map((cell) => squeeze(textOf(cell)));
  return row.length <= WIDEST && texts.some((text) => LABEL.test(text) || NUMBER.test(text));
}

/** One cell that is a title. */
export const isTitleAlone = (row: readonly PlacedCell[]): boolean => row.length === 1 && row.some((cell) => isTitle(textOf(cell)));

/** A row below a table that explains it, or says who filled it in. */
export function isNoteRow(row: readonly PlacedCell[]): boolean {
  const [first, second] = row;
  if (!first) return false;
  const text = squeeze(textOf(first));
  return NOTE.test(text) || (!second && (text.length > LONG || /^\d{4}年\d{1,2}月\d{1,2}日$/u.test(text)));
}

/** What stands apart on one line: tabs, or blanks that nobody sets within words. */
const APART = /\t+| {3,}|\u3000{2,}/u;
const LONGEST_PART = 40;

/** 部门：某某局    2023年度    单位：万元 → its parts; any other line as it is. */
export function captionParts(line: string): string[] {
  const parts = partsBetween(line, APART);
  if (parts.length > 1 && areCaption(parts, 1)) return parts;
  // A single wide blank may space the letters of one word: 单　位.
  const close = partsBetween(line, /[\s\u3000]+/u);
  return areCaption(close, 2) ? close : [line];
}

const partsBetween = (line: string, gap: RegExp): string[] =>
  line
    .split(gap)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const areCaption = (parts: readonly string[], fewest: number): boolean =>
  parts.every(({ length }) => length <= LONGEST_PART) && parts.filter(isCaptionText).length >= fewest;

/** A table's department, year, unit or number, alone. */
const isCaptionText = (text: string): boolean => LABEL.test(squeeze(text)) || NUMBER.test(squeeze(text));

/** A line that names a table, or says whose it is and in what unit. */
export const isCaptionLine = (line: string): boolean => isTitle(line) || captionParts(line).some(isCaptionText);
