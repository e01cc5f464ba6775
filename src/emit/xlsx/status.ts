import type { ValueStatus } from '../words.js';
import { BLUE, GREEN, ORANGE, YELLOW } from './cells.js';

/** The colour of a cell with that status; those that are neither sure nor doubtful have none. */
export const STATUS_COLOURS: Readonly<Record<ValueStatus, string | null>> = {
  proved: GREEN,
  uncontradicted: null,
  contradicted: ORANGE,
  unreadable: YELLOW,
  unchecked: null,
  corrected: BLUE,
};
