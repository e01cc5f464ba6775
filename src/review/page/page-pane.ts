import type { View } from '../view.js';
import type { Actions } from './actions.js';
import { pageUrl } from './api.js';
import { arrowStep, hasModifier } from './arrows.js';
import { deskWords } from './desk-words.js';
import { button, el, fetchPicture, show, svg } from './dom.js';
import { type CellBox, drawCellBoxes, drawMarks, drawPrintedBoxes, highlightBoxes, nextBox } from './page-boxes.js';
import { cellKey, type ReviewState, type ReviewStore } from './store.js';

const POINTS_PER_INCH = 72;
/** px a pt: below, print of 9 pt cannot be read; an A4 page upright still fits into its pane. */
const READABLE = 0.8;
/** The widths of a page that one can choose, as shares of its pane's. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];

/** pt. */
interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The picture of a page with the boxes of its values. Only the page that is shown has any; its neighbour is fetched ahead. */
export class PagePane {
  readonly element: HTMLElement;
  private readonly bar = el('div', { class: 'bar' });
  private readonly paper = el('div', { class: 'paper' });
  private readonly scroll: HTMLElement;
  private boxes: readonly CellBox[] = [];

  constructor(
    private readonly store: ReviewStore,
    private readonly actions: Actions,
  ) {
    this.scroll = el('div', { class: 'scroll', tabindex: 0, role: 'region' }, this.paper);
    this.element = el('section', { class: 'page-pane', 'data-pane': true }, this.bar, this.scroll);
    const pageOf = ({ view, page, lang }: ReviewState) => [view, page, lang];
    // Without a document, what is said instead of it.
    const message = ({ view, problem, busy }: ReviewState) => (view === null ? [problem, busy] : [null, null]);
    store.watch(
      (state) => [...pageOf(state), ...message(state)],
      (state) => this.fill(state),
    );
    store.watch(
      (state) => [...pageOf(state), state.marked],
      (state) => this.paper.querySelector('.marks')?.replaceChildren(...drawMarks(state)),
    );
    store.watch(
      ({ zoom }) => [zoom],
      () => this.fit(),
    );
    store.watch(
      (state) => [...pageOf(state), state.selected, state.marked],
      (state) => {
        highlightBoxes(this.boxes, state);
        this.showSelected(state);
      },
    );
    store.watch(
      ({ hovered }) => [cellKey(hovered)],
      (state) => highlightBoxes(this.boxes, state),
    );
    new ResizeObserver(() => this.fit()).observe(this.scroll);
    this.paper.addEventListener('keydown', (event) => this.onKey(event));
  }

  private fill(state: ReviewState): void {
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
    const drawing = el('p', { class: 'drawing' }, deskWords(state.lang).drawing);
    picture.addEventListener('load', () => drawing.remove());
    picture.addEventListener('error', () => {
      picture.setAttribute('alt', words.noPicture);
      drawing.textContent = words.noPicture;
      void this.actions.checkVersion();
    });
    const overlay = svg('svg', { viewBox: `0 0 ${size.width} ${size.height}`, role: 'group', 'aria-label': words.pageBoxes });
    this.boxes = drawCellBoxes(view, page, this.store, this.actions);
    this.boxes[0]?.rect.setAttribute('tabindex', '0');
    overlay.append(...drawPrintedBoxes(view, page, this.store), ...this.boxes.map(({ rect }) => rect), svg('g', { class: 'marks' }));
    this.paper.replaceChildren(drawing, picture, overlay);
    this.fit();
    if (state.problem !== null) this.bar.append(el('p', { class: 'message' }, state.problem));
    const next = view.pages.find(({ number }) => number === page + 1);
    if (next) picture.addEventListener('load', () => fetchAhead(pageUrl(view, next.number, this.resolution(next))), { once: true });
  }

  private tools({ pages }: View, page: number): HTMLElement[] {
    const { words } = this.store;
    const sheet = pages.find((each) => each.number === page)?.sheet;
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
      el('span', { class: 'about', title: sheet ?? undefined }, sheet ?? ''),
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
    this.paper.style.width = `${this.zoomOf(size) * 100}%`;
    fetchPicture(picture, pageUrl(view, page, this.resolution(size)));
  }

  /** Pixels per inch for a page: the least that is sharp on this screen, else the most there is. */
  private resolution(size: PageSize): number {
    const { resolutions } = this.store.state.start;
    const wanted = (this.scroll.clientWidth * this.zoomOf(size) * devicePixelRatio * POINTS_PER_INCH) / size.width;
    return resolutions.find((each) => each >= wanted) ?? Math.max(...resolutions);
  }

  /** A page that lies on its side is shown whole, however narrow the pane: its columns are to be seen together. */
  private zoomOf({ width, height }: PageSize): number {
    const readable = width > height ? 1 : (width * READABLE) / Math.max(1, this.scroll.clientWidth);
    return this.store.state.zoom ?? Math.max(1, readable);
  }

  /** One step larger or smaller. */
  zoomBy(step: 1 | -1): void {
    const { view, page } = this.store.state;
    const zoom = this.zoomOf(view?.pages.find(({ number }) => number === page) ?? { width: 0, height: 0 });
    const steps = step > 0 ? ZOOMS.filter((each) => each > zoom) : ZOOMS.filter((each) => each < zoom).toReversed();
    this.store.set({ zoom: steps[0] ?? zoom });
  }

  /** Brings the selected box into view; without one the first mark, or the top of the page. */
  private showSelected({ selected }: ReviewState): void {
    const target = this.paper.querySelector('.selected') ?? this.paper.querySelector('.mark');
    if (target) show(target, 'center');
    else if (!selected) this.scroll.scrollTop = 0;
  }

  private onKey(event: KeyboardEvent): void {
    const step = arrowStep(event);
    const from = this.boxes.find(({ rect }) => rect === document.activeElement);
    if (!step || !from || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    nextBox(this.boxes, from.rect, step)?.focus({ preventScroll: true });
  }
}

/** Into the browser's cache. */
function fetchAhead(url: string): void {
  new Image().src = url;
}
