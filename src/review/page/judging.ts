import type { Judged, TriageChange, TriageState } from '../../../schemas/triage.js';
import type { View } from '../view.js';
import { ServerError } from './api.js';
import type { ReviewStore } from './store.js';
import { getTriage, postTriage } from './triage-api.js';
import { triageWords } from './triage-words.js';

/** What was done to the judgements of a document, and what was taken back of it. */
interface History {
  readonly done: (readonly TriageChange[])[];
  readonly undone: (readonly TriageChange[])[];
}

/** What a person thinks of findings: judged, noted, undone and done again, each kept by the server before the next begins. */
export class Judging {
  /** By document and version. */
  private readonly histories = new Map<string, History>();
  /** Ends with the last change: each is made of what the one before has left. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: ReviewStore,
    private readonly announce: (sentence: string) => void,
  ) {
    store.watch(
      ({ view }) => [view],
      ({ view }) => {
        store.set({ triage: null });
        if (view) void this.load(view);
      },
    );
  }

  /** Judges findings, or takes their judgement back where they all stand so already. Notes stay. */
  judge(keys: readonly string[], state: TriageState): Promise<void> {
    return this.next(async (view) => {
      const words = triageWords(this.store.state.lang);
      const isTakenBack = keys.every((key) => this.judged(key)?.state === state);
      const to = (was: Judged | null) => (isTakenBack ? null : { state, note: was?.note ?? '' });
      await this.change(view, this.changes(keys, to));
      this.announce(isTakenBack ? words.cleared(keys.length) : words.judged(words.states[state], keys.length));
    });
  }

  /** Writes a note; a finding that was not judged is then 待核. */
  note(keys: readonly string[], note: string): Promise<void> {
    return this.next(async (view) => {
      const changes = this.changes(keys, (was) => (was === null && note === '' ? null : { state: was?.state ?? 'check', note }));
      if (changes.length === 0) return;
      await this.change(view, changes);
      this.announce(triageWords(this.store.state.lang).noted);
    });
  }

  undo(): Promise<void> {
    return this.next(async (view) => {
      const words = triageWords(this.store.state.lang);
      const { done, undone } = this.historyOf(view);
      const changes = done.at(-1);
      if (!changes) return this.announce(words.nothingToUndo);
      await this.send(
        view,
        changes.map(({ key, was, now }) => ({ key, was: now, now: was })),
      );
      done.pop();
      undone.push(changes);
      this.announce(words.undone);
    });
  }

  redo(): Promise<void> {
    return this.next(async (view) => {
      const words = triageWords(this.store.state.lang);
      const { done, undone } = this.historyOf(view);
      const changes = undone.at(-1);
      if (!changes) return this.announce(words.nothingToRedo);
      await this.send(view, changes);
      undone.pop();
      done.push(changes);
      this.announce(words.redone);
    });
  }

  private next(act: (view: View) => Promise<void>): Promise<void> {
    this.last = this.last.then(async () => {
      const { view } = this.store.state;
      if (!view || this.store.state.triage === null) return;
      try {
        await act(view);
      } catch (error) {
        if (!(error instanceof ServerError)) throw error;
        this.announce(error.message);
        // What is shown may no longer be what is kept.
        await this.load(view);
      }
    });
    return this.last;
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

  private async change(view: View, changes: readonly TriageChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.send(view, changes);
    const history = this.historyOf(view);
    history.done.push(changes);
    history.undone.length = 0;
  }

  private async send(view: View, changes: readonly TriageChange[]): Promise<void> {
    const triage = await postTriage(view, changes);
    if (this.store.state.view === view) this.store.set({ triage });
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

  private historyOf({ id, sha256 }: View): History {
    const key = `${id} ${sha256}`;
    const history = this.histories.get(key) ?? { done: [], undone: [] };
    this.histories.set(key, history);
    return history;
  }
}
