/** How documents of every family name the units that they sum up, and the figures that all of them print. */

import type { FigurePlace, NamedFigure } from '../across.js';
import type { ComparedFigure } from '../presentation.js';

/** 纳入本部门2024年度部门决算编制范围的单位包括：…, 纳入部门预算编制范围的二级预算单位包括：…, 下设二级预算单位4个，分别是：…. */
export const introduction =
  /(?:纳入[^。；]*?编制范围的?[^。；]*?(?:包括|如下|有|为|分别是)|[下所][设属]的?(?:二级)?预算单位[^。；：:]*?(?:包括|如下|有|为|分别是))[^。；：:]*[：:]/u;

/** 北关区文化局（本级）, 北关区文化局机关. */
export const ownOffice = /[（(]?(?:本级|机关本级|机关|局本级)[）)]?$/u;

/** The 三公 and what they add up to, by the keys of their columns, as messages call them. */
export const THREE_PUBLIC = {
  total: '“三公”经费合计',
  abroad: '因公出国（境）费',
  vehicles: '公务用车购置及运行维护费',
  'vehicle-purchase': '公务用车购置费',
  'vehicle-operation': '公务用车运行维护费',
  reception: '公务接待费',
} as const;

export type ThreePublicItem = keyof typeof THREE_PUBLIC;

/** A 小计 or 合计 under a head that names the 三公 alone is their total, whatever else the table sums up. As headers are compared. */
export const OWN_TOTALS: readonly string[] = ['', '经费', '经费支出', '经费预算', '经费预算数', '经费决算', '经费决算数'].flatMap(
  (ending) =>
    [
      '',
      '财政拨款',
      '一般公共预算',
      '一般公共预算财政拨款',
      '财政拨款安排的',
      '一般公共预算拨款安排的',
      '一般公共预算财政拨款安排的',
    ].flatMap((source) => ['小计', '合计'].map((sum) => `${source}三公${ending}/${sum}`)),
);

/** What some provinces print beside the 三公 in the same table, and is none of them. */
export const BESIDE_THREE_PUBLIC = { conference: '会议费', training: '培训费' } as const;

/** Their codes in the economic classification. */
const BESIDE_CODES: Readonly<Record<BesideThreePublicItem, string>> = { conference: '30215', training: '30216' };

export type BesideThreePublicItem = keyof typeof BESIDE_THREE_PUBLIC;

export const besideThreePublicItems: readonly BesideThreePublicItem[] = ['conference', 'training'];

export const threePublicItems: readonly ThreePublicItem[] = [
  'total',
  'abroad',
  'vehicles',
  'vehicle-purchase',
  'vehicle-operation',
  'reception',
];

/** What one calls the 三公 where one asks for them. */
const ALSO_THREE_PUBLIC: Readonly<Record<ThreePublicItem, readonly string[]>> = {
  total: ['三公', '三公合计', '三公经费'],
  abroad: ['因公出国', '出国费', '因公出国境费'],
  vehicles: ['公务用车', '公车', '公务用车购置及运行费'],
  'vehicle-purchase': ['公务用车购置', '公车购置'],
  'vehicle-operation': ['公务用车运行', '公务用车运行费', '公车运行'],
  reception: ['公务接待', '接待费'],
};

/** A place of a figure, and a figure of several. */
export const place = (form: string, concept: string, column: string): FigurePlace => ({ form, concept, column });
export const figure = (words: string, ...places: readonly FigurePlace[]): NamedFigure => ({ words, places });

/** The 三公 of a family by the names that families share. */
export type ThreePublicFigures = Readonly<Record<`three-public/${ThreePublicItem}`, NamedFigure>>;

export const threePublicFigures = (of: (item: ThreePublicItem) => NamedFigure): ThreePublicFigures => ({
  'three-public/total': of('total'),
  'three-public/abroad': of('abroad'),
  'three-public/vehicles': of('vehicles'),
  'three-public/vehicle-purchase': of('vehicle-purchase'),
  'three-public/vehicle-operation': of('vehicle-operation'),
  'three-public/reception': of('reception'),
});

/** The same as documents are compared by them, under all that they are called. */
export const comparedThreePublic = (figures: ThreePublicFigures): Readonly<Record<string, ComparedFigure>> =>
  Object.fromEntries(
    threePublicItems.map((item) => [`three-public/${item}`, { ...figures[`three-public/${item}`], also: ALSO_THREE_PUBLIC[item] }]),
  );

/**
 * 会议费 and 培训费 as documents are compared by them: beside the 三公, else by their codes among 一般公共预算基本支出.
 * @param beside as the table of the 三公 prints one
 * @param places of its code, in the table of the 基本支出
 */
export const comparedBeside = (
  beside: (item: BesideThreePublicItem) => NamedFigure,
  places: (concept: string) => readonly FigurePlace[],
): Readonly<Record<string, ComparedFigure>> =>
  Object.fromEntries(
    besideThreePublicItems.map((item) => {
      const own = beside(item);
      return [item, { ...own, places: [...own.places, ...places(`economic/${BESIDE_CODES[item]}`)] }];
    }),
  );
