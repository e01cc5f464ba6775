/** 公开 10 and 11: the 绩效自评 forms, whose cells span as the words need. */
import { type Align, type Flowing, flowingCells } from '../drawing/grid.js';
import type { Heading, Sheet } from './sheet.js';

/** `rows` as HTML would give them; `fields` are the head fields among them. */
export function performanceSheet(heading: Heading, widths: number[], rows: Flowing[][], fields: Record<string, string>): Sheet {
  const cells = flowingCells(rows, alignOf);
  const grid = { widths, rowCount: rows.length, headerRows: 0, repeatedRows: [], cells };
  return { ...heading, grid, columns: [], rows: [], notes: [], statement: null, fields };
}

/** Whole sentences to the left, the rest in the middle. */
function alignOf(text: string): Align {
  return text.length > 20 ? 'left' : 'center';
}

/** An indicator with its columns from the third level on: name, target, actual, weight, score, deviation, explanation. */
export type Indicator = [name: string, target: string, actual: string, weight: string, score: string, deviation: string, why: string];
