/** Small tables as stage 4 hands them over. */
import { families } from '../../extractors/families.js';
import type { DocumentFamily } from '../../extractors/family.js';
import { finalAccounts } from '../../extractors/final-accounts/family.js';
import type { DisclosureRow, DisclosureTable, DisclosureValue, Finding, Form } from '../../schemas/disclosure.js';
import { toYuan, type Unit } from '../../src/base/money.js';
import { checkTables } from '../../src/check/check.js';
import { parseAmount } from '../../src/normalize/amount.js';
import { levelOf } from '../../src/normalize/code.js';
import { conceptReader } from '../../src/normalize/concept.js';

const FORMS = families.flatMap(({ forms }) => forms);

/** A blank cell. */
const BLANK = '_';

/** What may differ from a usual table of 万元 on page 10. */
export interface Rest extends Partial<Omit<DisclosureTable, 'columns' | 'rows' | 'form'>> {
  page?: number;
  method?: DisclosureValue['method'];
  /** Cells nobody could read. */
  unreadable?: string;
}

/**
 * A table as sketched: one line a row, words before amounts, `_` where a cell is blank. `2080505 养老 22.45 22.45` is a row with a code
 * and a name; a line with amounts only has no label. Columns are named by their keys.
 */
export function table(
  form: Form,
  columns: string,
  sketch: string,
  { page = 10, method = 'text', unreadable, ...rest }: Rest = {},
): DisclosureTable {
  const keys = columns.split(' ');
  const unit = rest.unit === undefined ? '万元' : rest.unit;
  const declaration = FORMS.find((f) => f.id === form);
  const conceptOf = declaration ? conceptReader(declaration) : () => null;
  const lines = sketch
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first);
  const rows = lines.map((tokens, y): DisclosureRow => {
    const label = tokens.slice(0, -keys.length);
    const code = /^\d+$/.test(label[0] ?? '') ? (label.shift() ?? null) : null;
    const name = label.length > 0 ? label.join('') : null;
    const cells = keys.flatMap((key, x) => {
      const text = tokens.slice(-keys.length)[x] ?? BLANK;
      const isMoney = declaration?.money?.includes(key) ?? true;
      return text === BLANK
        ? []
        : [[key, value(text, isMoney ? unit : null, { page, method, x, y, isUnreadable: text === unreadable })] as const];
    });
    const side = pathOf(form, keys[cells.length > 0 ? keys.indexOf(cells[0]?.[0] ?? '') : 0] ?? '')[0] === '支出' ? '支出' : '收入';
    return {
      kind: 'item',
      code,
      level: levelOf(code),
      name,
      line: null,
      panel: null,
      concept: conceptOf(code, name, side),
      cells: Object.fromEntries(cells),
    };
  });
  return {
    form,
    number: null,
    title: declaration?.titles[0] ?? null,
    department: null,
    unit,
    pages: [page],
    empty: null,
    columns: keys.map((key) => ({ key, path: pathOf(form, key), ordinal: null })),
    rows,
    fields: {},
    notes: [],
    grid: { rows: 0, columns: 0, cells: [] },
    ...rest,
  };
}

interface Print {
  page: number;
  method: DisclosureValue['method'];
  x: number;
  y: number;
  isUnreadable: boolean;
}

function value(text: string, unit: Unit | null, { page, method, x, y, isUnreadable }: Print): DisclosureValue {
  const amount = isUnreadable ? null : parseAmount(text);
  const decimal = amount?.kind === 'number' ? amount.value : null;
  return {
    text,
    value: decimal,
    yuan: decimal === null ? null : toYuan(decimal, unit),
    page,
    box: [100 * x, 20 * y, 100 * x + 50, 20 * y + 10],
    method,
    status: isUnreadable ? 'unreadable' : decimal === null ? null : 'unchecked',
  };
}

/** The header words that are declared for a key. */
function pathOf(form: Form, key: string): string[] {
  const layouts = FORMS.find((f) => f.id === form)?.layouts ?? [];
  return (layouts.flatMap((layout) => layout.columns[key] ?? [])[0] ?? key).split('/');
}

/** The family of the first table. */
const familyOf = (tables: readonly DisclosureTable[]): DocumentFamily =>
  families.find(({ forms }) => forms.some(({ id }) => id === tables[0]?.form)) ?? finalAccounts;

/** Findings that somebody should look at. */
export const raised = (...tables: DisclosureTable[]): Finding[] =>
  checkTables(tables, familyOf(tables)).findings.filter((f) => f.severity !== 'info');

/** The status of a cell, found by its row's code or name. */
export function statusOf(tables: readonly DisclosureTable[], at: number, label: string, column: string): string | null | undefined {
  const rows = checkTables(tables, familyOf(tables)).tables[at]?.rows;
  return rows?.find((row) => row.code === label || row.name === label)?.cells[column]?.status;
}

/** The first cell of a finding, as label and column. */
export function culpritOf(finding: Finding | undefined, tables: readonly DisclosureTable[]): string {
  const cell = finding?.cells[0];
  const row = cell?.row == null ? undefined : tables[cell.table]?.rows[cell.row];
  return `${row?.code ?? row?.name ?? ''} ${cell?.column ?? ''}`.trim();
}
