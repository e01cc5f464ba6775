/**
 * The items in order, equals as they came. What a page paints is in order as a rule: then the very same list comes back, and nothing is
 * copied.
 */
export function sorted<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): readonly Item[] {
  let previous: Item | undefined;
  for (const item of items) {
    if (previous !== undefined && compare(previous, item) > 0) return items.toSorted(compare);
    previous = item;
  }
  return items;
}
