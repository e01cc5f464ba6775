import type { Coverage } from '../../schemas/disclosure.js';
import type { TextLine } from '../model/page.js';
import type { Layout } from '../rebuild/rebuild.js';

/**
 * Every glyph counted once, where it stands. White space is no glyph.
 * @param tableLines lines around grids that belong to a table
 * @param prose lines that belong to no table
 */
export function countCoverage(layout: Layout, tableLines: readonly TextLine[], prose: readonly TextLine[]): Coverage {
  const glyphs = (lines: readonly TextLine[]) => lines.reduce((n, l) => n + l.glyphs.length, 0);
  const sum = (count: (page: Layout['pages'][number]) => number) => layout.pages.reduce((n, p) => n + count(p), 0);
  const outsideGrids = tableLines.filter((l) => !layout.inGrids.has(l));
  return {
    glyphs: sum((p) => p.glyphs),
    inTables: sum((p) => p.inGrids) + glyphs(outsideGrids),
    inProse: glyphs(prose),
    furniture: glyphs(layout.furniture) + sum((p) => p.marks),
    doubled: sum((p) => p.doubled),
    invisible: sum((p) => p.hidden),
    unplaced: sum((p) => p.illegible.length),
  };
}
