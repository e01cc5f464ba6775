import type { FamilyPhrase, Wording } from '../../prose.js';

const phrases: readonly FamilyPhrase[] = [
  {
    kind: 'other',
    numbers: ['money'],
    pattern: /^(?<name>.*?)(?<stage>(?:年初|全年|预计|年度)*)(?:执行|决算)(?:数|总额|金额)?(?:为|是|共|共计)?$/u,
    example: '上年执行数5万元。',
    counterExample: '上年预算数5万元。',
  },
  // 公务接待费预算支出14.3万元
  {
    kind: 'principal',
    numbers: ['money'],
    pattern: /^(?<name>.+?)(?:年初|当年|本年)?预算(?<side>支出|收入)(?:总额|金额)?(?:为|是|共|共计|安排)?$/u,
    notAfter: /(?:国有资本经营|政府性基金|一般公共|部门)$/u,
    example: '公务接待费预算支出14.3万元。',
    counterExample: '一般公共预算支出5万元。',
  },
  {
    kind: 'principal',
    numbers: ['money'],
    pattern:
      /^(?<name>.*?)(?:年初|当年|本年)?(?:总)?预算(?:安排)?(?:数|总额|总量|总数|金额|资金|规模)?(?:安排)?(?:均为|各为|为|是|共计|合计|共|约)?$/u,
    notAfter: /(?:国有资本经营|政府性基金|一般公共)$/u,
    example: '公务接待费2026年预算数为0.9万元。',
    counterExample: '一般公共预算5万元。',
  },
  {
    kind: 'principal',
    numbers: ['money'],
    pattern: /^(?<name>.+?)(?:共|拟|计划|合计)?安排(?:数|资金|金额)?(?:为|是|共计|共)?$/u,
    notAfter: /(?:国有资本经营|政府性基金|一般公共)预算$/u,
    example: '机关运行经费安排210.32万元。',
    counterExample: '机关运行经费210.32万元。',
  },
];

/** 预算 is what budgets print; what was spent of last year's, 执行数, is held against it where the words say so. */
export const wording: Wording = {
  account: '预算',
  principal: '预算',
  other: { word: '执行', against: '执行|决算|完成', isPast: true, initial: '年初', adjusted: '调整', stages: '年初|全年|预计|调整' },
  phrases,
  comparedYear: -1,
  titles: '(?:部门|单位|综合)预算|收支(?:预算)?总',
  lead: /^(?:(?:通过|由|使用|用|从)?(?:一般公共预算|财政|当年财政)(?:财政)?(?:拨款|资金)?(?:安排)?的(?=三公|机关|会议|培训|因公|公务)|(?:一般公共预算|财政)(?:财政)?(?:拨款|资金)?安排的?(?=三公|机关|会议|培训|因公|公务)|安排(?=.)|拟(?=.)|预计(?=.)|本年(?=.)|收入为|支出为|预算内)/u,
};
