import type { Sheet } from 'write-excel-file/node';
import type { SheetExtras } from './extras.js';

/** A sheet, and what write-excel-file does not write by itself. */
export interface ExtendedSheet {
  readonly sheet: Sheet<never>;
  readonly extras: SheetExtras;
}
