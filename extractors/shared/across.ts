/** How documents of every family name the units that they sum up. */

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
export const ALSO_THREE_PUBLIC: Readonly<Record<ThreePublicItem, readonly string[]>> = {
  total: ['三公', '三公合计', '三公经费'],
  abroad: ['因公出国', '出国费', '因公出国境费'],
  vehicles: ['公务用车', '公车', '公务用车购置及运行费'],
  'vehicle-purchase': ['公务用车购置', '公车购置'],
  'vehicle-operation': ['公务用车运行', '公务用车运行费', '公车运行'],
  reception: ['公务接待', '接待费'],
};
