/** The forms of a budget in the wording and printing of a layout. */
import type { Budget } from '../../accounts/budget.js';
import { amountColumn, sourceColumns } from '../../forms/budget/columns.js';
import { BudgetForms, type BudgetStyle, type Foot } from '../../forms/budget/set.js';
import type { Sheet } from '../../forms/sheet.js';
import type { RandomLayout } from '../layout.js';
import type { Random } from '../random.js';
import { printedSheet } from '../sheets.js';
import type { BudgetChoices } from './choices.js';

export function randomBudgetSheets(budget: Budget, layout: RandomLayout, choices: BudgetChoices, random: Random): Sheet[] {
  const forms = new BudgetForms(budget, styleOf(layout, choices, random));
  const titled = titlesOf(budget, choices);
  const columns = choices.itemColumns === 'amount' ? amountColumn('amount', '金额') : sourceColumns(choices.sources);
  const purchased = random.pick(['采购项目', '采购品目']);
  const sheets = [
    forms.summary(titled('收支', '')),
    forms.income(titled('收入', ''), choices.income, choices.sources),
    forms.expenditure(titled('支出', ''), choices.kinds, choices.kinds === 'kinds'),
    forms.fiscalSummary(titled('财政拨款收支', ''), choices.fiscal),
    forms.appropriation('general', titled('一般公共预算支出', '表'), choices.kinds),
    forms.basic(titled('一般公共预算基本支出', '表'), choices.economic),
    forms.appropriation('fund', titled('政府性基金预算支出', '表'), choices.kinds, footOf(layout.fund, budget, '政府性基金预算')),
    forms.appropriation('capital', titled('国有资本经营预算支出', '表'), choices.kinds, footOf(layout.capital, budget, '国有资本经营预算')),
    forms.threePublic(titled('一般公共预算“三公”经费支出', '表'), choices.threePublicRows),
    forms.projects(titled('项目支出', '表'), columns),
    forms.purchases('政府采购预算表', columns, { nameHead: purchased }),
  ];
  const drawn = layout.forms === 'all' ? sheets : random.some(sheets, random.between(2, 5));
  // Codes are printed as the forms have them.
  return drawn.map((sheet) => printedSheet(sheet, { ...layout, code: 'whole' }));
}

/** The unit that the amounts of a layout are printed in. */
function unitOf({ unit }: RandomLayout, { places }: BudgetChoices): RandomLayout['unit'] {
  return { two: unit, six: '万元', whole: '元' }[places] as RandomLayout['unit'];
}

function styleOf(layout: RandomLayout, choices: BudgetChoices, random: Random): BudgetStyle {
  const as = ({ two: {}, six: { as: 'six-places' }, whole: { as: 'whole' } } as const)[choices.places];
  const print = { separators: false, zero: '0.00', ...as };
  const hasCodes = choices.code === 'whole' || choices.code === 'indented';
  const { ordinalRow, total, padding } = choices;
  return {
    number: (ordinal) => (layout.number === 'none' ? null : `公开${String(ordinal).padStart(2, '0')}表`),
    departmentLabel: random.pick(['部门：', '单位名称：', '预算单位：']),
    unit: unitOf(layout, choices),
    unitLabel: random.pick(['单位：', '金额单位：']),
    coded: {
      code: choices.code,
      unitsAbove: choices.unitsAbove && hasCodes,
      nameHead: random.pick(['科目名称', '功能分类科目名称']),
      total,
      ordinals: ordinalRow === 'none' ? null : ordinalRow,
      padding,
      print,
    },
    sides: {
      sums: choices.sums,
      depth: choices.depth,
      carryover: random.pick(['上年结转', '上年结转结余']),
      closing: '结转下年',
      amount: random.pick(['预算数', '金额']),
      item: '项目',
      ordinals: layout.ordinals,
      print,
    },
    items: { units: choices.items, nameHead: '项目名称', total, print },
  };
}

/** 收支总表 from 收支; `end` where the form is no 总表. */
function titlesOf({ year }: Budget, { titles }: BudgetChoices): (subject: string, end: '' | '表') => string {
  const ends = { plain: ['总表', '表'], year: ['预算总表', '预算表'], overall: ['总体情况表', '情况表'] }[titles];
  return (subject, end) => `${titles === 'year' ? `${year}年` : ''}${subject}${end === '' ? ends[0] : ends[1]}`;
}

/** `declared` says under the table that nothing is in it. */
function footOf(state: RandomLayout['fund'], { department, year }: Budget, what: string): Foot {
  return state === 'declared' ? { statement: `说明：${department}${year}年没有${what}安排的支出，故本表无数据。` } : {};
}
