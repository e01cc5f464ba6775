import { form } from '../../form.js';
import { sourceColumns, UNNAMED } from './columns.js';
import { sourceIdentities } from './identities.js';
import { itemRows } from './rows.js';

/** 项目支出表: the projects of each unit and where their money comes from. */
export const budgetProject = form({
  id: 'budget-project',
  name: '项目支出总表',
  titles: ['项目支出[预算]{总表|表|情况表|总体情况表|明细表}', '项目支出及其他支出预算表', '专项业务经费[支出][预算]表'],
  columns: { ...sourceColumns, amount: ['项目金额', '金额', '预算金额', '预算数'] },
  besides: ['项目类别', '项目简介', '项目内容', '绩效目标', '项目分类', '备注', '项目属性', '项目类型', '资金性质'],
  unnamed: UNNAMED,
  rows: itemRows,
  identities: sourceIdentities,
});
