/** Words that are printed in tables of budgets and stand in no form's declaration and no code book. */
export const budgetWords: readonly string[] = [
  '项目',
  '栏次',
  '科目编码',
  '科目名称',
  '功能分类科目编码',
  '功能分类科目名称',
  '经济分类科目编码',
  '经济分类科目名称',
  '单位编码',
  '单位名称',
  '预算单位',
  '收入',
  '支出',
  '预算数',
  '项目名称',
];
