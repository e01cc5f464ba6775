/** What several places say of one thing, and how much each of them counts. */
export class Votes<T> {
  private readonly counts = new Map<T, number>();

  /** The values of one place share its weight; what does not say counts nothing. */
  add(weight: number, values: readonly (T | null)[]): this {
    const said = values.filter((value) => value !== null);
    for (const value of said) this.counts.set(value, (this.counts.get(value) ?? 0) + weight / said.length);
    return this;
  }

  /** What has most; of several, what was said first. Null where nothing was said. */
  winner(): T | null {
    const [first] = [...this.counts].toSorted((a, b) => b[1] - a[1]);
    return first ? first[0] : null;
  }
}
