import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Glyph, Rule } from '../../../model/glyph.js';
import { Covers, coverOf } from '../../paint/covers.js';
import { groundWhites, type InkTone } from '../../paint/ink.js';
import { boxThrough, IDENTITY, intersect, type Matrix, multiply } from '../../paint/matrix.js';
import { clipThrough, filledMarks, isOneBox, strokedRules } from '../../paint/paths.js';
import { array, number, numbers } from './arguments.js';
import { pathToSubpaths } from './paths.js';
import { type Font, type GraphicsState, initialState } from './state.js';
import { type Pen, type ShownGlyph, showText } from './text.js';

/** What a page's operators leave on the paper. */
export interface PaintedMarks {
  glyphs: Glyph[];
  rules: Rule[];
  fills: Box[];
  images: Box[];
}

/** A glyph as it was painted, with the number of opaque boxes painted before it. */
interface PaintedGlyph {
  readonly glyph: Glyph;
  readonly ink: InkTone;
  readonly before: number;
}

/** What the walk asks about a document. */
export interface Lookup {
  font(id: string): Font;
  /** Is the optional-content group of this `BDC /OC` shown? */
  isShown(group: unknown): boolean;
}

/** Operators of `constructPath` that stroke, and those that fill. */
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** The state of a page while its operators are walked through, and the marks they have left: ISO 32000-1, 8.4 and 9.4. */
export class OperatorWalk {
  state: GraphicsState;
  pen: Pen = newPen(IDENTITY);
  /** The next path clips (`W`). */
  pendingClip = false;
  /** Marked content, innermost last: is it shown? */
  readonly content: boolean[] = [];
  private readonly base: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private readonly painted: PaintedGlyph[] = [];
  private readonly covers = new Covers();
  private readonly rules: Rule[] = [];
  private readonly fills: Box[] = [];
  private readonly images: Box[] = [];
  /** Soft masks being drawn: their marks are no ink. */
  private masks = 0;

  constructor(
    viewport: Matrix,
    page: Box,
    readonly lookup: Lookup,
  ) {
    this.state = initialState(viewport, page);
    this.base = { ...this.state };
  }

  marks(): PaintedMarks {
    const { rules, fills, images } = this;
    const [glyphs, whites]: [Glyph[], Glyph[]] = [[], []];
    for (const { glyph, ink, before } of this.painted) {
      const seen = this.covers.seen(glyph, before);
      (ink === 'white' && seen.state === 'shown' ? whites : glyphs).push(seen);
    }
    glyphs.push(...groundWhites(whites, [...fills, ...images]));
    return { glyphs, rules, fills, images };
  }

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  transform(matrix: unknown): void {
    this.state.matrix = multiply(this.state.matrix, numbers(matrix));
  }

  beginForm(matrix: unknown, bbox: unknown): void {
    this.save();
    if (matrix) this.transform(matrix);
    if (bbox) this.clipTo(bbox);
  }

  /**
   * Alpha is kept, though ISO 32000-1, 11.6.6, sets it to 1 inside the group: the group as a whole is composed with the alpha that held
   * before, so that what is painted in it comes out as faint as that.
   */
  beginGroup(group: Record<string, unknown>): void {
    this.save();
    this.state.grouped = true;
    if (group['smask']) this.masks++;
    if (!group['bbox']) return;
    const outer = this.state.matrix;
    if (group['matrix']) this.transform(group['matrix']);
    this.clipTo(group['bbox']);
    this.state.matrix = outer;
  }

  endGroup(group: Record<string, unknown>): void {
    if (group['smask']) this.masks--;
    this.restore();
  }

  /** Annotations are drawn on a clean page: `[id, rect, transform, matrix]`. */
  beginAnnotation([, rect, transform, matrix]: readonly unknown[]): void {
    this.stack.length = 0;
    this.state = { ...this.base };
    this.save();
    if (rect) this.clipTo(rect);
    if (transform) this.transform(transform);
    if (matrix) this.transform(matrix);
  }

  setGraphicsState(entries: unknown): void {
    for (const entry of array(entries)) {
      const [key, value] = array(entry);
      if (key === 'LW') this.state.lineWidth = number(value);
      else if (key === 'CA') this.state.strokeAlpha = number(value);
      else if (key === 'ca') this.state.fillAlpha = number(value);
      else if (key === 'BM') this.state.blends = value !== 'source-over';
      else if (key === 'SMask') this.state.masked = value !== false;
      else if (key === 'Font') this.setFont(array(value));
    }
  }

  setFont(args: readonly unknown[]): void {
    this.state.font = this.lookup.font(String(args[0]));
    this.state.fontSize = number(args[1]);
  }

  setTextMatrix(matrix: unknown): void {
    this.pen = newPen(multiply(IDENTITY, numbers(matrix)));
  }

  beginText(): void {
    this.pen = newPen(IDENTITY);
  }

  moveLine(x: number, y: number): void {
    this.pen.x = this.pen.lineX += x;
    this.pen.y = this.pen.lineY += y;
  }

  showText(items: unknown): void {
    showText(array(items) as (ShownGlyph | number)[], this.state, this.pen, (glyph, ink) => {
      this.painted.push({ glyph: this.shows() ? glyph : { ...glyph, state: 'hidden' }, ink, before: this.covers.count });
    });
  }

  /** @param paint the operator that paints the path */
  paintPath(paint: number, data: unknown): void {
    const [path] = array(data);
    const subpaths = path ? pathToSubpaths(numbers(path), this.state.matrix) : [];
    if (this.shows()) {
      if (STROKES.has(paint)) this.rules.push(...strokedRules(subpaths, this.state));
      if (FILLS.has(paint)) {
        const { rules, fills } = filledMarks(subpaths, this.state);
        this.rules.push(...rules);
        this.fills.push(...fills);
        if (!this.showsThrough()) this.covers.add(coverOf(subpaths, this.state));
      }
    }
    if (this.pendingClip && subpaths.length > 0) {
      this.state.clip = clipThrough(subpaths, this.state.clip);
      this.state.ragged ||= !isOneBox(subpaths);
    }
    this.pendingClip = false;
  }

  paintImage(): void {
    if (!this.shows()) return;
    const box = intersect(boxThrough(this.state.matrix, 0, 0, 1, 1), this.state.clip);
    if (box[2] > box[0] && box[3] > box[1]) this.images.push(box);
  }

  private shows(): boolean {
    return this.masks === 0 && this.content.every(Boolean);
  }

  /** What is painted now need not hide what lies below, opaque as it may be. */
  private showsThrough(): boolean {
    const { blends, masked, grouped, ragged } = this.state;
    return blends || masked || grouped || ragged;
  }

  private clipTo(bbox: unknown): void {
    const [x0, y0, x1, y1] = numbers(bbox);
    const box = boxThrough(this.state.matrix, number(x0), number(y0), number(x1), number(y1));
    this.state.clip = intersect(box, this.state.clip);
  }
}

const newPen = (matrix: Matrix): Pen => ({ matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
