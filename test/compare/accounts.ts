/** Results by hand: tables of a few rows, as a year's account prints them. */
import type { Disclosure, DisclosureRow, DisclosureTable, DisclosureValue } from '../../schemas/disclosure.js';
import { isUnit, toYuan } from '../../src/base/money.js';
import { disclosure, row, table } from '../emit/fixture.js';

/** As printed, or with what is known of it: `{ text: '1?2', status: 'unreadable' }` has no value. */
type Printed = string | (Partial<DisclosureValue> & { readonly text: string });

/** A row with its concept, under its name, and what its columns print. */
export interface AccountRow {
  readonly concept: string | null;
  readonly name: string | null;
  readonly code?: string;
  readonly cells: Readonly<Record<string, Printed>>;
}

export function accountTable(form: string, rows: readonly AccountRow[], unit: DisclosureTable['unit'] = '万元'): DisclosureTable {
  const keys = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return table({
    ...{ form, unit, pages: [3] },
    columns: keys.map((key) => ({ key, path: [key], ordinal: null })),
    rows: rows.map(
      ({ concept, name, code = null, cells }): DisclosureRow =>
        row(name, Object.fromEntries(Object.entries(cells).map(([key, printed]) => [key, toCell(printed, unit)])), { concept, code }),
    ),
  });
}

function toCell(printed: Printed, unit: DisclosureTable['unit']): DisclosureValue {
  const { text, ...more } = typeof printed === 'string' ? { text: printed } : printed;
  const value = 'value' in more || more.status === 'unreadable' ? (more.value ?? null) : text.replaceAll(',', '');
  const yuan = value !== null && unit !== null && isUnit(unit) ? toYuan(value, unit) : null;
  return { ...{ text, value, yuan, page: 3, box: [0, 0, 1, 1], method: 'text', status: 'proved' }, ...more };
}

/** The account of a year, whose bytes are of that year and department. */
export const account = (
  year: number,
  tables: readonly DisclosureTable[],
  department = '桐柏县档案馆',
  more: Partial<Disclosure> = {},
): Disclosure =>
  disclosure({
    source: { ...disclosure().source, name: `${department}${year}.pdf`, sha256: hash(`${department}${year}`) },
    document: { kind: '部门决算', department, departmentId: null, year, region: { code: '411330', name: '桐柏县', path: null } },
    tables: [...tables],
    sections: [],
    findings: [],
    ...more,
  });

const hash = (text: string): string => Buffer.from(text).toString('hex').slice(-64).padStart(64, '0');

/** 01: what came in, was spent, stood there at the beginning and was left. */
export const summaryTable = (
  income: Printed,
  expenditure: Printed,
  opening: Printed,
  closing: Printed,
  unit: DisclosureTable['unit'] = '万元',
) =>
  accountTable(
    'income-expenditure-summary',
    [
      { concept: 'total-income', name: '本年收入合计', cells: { income } },
      { concept: 'total-expenditure', name: '本年支出合计', cells: { expenditure } },
      { concept: 'opening-balance', name: '年初结转和结余', cells: { income: opening } },
      { concept: 'closing-balance', name: '年末结转和结余', cells: { expenditure: closing } },
    ],
    unit,
  );

/** 03: 三公 in one row without a label. */
export const threePublicTable = (cells: AccountRow['cells']) => accountTable('three-public', [{ concept: null, name: null, cells }]);
