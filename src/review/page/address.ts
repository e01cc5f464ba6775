import type { DocumentEntry, View, ViewFinding } from '../view.js';
import type { Actions } from './actions.js';
import { currentFinding } from './finding-detail.js';
import { type CellRef, isSameCell, lookUp, type ReviewStore } from './store.js';
import { triageWords } from './triage-words.js';

/** What the fragment of an address leads to: a finding by its key, a cell by its place. The same in every run that has the document. */
type Target = { readonly document: string } & (
  | { readonly finding: string }
  | { readonly page: number; readonly at: string }
  | { readonly nothing: true }
);

const pathOf = ({ folder, name }: DocumentEntry): string => (folder === '' ? name : `${folder}/${name}`);

/** Null where the fragment is none of ours. */
function readAddress(hash: string): Target | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const [document, finding, page, at] = ['doc', 'finding', 'page', 'at'].map((name) => fields.get(name));
  if (!document) return null;
  if (finding) return { document, finding };
  return page && at ? { document, page: Number(page), at } : { document, nothing: true };
}

const addressOf = (fields: Readonly<Record<string, string>>): string => `#${new URLSearchParams(fields)}`;

const toCellRef = ({ table, row, column }: ViewFinding['cells'][number]): CellRef | null =>
  row === null || column === null ? null : { table, row, column };

const placeIn = ({ ref, box }: { readonly ref?: string | undefined; readonly box: readonly number[] }): string => ref ?? box.join(',');

/** The address of what is looked at; empty where no document is. */
function currentAddress(store: ReviewStore): string {
  const { view, id, isAtStart, start, selected } = store.state;
  const entry = start.documents.find((each) => each.id === id);
  if (isAtStart || !view || !entry) return '';
  const doc = pathOf(entry);
  const index = currentFinding(store);
  const finding = index === null ? undefined : view.findings[index];
  const cell = lookUp(view, selected)?.cell;
  // A cell that the finding is not about was looked at for itself.
  const isOfFinding = !cell || finding?.cells.some((each) => isSameCell(toCellRef(each), selected));
  if (finding && isOfFinding) return addressOf({ doc, finding: finding.key });
  return addressOf(cell ? { doc, page: String(cell.page), at: placeIn(cell) } : { doc });
}

/** Keeps the address of the page that of the finding or cell that is looked at, and follows one that is entered. */
export async function keepAddress(
  store: ReviewStore,
  actions: Actions,
  announce: (sentence: string) => void,
  hash: string,
): Promise<boolean> {
  const follow = async (target: Target | null): Promise<boolean> => {
    if (!target) return false;
    const entry = store.state.start.documents.find((each) => pathOf(each) === target.document);
    if (entry && entry.id !== store.state.id) await actions.open(entry.id);
    const isThere = entry !== undefined && goTo(target, store.state.view, actions);
    if (!isThere) announce(triageWords(store.state.lang).noAddress);
    return entry !== undefined;
  };
  const isFollowed = await follow(readAddress(hash));
  store.watch(
    ({ view, list, positions, selected, isAtStart }) => [view, list, positions, selected, isAtStart],
    () => {
      const address = currentAddress(store);
      if (location.hash !== address) history.replaceState(null, '', `/${address}`);
    },
  );
  window.addEventListener('hashchange', () => void follow(readAddress(location.hash)));
  return isFollowed;
}

/** False where the document has no such finding or cell. */
function goTo(target: Target, view: View | null, actions: Actions): boolean {
  if ('nothing' in target) return true;
  if (!view) return false;
  if ('finding' in target) {
    const index = view.findings.findIndex(({ key }: ViewFinding) => key === target.finding);
    if (index >= 0) actions.goTo('findings', index);
    return index >= 0;
  }
  const cell = cellAt(view, target.page, target.at);
  if (cell) actions.showCell(cell);
  return cell !== null;
}

function cellAt({ tables }: View, page: number, at: string): CellRef | null {
  for (const [table, { rows }] of tables.entries()) {
    for (const [row, { cells }] of rows.entries()) {
      for (const [column, cell] of Object.entries(cells)) if (cell.page === page && placeIn(cell) === at) return { table, row, column };
    }
  }
  return null;
}
