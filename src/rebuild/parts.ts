import { middleY } from '../model/box.js';
import type { TextLine } from '../model/page.js';
import type { TablePart } from './growing-table.js';
import { endsOf } from './lattice.js';
import type { PageLayout } from './page-layout.js';

/** pt. Grids that stand one below the other may overlap by so much: half a thick rule. */
const OVERLAP = 1;

/** The grids of a page, top to bottom, each with the lines between it and what stands above and below. */
export function layoutToParts({ grids, lines, page }: PageLayout, furniture: ReadonlySet<TextLine>): TablePart[] {
  const text = lines.filter((line) => !furniture.has(line));
  const extents = grids.map(({ ys }) => endsOf(ys));
  return grids.map((grid, i) => {
    const [top, bottom] = endsOf(grid.ys);
    const bottomsAbove = extents.slice(0, i).map(([, end]) => end);
    const topsBelow = extents.slice(i + 1).map(([start]) => start);
    const ceiling = Math.max(0, ...bottomsAbove.filter((y) => y <= top + OVERLAP));
    const floor = Math.min(page.height, ...topsBelow.filter((y) => y >= bottom - OVERLAP));
    const above = text.filter((line) => middleY(line) > ceiling && middleY(line) < top);
    const below = text.filter((line) => middleY(line) > bottom && middleY(line) < floor);
    return {
      grid,
      above,
      below,
      opensPage: i === 0 && above.length === 0,
      closesPage: i === grids.length - 1 && below.every(isPageNumber),
    };
  });
}

/** The page's number alone: in a document of a few pages nothing else shows that it is one. */
const isPageNumber = ({ text }: TextLine): boolean => /^(?:第?\d{1,3}页?|[-—–－]+\d{1,3}[-—–－]+)$/u.test(text.replace(/\s/gu, ''));
