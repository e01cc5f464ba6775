import type { Finding } from '../../../schemas/disclosure.js';
import type { Proposal, View } from '../view.js';
import { getStart, getView, postCorrection, ServerError, withdraw } from './api.js';
import { type ListName, lookUp, type Selected, type Store } from './store.js';

/** ms between two looks at how far the reading is. */
const LOOK_EVERY = 500;

/** What a person can do, whichever key or button asks for it. */
export class Actions {
  constructor(
    private readonly store: Store,
    private readonly say: (sentence: string) => void,
  ) {}

  /** Shows a document; reads it where nobody has yet. */
  async open(id: string): Promise<void> {
    this.store.set({
      id,
      view: null,
      problem: null,
      busy: true,
      selected: null,
      hovered: null,
      marked: [],
      table: null,
      page: 1,
      at: NOWHERE,
    });
    const looking = setInterval(() => void this.refreshList(), LOOK_EVERY);
    try {
      const view = await getView(id);
      if (this.store.state.id === id) this.present(view);
    } catch (error) {
      if (this.store.state.id === id) this.store.set({ problem: messageOf(error) });
    } finally {
      clearInterval(looking);
      if (this.store.state.id === id) this.store.set({ busy: false });
      await this.refreshList();
    }
  }

  /** A document that has just come: its first doubtful cell, else its first table. */
  private present(view: View): void {
    const problem = view.outcome.status === 'failed' ? (view.outcome.message ?? this.store.words.failed) : null;
    this.store.set({ view, problem, table: view.tables.length > 0 ? 0 : null, page: view.tables[0]?.pages[0] ?? 1, list: 'doubts' });
    if (view.doubts.length > 0) this.goTo('doubts', 0);
    else if (view.tables.length > 0) this.showTable(0);
  }

  private async refreshList(): Promise<void> {
    const start = await getStart().catch(() => null);
    if (start) this.store.set({ start: { ...this.store.state.start, documents: start.documents } });
  }

  /** Selects a cell, and shows its table and its page. */
  select(place: Selected | null): void {
    const found = lookUp(this.store.state.view, place);
    if (found) this.store.set({ selected: place, table: found.place.table, page: found.cell.page, marked: [] });
    else this.store.set({ selected: null });
  }

  hover(place: Selected | null): void {
    this.store.set({ hovered: place });
  }

  /** Another page, and the table that stands on it, if the one that is shown does not. */
  showPage(page: number): void {
    const { view, table } = this.store.state;
    if (!view?.pages.some(({ number }) => number === page)) {
      this.say(this.store.words.nothingMore);
      return;
    }
    const isOn = (index: number | null) => index !== null && (view.tables[index]?.pages.includes(page) ?? false);
    const other = isOn(table) ? -1 : view.tables.findIndex(({ pages }) => pages.includes(page));
    this.store.set({ page, ...(other >= 0 && { table: other, selected: null, marked: [] }) });
  }

  showTable(index: number): void {
    const table = this.store.state.view?.tables[index];
    if (!table) {
      this.say(this.store.words.nothingMore);
      return;
    }
    const row = table.rows.findIndex(({ cells }) => Object.keys(cells).length > 0);
    const [column] = Object.keys(table.rows[row]?.cells ?? {});
    this.store.set({ table: index, page: table.pages[0] ?? 1, selected: null, marked: [], at: { ...this.store.state.at, tables: index } });
    if (row >= 0 && column !== undefined) this.select({ table: index, row, column });
  }

  /** The entry of a list, and what it leads to. */
  goTo(list: ListName, index: number): void {
    const { view, at } = this.store.state;
    const lists = { doubts: view?.doubts, findings: view?.findings, tables: view?.tables, corrections: view?.corrections };
    if (!view || !lists[list]?.[index]) {
      this.say(this.store.words.nothingMore);
      return;
    }
    this.store.set({ list, at: { ...at, [list]: index } });
    if (list === 'doubts') this.select(view.doubts[index] ?? null);
    if (list === 'findings') this.showFinding(view, view.findings[index]);
    if (list === 'tables') this.showTable(index);
    if (list === 'corrections') this.showCorrection(view, index);
  }

