import type { Box, View, ViewCell } from '../view.js';
import type { Actions } from './actions.js';
import { pageUrl } from './api.js';
import { button, el, fetchPicture, show, svg } from './dom.js';
import { describe } from './names.js';
import { isSameCell, type Selected, type State, type Store } from './store.js';

/** pt that a box is drawn around its ink. */
const AIR = 1.5;
/** The pictures there are, by pixels per inch. */
const DPI = [72, 108, 144, 192, 288];
const POINTS_PER_INCH = 72;
/** px a pt: below, print of 9 pt cannot be told apart; an A4 page upright still fits into its pane. */
const READABLE = 0.8;

/** The picture of a page with the boxes of its values. Only the page that is shown has any; its neighbour is fetched ahead. */
export class PagePane {
  readonly element: HTMLElement;
  private readonly bar = el('div', { class: 'bar' });
  private readonly paper = el('div', { class: 'paper' });
  private readonly scroll: HTMLElement;
  /** Each with the cells it stands for: a merged cell is one of several rows. */
  private boxes: { readonly places: Selected[]; readonly rect: SVGRectElement }[] = [];

  constructor(
    private readonly store: Store,
    private readonly actions: Actions,
  ) {
    this.scroll = el('div', { class: 'scroll', tabindex: 0, role: 'region' }, this.paper);
    this.element = el('section', { class: 'page-pane', 'data-pane': true }, this.bar, this.scroll);
    store.listen((state, before) => this.render(state, before));
    new ResizeObserver(() => this.fit()).observe(this.scroll);
    this.paper.addEventListener('keydown', (event) => this.onKey(event));
  }

  private render(state: State, before: State): void {
    const isFirst = state === before;
    const isNewPage = isFirst || state.view !== before.view || state.page !== before.page || state.lang !== before.lang;
    const isWaiting = state.view === null && (state.problem !== before.problem || state.busy !== before.busy);
    if (isNewPage || isWaiting) this.fill(state);
    if (isNewPage || state.marked !== before.marked) this.drawMarks(state);
    if (state.zoom !== before.zoom) this.fit();
    const isMoved = isNewPage || state.selected !== before.selected || state.marked !== before.marked;
    if (isMoved || !isSameCell(state.hovered, before.hovered)) this.highlight(state, isMoved);
  }

  private fill(state: State): void {
    const { words } = this.store;
    this.element.setAttribute('aria-label', words.page);
    this.scroll.setAttribute('aria-label', words.page);
    const { view, page } = state;
    const size = view?.pages.find(({ number }) => number === page);
    this.bar.replaceChildren(...(view && size ? this.tools(view, page) : [el('h2', {}, words.page)]));
    this.boxes = [];
    if (!view || !size) {
      const sentence = state.problem ?? (state.busy ? words.reading : '');
      this.paper.replaceChildren(el('p', { class: 'message' }, sentence));
      this.paper.className = 'paper blank';
      return;
    }
    this.paper.className = 'paper';
    this.paper.style.aspectRatio = `${size.width} / ${size.height}`;
    const picture = el('img', { alt: words.of(page, view.pages.length), draggable: 'false' });
    picture.addEventListener('error', () => picture.setAttribute('alt', words.noPicture));
    const overlay = svg('svg', { viewBox: `0 0 ${size.width} ${size.height}`, role: 'group', 'aria-label': words.pageBoxes });
    overlay.append(...this.drawBoxes(view, page), svg('g', { class: 'marks' }));
    this.paper.replaceChildren(picture, overlay);
    this.fit();
    if (state.problem !== null) this.bar.append(el('p', { class: 'message' }, state.problem));
    const next = view.pages.find(({ number }) => number === page + 1);
    if (next) picture.addEventListener('load', () => fetchAhead(pageUrl(view, next.number, this.dpi(next.width))), { once: true });
  }

  private tools({ pages }: View, page: number): HTMLElement[] {
    const { words } = this.store;
    const number = el('input', { type: 'number', min: 1, max: pages.length, value: page, 'aria-label': words.goTo });
    number.addEventListener('change', () => this.actions.showPage(Number(number.value)));
    const zoom = (label: string, name: string, onClick: () => void) => button(label, onClick, { 'aria-label': name, title: name });
    return [
      el('h2', {}, words.page),
      button('‹', () => this.actions.showPage(page - 1), {
        'aria-label': words.previous,
        title: `${words.previous} [`,
        disabled: page <= 1,
      }),
      number,
      el('span', { class: 'count' }, `/ ${pages.length}`),
      button('›', () => this.actions.showPage(page + 1), {
        'aria-label': words.next,
        title: `${words.next} ]`,
        disabled: page >= pages.length,
      }),
      el('span', { class: 'space' }),
      zoom('−', words.zoomOut, () => this.zoomBy(-1)),
      zoom('+', words.zoomIn, () => this.zoomBy(1)),
      zoom('↔', words.fit, () => this.store.set({ zoom: 1 })),
    ];
  }

  /** As wide as the pane times the zoom; the picture as sharp as that needs. */
  private fit(): void {
    const { view, page } = this.store.state;
    const size = view?.pages.find(({ number }) => number === page);
    const picture = this.paper.querySelector('img');
    if (!view || !size || !picture) return;
    this.paper.style.width = `${this.zoomOf(size.width) * 100}%`;
    const url = pageUrl(view, page, this.dpi(size.width));
    fetchPicture(picture, url);
  }

