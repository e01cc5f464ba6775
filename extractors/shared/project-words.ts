import { HAN_NUMBER } from '../../src/base/patterns.js';

const ORDINAL = `(?:（?\\d{1,2}[）.．、](?!\\d)|（${HAN_NUMBER}）|${HAN_NUMBER}、)`;

/** The words of prose about projects that final accounts and budgets share. */
export const projectWords = {
  projectHead: /^（?(?<number>\d{1,3})[）.．、](?<name>.+?)(?:项目)?(?:绩效)?(?:自评|目标)(?:综述|情况|结果)?[:：，]/u,
  countWords: /^\d+个(?:\p{Script=Han}{0,4})?项目/u,
  itemHead: new RegExp(
    `^${ORDINAL}(?<name>[^，。；：\\d]{2,38}?(?:项目|经费|专项|资金|工程|补助|费))[：（，]?(?:20\\d\\d年度?)?(?:预算(?:数|安排|金额)?|安排|金额|资金)?(?:共计|共|计|为)?$`,
    'u',
  ),
  itemOwn:
    /^(?:（\d+）)?(?:20\d\d年度?)?(?:年度|本年度?|当年|全年)?拟?(?:(?:部门|单位|项目)?预算(?:安排|数|金额|资金)|安排预算|安排(?:该|本)项目|(?:该|本)项目(?:本年|当年)?拟?(?:安排|预算))[^，。；]{0,16}$/u,
  itemParts: /财政|公共|基金|专户|自有|自筹|其他|结转|单位资金|其中/u,
  itemBeside: /总投资|总概算|概算|总额|累计|合同|分期|分年|三年|五年|周期|以前年度|上年/u,
} as const;
