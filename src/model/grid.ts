import type { Box } from './glyph.js';
import type { TextLine } from './page.js';
import type { Told } from './told.js';

/** One cell of a grid, possibly merged. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly page: number;
  /** Its rectangle on the page as displayed: never compared with the box of a line, which is upright. */
  readonly box: Box;
  /** What is printed in it, on the page as displayed. */
  readonly ink: Box | null;
  /** Its lines as printed, top to bottom, on the upright page; a cell that runs over pages has those of all pages. */
  readonly lines: readonly TextLine[];
  /** Some of its glyphs have no meaning (no Unicode map). */
  readonly illegible: boolean;
  /** Its left or right end is the grid's, and no line is drawn there: a merged cell may go on beside the page. */
  readonly open: { readonly left: boolean; readonly right: boolean };
  /** Where a person said what is printed in it: `text` is what they said, the lines are as read. */
  readonly correction?: CorrectionNote;
  /** Its file says that it is a percentage, whatever its column holds: a workbook alone. */
  readonly percent?: boolean;
  /** What its file says of it, beyond what it shows: a Word or Excel file alone. */
  readonly told?: readonly Told[];
}

/** What was read in a place before a person corrected it, why, and who says so. */
interface CorrectionNote {
  readonly was: string | null;
  readonly reason: string;
  readonly by: string;
}

/** A table's cells, over one page or several, and the lines of text around it that may name it. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** Pages it stands on, in order. */
  readonly pages: readonly number[];
  /** Lines between what stands above it on its first page and its top, nearest last. */
  readonly above: readonly TextLine[];
  /** Lines between its bottom on its last page and what stands below, nearest first. */
  readonly below: readonly TextLine[];
  /** No vertical rules bound its cells, so its columns are inferred: which of the document's tables of this kind it is. */
  readonly inferred?: number;
}
