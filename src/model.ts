/** The nouns inside the house. What leaves it is typed in `schemas/disclosure.ts`. Units are pt; origin top left of the displayed page. */

/** `[x0, y0, x1, y1]` in pt. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One painted character. Spaces are not glyphs: gaps are. */
export interface Glyph {
  /** Unicode as the font maps it; more than one code unit for ligatures. */
  readonly text: string;
  /** The ink's box, estimated from the advance and the em: see `INK_ASCENT`. */
  readonly box: Box;
  /** Where the pen stood, on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Height of the em. */
  readonly size: number;
  /** Direction of the baseline in degrees clockwise, 0 = left to right. */
  readonly angle: number;
  /** The font's id within the document. */
  readonly font: string;
  /** `shown`; `hidden`: invisible render mode, clipped away, white on white; `illegible`: the font has no usable Unicode map. */
  readonly state: 'shown' | 'hidden' | 'illegible';
  /** How it was read where it was read by OCR; the glyphs of one line of print share it, and those of a number amid words. */
  readonly reading?: Reading;
}

/** What OCR made of one line of print. */
export interface Reading {
  /** As taken. */
  readonly text: string;
  /** As the first witness read it, before anything was completed. */
  readonly raw: string;
  /** Probability of its least certain character, 0–1. */
  readonly confidence: number;
  /** What a number may be instead, likeliest first. */
  readonly alternatives: readonly string[];
  /** A number on which the witnesses differ, or of which the first is not sure; print that nobody could read. */
  readonly doubtful: boolean;
}

/** A drawn straight line, or a filled rectangle too thin to be anything else. */
export interface Rule {
  readonly axis: 'horizontal' | 'vertical';
  /** The middle of the line: y of a horizontal rule, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A page as a person sees it: /Rotate and the crop box are already applied. */
export interface Page {
  /** Physical, from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Degrees of /Rotate that were applied. */
  readonly rotation: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Filled areas that are no rules: cell backgrounds. */
  readonly fills: readonly Box[];
  readonly images: readonly Box[];
  /** Text objects for which the engine gave no character though they may show some, where there are any. */
  readonly mute?: number;
  /** Where OCR was needed: how it went. */
  readonly ocr?: OcrRun;
}

export interface OcrRun {
  /** `unavailable`: its packages are missing. */
  readonly ended: 'read' | 'timed-out' | 'failed' | 'unavailable';
  /** Degrees clockwise by which the displayed page leans; glyphs and rules are those of the level page. */
  readonly tilt: number;
}

/** A page no reader could read, and the sentence that says why. */
export interface UnreadPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly problem: string;
  /** No engine can be trusted with it: what is missing of the file shows in none. */
  readonly hopeless?: boolean;
}

/** Glyphs on one baseline, left to right. */
export interface TextLine {
  readonly page: number;
  /** Spaces stand only where the print shows one between Latin words or numbers. */
  readonly text: string;
  /** On the page turned so that its text runs left to right: the displayed page, unless it is drawn sideways. */
  readonly box: Box;
  /** Median em of its glyphs. */
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/** One cell of a grid, possibly merged; `box` is its rectangle, `ink` the box of what is printed in it, both on the displayed page. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  readonly ink: Box | null;
  /** Its lines as printed, top to bottom; a cell that runs over pages has those of all pages. */
  readonly lines: readonly TextLine[];
  /** Some of its glyphs have no meaning (no Unicode map). */
  readonly illegible: boolean;
  /** Its left or right end is the grid's, and no line is drawn there: a merged cell may go on beside the page. */
  readonly open: { readonly left: boolean; readonly right: boolean };
  /** Where a person said what is printed in it: `text` is what they said, the lines are as read. */
  readonly correction?: CorrectionNote;
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
}
