import type { ViewFinding } from '../view.js';
import { button, el, fetchPicture } from './dom.js';
import { equalTo } from './finding-filter.js';
import type { Judging } from './judging.js';
import { sentenceOf } from './names.js';
import type { ReviewStore } from './store.js';
import { excerptUrl } from './triage-api.js';
import { STATES, triageWords } from './triage-words.js';

/** What its buttons do. */
export interface Leads {
  readonly judging: Judging;
  /** Shows a page with a frame around a place. */
  showPlace(page: number, box: readonly [number, number, number, number]): void;
}

/** The index of the finding that was gone to last, while the list of findings is shown; null where there is none. */
export function currentFinding({ state: { view, list, positions } }: ReviewStore): number | null {
  const index = positions.findings;
  return list === 'findings' && index !== null && view?.findings[index] ? index : null;
}

/** What one judgement is for: the finding alone, or, where the equal ones are folded away behind it, all of them. */
export function judgedTogether(store: ReviewStore, index: number): string[] {
  const { state } = store;
  const findings = state.view?.findings ?? [];
  const isFolded = !state.filter.unfolded.includes(findings[index]?.group ?? -1);
  const indexes = isFolded ? equalTo(state, index) : [index];
  return (indexes.length > 0 ? indexes : [index]).flatMap((each) => findings[each]?.key ?? []);
}

/** The finding that is looked at: both its places side by side, what is thought of it, and its note. */
export function findingDetail(store: ReviewStore, actions: Leads): HTMLElement | null {
  const { judging } = actions;
  const index = currentFinding(store);
  const { view, triage, lang } = store.state;
  const finding = index === null ? undefined : view?.findings[index];
  if (index === null || !view || !finding) return null;
  const words = triageWords(lang);
  const keys = judgedTogether(store, index);
  const judgement = triage?.judgements[finding.key];
  const isUsable = triage !== null && triage.problem === null;
  const states = STATES.map((state, i) =>
    button(words.states[state], () => void judging.judge(keys, state), {
      class: `state ${state}`,
      title: String(i + 1),
      'aria-pressed': judgement?.state === state ? 'true' : 'false',
      'data-keep': state,
      disabled: !isUsable,
    }),
  );
  const note = el('textarea', { rows: 1, placeholder: words.noteHint, 'data-keep': 'note', disabled: !isUsable, maxlength: 4000 });
  note.value = judgement?.note ?? '';
  note.addEventListener('change', () => void judging.note(keys, note.value.trim()));
  return el(
    'section',
    { class: 'finding', 'data-finding': finding.key, 'aria-label': sentenceOf(finding, lang) },
    el('p', { class: `said-of ${finding.severity}` }, sentenceOf(finding, lang)),
    lang === 'en' && finding.evidence.english.isShort ? el('p', { class: 'chinese', lang: 'zh-CN' }, finding.message) : null,
    el('div', { class: 'places', role: 'group', 'aria-label': words.places }, ...pictures(store, finding, actions)),
    el(
      'div',
      { class: 'judging', role: 'group', 'aria-label': words.judge, title: words.saveJudgements },
      ...states,
      keys.length > 1 ? el('span', { class: 'together' }, words.group(keys.length)) : null,
      el('label', { class: 'remark' }, el('span', {}, words.note), note),
    ),
    triage?.problem ? el('p', { class: 'problem', role: 'alert' }, triage.problem) : null,
  );
}

/** A picture that leads to its place. */
function picturedButton(picture: HTMLElement, label: string, go: () => void): HTMLElement {
  const made = button('', go, { 'aria-label': label });
  made.append(picture);
  return made;
}

function pictures({ state: { view, lang }, words }: ReviewStore, { evidence }: ViewFinding, actions: Leads): HTMLElement[] {
  if (!view) return [];
  const own = triageWords(lang);
  return evidence.excerpts.map((excerpt) => {
    const caption = own.at(lang === 'en' ? excerpt.english : excerpt.words, excerpt.ref ?? words.pageNumber(excerpt.page));
    const picture = el('img', { alt: '' });
    picture.addEventListener('error', () => picture.replaceWith(el('p', { class: 'empty' }, own.noEvidence)));
    fetchPicture(picture, excerptUrl(view, excerpt));
    const go = () => actions.showPlace(excerpt.page, excerpt.mark);
    return el('figure', {}, picturedButton(picture, caption, go), el('figcaption', {}, caption));
  });
}
