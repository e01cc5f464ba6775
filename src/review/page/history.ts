import type { View } from '../view.js';
import type { ReviewStore } from './store.js';
import { triageWords } from './triage-words.js';

/** Something a person did to a document. Each way gives whether it was done: what went wrong has been said then. */
export interface Deed {
  readonly back: (view: View) => Promise<boolean>;
  readonly again: (view: View) => Promise<boolean>;
}

interface Deeds {
  readonly done: Deed[];
  readonly undone: Deed[];
}

/** What was done to the documents, judgements and corrections alike, in its order: taken back and done again one by one. */
export class History {
  /** By document and version. */
  private readonly byVersion = new Map<string, Deeds>();
  /** Ends with the last change: each is made of what the one before has left. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: ReviewStore,
    private readonly announce: (sentence: string) => void,
  ) {}

  /** Does something to the document that is then shown, after what was asked for before. */
  next(act: (view: View) => Promise<void>): Promise<void> {
    const acted = this.last.then(async () => {
      const { view } = this.store.state;
      if (view) await act(view);
    });
    // What fails is told to who asked for it; what comes after is done all the same.
    this.last = acted.catch(() => {});
    return acted;
  }

  /** What was just done. */
  record(view: View, deed: Deed): void {
    const { done, undone } = this.deedsOf(view);
    done.push(deed);
    undone.length = 0;
  }

  undo(): Promise<void> {
    return this.next(async (view) => {
      const words = triageWords(this.store.state.lang);
      const { done, undone } = this.deedsOf(view);
      const deed = done.at(-1);
      if (!deed) return this.announce(words.nothingToUndo);
      if (!(await deed.back(view))) return;
      done.pop();
      undone.push(deed);
      this.announce(words.undone);
    });
  }

  redo(): Promise<void> {
    return this.next(async (view) => {
      const words = triageWords(this.store.state.lang);
      const { done, undone } = this.deedsOf(view);
      const deed = undone.at(-1);
      if (!deed) return this.announce(words.nothingToRedo);
      if (!(await deed.again(view))) return;
      undone.pop();
      done.push(deed);
      this.announce(words.redone);
    });
  }

  private deedsOf({ id, sha256 }: View): Deeds {
    const key = `${id} ${sha256}`;
    const deeds = this.byVersion.get(key) ?? { done: [], undone: [] };
    this.byVersion.set(key, deeds);
    return deeds;
  }
}
