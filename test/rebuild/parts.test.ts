import { describe, expect, test } from 'vitest';
import { pageToLayout } from '../../src/rebuild/page-layout.js';
import { layoutToParts } from '../../src/rebuild/parts.js';
import { page, ruled, write } from '../builders.js';

/** A page with one small grid, and these words above and below it. */
function partOf({ above = '', below = '' }: { above?: string; below?: string }) {
  const glyphs = [...write(above, 60, 80), ...write('收入', 60, 115), ...write(below, 250, 800)];
  const [part] = layoutToParts(pageToLayout(page({ rules: ruled([50, 150, 250], [100, 120, 140]), glyphs })), new Set());
  if (!part) throw new Error('a grid gives a part');
  return part;
}

describe('a grid closes its page', () => {
  test('where nothing stands below it', () => {
    expect(partOf({})).toMatchObject({ closesPage: true, below: [] });
  });

  test.each(['3', '12', '- 3 -', '—12—', '第3页', '3页'])('though the page’s number %s does', (below) => {
    expect(partOf({ below }).closesPage).toBe(true);
  });

  test.each(['注：略', '2026', '第3章', '- 3', '3.00', '预算01表'])('but not above %s', (below) => {
    const part = partOf({ below });
    expect(part.closesPage).toBe(false);
    expect(part.below.length).toBe(1);
  });
});

test('it opens its page where nothing stands above it, not even a number', () => {
  expect(partOf({}).opensPage).toBe(true);
  expect(partOf({ above: '3' }).opensPage).toBe(false);
});

test('furniture stands neither above nor below', () => {
  const layout = pageToLayout(
    page({ rules: ruled([50, 150, 250], [100, 120, 140]), glyphs: [...write('页眉', 60, 80), ...write('注：', 60, 800)] }),
  );
  const [part] = layoutToParts(layout, new Set(layout.lines));
  expect(part).toMatchObject({ above: [], below: [], opensPage: true, closesPage: true });
});

test('of two grids of a page the lines between them are below the first and above the second, and the second alone closes it', () => {
  const rules = [...ruled([50, 150, 250], [100, 120, 140]), ...ruled([50, 150, 250], [300, 320, 340])];
  const parts = layoutToParts(pageToLayout(page({ rules, glyphs: write('支出总表', 60, 200) })), new Set());
  expect(parts.map(({ above, below }) => [above.map((l) => l.text), below.map((l) => l.text)])).toEqual([
    [[], ['支出总表']],
    [['支出总表'], []],
  ]);
  expect(parts.map(({ opensPage, closesPage }) => [opensPage, closesPage])).toEqual([
    [true, false],
    [false, true],
  ]);
});
