/** Labelled tables as stage 3 hands them over. */

import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { Form } from '../../schemas/disclosure.js';
import type { Unit } from '../../src/base/money.js';
import type { PrintedRow, PrintedTable } from '../../src/model/printed.js';
import { cell, grid } from '../extract/builders.js';

interface RowSketch extends Partial<Omit<PrintedRow, 'cells' | 'code'>> {
  code?: string | string[];
  /** Column key → text; `illegible` keys are printed in letters nobody can read. */
  cells?: Record<string, string>;
  illegible?: string;
}

interface TableSketch extends Partial<Omit<PrintedTable, 'rows' | 'columns' | 'caption'>> {
  unit?: Unit | null;
  rows?: RowSketch[];
}

/** A labelled table of a form; its columns are those its rows have texts in. */
export function printed(form: Form, { unit = '万元', rows = [], ...more }: TableSketch = {}): PrintedTable {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row.cells ?? {})))];
  return {
    form,
    declaration: finalAccounts.forms.find((f) => f.id === form) ?? null,
    grid: grid('甲 | 乙'),
    caption: { number: null, title: null, department: null, unit, lines: [] },
    columns: keys.map((key, i) => ({ key, path: [key], ordinal: null, indexes: [i] })),
    rows: rows.map((row, index) => printedRow(row, index, keys)),
    fields: {},
    notes: [],
    noteLines: [],
    remarks: [],
    ...more,
  };
}

function printedRow({ code = [], cells = {}, illegible, ...more }: RowSketch, index: number, keys: readonly string[]): PrintedRow {
  const at = (key: string) => ({ row: index, column: 2 + keys.indexOf(key), illegible: key === illegible });
  return {
    code: typeof code === 'string' ? [code] : code,
    name: null,
    line: null,
    panel: null,
    side: null,
    label: [cell(more.name ?? '', { row: index })],
    cells: new Map(Object.entries(cells).map(([key, text]) => [key, cell(text, at(key))])),
    ...more,
  };
}
