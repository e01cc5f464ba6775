import type { SearchAnswer, Start, View } from '../view.js';
import type { TriageView } from './finding-filter.js';
import { type Lang, type PageWords, WORDS } from './words.js';

export type ListName = 'doubts' | 'findings' | 'tables' | 'corrections';

/** A cell, by the index of its table and row and the key of its column. */
export interface CellRef {
  readonly table: number;
  readonly row: number;
  readonly column: string;
}

export interface ReviewState extends TriageView {
  readonly start: Start;
  readonly lang: Lang;
  readonly view: View | null;
  /** The document that is shown or read, by its id. */
  readonly id: string | null;
  /** What stands in the way of showing it. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly page: number;
  /** Index into the tables; null where there are none. */
  readonly table: number | null;
  readonly selected: CellRef | null;
  /** Cell under the pointer. */
  readonly hovered: CellRef | null;
  /** Places without a cell that a finding is about. */
  readonly marked: readonly { readonly page: number; readonly box: readonly [number, number, number, number] }[];
  /** The list that is shown. */
  readonly list: ListName;
  /** Index of the entry of each list that was gone to last. */
  readonly positions: Readonly<Record<ListName, number | null>>;
  /** 1: the page is as wide as its pane; null: as wide, but never too small to read. */
  readonly zoom: number | null;
  readonly leftHidden: boolean;
  /** What a search found, in place of the lists; null where nothing is searched. */
  readonly found: SearchAnswer | null;
  /** Whether the desk's first screen is shown, in place of a document. */
  readonly isAtStart: boolean;
}

export const NO_POSITIONS: ReviewState['positions'] = { doubts: null, findings: null, tables: null, corrections: null };

/** The state of the page. Each part of the page says which values of it it depends on, and is rendered again when one of them changes. */
export class ReviewStore {
  private readonly watchers: (() => void)[] = [];

  constructor(private current: ReviewState) {}

  get state(): ReviewState {
    return this.current;
  }

  get words(): PageWords {
    return WORDS[this.current.lang];
  }

  set(change: Partial<ReviewState>): void {
    this.current = { ...this.current, ...change };
    for (const update of this.watchers) update();
  }

  /** Renders now, and whenever one of the values that `dependsOn` gives is another one. Parts are rendered in the order they are added. */
  watch(dependsOn: (state: ReviewState) => readonly unknown[], render: (state: ReviewState) => void): void {
    let before = dependsOn(this.current);
    this.watchers.push(() => {
      const values = dependsOn(this.current);
      if (values.every((value, i) => value === before[i])) return;
      before = values;
      render(this.current);
    });
    render(this.current);
  }
}

export const isSameCell = (a: CellRef | null, b: CellRef | null): boolean => cellKey(a) === cellKey(b);

/** The same text for the same cell: two references to it are two objects. */
export const cellKey = (cell: CellRef | null): string | null => (cell === null ? null : `${cell.table} ${cell.row} ${cell.column}`);

/** A cell with its row and table; null where the document has no such cell. */
export function lookUp(view: View | null, ref: CellRef | null) {
  const table = ref === null ? undefined : view?.tables[ref.table];
  const row = ref === null ? undefined : table?.rows[ref.row];
  const cell = ref === null ? undefined : row?.cells[ref.column];
  return ref !== null && table && row && cell ? { ref, table, row, cell } : null;
}
