/** What was drawn, value by value. */
import type { Form } from '../../schemas/disclosure.js';
import type { Rectangle } from '../drawing/table.js';

export interface TrueValue {
  row: { code: string | null; name: string | null; line: string | null; panel: string | null };
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
