import type { Form } from '../schemas/disclosure.js';

/** What the forms are called in the Ministry of Finance's order. */
export const FORM_TITLES: Readonly<Record<Form, string>> = {
  'income-expenditure-summary': '收入支出决算总表',
  income: '收入决算表',
  expenditure: '支出决算表',
  'fiscal-appropriation-summary': '财政拨款收入支出决算总表',
  'general-public-expenditure': '一般公共预算财政拨款支出决算表',
  'general-public-basic-expenditure': '一般公共预算财政拨款基本支出决算表',
  'government-fund': '政府性基金预算财政拨款收入支出决算表',
  'state-capital': '国有资本经营预算财政拨款支出决算表',
  'three-public': '“三公”经费支出决算表',
  'department-performance': '部门整体支出绩效自评表',
  'project-performance': '项目支出绩效自评表',
  other: '其他表',
};
