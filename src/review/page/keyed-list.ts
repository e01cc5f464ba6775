/** An element of a list that stays while what it shows is the same: what has the focus in it keeps it. */
interface Kept {
  readonly shows: string;
  readonly element: HTMLElement;
}

/** Fills a list with an element for each entry; only those of entries that have changed are made anew, and the focus stays with the same entry. */
export class KeyedList<Entry> {
  private kept = new Map<string, Kept>();

  constructor(
    private readonly list: HTMLElement,
    private readonly keyOf: (entry: Entry) => string,
    private readonly make: (entry: Entry) => HTMLElement,
  ) {}

  /** `more`: what else the elements depend on. */
  fill(entries: readonly Entry[], more: (entry: Entry) => unknown): void {
    const fresh = new Map<string, Kept>();
    for (const entry of entries) {
      const [key, shows] = [this.keyOf(entry), JSON.stringify([entry, more(entry)])];
      const before = this.kept.get(key);
      if (before?.shows === shows) fresh.set(key, before);
      else fresh.set(key, { shows, element: this.renew(before?.element, this.make(entry)) });
    }
    for (const [key, { element }] of this.kept) if (!fresh.has(key)) element.remove();
    [...fresh.values()].forEach(({ element }, index) => {
      const there = this.list.children[index] ?? null;
      if (there !== element) this.list.insertBefore(element, there);
    });
    this.kept = fresh;
  }

  /** Takes the place of the element before, and the focus where it was in it: on the same button by its place. */
  private renew(before: HTMLElement | undefined, element: HTMLElement): HTMLElement {
    if (!before) return element;
    const index =
      document.activeElement instanceof HTMLButtonElement ? [...before.querySelectorAll('button')].indexOf(document.activeElement) : -1;
    before.replaceWith(element);
    if (index >= 0) [...element.querySelectorAll('button')][index]?.focus({ preventScroll: true });
    return element;
  }
}
