import type { Correction } from '../../../schemas/corrections.js';
import type { Finding } from '../../../schemas/disclosure.js';
import type { TriageState } from '../../../schemas/triage.js';
import type { Proposal, SearchHit, View, ViewCorrection, ViewFinding, ViewPlace } from '../view.js';
import { getStart, getView, postCorrection, ReplacedError, replaceCorrection, ServerError } from './api.js';
import { deskWords } from './desk-words.js';
import { currentFinding, judgedTogether } from './finding-detail.js';
import { listed, NO_FILTER } from './finding-filter.js';
import { type Deed, History } from './history.js';
import { Judging } from './judging.js';
import { type CellRef, type ListName, lookUp, NO_POSITIONS, type ReviewStore } from './store.js';

import type { Lang, PageWords } from './words.js';

/** ms between two questions how far the reading is. */
const ASK_EVERY = 500;

/** What a person can do, whichever key or button asks for it. */
export class Actions {
  readonly history: History;
  readonly judging: Judging;

  constructor(
    private readonly store: ReviewStore,
    private readonly announce: (sentence: string) => void,
  ) {
    this.history = new History(store, announce);
    this.judging = new Judging(store, this.history, announce);
  }

  /** Shows a document, which is read when it is first asked for. */
  async open(id: string): Promise<void> {
    this.store.set({
      id,
      isAtStart: false,
      view: null,
      problem: null,
      busy: true,
      selected: null,
      hovered: null,
      marked: [],
      table: null,
      page: 1,
      positions: NO_POSITIONS,
      filter: NO_FILTER,
    });
    const asking = setInterval(() => void this.refreshList(), ASK_EVERY);
    try {
      const view = await getView(id);
      if (this.store.state.id === id) this.present(view);
    } catch (error) {
      if (this.store.state.id === id) this.store.set({ problem: messageOf(error) });
    } finally {
      clearInterval(asking);
      if (this.store.state.id === id) this.store.set({ busy: false });
      await this.refreshList();
    }
  }

  /** Shows a page of a document. */
  async openAt(id: string, page: number): Promise<void> {
    if (this.store.state.id !== id || this.store.state.view === null) await this.open(id);
    this.showDocument();
    if (this.store.state.id === id && this.store.state.view) this.showPage(page);
  }

  /** The desk's first screen; nothing where there is none. */
  showStart(): void {
    if (this.store.state.start.desk !== null) this.store.set({ isAtStart: true });
  }

  /** Shows a document no longer that was taken off the list. */
  forget(id: string): void {
    if (this.store.state.id === id)
      this.store.set({ id: null, view: null, selected: null, marked: [], table: null, positions: NO_POSITIONS });
  }

  /** Back to the document that was looked at last. */
  showDocument(): void {
    if (this.store.state.id !== null) this.store.set({ isAtStart: false });
  }

  /** A document that has just come: its worst finding, else its first doubtful cell, else its first table. */
  private present(view: View): void {
    const problem = view.outcome.status === 'failed' ? failureInWords(view, this.store.state.lang, this.store.words) : null;
    this.store.set({ view, problem, table: view.tables.length > 0 ? 0 : null, page: view.tables[0]?.pages[0] ?? 1, list: 'findings' });
    const [worst] = view.findings;
    // One about the whole file, such as its corrections, leads to no place.
    if (worst && !hasPlace(worst) && view.tables.length > 0) this.showTable(0);
    if (worst) this.goTo('findings', 0);
    else if (view.doubts.length > 0) this.goTo('doubts', 0);
    else if (view.tables.length > 0) this.showTable(0);
  }

  /** Asks how far the documents are. Where nothing has changed, nothing is rendered again. */
  async refreshList(): Promise<void> {
    const start = await getStart().catch(() => null);
    const { start: before } = this.store.state;
    if (start && JSON.stringify([start.documents, start.desk]) !== JSON.stringify([before.documents, before.desk]))
      this.store.set({ start: { ...before, documents: start.documents, desk: start.desk } });
  }

  /** Selects a cell, and shows its table and its page. */
  select(ref: CellRef | null): void {
    const found = lookUp(this.store.state.view, ref);
    if (found) this.store.set({ selected: ref, table: found.ref.table, page: found.cell.page, marked: [] });
    else this.store.set({ selected: null });
  }

  hover(ref: CellRef | null): void {
    this.store.set({ hovered: ref });
  }

  /** Another page, and the table that stands on it, if the one that is shown does not. */
  showPage(page: number): void {
    const { view, table } = this.store.state;
    if (!view?.pages.some(({ number }) => number === page)) {
      this.announce(this.store.words.nothingMore);
      return;
    }
    const isOn = (index: number | null) => index !== null && (view.tables[index]?.pages.includes(page) ?? false);
    const other = isOn(table) ? -1 : view.tables.findIndex(({ pages }) => pages.includes(page));
    this.store.set({ page, ...(other >= 0 && { table: other, selected: null, marked: [] }) });
  }

