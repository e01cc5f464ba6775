import { rule } from '../rule.js';

/** What the sentences of a document say against its tables and against themselves, in the order people read it. */
export const PROSE_AMOUNT = rule({ id: 'PROSE-AMOUNT', title: '文字金额', formula: '文中金额与表中该数一致（以较少的小数位为准）' });
export const PROSE_TWO_AMOUNTS = rule({
  id: 'PROSE-TWO-AMOUNTS',
  title: '一事两数',
  formula: '同一项目开头所列的金额与其预算安排一致，并与项目支出表、绩效目标表一致',
});
export const PROSE_UNIT = rule({ id: 'PROSE-UNIT', title: '文字单位', formula: '文中金额的单位（元、万元）与表一致' });
export const PROSE_SHARE = rule({ id: 'PROSE-SHARE', title: '占比', formula: '文中占比 = 部分 ÷ 总体' });
export const PROSE_CHANGE = rule({ id: 'PROSE-CHANGE', title: '增减', formula: '文中增减额、增减率与两年金额相互一致' });
export const PROSE_DIRECTION = rule({ id: 'PROSE-DIRECTION', title: '增减方向', formula: '增加、减少、大于、小于、持平等字样与数字相符' });
export const PROSE_COMPLETION = rule({
  id: 'PROSE-COMPLETION',
  title: '完成率',
  formula: '完成预算的百分比 = 决算数 ÷ 预算数；预算数为0时没有完成率',
});
export const PROSE_SUM = rule({ id: 'PROSE-SUM', title: '文字合计', formula: '文中所列各项之和等于其合计' });
export const PROSE_COUNT = rule({ id: 'PROSE-COUNT', title: '文字数目', formula: '文中所称的项目数与表的张数、逐个说明的项目数一致' });
export const PROSE_SAME_AMOUNTS = rule({ id: 'PROSE-SAME-AMOUNTS', title: '金额雷同', formula: '三个以上不同项目的各项金额不会全都相同' });
export const PROSE_SCORE = rule({ id: 'PROSE-SCORE', title: '绩效得分', formula: '文中绩效得分与绩效自评表一致' });
export const PROSE_VISITS = rule({ id: 'PROSE-VISITS', title: '接待批次与人次', formula: '接待人次不少于批次；公务接待费为0时没有接待' });
export const PROSE_RUNNING_COSTS = rule({ id: 'PROSE-RUNNING-COSTS', title: '机关运行经费', formula: '机关运行经费不超过公用经费' });
export const PROSE_ITEMS = rule({ id: 'PROSE-ITEMS', title: '所列科目', formula: '文中“主要包括”的科目在06表中有金额' });
export const PROSE_EMPTY = rule({ id: 'PROSE-EMPTY', title: '声明无数据', formula: '文中称没有的收支，表中没有金额' });
export const EMPTY_UNDECLARED = rule({ id: 'EMPTY-UNDECLARED', title: '空表未说明', formula: '空表在表下或文中说明没有数据' });
export const PROSE_NAME = rule({ id: 'PROSE-NAME', title: '单位名称', formula: '文中的单位名称始终一致' });
export const TABLE_NAME = rule({ id: 'TABLE-NAME', title: '表中单位名称', formula: '各表的编制单位一致' });
export const DOCUMENT_NAME = rule({ id: 'DOCUMENT-NAME', title: '文件的单位名称', formula: '封面、页眉和各级标题写的是同一个单位' });
export const PROSE_YEAR = rule({ id: 'PROSE-YEAR', title: '年度', formula: '文中的年度与本决算一致' });
export const TABLE_YEAR = rule({ id: 'TABLE-YEAR', title: '表中年度', formula: '各表的年度与本决算一致' });
export const PROJECT_PERIOD = rule({ id: 'PROJECT-PERIOD', title: '项目期限', formula: '预算中项目的期限、完成时间不早于本年度' });
export const CONTENTS_MISSING = rule({ id: 'CONTENTS-MISSING', title: '目录与正文', formula: '目录所列各表均在文中' });
export const CONTENTS_EMPTY = rule({
  id: 'CONTENTS-EMPTY',
  title: '目录与空表',
  formula: '目录称为空表的表没有数据，称不是空表的表有数据',
});

/** All of them. */
export const proseRules = [
  PROSE_AMOUNT,
  PROSE_TWO_AMOUNTS,
  PROSE_UNIT,
  PROSE_SHARE,
  PROSE_CHANGE,
  PROSE_DIRECTION,
  PROSE_COMPLETION,
  PROSE_SUM,
  PROSE_COUNT,
  PROSE_SAME_AMOUNTS,
  PROSE_SCORE,
  PROSE_VISITS,
  PROSE_RUNNING_COSTS,
  PROSE_ITEMS,
  PROSE_EMPTY,
  EMPTY_UNDECLARED,
  PROSE_NAME,
  TABLE_NAME,
  DOCUMENT_NAME,
  PROSE_YEAR,
  TABLE_YEAR,
  PROJECT_PERIOD,
  CONTENTS_MISSING,
  CONTENTS_EMPTY,
] as const;
