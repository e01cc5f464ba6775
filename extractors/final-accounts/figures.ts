/** Figures of final accounts that other documents restate or are compared by, by the names that families share. */
import type { FigurePlace, NamedFigure } from '../across.js';
import {
  BESIDE_THREE_PUBLIC,
  type BesideThreePublicItem,
  besideThreePublicItems,
  THREE_PUBLIC,
  type ThreePublicItem,
} from '../shared/across.js';

export const place = (form: string, concept: string, column: string): FigurePlace => ({ form, concept, column });
export const figure = (words: string, ...places: readonly FigurePlace[]): NamedFigure => ({ words, places });

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

const final = (item: ThreePublicItem): NamedFigure => threePublic(item, 'final', THREE_PUBLIC[item]);

const summary = (words: string, concept: string, column: string) => figure(words, place('income-expenditure-summary', concept, column));

/** 会议费 and 培训费, which stand beside the 三公. */
export const meetingFigures: readonly NamedFigure[] = besideThreePublicItems.map((item) =>
  threePublic(item, 'final', BESIDE_THREE_PUBLIC[item]),
);

type ThreePublicFigures = Readonly<Record<`three-public/${ThreePublicItem}`, NamedFigure>>;

const threePublicFigures: ThreePublicFigures = {
  'three-public/total': final('total'),
  'three-public/abroad': final('abroad'),
  'three-public/vehicles': final('vehicles'),
  'three-public/vehicle-purchase': final('vehicle-purchase'),
  'three-public/vehicle-operation': final('vehicle-operation'),
  'three-public/reception': final('reception'),
};

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
  ...threePublicFigures,
} as const satisfies Readonly<Record<string, NamedFigure>>;
