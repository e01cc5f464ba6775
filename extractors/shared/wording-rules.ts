import { rule } from '../rule.js';

/** What is wrong with words and marks, and with no figure: findings of their own list, 文字问题. */
export const TEMPLATE_LEFTOVER = rule({
  id: 'TEMPLATE-LEFTOVER',
  title: '模板痕迹',
  formula: '文中没有未填写的模板字样（漏填金额、百分号的为提醒）',
});
export const PUNCTUATION_DOUBLED = rule({ id: 'PUNCTUATION-DOUBLED', title: '标点重复', formula: '标点、单位没有重复' });

/** All of them. */
export const wordingRules = [TEMPLATE_LEFTOVER, PUNCTUATION_DOUBLED] as const;
