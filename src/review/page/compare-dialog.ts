import type { Comparable, ComparedPair } from '../view.js';
import type { Actions } from './actions.js';
import { ServerError } from './api.js';
import { documentsFiles, type FileUrls, getComparable, getDocuments, getYears, postHeads, yearsFiles } from './compare-api.js';
import { documentsTable, yearsTables } from './compare-tables.js';
import { compareWords } from './compare-words.js';
import { button, el } from './dom.js';
import { saveAs } from './downloads.js';
import type { ReviewStore } from './store.js';

type Choice = readonly [value: string, label: string];

/** What is compared: two years of one department, or one figure of all documents. */
type Mode = 'years' | 'documents';

/** The dialog in which documents that have been read are compared. */
export class CompareDialog {
  readonly element = el('dialog', { class: 'compare' });
  private comparable: Comparable | null = null;
  private mode: Mode = 'years';
  private pair = '';
  private figure = '';
  private year = '';
  /** The table of heads as it was pasted. */
  private heads = '';
  /** Counts what was asked for: an answer that comes late is left out. */
  private asked = 0;

  constructor(
    private readonly store: ReviewStore,
    private readonly actions: Actions,
    private readonly announce: (sentence: string) => void,
  ) {}

  async open(): Promise<void> {
    if (this.element.open) return;
    try {
      this.comparable = await getComparable();
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      return this.announce(error.message);
    }
    const { pairs, figures } = this.comparable;
    const { id } = this.store.state;
    // Two years of the document that is looked at, if there are any.
    const own = pairs.find(({ ids }) => id !== null && ids.includes(id)) ?? pairs[0];
    this.pair = own ? keyOf(own) : '';
    if (!figures.some((figure) => figure.id === this.figure)) this.figure = figures[0]?.id ?? '';
    this.mode = own ? 'years' : 'documents';
    this.element.showModal();
    await this.fill();
  }

  private async fill(): Promise<void> {
    const words = compareWords(this.store.state.lang);
    const body = el('div', { class: 'comparison' }, el('p', { class: 'note', role: 'status' }, words.fetching));
    this.element.setAttribute('aria-label', words.compare);
    this.element.replaceChildren(this.head(), body);
    this.element.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
    this.asked += 1;
    const { asked } = this;
    try {
      const made = await (this.mode === 'years' ? this.years() : this.documents());
      if (asked === this.asked) body.replaceChildren(...made);
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      const problem = el('p', { class: 'problem', role: 'alert' }, error.message);
      if (asked === this.asked) body.replaceChildren(...(this.mode === 'documents' ? [this.headsBox()] : []), problem);
    }
  }

  private head(): HTMLElement {
    const { lang } = this.store.state;
    const words = compareWords(lang);
    const { pairs = [], figures = [], years = [], unread = 0 } = this.comparable ?? {};
    const mode = (of: Mode) =>
      button(words[of], () => this.set(() => (this.mode = of)), { 'aria-pressed': String(this.mode === of), class: 'mode' });
    const choices =
      this.mode === 'years'
        ? [
            this.choose(
              words.pair,
              pairs.map((pair): Choice => [keyOf(pair), nameOf(pair, words.pairOf)]),
              this.pair,
              (value) => (this.pair = value),
            ),
          ]
        : [
            this.choose(
              words.figure,
              figures.map(({ id, words: name }): Choice => [id, name]),
              this.figure,
              (value) => (this.figure = value),
            ),
            this.choose(
              words.year,
              [['', words.allYears], ...years.map((year): Choice => [String(year), String(year)])],
              this.year,
              (value) => (this.year = value),
            ),
          ];
    return el(
      'div',
      { class: 'compare-head' },
      el('h2', {}, words.compare),
      el('div', { role: 'group', 'aria-label': words.compare, class: 'modes' }, mode('years'), mode('documents')),
      ...choices,
      unread > 0 ? el('span', { class: 'note' }, words.unread(unread)) : null,
      el('span', { class: 'space' }),
      button(this.store.words.close, () => this.element.close()),
    );
  }

