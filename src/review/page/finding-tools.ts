import type { View } from '../view.js';
import { el } from './dom.js';
import { type FindingFilter, NO_FILTER, passing } from './finding-filter.js';
import { titleOf } from './names.js';
import type { ReviewState, ReviewStore } from './store.js';
import { storyUrl } from './triage-api.js';
import { STATES, triageWords } from './triage-words.js';

const FORMATS = ['docx', 'html', 'xlsx'] as const;

type Choice = readonly [value: string, label: string];

/** What stands above the list of findings: the filters, the story, and judgements whose finding is gone. */
export function findingTools(store: ReviewStore): HTMLElement[] {
  const { state, words } = store;
  const { view, lang, filter, triage } = state;
  if (!view || view.findings.length === 0) return triage?.gone.length ? gone(store) : [];
  const own = triageWords(lang);
  const severities = (['error', 'warning', 'info', 'wording'] as const).map((each): Choice => [each, words.severity[each]]);
  const rules = [...new Set(view.findings.map(({ rule }) => rule))].sort().map((rule): Choice => [rule, rule]);
  const tables = tablesOf(view).map((index): Choice => {
    const table = view.tables[index];
    return [String(index), table ? titleOf(table, words) : String(index)];
  });
  const states: Choice[] = [['none', own.unjudged], ['any', own.anyJudged], ...STATES.map((each): Choice => [each, own.states[each]])];
  return [
    el(
      'div',
      { class: 'filters', role: 'group' },
      choose(store, 'severity', own.severity, severities),
      choose(store, 'rule', own.rule, rules),
      choose(store, 'table', own.table, tables),
      choose(store, 'state', own.state, states),
      isFiltered(filter) ? el('span', { class: 'count' }, `${passing(state).length}/${view.findings.length}`) : null,
    ),
    story(view, state),
    ...gone(store),
  ];
}

export const isFiltered = ({ severity, rule, table, state }: FindingFilter): boolean => `${severity}${rule}${table}${state}` !== '';

/** The tables that findings are about. */
const tablesOf = ({ findings }: View): number[] =>
  [...new Set(findings.flatMap(({ cells }) => cells.map(({ table }) => table)))].sort((a, b) => a - b);

function choose(store: ReviewStore, what: Exclude<keyof FindingFilter, 'unfolded'>, name: string, choices: readonly Choice[]): HTMLElement {
  const all = triageWords(store.state.lang).all;
  const chosen = store.state.filter[what];
  const select = el(
    'select',
    { 'aria-label': name, 'data-keep': what, class: chosen === '' ? undefined : 'chosen' },
    ...[['', `${name}${store.words.colon}${all}`] as Choice, ...choices].map(([value, label]) =>
      el('option', { value, selected: value === chosen }, label),
    ),
  );
  select.addEventListener('change', () => {
    const filter: FindingFilter = { ...NO_FILTER, ...store.state.filter, [what]: select.value };
    store.set({ filter });
  });
  return select;
}

function story(view: View, { triage, lang }: ReviewState): HTMLElement {
  const words = triageWords(lang);
  const count = Object.values(triage?.judgements ?? {}).filter(({ state }) => state === 'confirmed').length;
  const links = FORMATS.map((format) =>
    count === 0
      ? el('span', { class: 'off' }, format.toUpperCase())
      : el('a', { href: storyUrl(view, format, lang), download: '', 'data-keep': format }, format.toUpperCase()),
  );
  return el('p', { class: 'story' }, el('span', {}, words.storyOf(count)), ...links);
}

function gone({ state: { triage, lang }, words: page }: ReviewStore): HTMLElement[] {
  if (!triage || triage.gone.length === 0) return [];
  const words = triageWords(lang);
  const lines = triage.gone.map(({ finding, state, note }) =>
    el('li', {}, `${words.states[state]} ${finding.message}${note && page.inBrackets(note)}`),
  );
  return [el('details', { class: 'gone' }, el('summary', {}, words.gone(lines.length)), el('ul', {}, ...lines))];
}
