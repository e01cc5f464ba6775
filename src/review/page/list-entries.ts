import type { View } from '../view.js';
import type { Actions } from './actions.js';
import { button, el } from './dom.js';
import { equalTo, listed } from './finding-filter.js';
import { columnLabel, formOf, grouped, markOf, placeLabel, rowLabel, sentenceOf, titleOf } from './names.js';
import type { ListName, ReviewState, ReviewStore } from './store.js';
import { triageWords } from './triage-words.js';
import type { PageWords } from './words.js';

/** An entry of a list: its looks, what its button shows, and what stands beside the button. */
export interface ListEntry {
  readonly kind: string;
  readonly parts: readonly HTMLElement[];
  readonly beside?: HTMLElement;
  /** Which of its list it is, where not all are listed. */
  readonly index?: number;
}

type MakeEntries = (view: View, state: ReviewState, words: PageWords, actions: Actions, store: ReviewStore) => ListEntry[];

const part = (name: string, text: string) => el('span', { class: name }, text);

function doubtEntries(view: View, _state: ReviewState, words: PageWords): ListEntry[] {
  return view.doubts.flatMap(({ table, row, column, yuan }) => {
    const [within, line] = [view.tables[table], view.tables[table]?.rows[row]];
    const cell = line?.cells[column];
    if (!within || !line || !cell) return [];
    const status = cell.status ?? 'unchecked';
    return {
      kind: status,
      parts: [
        part('main', `${markOf(status)} ${rowLabel(line) || words.untitled}`),
        part('note', `${placeLabel(cell, words)} · ${columnLabel(within, column)}`),
        part('amount', cell.value === null ? cell.text || words.blank : grouped(cell.value)),
        part('note last', yuan === null ? words.statusOf[status] : `${words.statusOf[status]} · ${grouped(yuan)} ${words.yuan}`),
      ],
    };
  });
}

function findingEntries(view: View, state: ReviewState, words: PageWords, _actions: Actions, store: ReviewStore): ListEntry[] {
  const own = triageWords(state.lang);
  return listed(state).flatMap((index) => {
    const finding = view.findings[index];
    if (!finding) return [];
    const judgement = state.triage?.judgements[finding.key];
    const equal = equalTo(state, index);
    const isUnfolded = state.filter.unfolded.includes(finding.group);
    const isFirst = equal[0] === index;
    const notes = [words.severity[finding.level], finding.rule, ...(equal.length > 1 ? [own.equal(equal.length)] : [])];
    return {
      index,
      kind: [finding.severity, judgement?.state ?? ''].join(' ').trim(),
      parts: [
        part('main', sentenceOf(finding, state.lang)),
        ...(finding.quote ? [part('quote', finding.quote.text)] : []),
        ...(judgement
          ? [part(`judged ${judgement.state}`, `${own.states[judgement.state]}${judgement.note && words.colon + judgement.note}`)]
          : []),
        part('note', notes.join(' · ')),
      ],
      ...(equal.length > 1 && isFirst && { beside: unfold(store, finding.group, isUnfolded) }),
    };
  });
}

/** Shows all of equal findings, or the first alone. */
function unfold(store: ReviewStore, group: number, isUnfolded: boolean): HTMLElement {
  const words = triageWords(store.state.lang);
  const toggle = () => {
    const { filter } = store.state;
    const unfolded = isUnfolded ? filter.unfolded.filter((each) => each !== group) : [...filter.unfolded, group];
    store.set({ filter: { ...filter, unfolded } });
  };
  return button(isUnfolded ? words.fold : words.unfold, toggle, {
    class: 'unfold',
    'aria-expanded': String(isUnfolded),
    'data-keep': `group-${group}`,
  });
}

function tableEntries(view: View, { start }: ReviewState, words: PageWords): ListEntry[] {
  return view.tables.map((table) => {
    const [title, form] = [titleOf(table, words), formOf(table.form, start, words)];
    const notes = [placeLabel(table.place, words), ...(form === title ? [] : [form]), table.unit ?? words.unitUnknown];
    return { kind: table.form === 'other' ? 'other' : 'known', parts: [part('main', title), part('note', notes.join(' · '))] };
  });
}

function correctionEntries(view: View, _state: ReviewState, words: PageWords, actions: Actions): ListEntry[] {
  return view.corrections.map(({ index, state, why, correction }) => ({
    kind: state,
    parts: [
      part(
        'main',
        correction
          ? `${words.kinds[correction.kind]} ${placeLabel(correction, words)}${words.colon}${changes(correction, words)}`
          : `${index + 1}`,
      ),
      part('note', `${words[state]}${why === null ? '' : words.colon + why}`),
      ...(correction ? [part('note', correction.reason + words.inBrackets(correction.by))] : []),
    ],
    ...(correction && { beside: button(words.withdraw, () => void actions.withdraw(correction), { class: 'withdraw' }) }),
  }));
}

function changes(correction: NonNullable<View['corrections'][number]['correction']>, words: PageWords): string {
  const was: Readonly<Record<string, string | null>> = correction.was;
  return Object.entries(correction.now)
    .map(([what, now]) => `${was[what] || words.blank} → ${now || words.blank}`)
    .join('；');
}

/** The entries of each list. */
export const LIST_ENTRIES: Readonly<Record<ListName, MakeEntries>> = {
  doubts: doubtEntries,
  findings: findingEntries,
  tables: tableEntries,
  corrections: correctionEntries,
};
