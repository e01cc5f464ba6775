import { type Columns, form } from '../../form.js';
import { at, type Identity, placeSum, rowSum } from '../../identities.js';
import { OWN_TOTALS } from '../../shared/across.js';
import { GRAND_TOTAL, THREE_PUBLIC_TOTAL, THREE_PUBLIC_VEHICLES } from '../../shared/rules.js';

/** What the 三公 are, and what some provinces print beside them. */
const ITEMS: Columns = {
  total: ['合计', '总计', '三公经费合计'],
  abroad: ['因公出国境费', '因公出国境费用'],
  vehicles: ['公务用车购置及运行维护费', '公务用车购置及运行费', '公务用车购置和运行维护费'],
  'vehicle-purchase': ['公务用车购置费', '公务用车购置'],
  'vehicle-operation': ['公务用车运行维护费', '公务用车运行费', '公务用车运行维护'],
  reception: ['公务接待费'],
  conference: ['会议费'],
  training: ['培训费'],
};
/** The 小计 of the 三公 where the table sums up conferences and training with them. */
const WITH_GRAND_TOTAL: Columns = { ...ITEMS, 'grand-total': ['合计', '总计'], total: OWN_TOTALS };

const PHASES = { budget: ['预算数', '年初预算数', '全年预算数'], final: ['决算数', '全年决算数', '支出决算数'] } as const;

/** The car's 小计 is the column `vehicles`; where nothing stands below it, its own head is. */
const heads = (key: string, words: readonly string[]) => (key === 'vehicles' ? words.flatMap((w) => [w, `${w}/小计`]) : words);

/** Items under 预算数 and 决算数, or the pair under each item. */
const itemsByPhase = (items: Columns): Columns =>
  Object.fromEntries(
    Object.entries(PHASES).flatMap(([phase, phaseWords]) =>
      Object.entries(items).map(([item, words]) => [
        `${phase}.${item}`,
        heads(item, words).flatMap((w) => phaseWords.flatMap((p) => [`${p}/${w}`, `${w}/${p}`])),
      ]),
    ),
  );

const withHeads = (prefix: string, items: Columns): Columns =>
  Object.fromEntries(Object.entries(items).map(([item, words]) => [`${prefix}${item}`, heads(item, words)]));

const ROWS_OF_PHASES: readonly string[] = [...PHASES.budget, ...PHASES.final];

/** Items as columns, under a phase or under none. */
const sumsOfItems = (prefix: string): Identity[] => {
  const car = [`${prefix}vehicle-purchase`, `${prefix}vehicle-operation`] as const;
  const beside = [`${prefix}conference`, `${prefix}training`];
  return [
    rowSum(`${prefix}total`, [`${prefix}abroad`, [`${prefix}vehicles`, ...car], `${prefix}reception`], THREE_PUBLIC_TOTAL, {
      also: beside,
    }),
    rowSum(`${prefix}vehicles`, car, THREE_PUBLIC_VEHICLES),
    rowSum(
      `${prefix}grand-total`,
      [[`${prefix}total`, `${prefix}abroad`, `${prefix}vehicles`, `${prefix}reception`], ...beside],
      GRAND_TOTAL,
    ),
  ];
};

/** Items as rows, a column for each phase. */
const sumsOfLines = (phase: string): Identity[] => {
  const items = (...names: readonly string[]) => names.map((name) => at(`three-public/${name}`, phase));
  return [
    placeSum(at('total', phase), items('abroad', 'vehicles', 'reception'), THREE_PUBLIC_TOTAL),
    placeSum(at('three-public/vehicles', phase), items('vehicle-purchase', 'vehicle-operation'), THREE_PUBLIC_VEHICLES),
  ];
};

/** 三公经费: abroad, cars, receptions; budget against final, in five arrangements, each with a sum over conferences and training or without. */
export const threePublic = form({
  id: 'three-public',
  name: '“三公”经费支出决算表',
  titles: [
    '三公经费支出决算表',
    '三公经费决算表',
    '三公经费支出决算情况表',
    '三公经费及会议费培训费支出决算表',
    '三公经费会议费培训费支出决算表',
    '三公经费公共预算财政拨款支出决算表',
  ],
  // The title may name the budget they are paid from; that makes it no other table.
  beforeTitle: ['一般公共预算财政拨款', '一般公共预算', '财政拨款', '当年'],
  namedByAllHeads: true,
  layouts: [
    { columns: itemsByPhase(ITEMS) },
    { columns: { budget: PHASES.budget, final: PHASES.final } },
    { columns: withHeads('', ITEMS), onlyWithRows: ROWS_OF_PHASES },
    { columns: withHeads('final.', ITEMS) },
    { columns: itemsByPhase(WITH_GRAND_TOTAL) },
    { columns: withHeads('', WITH_GRAND_TOTAL), onlyWithRows: ROWS_OF_PHASES },
    { columns: withHeads('final.', WITH_GRAND_TOTAL) },
  ],
  rows: {
    by: 'words',
    totals: ['total'],
    sums: { 'three-public/vehicles': ['three-public/vehicle-purchase', 'three-public/vehicle-operation'] },
    words: {
      budget: PHASES.budget,
      final: PHASES.final,
      total: ITEMS['total'] ?? [],
      ...Object.fromEntries(Object.entries(ITEMS).flatMap(([item, words]) => (item === 'total' ? [] : [[`three-public/${item}`, words]]))),
    },
  },
  identities: [...['budget.', 'final.', ''].flatMap(sumsOfItems), ...['budget', 'final'].flatMap(sumsOfLines)],
});
