import type { ValueStatus } from '../words.js';
import { BLUE, GREEN, GREY, ORANGE, YELLOW } from './cells.js';

/** The colour of a cell with that status; one that is neither sure nor doubtful has none. */
export const STATUS_COLOURS: Readonly<Record<ValueStatus, string | null>> = {
  proved: GREEN,
  uncontradicted: null,
  contradicted: ORANGE,
  unreadable: YELLOW,
  unchecked: GREY,
  corrected: BLUE,
};
