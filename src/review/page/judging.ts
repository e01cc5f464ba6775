import type { Judged, TriageChange, TriageState } from '../../../schemas/triage.js';
import type { View } from '../view.js';
import { ServerError } from './api.js';
import type { History } from './history.js';
import type { ReviewStore } from './store.js';
import { getTriage, postTriage } from './triage-api.js';
import { triageWords } from './triage-words.js';

/** What a person thinks of findings: judged and noted, each kept by the server before the next begins. */
export class Judging {
  /** Ends when the judgements of the document that is shown have come. */
  private loaded: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: ReviewStore,
    private readonly history: History,
    private readonly announce: (sentence: string) => void,
  ) {
    store.watch(
      ({ view }) => [view],
      ({ view }) => {
        store.set({ triage: null });
        if (view) this.loaded = this.load(view);
      },
    );
  }

  /** Judges findings, or takes their judgement back where they all stand so already. Notes stay. */
  judge(keys: readonly string[], state: TriageState): Promise<void> {
    return this.next(async (view) => {
      const words = triageWords(this.store.state.lang);
      const isTakenBack = keys.every((key) => this.judged(key)?.state === state);
      const to = (was: Judged | null) => (isTakenBack ? null : { state, note: was?.note ?? '' });
      if (!(await this.change(view, this.changes(keys, to)))) return;
      this.announce(isTakenBack ? words.cleared(keys.length) : words.judged(words.states[state], keys.length));
    });
  }

  /** Writes a note; a finding that was not judged is then 待核. */
  note(keys: readonly string[], note: string): Promise<void> {
    return this.next(async (view) => {
      const changes = this.changes(keys, (was) => (was === null && note === '' ? null : { state: was?.state ?? 'check', note }));
      if (changes.length === 0 || !(await this.change(view, changes))) return;
      this.announce(triageWords(this.store.state.lang).noted);
    });
  }

  private next(act: (view: View) => Promise<void>): Promise<void> {
    return this.history.next(async (view) => {
      await this.loaded;
      if (this.store.state.triage !== null && this.store.state.view === view) await act(view);
    });
  }

  private changes(keys: readonly string[], to: (was: Judged | null) => Judged | null): TriageChange[] {
    return keys.flatMap((key) => {
      const was = this.judged(key);
      const now = to(was);
      return was?.state === now?.state && was?.note === now?.note ? [] : [{ key, was, now }];
    });
  }

  private judged(key: string): Judged | null {
    const judgement = this.store.state.triage?.judgements[key];
    return judgement ? { state: judgement.state, note: judgement.note } : null;
  }

  private async change(view: View, changes: readonly TriageChange[]): Promise<boolean> {
    if (changes.length === 0) return true;
    if (!(await this.send(view, changes))) return false;
    const inverse = changes.map(({ key, was, now }): TriageChange => ({ key, was: now, now: was }));
    this.history.record(view, { back: (shown) => this.send(shown, inverse), again: (shown) => this.send(shown, changes) });
    return true;
  }

  /** Whether the server has kept them; what went wrong has been said. */
  private async send(view: View, changes: readonly TriageChange[]): Promise<boolean> {
    try {
      const triage = await postTriage(view, changes);
      if (this.store.state.view === view) this.store.set({ triage });
      return true;
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      this.announce(error.message);
      // What is shown may no longer be what is kept.
      await this.load(view);
      return false;
    }
  }

  private async load(view: View): Promise<void> {
    try {
      const triage = await getTriage(view);
      if (this.store.state.view === view) this.store.set({ triage });
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      this.announce(error.message);
    }
  }
}