  showTable(index: number): void {
    const table = this.store.state.view?.tables[index];
    if (!table) {
      this.announce(this.store.words.nothingMore);
      return;
    }
    const row = table.rows.findIndex(({ cells }) => Object.keys(cells).length > 0);
    const [column] = Object.keys(table.rows[row]?.cells ?? {});
    const positions = { ...this.store.state.positions, tables: index };
    this.store.set({ table: index, page: table.pages[0] ?? 1, selected: null, marked: [], positions });
    if (row >= 0 && column !== undefined) this.select({ table: index, row, column });
  }

  /** The entry of a list, and what it leads to. */
  goTo(list: ListName, index: number): void {
    const { view, positions } = this.store.state;
    const lists = { doubts: view?.doubts, findings: view?.findings, tables: view?.tables, corrections: view?.corrections };
    if (!view || !lists[list]?.[index]) {
      this.announce(this.store.words.nothingMore);
      return;
    }
    this.store.set({ list, positions: { ...positions, [list]: index } });
    if (list === 'doubts') this.select(view.doubts[index] ?? null);
    if (list === 'findings') this.showFinding(view, view.findings[index]);
    if (list === 'tables') this.showTable(index);
    if (list === 'corrections') this.showCorrection(view, index);
  }

  step(list: ListName, by: number): void {
    const { positions, list: shown } = this.store.state;
    const index = positions[list];
    if (list === 'findings') this.stepFinding(index, shown === list ? by : 0);
    else this.goTo(list, index === null ? 0 : shown === list ? index + by : index);
  }

  /** The next finding that is listed; the first one where none was gone to. */
  private stepFinding(index: number | null, by: number): void {
    const shown = listed(this.store.state);
    const after = shown.filter((each) => (by > 0 ? each > (index ?? -1) : each < (index ?? -1)));
    const next = index === null ? shown[0] : by === 0 ? index : by > 0 ? after[0] : after.at(-1);
    this.goTo('findings', next ?? -1);
  }

  /** Judges the finding that is looked at, and those that are folded away behind it. */
  judge(state: TriageState): void {
    const index = currentFinding(this.store);
    if (index === null) this.announce(this.store.words.nothingMore);
    else void this.judging.judge(judgedTogether(this.store, index), state);
  }

  showPlace(page: number, box: readonly [number, number, number, number]): void {
    this.store.set({ page, marked: [{ page, box }] });
  }

  /** Selects a cell, and no finding. */
  showCell(ref: CellRef): void {
    this.store.set({ positions: { ...this.store.state.positions, findings: null } });
    this.select(ref);
  }

  /** What a search found, in whichever document. */
  async showHit({ document, key, table, row, page }: SearchHit): Promise<void> {
    if (this.store.state.id !== document) await this.open(document);
    const { view } = this.store.state;
    if (!view || view.id !== document) return;
    if (key !== undefined)
      return this.goTo(
        'findings',
        view.findings.findIndex((finding) => finding.key === key),
      );
    const [column] = Object.keys((table !== undefined && row !== undefined && view.tables[table]?.rows[row]?.cells) || {});
    if (table !== undefined && row !== undefined && column !== undefined) this.showCell({ table, row, column });
    else this.showPage(page);
  }

  /** A finding leads to its first cell and to its sentence. */
  private showFinding(view: View, finding: Finding | undefined): void {
    if (!finding || !hasPlace(finding)) return;
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
    const { correction, place } = view.corrections[index] ?? {};
    if (!correction || !place) return;
    const { page, box, ref } = place;
    const cell = correction.kind === 'table' ? null : cellNear(view, place);
    if (cell) this.select(cell);
    else {
      const table = view.tables.findIndex(
        ({ place: own }) => own.page === page && (ref === undefined ? own.box[1] === box[1] : own.ref === ref),
      );
      this.store.set({ page, selected: null, table: table < 0 ? (cellNear(view, place)?.table ?? null) : table });
    }
    this.store.set({ marked: [{ page, box }] });
  }

  /** Keeps a correction and announces what became of it, or why it cannot be kept; `isWanted`: whether it is, where errors come of it. */
  correct(proposal: Proposal, isWanted: (broken: readonly ViewFinding[]) => Promise<boolean>): Promise<void> {
    return this.history.next(async (shown) => {
      const was = correctionAt(shown, proposal)?.correction ?? null;
      const send = async () => {
        const answer = await postCorrection(shown, proposal, false);
        if (!('broken' in answer)) return answer;
        if (!(await isWanted(answer.broken))) {
          this.announce(this.store.words.notKept);
          return null;
        }
        this.announce(this.store.words.rereading);
        const kept = await postCorrection(shown, proposal, true);
        return 'broken' in kept ? null : kept;
      };
      const view = await this.change(shown, send, this.store.words.trying);
      const made = view && correctionAt(view, proposal);
      if (!made?.correction) return;
      this.history.record(shown, this.replacing(was, made.correction));
      this.announce(made.state === 'refused' ? this.store.words.refusedNow(made.why ?? '') : this.store.words.appliedNow);
    });
  }

