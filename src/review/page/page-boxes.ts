import type { View, ViewCell, ViewPlace } from '../view.js';
import type { Actions } from './actions.js';
import type { Step } from './arrows.js';
import { svg } from './dom.js';
import { cellInWords } from './names.js';
import { type CellRef, isSameCell, type ReviewState, type ReviewStore } from './store.js';

/** A box on the page, with the cells it stands for: a merged cell is one of several rows. */
export interface CellBox {
  readonly cells: readonly CellRef[];
  readonly rect: SVGRectElement;
}

/** pt that a box is drawn around its ink, and around the ink that a finding is about. */
const AIR = 1.5;
const MARK_AIR = 3;

/** The boxes of the values on a page. */
export function drawCellBoxes(view: View, page: number, store: ReviewStore, actions: Actions): CellBox[] {
  const drawn = new Map<string, { cells: CellRef[]; rect: SVGRectElement }>();
  for (const { ref, cell } of cellsOnPage(view, page)) {
    const key = cell.box.join();
    const same = drawn.get(key);
    if (same) same.cells.push(ref);
    else drawn.set(key, { cells: [ref], rect: drawCellBox(view, ref, cell, store, actions) });
  }
  return [...drawn.values()];
}

const cellsOnPage = ({ tables }: View, page: number): { ref: CellRef; cell: ViewCell }[] =>
  tables.flatMap(({ rows, pages }, table) =>
    pages.includes(page)
      ? rows.flatMap(({ cells }, row) =>
          Object.entries(cells).flatMap(([column, cell]) => (cell.page === page ? [{ ref: { table, row, column }, cell }] : [])),
        )
      : [],
  );

function drawCellBox(view: View, ref: CellRef, { box, status, text }: ViewCell, store: ReviewStore, actions: Actions): SVGRectElement {
  return svg('rect', {
    ...rectangle(box, text === null ? 0 : AIR),
    class: `box ${text === null ? 'blank' : (status ?? 'word')}`,
    tabindex: -1,
    role: 'button',
    'aria-label': cellInWords(view, ref, store.words),
    on: {
      click: () => actions.select(ref),
      focus: () => actions.select(ref),
      pointerenter: () => actions.hover(ref),
      pointerleave: () => actions.hover(null),
    },
  });
}

/** The cells of tables of no known form: they lead to their table. */
export function drawPrintedBoxes({ tables }: View, page: number, store: ReviewStore): SVGRectElement[] {
  return tables.flatMap(({ grid }, table) =>
    (grid?.cells ?? [])
      .filter((cell) => cell.page === page && cell.text !== '')
      .map(({ box }) => {
        const click = () => store.set({ table, selected: null, marked: [{ page, box }] });
        return svg('rect', { ...rectangle(box, 0), class: 'box printed', on: { click } });
      }),
  );
}

/** The places on a page that a finding is about. */
export const drawMarks = ({ marked, page }: ReviewState): SVGRectElement[] =>
  marked.filter((each) => each.page === page).map(({ box }) => svg('rect', { ...rectangle(box, MARK_AIR), class: 'mark' }));

const rectangle = ([x0, y0, x1, y1]: Readonly<ViewPlace['box']>, air: number) => ({
  x: x0 - air,
  y: y0 - air,
  width: x1 - x0 + 2 * air,
  height: y1 - y0 + 2 * air,
});

/** Shows which boxes are selected and under the pointer. */
export function highlightBoxes(boxes: readonly CellBox[], { selected, hovered }: ReviewState): void {
  for (const { cells, rect } of boxes) {
    const isSelected = cells.some((cell) => isSameCell(cell, selected));
    rect.classList.toggle('selected', isSelected);
    rect.classList.toggle(
      'hovered',
      cells.some((cell) => isSameCell(cell, hovered)),
    );
    if (selected) rect.setAttribute('tabindex', isSelected ? '0' : '-1');
  }
}

/** How many pt ahead one pt aside weighs: along a line the next box must stand on it, from line to line columns may shift. */
const ASIDE_ALONG_LINE = 8;
const ASIDE_TO_NEXT_LINE = 2;
/** pt. A box that begins no farther ahead stands in the same place. */
const AHEAD = 1;

/** The box that an arrow key leads to: the next along the line, or the nearest in the next line. */
export function nextBox(boxes: readonly CellBox[], from: SVGRectElement, { right, down }: Step): SVGRectElement | null {
  const [x, y] = middleOf(from);
  const weight = right === 0 ? ASIDE_TO_NEXT_LINE : ASIDE_ALONG_LINE;
  const ahead = boxes.flatMap(({ rect }) => {
    const [otherX, otherY] = middleOf(rect);
    const [along, aside] = right === 0 ? [(otherY - y) * down, Math.abs(otherX - x)] : [(otherX - x) * right, Math.abs(otherY - y)];
    return along > AHEAD ? [{ rect, distance: along + aside * weight }] : [];
  });
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.rect ?? null;
}

function middleOf(rect: SVGRectElement): [x: number, y: number] {
  const of = (name: string) => Number(rect.getAttribute(name));
  return [of('x') + of('width') / 2, of('y') + of('height') / 2];
}