  private dpi(points: number): number {
    const wanted = (this.scroll.clientWidth * this.zoomOf(points) * devicePixelRatio * POINTS_PER_INCH) / points;
    return DPI.find((dpi) => dpi >= wanted) ?? 288;
  }

  private zoomOf(points: number): number {
    return this.store.state.zoom ?? Math.max(1, (points * READABLE) / Math.max(1, this.scroll.clientWidth));
  }

  /** One step larger or smaller. */
  zoomBy(step: 1 | -1): void {
    const { view, page } = this.store.state;
    const zoom = this.zoomOf(view?.pages.find(({ number }) => number === page)?.width ?? 0);
    const steps = step > 0 ? ZOOMS.filter((each) => each > zoom) : ZOOMS.filter((each) => each < zoom).toReversed();
    this.store.set({ zoom: steps[0] ?? zoom });
  }

  private drawBoxes(view: View, page: number): SVGElement[] {
    const places = view.tables.flatMap(({ rows, pages }, table) =>
      pages.includes(page)
        ? rows.flatMap(({ cells }, row) =>
            Object.entries(cells).flatMap(([column, cell]) => (cell.page === page ? [{ place: { table, row, column }, cell }] : [])),
          )
        : [],
    );
    const drawn = new Map<string, PagePane['boxes'][number]>();
    for (const { place, cell } of places) {
      const same = drawn.get(cell.box.join());
      if (same) same.places.push(place);
      else drawn.set(cell.box.join(), { places: [place], rect: this.drawBox(view, place, cell) });
    }
    this.boxes = [...drawn.values()];
    this.boxes[0]?.rect.setAttribute('tabindex', '0');
    return [...this.printedBoxes(view, page), ...this.boxes.map(({ rect }) => rect)];
  }

  /** The cells of tables of no known form: they lead to their table. */
  private printedBoxes({ tables }: View, page: number): SVGElement[] {
    return tables.flatMap(({ grid }, table) =>
      (grid?.cells ?? [])
        .filter((cell) => cell.page === page && cell.text !== '')
        .map(({ box }) => {
          const click = () => this.store.set({ table, selected: null, marked: [{ page, box }] });
          return svg('rect', { ...rectangle(box, 0), class: 'box printed', on: { click } });
        }),
    );
  }

  private drawBox(view: View, place: Selected, { box, status, text }: ViewCell): SVGRectElement {
    const { words } = this.store;
    return svg('rect', {
      ...rectangle(box, text === null ? 0 : AIR),
      ...{
        class: `box ${text === null ? 'blank' : (status ?? 'word')}`,
        tabindex: -1,
        role: 'button',
        'aria-label': describe(view, place, words),
      },
      on: {
        click: () => this.actions.select(place),
        focus: () => this.actions.select(place),
        pointerenter: () => this.actions.hover(place),
        pointerleave: () => this.actions.hover(null),
      },
    });
  }

  private drawMarks({ marked, page }: State): void {
    const rects = marked.filter((each) => each.page === page).map(({ box }) => svg('rect', { ...rectangle(box, 2 * AIR), class: 'mark' }));
    this.paper.querySelector('.marks')?.replaceChildren(...rects);
  }

  private highlight({ selected, hovered }: State, isMoved: boolean): void {
    for (const { places, rect } of this.boxes) {
      const isSelected = places.some((place) => isSameCell(place, selected));
      rect.classList.toggle('selected', isSelected);
      rect.classList.toggle(
        'hovered',
        places.some((place) => isSameCell(place, hovered)),
      );
      if (selected) rect.setAttribute('tabindex', isSelected ? '0' : '-1');
      if (isSelected && isMoved) show(rect, 'center');
    }
    if (isMoved && !this.paper.querySelector('.selected')) {
      const mark = this.paper.querySelector('.mark');
      if (mark) show(mark, 'center');
      else if (!selected) this.scroll.scrollTop = 0;
    }
  }

  /** The arrows lead from box to box: along the line, or to the nearest in the next line. */
  private onKey(event: KeyboardEvent): void {
    const step = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const)[event.key as 'ArrowUp'];
    const at = this.boxes.find(({ rect }) => rect === document.activeElement);
    if (!step || !at || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const from = middle(at.rect);
    const ahead = this.boxes.flatMap((each) => {
      const [x, y] = middle(each.rect);
      const [along, aside] =
        step[0] !== 0 ? [(x - from[0]) * step[0], Math.abs(y - from[1])] : [(y - from[1]) * step[1], Math.abs(x - from[0])];
      return along > 1 ? [{ rect: each.rect, distance: along + aside * (step[0] !== 0 ? 8 : 2) }] : [];
    });
    ahead.toSorted((a, b) => a.distance - b.distance)[0]?.rect.focus({ preventScroll: true });
  }
}

/** Into the browser's cache. */
function fetchAhead(url: string): void {
  new Image().src = url;
}

const rectangle = ([x0, y0, x1, y1]: Readonly<Box>, air: number) => ({
  x: x0 - air,
  y: y0 - air,
  width: x1 - x0 + 2 * air,
  height: y1 - y0 + 2 * air,
});

const middle = (rect: SVGRectElement): [number, number] => {
  const of = (name: string) => Number(rect.getAttribute(name));
  return [of('x') + of('width') / 2, of('y') + of('height') / 2];
};

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];
