/** The tables that no rules bound: lines → regions → columns and rows → lattices, filled like those of drawn rules. */
import { at } from '../../base/invariant.js';
import type { TextLine } from '../../model/page.js';
import { glyphsToLines } from '../lines.js';
import { fillLattices, type PageLayout } from '../page-layout.js';
import { linesToTables } from './find-tables.js';
import type { RulelessColumns } from './header-columns.js';

/** Adds the ruleless tables of each page to its grids; one that runs to the end of its page lends its columns to the next. */
export function addRulelessTables(layouts: readonly PageLayout[], furniture: ReadonlySet<TextLine>): PageLayout[] {
  let before: RulelessColumns | null = null;
  return layouts.map((layout) => {
    const lines = layout.lines.filter((line) => !furniture.has(line));
    const tops = layout.grids.map((grid) => at(grid.ys, 0));
    const found = linesToTables(lines, layout.edges.horizontal, before, tops);
    const last = found.at(-1);
    before = last?.open ? last.columns : null;
    if (found.length === 0) return layout;
    const { grids, rest } = fillLattices(
      found.map((f) => f.lattice),
      lines.flatMap((line) => line.glyphs),
      layout.upright,
    );
    const kept = layout.lines.filter((line) => furniture.has(line));
    const all = [...layout.grids, ...grids].toSorted((a, b) => at(a.ys, 0) - at(b.ys, 0));
    return { ...layout, grids: all, lines: [...glyphsToLines(rest, layout.page.number), ...kept] };
  });
}
