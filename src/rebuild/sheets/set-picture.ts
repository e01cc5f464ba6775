import { must } from '../../base/invariant.js';
import type { Box, Glyph } from '../../model/glyph.js';
import type { Cell, Grid } from '../../model/grid.js';
import type { Page, TextLine } from '../../model/page.js';
import type { Layout } from '../rebuild.js';
import type { PlacedBox } from './places.js';

/** Stage 2 of pages that pictures are. */
export type LayoutOf = (pages: readonly Page[]) => Layout;

/** A picture that was read, and where it stands. */
export interface ReadPicture {
  readonly page: Page;
  readonly ref: string;
}

/** What was read on pictures that follow each other, where they stand on an imaginary page. */
export interface SetPictures {
  readonly grids: readonly Grid[];
  /** In reading order. */
  readonly lines: readonly TextLine[];
  readonly furniture: readonly TextLine[];
  readonly counts: Layout['pages'];
  /** What each picture takes of the page, and the cells on it. */
  readonly bands: readonly { readonly top: number; readonly bottom: number; readonly ref: string; readonly placed: readonly PlacedBox[] }[];
  readonly width: number;
  readonly bottom: number;
}

/** Where the top left corner of a picture stands, upright as it was read. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly upright: (box: Box) => Box;
}

/** Sets pictures between which nothing stands one below the other: a table goes on from one to the next as it does over pages. */
export function setPictures(read: readonly ReadPicture[], page: number, left: number, top: number, layoutOf: LayoutOf): SetPictures {
  const pictures = read.map((picture, index) => ({ ...picture, page: { ...picture.page, number: index + 1 } }));
  const layout = layoutOf(pictures.map((picture) => picture.page));
  const places = new Map<number, Place>();
  let [bottom, width] = [top, 0];
  const bands = pictures.flatMap(({ page: own, ref }) => {
    const upright = layout.upright.get(own.number);
    // An error of ours stopped it, and was told.
    if (!upright) return [];
    const place = { left, top: bottom, upright: upright.toUpright };
    places.set(own.number, place);
    bottom += upright.page.height;
    width = Math.max(width, upright.page.width);
    // Rows are counted on the picture alone: a head that it repeats is no row of the table that goes on.
    const alone = layoutOf([own]).grids;
    const placed = alone.flatMap(({ cells }, index) => placesOf(cells, alone.length > 1 ? `${ref}, table ${index + 1}` : ref, place));
    return [{ top: place.top, bottom, ref, placed }];
  });
  return { ...setLayout(layout, page, (number) => must(places.get(number), 'the place of a picture')), bands, width, bottom };
}

function setLayout(
  layout: Layout,
  page: number,
  placeOf: (picture: number) => Place,
): Pick<SetPictures, 'grids' | 'lines' | 'furniture' | 'counts'> {
  const glyph = (each: Glyph, place: Place): Glyph => ({
    ...each,
    x: each.x + place.left,
    y: each.y + place.top,
    box: moved(each.box, place),
  });
  const known = new Map<TextLine, TextLine>();
  /** Each line once: what stands above a table is one of the lines. */
  const line = (each: TextLine): TextLine => {
    const place = placeOf(each.page);
    const set = known.get(each) ?? { ...each, page, box: moved(each.box, place), glyphs: each.glyphs.map((own) => glyph(own, place)) };
    known.set(each, set);
    return set;
  };
  const cell = (each: Cell): Cell => {
    const place = placeOf(each.page);
    const box = displayed(each.box, place);
    return { ...each, page, box, ink: each.ink && displayed(each.ink, place), lines: each.lines.map(line) };
  };
  const { grids, lines, furniture, pages } = layout;
  return {
    grids: grids.map((grid) => ({
      ...grid,
      pages: [page],
      cells: grid.cells.map(cell),
      above: grid.above.map(line),
      below: grid.below.map(line),
    })),
    lines: lines.map(line),
    furniture: furniture.map(line),
    counts: pages.map((counts) => ({ ...counts, illegible: counts.illegible.map((each) => glyph(each, placeOf(counts.number))) })),
  };
}

const moved = ([x0, y0, x1, y1]: Box, { left, top }: Place): Box => [x0 + left, y0 + top, x1 + left, y1 + top];
/** A box of the picture as displayed, where it stands upright. */
const displayed = (box: Box, place: Place): Box => moved(place.upright(box), place);

/** Cells are counted within their row, as those of a text's tables are. */
function placesOf(cells: readonly Cell[], ref: string, place: Place): PlacedBox[] {
  const counted = new Map<number, number>();
  return cells
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, box }) => {
      const number = (counted.get(row) ?? 0) + 1;
      counted.set(row, number);
      return { box: displayed(box, place), ref: `${ref}, row ${row + 1}, cell ${number}` };
    });
}
