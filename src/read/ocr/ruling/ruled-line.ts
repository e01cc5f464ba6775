/** A ruling line on a picture as it really runs: slanted, bowed, with gaps. Horizontal ones go along x, vertical ones along y. */
export interface RuledLine {
  readonly axis: 'horizontal' | 'vertical';
  /** px, first and last along the axis. */
  readonly from: number;
  readonly to: number;
  /** For each pixel along the axis from `from`, the middle of the line across it; gaps are bridged. */
  readonly course: Float32Array;
  /** px. */
  readonly thickness: number;
}

export const lengthOf = ({ from, to }: RuledLine): number => to - from + 1;

/** Where a line is across its axis at `at`, its ends prolonged. */
export function courseAt({ from, to, course }: RuledLine, at: number): number {
  return course[Math.max(0, Math.min(to - from, Math.round(at) - from))] ?? 0;
}
