import { expect, test } from 'vitest';
import { glyphsToLines } from '../../src/rebuild/lines.js';
import { joinWrappedUnits } from '../../src/rebuild/wrapped-unit.js';
import { write } from '../builders.js';

const texts = (...words: (readonly [text: string, x: number, y: number])[]) =>
  joinWrappedUnits(
    glyphsToLines(
      words.flatMap(([text, x, y]) => write(text, x, y)),
      1,
    ),
  ).map(({ text }) => text);

test('a unit that wraps is one line with the department beside it', () => {
  expect(texts(['（单位：万', 400, 100], ['部门名称：甲局', 20, 106], ['元）', 415, 112], ['项目', 20, 130])).toEqual([
    '部门名称：甲局（单位：万元）',
    '项目',
  ]);
  expect(texts(['单位：万', 400, 100], ['元', 410, 112])).toEqual(['单位：万元']);
});

test('what stands elsewhere is no rest of it', () => {
  expect(texts(['单位：万', 400, 100], ['元', 20, 112])).toHaveLength(2);
  expect(texts(['单位：万', 400, 100], ['元', 410, 150])).toHaveLength(2);
  expect(texts(['主管单位：甲局', 400, 100], ['元', 410, 112])).toHaveLength(2);
});
