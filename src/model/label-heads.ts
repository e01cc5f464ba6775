import { bare } from '../base/text.js';

/** What heads the columns of labels, as `bare` words. */

export const UNIT_CODE_HEAD = /^(?:预算)?(?:单位|部门|部门单位)(?:编码|代码|编号)$/u;
export const UNIT_HEAD = /^(?:(?:一级|二级|基层)?预算单位(?:名称)?|单位名称|项目单位|部门名称|部门单位名称|单位|单位项目名称)$/u;
export const CODE_HEAD = /^(?:.*(?:科目)?(?:编码|代码|编号)|类|款|项)$/u;
export const NAME_HEAD =
  /^(?:项目(?:按.*分类)?|.*科目(?:名称)?(?:按.*类)?|.*(?:功能|经济)分类(?:名称)?|名称|类别|(?:支出|收入|采购)项目(?:名称)?|项目名称|支出项目类别.*|采购品目(?:名称|大类)?|采购内容|采购类别|类型|专项名称|年度)$/u;
export const LINE_HEAD = /^(?:行次|序号|行号)$/u;

const HEADS: readonly RegExp[] = [UNIT_CODE_HEAD, UNIT_HEAD, CODE_HEAD, NAME_HEAD, LINE_HEAD];

/** Does a head, as printed, stand over labels rather than figures? */
export function isLabelHead(head: string): boolean {
  const words = bare(head);
  return HEADS.some((each) => each.test(words));
}
