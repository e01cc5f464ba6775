/** The members of each group, groups and members in the order they come. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** By the first rank that differs, the lower first; equals keep their order. */
export function sortBy<Item>(items: readonly Item[], ranksOf: (item: Item) => readonly number[]): Item[] {
  const ranked = items.map((item) => ({ item, ranks: ranksOf(item) }));
  const compare = (a: readonly number[], b: readonly number[]) => a.map((rank, i) => rank - (b[i] ?? 0)).find((d) => d !== 0) ?? 0;
  return ranked.sort((a, b) => compare(a.ranks, b.ranks)).map(({ item }) => item);
}
