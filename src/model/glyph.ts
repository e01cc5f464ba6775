/** What a page is painted with: glyphs and rules. Units are pt, origin top left of the displayed page. */

/** `[x0, y0, x1, y1]` in pt. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One painted character. Spaces are not glyphs: gaps are. */
export interface Glyph {
  /** Unicode as the font maps it, ideographs in place of radicals; more than one code unit for ligatures. */
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
  /** `#rrggbb` where it is printed in a colour, no black, grey or white. */
  readonly colour?: string;
  /** `shown`; `hidden`: invisible render mode, clipped away, white on white, painted over; `illegible`: the font has no usable Unicode map. */
  readonly state: 'shown' | 'hidden' | 'illegible';
  /** How it was read where it was read by OCR; the glyphs of one line of print share it, and those of a number amid words. */
  readonly reading?: OcrReading;
}

/** What OCR made of one line of print. */
export interface OcrReading {
  /** As taken. */
  readonly text: string;
  /** As the first engine read it, before anything was completed. */
  readonly raw: string;
  /** Probability of its least certain character, 0–1. */
  readonly confidence: number;
  /** What a number may be instead, likeliest first. */
  readonly alternatives: readonly string[];
  /** A number on which the engines differ, or of which the first is not sure; print that no engine could read. */
  readonly doubtful: boolean;
  /** Both engines are sure of a number's digits, whatever they make of its point. */
  readonly digitsAgree?: boolean;
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
