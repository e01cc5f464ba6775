import type { Start, View } from '../view.js';
import { type Lang, WORDS, type Words } from './words.js';

export type ListName = 'doubts' | 'findings' | 'tables' | 'corrections';

/** One cell of one table. */
export interface Selected {
  readonly table: number;
  readonly row: number;
  readonly column: string;
}

export interface State {
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
  readonly selected: Selected | null;
  /** Cell under the pointer. */
  readonly hovered: Selected | null;
  /** Places without a cell that a finding speaks of. */
  readonly marked: readonly { readonly page: number; readonly box: readonly [number, number, number, number] }[];
  readonly list: ListName;
  /** Index into the list that is shown. */
  readonly at: Readonly<Record<ListName, number | null>>;
  /** 1: the page is as wide as its pane; null: as wide, but never too small to read. */
  readonly zoom: number | null;
  readonly leftHidden: boolean;
}

export type Listener = (state: State, before: State) => void;

/** The state of the page, and who is told of its changes. */
export class Store {
  private listeners: Listener[] = [];

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  get words(): Words {
    return WORDS[this.current.lang];
  }

  set(change: Partial<State>): void {
    const before = this.current;
    this.current = { ...before, ...change };
    for (const listener of this.listeners) listener(this.current, before);
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
    listener(this.current, this.current);
  }
}

export const isSameCell = (a: Selected | null, b: Selected | null): boolean =>
  a === b || (a !== null && b !== null && a.table === b.table && a.row === b.row && a.column === b.column);

/** The cell that is selected, with its row and table. */
export function lookUp(view: View | null, place: Selected | null) {
  const table = place === null ? undefined : view?.tables[place.table];
  const row = place === null ? undefined : table?.rows[place.row];
  const cell = place === null ? undefined : row?.cells[place.column];
  return place !== null && table && row && cell ? { place, table, row, cell } : null;
}
