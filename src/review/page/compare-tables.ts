import type { YearPair } from '../../compare/pair.js';
import type { ComparedDocuments, ComparedYears } from '../view.js';
import { compareWords } from './compare-words.js';
import { button, el } from './dom.js';
import { formOf, grouped } from './names.js';
import type { ReviewStore } from './store.js';

/** What a document prints of something. */
type Printed = Omit<NonNullable<YearPair['earlier']>, 'page'> & { readonly page: number | null };

/** Shows a page of a document. */
export type Go = (id: string, page: number) => void;

/** Makes the cells of comparisons in the language of the page. */
class Cells {
  readonly words;

  constructor(
    private readonly store: ReviewStore,
    private readonly go: Go,
  ) {
    this.words = compareWords(store.state.lang);
  }

  text(content: string | number | null): HTMLElement {
    return el('td', {}, content === null ? '' : String(content));
  }

  amount(decimal: string | null): HTMLElement {
    return el('td', { class: 'number' }, decimal === null ? '' : grouped(decimal));
  }

  /** As printed, with its unit and what makes it doubtful; a button that leads to its page, where that is known. */
  printed(value: Printed | null, id: string): HTMLElement {
    if (!value) return el('td', { class: 'number missing' }, this.words.notPrinted);
    const { page } = value;
    const words = `${value.text}${value.unit ?? this.words.noUnit}${this.mark(value)}`;
    const content = page === null ? words : button(words, () => this.go(id, page), { title: this.words.lead(words, page) });
    return el(
      'td',
      { class: value.status === 'contradicted' || value.status === 'unreadable' ? `number ${value.status}` : 'number' },
      content,
    );
  }

  private mark({ status }: Printed): string {
    if (status === 'told') return this.words.beside(this.words.told);
    return status === null || status === 'proved' || status === 'uncontradicted'
      ? ''
      : this.words.beside(this.store.words.statusOf[status]);
  }

  pair({ earlier, later, difference, percent }: YearPair, ids: readonly [string, string]): HTMLElement[] {
    return [this.printed(earlier, ids[0]), this.printed(later, ids[1]), this.amount(difference), this.amount(percent)];
  }
}

/** `numbers`: how many of the last columns hold numbers. */
function table(caption: string, heads: readonly string[], numbers: number, lines: readonly (readonly HTMLElement[])[]): HTMLElement {
  const head = heads.map((words, index) => el('th', { scope: 'col', class: index >= heads.length - numbers && 'number' }, words));
  return el(
    'div',
    { class: 'compared', role: 'region', 'aria-label': caption, tabindex: 0 },
    el(
      'table',
      {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...head)),
      el('tbody', {}, ...lines.map((cells) => el('tr', {}, ...cells))),
    ),
  );
}

/** Two years of a department: the figures that one quotes, what is carried over, and the amounts of all tables. */
export function yearsTables(compared: ComparedYears, ids: readonly [string, string], store: ReviewStore, go: Go): HTMLElement[] {
  const cells = new Cells(store, go);
  const { words } = cells;
  const years = compared.years.map(String);
  const figures = compared.indicators.map((pair) => [cells.text(pair.words), ...cells.pair(pair, ids)]);
  return [
    table(words.years, [words.figure, ...years, words.difference, words.percent], 4, figures),
    ...(compared.carried.length === 0 ? [] : [carried(compared, ids, store, cells)]),
    rows(compared, ids, store, cells),
  ];
}

function carried(
  { carried: figures, years }: ComparedYears,
  ids: readonly [string, string],
  store: ReviewStore,
  cells: Cells,
): HTMLElement {
  const { words } = cells;
  const lines = figures.map(({ words: { earlier, later }, ...one }) => {
    const by = one.agreement === 'different' && one.difference !== null ? words.by(grouped(one.difference.replace('-', ''))) : '';
    return [
      cells.text(earlier === later ? later : `${earlier} → ${later}`),
      cells.text(formOf(one.form, store.state.start, store.words)),
      el('td', { class: one.agreement === 'different' && 'contradicted' }, words.agreements[one.agreement] + by),
      cells.printed(one.earlier, ids[0]),
      cells.printed(one.later, ids[1]),
    ];
  });
  return table(words.carried, [words.carried, words.form, words.agreement, ...years.map(String)], 2, lines);
}

/** Folded away, and made when it is unfolded: a document has a thousand amounts. */
function rows(
  { rows: pairs, unpaired, years }: ComparedYears,
  ids: readonly [string, string],
  store: ReviewStore,
  cells: Cells,
): HTMLElement {
  const { words } = cells;
  const changed = pairs.filter(({ earlier, later, difference }) => !earlier || !later || difference === null || /[1-9]/.test(difference));
  const summary = words.rows(pairs.length, changed.length);
  const details = el('details', {}, el('summary', {}, summary));
  const left = unpaired.repeated + unpaired.nameless + unpaired.withoutUnit;
  const fill = () => {
    const lines = changed.map((pair) => [
      cells.text(formOf(pair.form, store.state.start, store.words)),
      cells.text([pair.panel, pair.code, pair.name ?? pair.concept].filter(Boolean).join(' ')),
      cells.text(pair.columnPath),
      ...cells.pair(pair, ids),
    ]);
    const heads = [words.form, words.item, words.column, ...years.map(String), words.difference, words.percent];
    details.append(table(summary, heads, 4, lines), left > 0 ? el('p', { class: 'note' }, words.unpaired(left)) : '');
  };
  details.addEventListener('toggle', fill, { once: true });
  return details;
}

/** One figure of many documents, in the order they came. */
export function documentsTable({ figure, lines }: ComparedDocuments, store: ReviewStore, go: Go): HTMLElement {
  const cells = new Cells(store, go);
  const { words } = cells;
  const isPerHead = lines.some(({ heads }) => heads !== null);
  const heads = [
    ...[words.department, words.year, words.kind, words.file, figure.words + words.beside(words.yuan), words.printed],
    ...(isPerHead ? [words.heads, words.perHead] : []),
  ];
  const made = lines.map(({ id, department, year, kind, file, status, reason, value, heads: own, perHead }) => [
    ...[department, year, kind === 'other' ? null : kind, file].map((text) => cells.text(text)),
    cells.amount(value?.yuan ?? null),
    status === 'failed' && !value
      ? el('td', { class: 'number missing', title: reason ?? undefined }, words.failed)
      : cells.printed(value, id),
    ...(isPerHead ? [cells.amount(own), cells.amount(perHead)] : []),
  ]);
  return table(figure.words, heads, isPerHead ? 4 : 2, made);
}
