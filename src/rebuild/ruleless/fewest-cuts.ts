/** Where a boundary may lie, pt. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** A boundary in the middle of what some cuts have in common, and how many they are. */
export interface Boundary {
  readonly at: number;
  readonly cuts: number;
}

/** Cuts → the fewest boundaries of which one lies within every cut. */
export function cutsToBoundaries(cuts: readonly Cut[]): Boundary[] {
  const groups: { from: number; to: number; cuts: number }[] = [];
  for (const { from, to } of cuts.toSorted((a, b) => a.to - b.to)) {
    const group = groups.at(-1);
    if (group && from <= group.to) {
      group.from = Math.max(group.from, from);
      group.cuts += 1;
    } else groups.push({ from, to, cuts: 1 });
  }
  return groups.map(({ from, to, cuts: count }) => ({ at: (from + to) / 2, cuts: count }));
}

/** Cuts → the positions of the fewest boundaries, of which one lies within every cut, pt. */
export const fewestCuts = (cuts: readonly Cut[]): number[] => cutsToBoundaries(cuts).map((boundary) => boundary.at);
