/**
 * The words by which a table without rules is found and read. Most are those of any table of accounts; `TITLE` names the tables of final
 * accounts and budgets, and those from `BLOCKS_TITLE` on are of 绩效 tables. This is the only place in this stage that names them.
 */
import { UNIT_WORDS } from '../../base/money.js';
import { COLUMN_NUMBERS, ROW_NUMBERS } from '../../base/patterns.js';
import { NAMED } from '../../model/caption-text.js';

/** Words that published headers set wide: 项    目. */
export const WIDE_WORDS: ReadonlySet<string> = new Set([
  '项目',
  '合计',
  '总计',
  '小计',
  COLUMN_NUMBERS,
  ROW_NUMBERS,
  '收入',
  '支出',
  '金额',
]);

/** Heads of the columns of a code in parts; they may stand lower than all others. */
export const SPLIT_CODE = /^[类款项]$/u;

/** Words, be it the end of some: a full stop alone on its line is no figure. */
export const WORDS = /\p{Script=Han}|^[。，；：、）”]+$/u;

/** A head that may stand over others: 项目 over 科目编码 and 科目名称. */
export const LABEL_PARENT = /^项目$/u;
/** Label heads that never stand under another. */
export const LABEL_ALONE = new RegExp(`^(?:${ROW_NUMBERS}|项目)$`, 'u');

/** The line above a table that no prose has: 单位：万元. */
export const UNIT_LINE = new RegExp(`单位[:：](?:人民币)?(?:${UNIT_WORDS})`, 'u');

/** The title of the next table. */
export const TITLE = /(?:决算|预算|情况|明细|绩效自评)\p{Script=Han}{0,6}表$/u;

/** The end of a title where a unit line below says that it is one. */
export const TITLE_END = /(?:表|情况|明细)(?:[（(][^（()）]{1,16}[)）])?$/u;
/** 公开02表, 附表3, 表2, 附件3: a table's number, alone on its line; the year below its title; its department. */
export const TITLE_BESIDE = new RegExp(
  `^(?:(?:\\p{Script=Han}{0,4}表|附件)[-\\d一二三四五六七八九十]{1,4}|\\p{Script=Han}{0,4}\\d{1,2}表|[（(]?\\d{4}年度?[)）]?|(?:${NAMED}|部门|单位)[:：].*)$`,
  'u',
);

/** The head of a column of money: words in it are misplaced. */
export const MONEY_HEAD = /计|[支收]|拨款|金|数|经费|费$|结转|结余|财政|预算|决算|[增减]|万?元/u;

/** The title of a table of blocks, each with heads of its own: 部门整体支出绩效自评表, 项目支出绩效目标表. */
export const BLOCKS_TITLE = /绩效\p{Script=Han}{0,8}表(?:[（(][^（()）]{1,16}[)）])?$/u;
/** The heads of such blocks: of indicators, of money, of points. */
export const INDICATOR_HEAD = /^[一二三]级指标$/u;
export const BLOCK_HEAD =
  /^(?:[一二三]级指标|绩效指标|(?:年度|绩效|全年)*(?:指标|目标)值|(?:全年)?实际完成(?:值|情况)|分值|权重|(?:自评)?得分|偏差度|情况说明|\p{Script=Han}*改进措施|年初预算数?|全年预算数?|全年执行数?|(?:预算)?执行率|总额|财政拨款|其他资金)$/u;
/** Heads of which words below are misplaced. */
export const FIGURE_HEAD = /^(?:分值|权重|(?:自评)?得分|年初预算数?|全年预算数?|全年执行数?|(?:预算)?执行率|总额|财政拨款|其他资金)$/u;
/** Heads that stand above those of amounts, or beside both. */
export const BLOCK_PARENT = /^(?:预算金额|任务名称|主要内容)$/u;
/** Heads of goals and of what became of them. */
export const BLOCK_GOAL =
  /^(?:(?:年度|总体|年度总体|全年)?(?:预期|绩效)?目标|(?:全年)?实际完成情况|任务名称|主要内容|(?:目标|任务)完成情况)$/u;
/** The names of sums in such blocks. */
export const BLOCK_SUM = /合计$|^总[计分]$/u;
