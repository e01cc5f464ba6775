/** What was drawn, value by value. */
import type { Form } from '../../schemas/disclosure.js';
import type { Rectangle } from '../drawing/table.js';

interface TrueRow {
  code: string | null;
  name: string | null;
  line: string | null;
  panel: string | null;
  /** Of budgets: what the row means, and the unit it is about or stands below. */
  meaning?: { concept: string | null; unit: { code: string | null; name: string | null } | null };
}

export interface TrueValue {
  row: TrueRow;
  /** The canonical name of the column, and its header texts from top to leaf. */
  column: string;
  path: string[];
  text: string;
  /** The number printed; null for — and -. */
  value: string | null;
  page: number;
  /** pt, the drawn cell from the top left of the page. */
  within: Rectangle;
}

export interface TrueTable {
  form: Form;
  title: string;
  pages: number[];
  values: TrueValue[];
}