  step(list: ListName, by: number): void {
    const { at, list: shown } = this.store.state;
    const index = at[list];
    this.goTo(list, index === null ? 0 : shown === list ? index + by : index);
  }

  /** A finding leads to its first cell and to its sentence. */
  private showFinding(view: View, finding: Finding | undefined): void {
    if (!finding) return;
    const cell = finding.cells.find(
      ({ table, row, column }) => row !== null && column !== null && view.tables[table]?.rows[row]?.cells[column],
    );
    const boxes = [...finding.cells, ...(finding.quote ? [finding.quote] : [])].flatMap(({ page, box }) => (box ? [{ page, box }] : []));
    if (cell && cell.row !== null && cell.column !== null) this.select({ table: cell.table, row: cell.row, column: cell.column });
    else this.store.set({ selected: null, table: finding.cells[0]?.table ?? this.store.state.table });
    const page = finding.quote?.page ?? cell?.page ?? finding.cells[0]?.page;
    this.store.set({ marked: boxes, ...(page !== undefined && { page }) });
  }

  private showCorrection(view: View, index: number): void {
    const correction = view.corrections[index]?.correction;
    if (!correction) return;
    const { page, box } = correction;
    const place = cellNear(view, page, box);
    if (correction.kind !== 'table' && place) this.select(place);
    else
      this.store.set({ page, selected: null, table: view.tables.findIndex(({ place: at }) => at.page === page && at.box[1] === box[1]) });
    this.store.set({ marked: [{ page, box }] });
  }

  /** Keeps a correction and shows what became of it. Gives the sentence that says why it cannot be kept, null where it is. */
  async correct(proposal: Proposal): Promise<string | null> {
    return await this.change(
      (id) => postCorrection(id, proposal),
      (view) => {
        const last = view.corrections.find(
          ({ correction: each }) => each?.kind === proposal.kind && each.page === proposal.page && near(each.box, proposal.box),
        );
        this.say(last?.state === 'refused' ? this.store.words.refusedNow(last.why ?? '') : this.store.words.appliedNow);
      },
    );
  }

  async withdraw(index: number): Promise<string | null> {
    return await this.change(
      (id) => withdraw(id, index),
      () => this.say(this.store.words.withdrawn),
    );
  }

  private async change(send: (id: string) => Promise<View>, then: (view: View) => void): Promise<string | null> {
    const { id, busy } = this.store.state;
    if (id === null || busy) return null;
    this.say(this.store.words.rereading);
    this.store.set({ busy: true });
    try {
      const view = await send(id);
      if (this.store.state.id !== id) return null;
      const { selected } = this.store.state;
      this.store.set({ view, selected: lookUp(view, selected) ? selected : null, hovered: null });
      then(view);
      return null;
    } catch (error) {
      const message = messageOf(error);
      this.say(message);
      return message;
    } finally {
      if (this.store.state.id === id) this.store.set({ busy: false });
      await this.refreshList();
    }
  }
}

const NOWHERE = { doubts: null, findings: null, tables: null, corrections: null };

const messageOf = (error: unknown): string => {
  if (error instanceof ServerError) return error.message;
  throw error;
};

const near = (a: readonly number[], b: readonly number[]): boolean => a.every((n, i) => Math.abs(n - (b[i] ?? 0)) < 1);

function cellNear(view: View, page: number, box: readonly number[]): Selected | null {
  for (const [table, { rows }] of view.tables.entries()) {
    for (const [row, { cells }] of rows.entries()) {
      for (const [column, cell] of Object.entries(cells)) if (cell.page === page && near(cell.box, box)) return { table, row, column };
    }
  }
  return null;
}
