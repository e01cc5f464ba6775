/** The grammar of the words before a number, as tables that are tried in order. Their own examples test every row. */
import type { FamilyPhrase, PhrasePattern, Wording } from '../../../../extractors/prose.js';
import { oncePer } from '../cached.js';

const UP = '增加|增长|上升|提高|增幅|增长率|上涨';
const DOWN = '减少|下降|降低|降幅|减幅|下降率|缩减|压减';

/** What stands last, before the number: 为, 共计 …. */
const AMOUNT = /^(?<name>.*?)(?:均为|各为|共为|共计|约为|为|是|共|达到|达)?$/u;

/** Rows that come before those of the family. */
const FIRST: readonly PhrasePattern[] = [
  {
    kind: 'unclear',
    numbers: ['money', 'percent', 'score', 'count'],
    pattern: /分别|(?:至|到|由|从)$/u,
    example: '人员经费和公用经费分别为5万元。',
    counterExample: '人员经费5万元。',
  },
  { kind: 'score', numbers: ['score'], pattern: /^(?<name>.*)$/u, example: '部门绩效自评得分89.54分。', counterExample: '得分率89.54%。' },
  { kind: 'count', numbers: ['count'], pattern: AMOUNT, example: '应急保障用车2辆。', counterExample: '应急保障用车2万元。' },
];

const SHARE: PhrasePattern = {
  kind: 'share',
  numbers: ['percent'],
  pattern: /^(?<name>.*?)占比?(?<whole>.*?)(?:的)?(?:比重|比例)?(?:为|是|达|约)?$/u,
  example: '占支出合计的100%。',
  counterExample: '下降54.35%。',
};

const CHANGE: PhrasePattern = {
  kind: 'change',
  numbers: ['money', 'percent'],
  pattern: new RegExp(`^(?<rest>.*?)(?:(?<up>${UP})|(?<down>${DOWN}))(?:了|额|率|数|幅度|比例)?(?:为|达|约)?$`, 'u'),
  example: '机关运行经费支出比2023年度减少2.2万元。',
  counterExample: '其中增加的人员经费2.2万元。',
};

/** Rows that come after those of the family. */
const LAST: readonly PhrasePattern[] = [
  {
    kind: 'amount',
    numbers: ['money'],
    pattern: AMOUNT,
    example: '2024年度收、支总计均为395.87万元。',
    counterExample: '收、支总计均为89%。',
  },
  { kind: 'unclear', numbers: ['percent'], pattern: /^/u, example: '完成年度目标125%。', counterExample: '占支出合计的100%。' },
];

/** All rows for a family, in the order they are tried. 占 states a rate of completion too, and a change may name the other amount: order matters. */
export const grammarOf = oncePer(({ phrases }: Wording): readonly PhrasePattern[] => {
  const ofKind = (kind: FamilyPhrase['kind']) => phrases.filter((row) => row.kind === kind);
  return [...FIRST, ...ofKind('completion'), SHARE, CHANGE, ...ofKind('other'), ...ofKind('principal'), ...LAST];
});

/** How the words before 增加 or 减少 name what changed (group `name`) and what it is held against (group `against`, a year where missing). */
export interface ComparisonPattern {
  readonly pattern: RegExp;
  /** Words before 增加 or 减少 that it reads, and those that it must leave to another row. */
  readonly example: string;
  readonly counterExample: string;
}

export const comparisonsOf = oncePer(({ principal, other }: Wording): readonly ComparisonPattern[] => [
  {
    pattern: /^(?:与|和|同|比|较)(?<against>.{2,14}?)(?:相比较?|比较)(?<name>.+)$/u,
    example: '与上年相比收、支总计',
    counterExample: '机关运行经费比上年',
  },
  {
    pattern: new RegExp(
      `^(?<name>.*?)(?:同比|(?:比|较|与|同)(?<against>.*?(?:年|${principal}|${other.against}|期).*?))(?:相比|相比较)?$`,
      'u',
    ),
    example: '机关运行经费比上年',
    counterExample: '机关运行经费',
  },
]);

/** Whether words that a comparison names mean the other amount (年初预算数), not a year. */
export const namesOtherAmount = (words: string, wording: Wording): boolean => otherAmount(wording).test(words);

const otherAmount = oncePer(({ other }: Wording) => new RegExp(other.against, 'u'));

/** The named groups of a match; those that took no part are undefined. */
export type Groups = Readonly<Partial<Record<string, string>>>;

/** The named groups of a pattern in a text, none where it has none; null where it does not match. */
export const groupsOf = (pattern: RegExp, text: string): Groups | null => {
  const match = pattern.exec(text);
  return match && (match.groups ?? {});
};
