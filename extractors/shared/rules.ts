import { rule } from '../rule.js';

/** Rules that hold for tables of every family. A family lists those that its forms use among its own, in the order people read them. */
export const ROW_SUM = rule({ id: 'ROW-SUM', title: '行内合计', formula: '每一行：合计栏 = 各组成栏之和' });
export const COLUMN_SUM = rule({ id: 'COLUMN-SUM', title: '合计行', formula: '每一栏：合计 = 表中最上级各科目之和' });
export const CODE_SUM = rule({
  id: 'CODE-SUM',
  title: '科目层级',
  formula: '每一栏：类 = 其下各款之和，款 = 其下各项之和（按表中印出的级次）',
});
export const CODE_PARENT = rule({
  id: 'CODE-PARENT',
  title: '上级科目行',
  formula: '文中各表印有类、款各行时，每一科目的类、款行都印出',
});
export const CODE_CHILD = rule({
  id: 'CODE-CHILD',
  title: '下级科目行',
  formula: '文中各表印有款、项各行时，每一科目的款、项行都印出',
});
export const ROW_MISSING = rule({ id: 'ROW-MISSING', title: '应有的行', formula: '合计、本年收支合计、年初年末结转、总计等行都印出' });
export const SIDES_BALANCE = rule({ id: 'SIDES-BALANCE', title: '收支平衡', formula: '收入总计 = 支出总计' });
export const THREE_PUBLIC_TOTAL = rule({
  id: 'THREE-PUBLIC-TOTAL',
  title: '“三公”合计',
  formula: '合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费',
});
export const THREE_PUBLIC_VEHICLES = rule({
  id: 'THREE-PUBLIC-VEHICLES',
  title: '公务用车',
  formula: '公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费',
});
export const GRAND_TOTAL = rule({
  id: 'THREE-PUBLIC-GRAND-TOTAL',
  title: '“三公”、会议费、培训费合计',
  formula: '合计 = “三公”经费 + 会议费 + 培训费',
});
/** Raised where all figures of a table agree with the others in another unit; no form declares it. */
export const UNIT_PLAUSIBLE = rule({
  id: 'UNIT-PLAUSIBLE',
  title: '金额单位',
  formula: '各表按所印单位折算为元后应能相互勾稽；按另一单位方能勾稽的，单位有误',
});
