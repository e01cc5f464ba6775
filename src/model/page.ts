import type { Reason } from '../base/errors.js';
import type { Box, Glyph, Rule } from './glyph.js';

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
  /** Filled shapes that are no rectangles, where their container counts them: letters may be drawn so. */
  readonly shapes?: number;
  /** Text objects for which the engine gave no character though they may show some, where there are any. */
  readonly mute?: number;
  /** What became of pictures on a page of text that are large enough for a table, where there are any and OCR is on. */
  readonly pictures?: 'ignored' | 'read';
  /** Where OCR was needed: how it went. */
  readonly ocr?: OcrRun;
}

export interface OcrRun {
  /** `unavailable`: its packages are missing. */
  readonly ended: 'read' | 'timed-out' | 'failed' | 'unavailable';
  /** Why it failed, in words: the end of a sentence. */
  readonly problem?: string;
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
  /** `damaged` where it is missing. */
  readonly reason?: Reason;
  /** No engine can be trusted with it: what is missing of the file shows in none, what exhausts one exhausts all. */
  readonly hopeless?: boolean;
  /** The problem is an error of our own, not the document's. */
  readonly ours?: boolean;
}

/** Are there glyphs without a meaning on it, or text for which no character came? */
export const hasDoubtfulGlyphs = (page: Page | UnreadPage): boolean =>
  !('problem' in page) && ((page.mute ?? 0) > 0 || page.glyphs.some(({ state }) => state === 'illegible'));

/** Glyphs on one baseline, left to right. */
export interface TextLine {
  readonly page: number;
  /** Spaces stand only where the print shows one between Latin words or numbers. */
  readonly text: string;
  /** On the upright page, turned so that its text runs left to right: the displayed page, unless that is drawn sideways or leans. */
  readonly box: Box;
  /** Median em of its glyphs. */
  readonly size: number;
  readonly glyphs: readonly Glyph[];
  /** Whether a paragraph begins here, where the file itself says so: a Word or Excel file, a web page. */
  readonly beginsParagraph?: boolean;
}
