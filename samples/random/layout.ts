/** What is chosen at random about a document: its account and everything about how it is printed. Plain JSON, so that it can be kept. */
import fc from 'fast-check';
import { BUDGET_CHOICES, type BudgetChoices } from './budget/choices.js';

/** One value of each choice; the first is the plainest, towards which a failing document is made simpler. */
const CHOICES = {
  /** The number of functions spent on. */
  functions: [4, 10, 20, 34],
  unit: ['万元', '元'],
  forms: ['all', 'few'],
  orientation: ['landscape', 'portrait'],
  paper: ['A4', 'A3', 'letter'],
  /** Each table on pages of its own, or one under the other. */
  placing: ['paged', 'flowing'],
  /** What stands on a page that goes on with a table. */
  continuation: ['header', 'nothing', '续表', '（续）', '续上表', 'everything'],
  rules: ['full', 'open-sides', 'horizontal', 'three-line', 'none'],
  ruleManner: ['strokes', 'fills'],
  /** `merged`: the head has 类, 款 and 项, the code one cell under all three. `indented`: names of 款 and 项 stand further right. */
  code: ['whole', 'split', 'merged', 'indented'],
  levels: ['all', 'items'],
  basic: ['two-panels', 'three-panels', 'grouped-panels', 'list'],
  threePublic: ['six', 'twelve', 'pairs', 'rows'],
  fund: ['filled', 'empty', 'declared'],
  capital: ['filled', 'empty', 'declared'],
  separators: [true, false],
  digits: ['half', 'full'],
  zero: ['0.00', '', '0', '—', '-'],
  negative: ['minus', 'brackets', 'wide-brackets'],
  /** Which texts break because their columns are narrow. */
  narrow: ['nothing', 'names', 'codes', 'amounts'],
  /** 项  目, 合  计. */
  spaced: [false, true],
  order: ['rows', 'columns', 'shuffled'],
  glyphwise: [false, true],
  /** A line at the head of each page. */
  runningHead: [false, true],
  pageNumber: ['none', 'plain', 'dashes', 'words'],
  department: [true, false],
  number: ['under', 'over', 'beside', 'none'],
  ordinals: [true, false],
  /** 行次 in the two-sided forms. */
  lines: [true, false],
  notes: [true, false],
  face: ['embedded', 'standard'],
  grey: [false, true],
  size: [9, 10.5, 8],
  padding: [3, 2, 5],
  rowHeight: [17, 14, 22],
} as const;

type Choices = typeof CHOICES;

/** One value of each choice. */
type Chosen = { [Name in keyof Choices]: Choices[Name][number] };

export interface RandomLayout extends Chosen {
  /** Of the account, and of what has no choice of its own. */
  seed: number;
  /** The document is a budget; its forms are chosen here, what is chosen above of the forms of final accounts says nothing. */
  budget?: BudgetChoices;
}

/** Every layout of a final account, simpler ones when a property fails; of the same account, as another would be no simpler. */
export const layouts = fc.noBias(
  fc.tuple(seeds(), oneOfEach<Chosen>(CHOICES)).map(([seed, chosen]): RandomLayout => ({ seed, ...chosen })),
);

/** Every layout of a budget. */
export const budgetLayouts = fc.noBias(
  fc
    .tuple(seeds(), oneOfEach<Chosen>(CHOICES), oneOfEach<BudgetChoices>(BUDGET_CHOICES))
    .map(([seed, chosen, budget]): RandomLayout => ({ seed, ...chosen, budget })),
);

function seeds(): fc.Arbitrary<number> {
  return fc.noShrink(fc.integer({ min: 1, max: 1_000_000 }));
}

function oneOfEach<T>(of: Record<keyof T, readonly unknown[]>): fc.Arbitrary<T> {
  const choices = Object.entries<readonly unknown[]>(of).map(([name, values]) => [name, fc.constantFrom(...values)] as const);
  return fc.record(Object.fromEntries(choices)) as fc.Arbitrary<unknown> as fc.Arbitrary<T>;
}

/** The choices that are not the plainest: `rules none, zero —`. */
export function layoutText(layout: RandomLayout): string {
  const { seed, budget } = layout;
  const ofBudget = budget === undefined ? [] : ['budget:', ...differing(BUDGET_CHOICES, budget)];
  return [`account ${seed}`, ...differing(CHOICES, layout), ...ofBudget].join(', ');
}

function differing(choices: Record<string, readonly unknown[]>, chosen: object): string[] {
  return Object.entries(choices).flatMap(([name, values]) => {
    const value = Object.entries(chosen).find(([other]) => other === name)?.[1];
    return value === values[0] ? [] : [`${name} ${value === '' ? 'blank' : value}`];
  });
}

/** The seed and the path of `SEED:INDEX` or `SEED:PATH`. @throws where `place` is neither. */
export function placeOf(place: string): { seed: number; path: string } {
  const [, seed, path] = /^(-?\d+):(\d+(?::\d+)*)$/.exec(place) ?? [];
  if (seed === undefined || path === undefined) throw new Error(`${place} is no SEED:INDEX`);
  return { seed: Number(seed), path };
}

/** The layout with which fast-check begins at that place among `those`. */
export function layoutAt(place: string, those: fc.Arbitrary<RandomLayout> = layouts): RandomLayout {
  const { seed, path } = placeOf(place);
  const { counterexample } = fc.check(
    fc.property(those, (layout: RandomLayout) => layout.seed < 1),
    { seed, path, endOnFailure: true },
  );
  const layout = counterexample?.[0];
  if (!layout) throw new Error(`Nothing at ${place}`);
  return layout;
}
