import { expect, test } from 'vitest';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import { OwnErrors } from '../../src/base/own-errors.js';
import { chooseLayout } from '../../src/pipeline/ways.js';
import { pagesToStructure, structureToLayout } from '../../src/rebuild/rebuild.js';
import { page, sketchOf, write } from '../builders.js';

/** Words centred on x. */
const centred = (text: string, x: number, y: number) => write(text, x - (write(text, 0, 0).at(-1)?.box[2] ?? 0) / 2, y);

/** A table without rules whose heads stand at the left of their columns, so that more than one reading of it is possible. */
const glyphs = [
  ...write('支出决算表', 200, 60),
  ...write('部门：甲局', 30, 100),
  ...write('单位：万元', 450, 100),
  ...['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'].flatMap((text, i) => centred(text, 70 + 100 * i, 120)),
  ...['2010101', '行政运行', '60.00', '40.00', '20.00'].flatMap((text, i) => centred(text, 70 + 100 * i, 140)),
  ...['2010102', '一般事务', '9.00', '4.00', '5.00'].flatMap((text, i) => centred(text, 70 + 100 * i, 160)),
];

test('a table is read in the way in which it agrees with itself', () => {
  const structure = pagesToStructure([page({ glyphs })]);
  const layout = chooseLayout(structure, [finalAccounts], new OwnErrors());
  expect(layout.grids.map(sketchOf)).toEqual([
    ['科目编码|科目名称|本年支出合计|基本支出|项目支出', '2010101|行政运行|60.00|40.00|20.00', '2010102|一般事务|9.00|4.00|5.00'],
  ]);
});

test('where another way agrees better, it is taken', () => {
  const structure = pagesToStructure([page({ glyphs })]);
  const [table] = structure.ruleless;
  const [way] = table?.ways ?? [];
  if (!table || !way) throw new Error('no table');
  // A wrong reading in the first place: its columns begin 100 pt farther right, so that every figure stands under its neighbour's head.
  const wrong = new Map([...way].map(([index, lattices]) => [index, lattices.map((lattice) => ({ ...lattice, xs: mixed(lattice.xs) }))]));
  const doubtful = { ...structure, ruleless: [{ ways: [wrong, way] }] };
  expect(structureToLayout(doubtful).grids.map(sketchOf)).not.toEqual(structureToLayout(structure).grids.map(sketchOf));
  const layout = chooseLayout(doubtful, [finalAccounts], new OwnErrors());
  expect(layout.grids.map(sketchOf)).toEqual(structureToLayout(structure).grids.map(sketchOf));

  function mixed(xs: readonly number[]): number[] {
    return xs.map((x, i) => (i > 1 && i < xs.length - 1 ? x + 60 : x));
  }
});
