import { EVERY_YEAR, type Rule, type RuleWords } from './rule.js';

const toRules = (words: readonly RuleWords[]): readonly Rule[] => words.map((rule) => ({ forms: [], years: EVERY_YEAR, ...rule }));

/** Codes and names against the books. */
export const codeRules = toRules([
  { id: 'CODE-UNKNOWN', title: '未收录的科目', formula: '科目编码见于政府收支分类科目（书目每年变动，未收录者仅作提示）' },
  { id: 'CODE-NAME', title: '编码与名称', formula: '科目编码与科目名称相符，名称不属于另一编码' },
  { id: 'NAME-STALE', title: '旧名称', formula: '科目名称为本年度所用' },
  { id: 'NAME-CUT', title: '名称不全', formula: '科目名称完整' },
  { id: 'NAME-DIFFERS', title: '名称有出入', formula: '科目名称与书目一致' },
]);

/** What the prose says against the tables and against itself. */
export const proseRules = toRules([
  { id: 'PROSE-AMOUNT', title: '文字金额', formula: '文中金额与表中该数一致（以较少的小数位为准）' },
  { id: 'PROSE-UNIT', title: '文字单位', formula: '文中金额的单位（元、万元）与表一致' },
  { id: 'PROSE-SHARE', title: '占比', formula: '文中占比 = 部分 ÷ 总体' },
  { id: 'PROSE-CHANGE', title: '增减', formula: '文中增减额、增减率与两年金额相互一致' },
  { id: 'PROSE-DIRECTION', title: '增减方向', formula: '增加、减少、大于、小于、持平等字样与数字相符' },
  { id: 'PROSE-COMPLETION', title: '完成率', formula: '完成预算的百分比 = 决算数 ÷ 预算数；预算数为0时没有完成率' },
  { id: 'PROSE-SUM', title: '文字合计', formula: '文中所列各项之和等于其合计' },
  { id: 'PROSE-SCORE', title: '绩效得分', formula: '文中绩效得分与绩效自评表一致' },
  { id: 'PROSE-RUNNING-COSTS', title: '机关运行经费', formula: '机关运行经费不超过公用经费' },
  { id: 'PROSE-ITEMS', title: '所列科目', formula: '文中“主要包括”的科目在06表中有金额' },
  { id: 'PROSE-EMPTY', title: '声明无数据', formula: '文中称没有的收支，表中没有金额' },
  { id: 'EMPTY-UNDECLARED', title: '空表未说明', formula: '空表在表下或文中说明没有数据' },
  { id: 'PROSE-NAME', title: '单位名称', formula: '文中的单位名称始终一致' },
  { id: 'TABLE-NAME', title: '表中单位名称', formula: '各表的编制单位一致' },
  { id: 'PROSE-YEAR', title: '年度', formula: '文中的年度与本决算一致' },
  { id: 'TABLE-YEAR', title: '表中年度', formula: '各表的年度与本决算一致' },
  { id: 'CONTENTS-MISSING', title: '目录与正文', formula: '目录所列各表均在文中' },
  { id: 'TEMPLATE-LEFTOVER', title: '模板痕迹', formula: '文中没有未填写的模板字样' },
]);

/** What was remarked while the document was read. */
export const readingRules = toRules([
  { id: 'PAGE-UNREAD', title: '页面无法识读', formula: '每一页都能识读' },
  { id: 'ENGINES-DISAGREE', title: '两个引擎识读不一', formula: '存疑的页由第二个引擎再读一遍，逐格相同' },
  { id: 'READ-ONCE', title: '未经复核', formula: '存疑的页第二个引擎也能识读（仅作说明）' },
  { id: 'CELL-UNREADABLE', title: '单元格无法识读', formula: '每一格都能识读' },
  { id: 'CODE-DOUBTFUL', title: '编码识读存疑', formula: '识读有疑的编码由科目名称确定' },
  { id: 'NAME-DOUBTFUL', title: '单位名称识读存疑', formula: '识读的编制单位与文字页所印相近时取后者' },
  { id: 'READING-SETTLED', title: '识读存疑', formula: '识读有疑的数取唯一合乎勾稽关系者，并列出其他可能' },
  { id: 'PROSE-UNREAD', title: '文中数字识读存疑', formula: '识读有疑的文中数字不参与核对（仅作说明）' },
  { id: 'NUMBER-MALFORMED', title: '数字不规范', formula: '金额栏中是规范的数字' },
  { id: 'UNIT-UNKNOWN', title: '未印单位', formula: '有金额的表印有金额单位' },
  { id: 'CODE-SHAPE', title: '编码位数', formula: '科目编码为3、5或7位' },
  { id: 'CODE-INHERITED', title: '补上级编码', formula: '上级编码空白时由上一行补足（仅作说明）' },
  { id: 'COLUMN-UNKNOWN', title: '未知的栏', formula: '每一栏的含义为该表所知' },
  { id: 'COLUMN-DUPLICATE', title: '重复的栏', formula: '没有两栏含义相同' },
  { id: 'ROW-SLID', title: '行错位', formula: '各格与其行对齐' },
  { id: 'CORRECTION-REFUSED', title: '更正未采用', formula: '更正文件中的每一条，所指之处仍读作更正时的样子' },
  { id: 'CORRECTIONS-UNUSABLE', title: '更正文件不可用', formula: '更正文件合乎格式，且是为本文件（按sha256）所作' },
  { id: 'FORM-BY-HEADER', title: '由表头认表', formula: '表题未印时由表头判定（仅作说明）' },
]);
