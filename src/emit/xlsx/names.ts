import type { DisclosureTable, Form } from '../../../schemas/disclosure.js';

/** UTF-16 units. Excel refuses longer names. */
const LONGEST = 31;

/** What Excel refuses in a sheet's name, and what XML cannot carry. */
const REFUSED = /[[\]:*?/\\\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;

const FORM_TITLES: Record<Form, string> = {
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

/** One name per table, such as `01 收入支出决算总表`: numbered in document order, so that no two are equal. */
export function sheetNames(tables: DisclosureTable[]): string[] {
  const digits = Math.max(2, String(tables.length).length);
  return tables.map((table, index) => {
    const title = clean(table.title ?? '') || FORM_TITLES[table.form];
    return cut(`${String(index + 1).padStart(digits, '0')} ${title}`);
  });
}

function clean(title: string): string {
  return title.replace(REFUSED, '').replace(/\s+/g, '');
}

function cut(name: string): string {
  let fitting = '';
  for (const character of name) {
    if (fitting.length + character.length > LONGEST) break;
    fitting += character;
  }
  // Excel refuses an apostrophe at either end.
  return fitting.replace(/'+$/, '');
}