  private choose(name: string, choices: readonly Choice[], chosen: string, take: (value: string) => void): HTMLElement | null {
    if (choices.length === 0) return null;
    const select = el(
      'select',
      { 'aria-label': name },
      ...choices.map(([value, label]) => el('option', { value, selected: value === chosen }, label)),
    );
    select.addEventListener('change', () => this.set(() => take(select.value)));
    return select;
  }

  private set(change: () => void): void {
    change();
    void this.fill();
  }

  private async years(): Promise<HTMLElement[]> {
    const pair = this.comparable?.pairs.find((each) => keyOf(each) === this.pair);
    const words = compareWords(this.store.state.lang);
    if (!pair) return [el('p', { class: 'note' }, words.noPairs)];
    const compared = await getYears(pair.ids);
    return this.shown(compared.title, yearsFiles(pair.ids), yearsTables(compared, pair.ids, this.store, this.go), pair.files.join(' → '));
  }

  private async documents(): Promise<HTMLElement[]> {
    if (this.figure === '') return [el('p', { class: 'note' }, compareWords(this.store.state.lang).noFigures)];
    const compared = await getDocuments(this.figure, this.year);
    const table = documentsTable(compared, this.store, this.go);
    return this.shown(`${compared.figure.words}${this.year}`, documentsFiles(this.figure, this.year), [this.headsBox(), table]);
  }

  /** Where a table of heads is pasted, by which figures are told for each head as well. */
  private headsBox(): HTMLElement {
    const words = compareWords(this.store.state.lang);
    const box = el('textarea', { 'aria-label': words.heads, rows: '4', spellcheck: 'false' });
    box.value = this.heads;
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const use = async (table: string) => {
      this.heads = table;
      try {
        await postHeads(table);
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        problem.textContent = error.message;
        problem.hidden = false;
        return;
      }
      await this.fill();
    };
    return el(
      'details',
      { class: 'heads', open: this.heads !== '' },
      el('summary', {}, words.pasteHeads),
      el('p', { class: 'note' }, words.headsHint),
      box,
      el(
        'p',
        {},
        button(words.useHeads, () => void use(box.value)),
        this.heads === '' ? null : button(words.noHeads, () => void use('')),
      ),
      problem,
    );
  }

  private readonly go = (id: string, page: number): void => {
    this.element.close();
    void this.actions.openAt(id, page);
  };

  /** The tables of a comparison beside its picture, and all of it to be taken away. */
  private shown(name: string, urls: FileUrls, tables: readonly HTMLElement[], about: string | null = null): HTMLElement[] {
    const words = compareWords(this.store.state.lang);
    const picture = el('img', { src: urls.svg, alt: `${words.chart}：${name}` });
    const link = (href: string, label: string) => el('a', { href, download: '', class: 'download' }, label);
    const files = [
      link(urls.csv, 'CSV'),
      link(urls.svg, 'SVG'),
      button('PNG', () => void savePng(picture, `${name}.png`), { class: 'download' }),
    ];
    return [
      el(
        'div',
        { class: 'tables' },
        el('p', { class: 'files' }, ...files, about === null ? null : el('span', { class: 'note' }, about)),
        ...tables,
      ),
      el('div', { class: 'chart' }, picture),
    ];
  }
}

const keyOf = ({ ids }: ComparedPair): string => ids.join(' ');

const nameOf = (
  { department, files, years, kind }: ComparedPair,
  inWords: (department: string, years: readonly [number, number], kind: string) => string,
) => inWords(department ?? files[1], years, kind ?? '');

/** Dots for each px of the drawing: sharp in print. */
const SCALE = 2;

/** Saves a drawing as the browser draws it. */
async function savePng(drawing: HTMLImageElement, name: string): Promise<void> {
  await drawing.decode();
  const canvas = el('canvas', { width: drawing.naturalWidth * SCALE, height: drawing.naturalHeight * SCALE });
  canvas.getContext('2d')?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png) saveAs(name, png);
}
