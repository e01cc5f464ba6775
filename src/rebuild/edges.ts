import { at } from '../base/invariant.js';
import type { Rule } from '../model/glyph.js';

/** A ruling line after snapping: parts of one line that nearly touch are one edge. */
export interface Edge {
  /** pt: y of a horizontal edge, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Edges {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
}

/** pt. Word draws a border as two fills up to 0.5 pt apart; spreadsheet prints reach 1.5. Rows are never closer than 6. */
const SNAP = 2;
/** pt. Gaps in a drawn line: a border broken by the thickness of the one it crosses, dashes. Columns are never so narrow. */
const JOIN = 3;
/** pt. Shorter pieces that join nothing are dots and ticks. */
const SPECK = 2;

/** Rules of a page → snapped edges, each as long as it is drawn without a gap. */
export function rulesToEdges(rules: readonly Rule[]): Edges {
  const along = (axis: Rule['axis']) => joinEdges(rules.filter((r) => r.axis === axis));
  return { horizontal: along('horizontal'), vertical: along('vertical') };
}

function joinEdges(rules: readonly Rule[]): Edge[] {
  const edges: Edge[] = [];
  for (const band of snap(rules)) {
    const middle = band.reduce((sum, r) => sum + r.at, 0) / band.length;
    let open: { at: number; from: number; to: number } | null = null;
    for (const { from, to } of band.toSorted((a, b) => a.from - b.from)) {
      if (open && from <= open.to + JOIN) open.to = Math.max(open.to, to);
      else {
        open = { at: middle, from, to };
        edges.push(open);
      }
    }
  }
  return edges.filter((e) => e.to - e.from > SPECK);
}

/** Rules at one coordinate, give or take SNAP. */
function snap(rules: readonly Rule[]): Rule[][] {
  const bands: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const band = bands.at(-1);
    if (band && rule.at - at(band, 0).at <= SNAP) band.push(rule);
    else bands.push([rule]);
  }
  return bands;
}
