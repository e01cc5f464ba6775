import type { FamilyPhrase, Wording } from '../../prose.js';

const phrases: readonly FamilyPhrase[] = [
  {
    kind: 'completion',
    numbers: ['percent'],
    pattern:
      /^(?<name>.*?)(?:(?:完成|占)(?:了)?(?<stage>年初|全年|调整|年度|本年|当年)*(?:预算|任务)(?:数|安排|总额)?的?|(?:预算)?(?:执行|完成)率)(?:为|达|达到|是)?$/u,
    example: '完成年初预算的5%。',
    counterExample: '完成年度目标125%。',
  },
  // 完成预算0万元的0%
  { kind: 'completion', numbers: ['percent'], pattern: /^的$/u, example: '完成预算10万元的50%。', counterExample: '占10万元中的5%。' },
  // A budget stated on the way to its rate: 完成预算5万元的80%.
  {
    kind: 'other',
    numbers: ['money'],
    pattern: /^完成(?:.*(?<stage>年初))?.*预算数?$/u,
    example: '完成年初预算5万元。',
    counterExample: '完成水利工程5万元。',
  },
  {
    kind: 'other',
    numbers: ['money'],
    pattern:
      /^(?<name>.*?)(?<stage>(?:年初|全年|调整后?|本年|当年|年度|批复的?)*)(?:部门)?预算(?:数|总额|安排|金额|资金)?(?:为|是|共|共计)?$/u,
    notAfter: /(?:国有资本经营|政府性基金|一般公共)$/u,
    example: '一般公共预算财政拨款支出年初预算为1139.96万元。',
    counterExample: '国有资本经营预算5万元。',
  },
  {
    kind: 'principal',
    numbers: ['money'],
    pattern: /^(?<name>.*?)(?:(?<side>支出|收入)?决算|执行)(?:数|总额|金额|资金)?(?:为|是|共|共计)?$/u,
    example: '公务接待费支出决算为0.9万元。',
    counterExample: '公务接待费支出0.9万元。',
  },
];

/** 决算 is what final accounts print, 预算 what they hold against it. */
export const wording: Wording = {
  account: '决算',
  principal: '决算',
  other: { word: '预算', against: '预算|计划', initial: '年初', adjusted: '调整', stages: '年初|全年|调整' },
  phrases,
  comparedYear: -1,
  titles: '决算|情况说明|绩效',
};