  /** Takes a correction back. */
  withdraw(correction: Correction): Promise<void> {
    return this.history.next(async (shown) => {
      const deed = this.replacing(correction, null);
      if (!(await deed.again(shown))) return;
      this.history.record(shown, deed);
      this.announce(this.store.words.withdrawn);
    });
  }

  /** One correction in place of another, null for none. */
  private replacing(was: Correction | null, now: Correction | null): Deed {
    const replace = (from: Correction | null, to: Correction | null) => async (shown: View) =>
      (await this.change(shown, () => replaceCorrection(shown, from, to))) !== null;
    return { back: replace(now, was), again: replace(was, now) };
  }

  /** A picture of the page did not come: perhaps the file was replaced since it was shown. */
  async checkVersion(): Promise<void> {
    const { id, view: shown, busy } = this.store.state;
    if (id === null || shown === null || busy) return;
    const view = await getView(id).catch(() => null);
    if (view && view.sha256 !== shown.sha256 && this.store.state.view === shown) await this.reload(id, '');
  }

  /** Loads a document again that was changed elsewhere, and says so. */
  private async reload(id: string, more: string): Promise<void> {
    await this.open(id);
    if (this.store.state.id === id) this.announce(this.store.words.reloaded + more);
  }

  /** Shows what became of the document; the finding that is looked at stays the same, or is none where it is there no more. */
  private replaceView(view: View): void {
    const { view: before, selected, positions, marked } = this.store.state;
    const key = positions.findings === null ? undefined : before?.findings[positions.findings]?.key;
    const index = view.findings.findIndex((finding) => finding.key === key);
    this.store.set({
      view,
      selected: lookUp(view, selected) ? selected : null,
      hovered: null,
      positions: { ...positions, findings: index < 0 ? null : index },
      marked: positions.findings !== null && index < 0 ? [] : marked,
    });
  }

  /** What the document is after a change; null where it was not made, which has been said. */
  private async change(shown: View, send: () => Promise<View | null>, doing = this.store.words.rereading): Promise<View | null> {
    const { id } = shown;
    if (this.store.state.id !== id || this.store.state.busy) return null;
    this.announce(doing);
    this.store.set({ busy: true });
    try {
      const view = await send();
      if (view && this.store.state.id === id) this.replaceView(view);
      return view;
    } catch (error) {
      if (error instanceof ReplacedError && this.store.state.id === id) await this.reload(id, this.store.words.notSaved);
      else this.announce(messageOf(error));
      return null;
    } finally {
      if (this.store.state.id === id) this.store.set({ busy: false });
      await this.refreshList();
    }
  }
}

const messageOf = (error: unknown): string => {
  if (error instanceof ServerError) return error.message;
  throw error;
};

/** Why a document could not be read: in plain words of the page's language, and the sentence of its result. */
function failureInWords({ outcome: { reason, message } }: View, lang: Lang, words: PageWords): string {
  const plain = reason === null || lang === 'en' ? null : deskWords(lang).reasons[reason];
  return [plain, message].filter(Boolean).join(' ') || words.failed;
}

/** Whether a finding is about a place in the document. */
const hasPlace = ({ cells, quote }: Finding): boolean => cells.length > 0 || quote !== undefined;

/** pt. Boxes of one place differ by less: corrections are copied from results. */
const NEAR = 1;

const isNear = (a: ViewPlace, b: ViewPlace): boolean =>
  a.page === b.page && a.box.every((edge, i) => Math.abs(edge - (b.box[i] ?? Number.NaN)) < NEAR);

const isSamePlace = (a: Correction, b: Proposal): boolean =>
  'ref' in a || 'ref' in b ? 'ref' in a && 'ref' in b && a.page === b.page && a.ref === b.ref : isNear(a, b);

/** The correction of a place, of the kind that a proposal is. */
const correctionAt = ({ corrections }: View, proposal: Proposal): ViewCorrection | undefined =>
  corrections.find(({ correction }) => correction?.kind === proposal.kind && isSamePlace(correction, proposal));

/** The cell that stands at a place. */
function cellNear(view: View, place: ViewPlace): CellRef | null {
  for (const [table, { rows }] of view.tables.entries()) {
    for (const [row, { cells }] of rows.entries()) {
      for (const [column, cell] of Object.entries(cells))
        if (place.ref === undefined ? isNear(cell, place) : cell.ref === place.ref) return { table, row, column };
    }
  }
  return null;
}
