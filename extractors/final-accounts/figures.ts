/** Figures of final accounts that other documents restate or are compared by, by the names that families share. */
import type { NamedFigure } from '../across.js';
import type { ComparedFigure } from '../presentation.js';
import {
  BESIDE_THREE_PUBLIC,
  type BesideThreePublicItem,
  besideThreePublicItems,
  comparedBeside,
  comparedThreePublic,
  figure,
  place,
  THREE_PUBLIC,
  type ThreePublicItem,
  threePublicFigures,
} from '../shared/across.js';

/** A 三公 item in a phase: a column of the only row, a column of the phase's row, or a row below the phase's head. */
export const threePublic = (
  item: ThreePublicItem | BesideThreePublicItem,
  phase: 'budget' | 'final',
  words: string,
  unless?: RegExp,
): NamedFigure => ({
  words,
  places: [
    place('three-public', '', `${phase}.${item}`),
    place('three-public', 'total', `${phase}.${item}`),
    place('three-public', phase, item),
    place('three-public', item === 'total' ? 'total' : `three-public/${item}`, phase),
  ].map((one) => (unless ? { ...one, unless } : one)),
});

const final = (item: ThreePublicItem | BesideThreePublicItem): NamedFigure =>
  threePublic(item, 'final', { ...THREE_PUBLIC, ...BESIDE_THREE_PUBLIC }[item]);

const summary = (words: string, concept: string, column: string) => figure(words, place('income-expenditure-summary', concept, column));

/** 会议费 and 培训费, which stand beside the 三公. */
export const meetingFigures: readonly NamedFigure[] = besideThreePublicItems.map(final);

export const finalFigures = {
  'total-income': summary('本年收入合计', 'total-income', 'income'),
  'total-expenditure': summary('本年支出合计', 'total-expenditure', 'expenditure'),
  'grand-total': summary('总计', 'total', 'expenditure'),
  'general-public-appropriation': summary('一般公共预算财政拨款收入', 'general-public-appropriation', 'income'),
  'government-fund-appropriation': summary('政府性基金预算财政拨款收入', 'government-fund-appropriation', 'income'),
  'state-capital-appropriation': summary('国有资本经营预算财政拨款收入', 'state-capital-appropriation', 'income'),
  'basic-expenditure': figure('基本支出', place('expenditure', 'total', 'basic')),
  'project-expenditure': figure('项目支出', place('expenditure', 'total', 'project')),
  'general-public-expenditure': figure('一般公共预算支出', place('general-public-expenditure', 'total', 'total')),
  'general-public-basic': figure('一般公共预算基本支出', place('general-public-expenditure', 'total', 'basic')),
  'general-public-project': figure('一般公共预算项目支出', place('general-public-expenditure', 'total', 'project')),
  'closing-balance': summary('年末结转和结余', 'closing-balance', 'expenditure'),
  ...threePublicFigures(final),
} as const satisfies Readonly<Record<string, NamedFigure>>;

/** What documents are compared by. */
export const comparedFigures: Readonly<Record<string, ComparedFigure>> = {
  'total-income': { ...finalFigures['total-income'], also: ['收入', '本年收入'] },
  'total-expenditure': { ...finalFigures['total-expenditure'], also: ['支出', '本年支出'] },
  'general-public-expenditure': { ...finalFigures['general-public-expenditure'], also: ['一般公共预算财政拨款支出'] },
  'basic-expenditure': { ...finalFigures['basic-expenditure'], also: ['基本'] },
  'project-expenditure': { ...finalFigures['project-expenditure'], also: ['项目'] },
  ...comparedThreePublic(finalFigures),
  ...comparedBeside(final, (concept) =>
    ['amount', 'total', 'public'].map((column) => place('general-public-basic-expenditure', concept, column)),
  ),
  'running-costs': { words: '机关运行经费', places: [], also: ['运行经费'], told: 'running-costs' },
  'closing-balance': { ...finalFigures['closing-balance'], also: ['年末结转', '年末结转结余'] },
};
