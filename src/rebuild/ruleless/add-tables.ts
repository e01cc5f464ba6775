/** The tables that no rules bound: lines → regions → columns and rows → lattices, filled like those of drawn rules. */
import { at } from '../../base/invariant.js';
import type { Attempts } from '../../base/own-errors.js';
import type { TextLine } from '../../model/page.js';
import type { Lattice } from '../lattice.js';
import { glyphsToLines } from '../lines.js';
import { fillLattices, type PageLayout } from '../page-layout.js';
import { joinWrappedUnits } from '../wrapped-unit.js';
import { findBlockTables } from './blocks/find-block-tables.js';
import { type PageText, pagesToTables, type RulelessTable } from './find-tables.js';

/** The tables without vertical rules among what the rules left over. */
export function findRulelessTables(layouts: readonly PageLayout[], furniture: ReadonlySet<TextLine>, errors: Attempts): RulelessTable[] {
  const pages = layouts.map(({ lines, edges, grids }) => ({
    lines: lines.filter((line) => !furniture.has(line)),
    rules: edges.horizontal,
    tops: grids.map((grid) => at(grid.ys, 0)),
  }));
  const { tables, taken } = findBlockTables(pages, errors);
  const others = pages.map((page, index) => withoutLines(page, taken.get(index) ?? new Set()));
  return [...tables, ...pagesToTables(others, errors)];
}

/** A page without the lines of tables that are found: where these begin, nothing else goes on. */
function withoutLines({ lines, rules, tops }: PageText, taken: ReadonlySet<TextLine>): PageText {
  const begins = lines.filter((line, i) => taken.has(line) && (i === 0 || !taken.has(at(lines, i - 1))));
  return { lines: lines.filter((line) => !taken.has(line)), rules, tops, blockTops: begins.map(({ box }) => box[1]) };
}

/** Adds these tables to the grids of their pages, each read in the way `wayOf` it. */
export const addRulelessTables = (
  layouts: readonly PageLayout[],
  furniture: ReadonlySet<TextLine>,
  tables: readonly RulelessTable[],
  wayOf: (table: number) => number,
): PageLayout[] =>
  layouts.map((layout, page) => {
    const lattices = tables.flatMap(({ ways }, table) => (at(ways, wayOf(table)).get(page) ?? []).map((lattice) => ({ lattice, table })));
    return lattices.length === 0 ? layout : withLattices(layout, lattices, furniture);
  });

function withLattices(
  layout: PageLayout,
  found: readonly { readonly lattice: Lattice; readonly table: number }[],
  furniture: ReadonlySet<TextLine>,
): PageLayout {
  const { grids, rest } = fillLattices(
    found.map(({ lattice }) => lattice),
    layout.lines.filter((line) => !furniture.has(line)).flatMap((line) => line.glyphs),
    layout.upright,
  );
  const kept = layout.lines.filter((line) => furniture.has(line));
  const inferred = grids.map((grid, i) => ({ ...grid, inferred: at(found, i).table }));
  const all = [...layout.grids, ...inferred].toSorted((a, b) => at(a.ys, 0) - at(b.ys, 0));
  return { ...layout, grids: all, lines: [...joinWrappedUnits(glyphsToLines(rest, layout.page.number)), ...kept] };
}
