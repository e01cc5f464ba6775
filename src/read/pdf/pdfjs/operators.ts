import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Glyph, Rule } from '../../../model/glyph.js';
import { groundWhites } from '../paint/ink.js';
import { boxThrough, IDENTITY, intersect, type Matrix, multiply } from '../paint/matrix.js';
import { clipThrough, filledMarks, strokedRules } from '../paint/paths.js';
import { pathToSubpaths } from './paths.js';
import { type Font, type GraphicsState, initialState } from './state.js';
import { type Pen, type ShownGlyph, showText } from './text.js';

/** What a page's operators leave on the paper. */
export interface Marks {
  glyphs: Glyph[];
  rules: Rule[];
  fills: Box[];
  images: Box[];
}

/** The operators of one page as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What the walk asks about a document. */
export interface Lookup {
  font(id: string): Font;
  /** Is the optional-content group of this `BDC /OC` shown? */
  isShown(group: unknown): boolean;
}

/** Image operators; those that pdf.js dropped for their size leave an empty `q cm Q` instead, see `markEmptyFrame`. */
const IMAGE_OPS = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
]);

/**
 * Walks a page's operators, ISO 32000-1 8.4 and 9.4, and collects what they paint in page space.
 * @param viewport maps user space to the displayed page (crop box and /Rotate applied)
 */
export function operatorsToMarks(list: OperatorList, viewport: Matrix, page: Box, lookup: Lookup): Marks {
  const walk = new Walk(viewport, page, lookup);
  for (let i = 0; i < list.fnArray.length; i++) walk.step(list.fnArray[i] ?? 0, argsOf(list.argsArray[i]));
  return walk.marks();
}

class Walk {
  private state: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private readonly base: GraphicsState;
  private pen: Pen = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };
  private pendingClip = false;
  private readonly glyphs: Glyph[] = [];
  private readonly whites: Glyph[] = [];
  private readonly rules: Rule[] = [];
  private readonly fills: Box[] = [];
  private readonly images: Box[] = [];
  /** Marked content, innermost last: is it shown? */
  private readonly content: boolean[] = [];
  /** Soft masks being drawn: their marks are no ink. */
  private masks = 0;
  /** A `q` and a `cm` with nothing painted since. */
  private emptyFrame: 'no' | 'saved' | 'placed' = 'no';

  constructor(
    viewport: Matrix,
    page: Box,
    private readonly lookup: Lookup,
  ) {
    this.state = initialState(viewport, page);
    this.base = { ...this.state };
  }

  marks(): Marks {
    const { glyphs, rules, fills, images } = this;
    glyphs.push(...groundWhites(this.whites, [...fills, ...images]));
    return { glyphs, rules, fills, images };
  }

  step(op: number, args: readonly unknown[]): void {
    const { state, pen } = this;
    this.followEmptyFrame(op);
    switch (op) {
      case OPS.save:
        this.save();
        break;
      case OPS.restore:
        this.restore();
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, numbers(args));
        break;
      case OPS.paintFormXObjectBegin:
        this.save();
        this.enter(args[0], args[1]);
        break;
      case OPS.paintFormXObjectEnd:
        this.restore();
        break;
      case OPS.beginGroup:
        this.beginGroup(record(args[0]));
        break;
      case OPS.endGroup:
        if (record(args[0])['smask']) this.masks--;
        this.restore();
        break;
      case OPS.beginAnnotation:
        this.beginAnnotation(args);
        break;
      case OPS.endAnnotation:
        this.restore();
        break;
      case OPS.setLineWidth:
        state.lineWidth = number(args[0]);
        break;
      case OPS.setGState:
        this.setGraphicsState(args[0]);
        break;
      case OPS.setFillRGBColor:
        state.fill = String(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0]);
        break;
      case OPS.setFillColorN:
        state.fill = null;
        break;
      case OPS.setStrokeColorN:
        state.stroke = null;
        break;
      case OPS.setFillTransparent:
        state.fill = '#ffffff';
        break;
      case OPS.setStrokeTransparent:
        state.stroke = '#ffffff';
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.pendingClip = true;
        break;
      case OPS.constructPath:
        this.paintPath(number(args[0]), args[1]);
        break;
      case OPS.beginText:
        this.pen = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };
        break;
      case OPS.setTextMatrix:
        this.pen = { matrix: multiply(IDENTITY, numbers(args[0])), x: 0, y: 0, lineX: 0, lineY: 0 };
        break;
      case OPS.moveText:
        this.moveLine(number(args[0]), number(args[1]));
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(args[1]);
        this.moveLine(number(args[0]), number(args[1]));
        break;
      case OPS.setLeading:
        state.leading = -number(args[0]);
        break;
      case OPS.nextLine:
        this.moveLine(0, state.leading);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(args[0]);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(args[0]);
        break;
      case OPS.setHScale:
        state.horizontalScale = number(args[0]) / 100;
        break;
      case OPS.setTextRise:
        state.rise = number(args[0]);
        break;
      case OPS.setTextRenderingMode:
        state.renderMode = number(args[0]);
        break;
      case OPS.setFont:
        this.setFont(args);
        break;
      case OPS.showText:
        showText(array(args[0]) as (ShownGlyph | number)[], state, pen, (glyph, ink) => {
          if (!this.shows()) this.glyphs.push({ ...glyph, state: 'hidden' });
          else if (ink === 'white' && glyph.state === 'shown') this.whites.push(glyph);
          else this.glyphs.push(glyph);
        });
        break;
      case OPS.beginMarkedContent:
        this.content.push(true);
        break;
      case OPS.beginMarkedContentProps:
        this.content.push(args[0] !== 'OC' || this.lookup.isShown(args[1]));
        break;
      case OPS.endMarkedContent:
        this.content.pop();
        break;
      default:
        if (IMAGE_OPS.has(op)) this.markImage();
    }
  }

  private shows(): boolean {
    return this.masks === 0 && this.content.every(Boolean);
  }

  private save(): void {
    this.stack.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private enter(matrix: unknown, bbox: unknown): void {
    if (matrix) this.state.matrix = multiply(this.state.matrix, numbers(matrix));
    if (bbox) this.state.clip = intersect(this.boxOf(bbox), this.state.clip);
  }

  private boxOf(bbox: unknown): Box {
    const [x0, y0, x1, y1] = numbers(bbox);
    return boxThrough(this.state.matrix, number(x0), number(y0), number(x1), number(y1));
  }

  /** A transparency group is painted at full strength, then composed with the alpha it was begun with: faint stays faint. */
  private beginGroup(group: Record<string, unknown>): void {
    this.save();
    if (group['smask']) this.masks++;
    if (!group['bbox']) return;
    const outer = this.state.matrix;
    if (group['matrix']) this.state.matrix = multiply(outer, numbers(group['matrix']));
    this.state.clip = intersect(this.boxOf(group['bbox']), this.state.clip);
    this.state.matrix = outer;
  }

  /** Annotations are drawn on a clean page: `[id, rect, transform, matrix]`. */
  private beginAnnotation(args: readonly unknown[]): void {
    this.stack.length = 0;
    this.state = { ...this.base };
    this.save();
    if (args[1]) this.state.clip = intersect(this.boxOf(args[1]), this.state.clip);
    if (args[2]) this.state.matrix = multiply(this.state.matrix, numbers(args[2]));
    if (args[3]) this.state.matrix = multiply(this.state.matrix, numbers(args[3]));
  }

  private setGraphicsState(entries: unknown): void {
    for (const entry of array(entries)) {
      const [key, value] = array(entry);
      if (key === 'LW') this.state.lineWidth = number(value);
      else if (key === 'CA') this.state.strokeAlpha = number(value);
      else if (key === 'ca') this.state.fillAlpha = number(value);
      else if (key === 'Font') this.setFont(array(value));
    }
  }

  private setFont(args: readonly unknown[]): void {
    this.state.font = this.lookup.font(String(args[0]));
    this.state.fontSize = number(args[1]);
  }

  private moveLine(x: number, y: number): void {
    this.pen.x = this.pen.lineX += x;
    this.pen.y = this.pen.lineY += y;
  }

  private paintPath(paint: number, data: unknown): void {
    const [path] = array(data);
    const subpaths = path ? pathToSubpaths(numbers(path), this.state.matrix) : [];
    if (this.shows()) {
      if (STROKES.has(paint)) this.rules.push(...strokedRules(subpaths, this.state));
      if (FILLS.has(paint)) {
        const { rules, fills } = filledMarks(subpaths, this.state);
        this.rules.push(...rules);
        this.fills.push(...fills);
      }
    }
    if (this.pendingClip && subpaths.length > 0) this.state.clip = clipThrough(subpaths, this.state.clip);
    this.pendingClip = false;
  }

  private markImage(): void {
    if (!this.shows()) return;
    const box = intersect(boxThrough(this.state.matrix, 0, 0, 1, 1), this.state.clip);
    if (box[2] > box[0] && box[3] > box[1]) this.images.push(box);
  }

  /** Images are not decoded (`maxImageSize`): pdf.js drops their operator and leaves `q cm Q` with nothing between. */
  private followEmptyFrame(op: number): void {
    if (op === OPS.save) this.emptyFrame = 'saved';
    else if (op === OPS.transform && this.emptyFrame !== 'no') this.emptyFrame = 'placed';
    else if (op === OPS.restore && this.emptyFrame === 'placed') {
      this.markImage();
      this.emptyFrame = 'no';
    } else if (op !== OPS.setGState && op !== OPS.dependency) this.emptyFrame = 'no';
  }
}

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** pdf.js types arguments loosely; these say loudly where they are not what the walk expects. */
function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`operator argument is ${typeof value}, not a number`);
  return value;
}

function numbers(value: unknown): ArrayLike<number> & Iterable<number> {
  if (value instanceof Float32Array || (Array.isArray(value) && value.every((n) => typeof n === 'number'))) return value;
  throw new TypeError('operator argument is no list of numbers');
}

function array(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('operator argument is no list');
  return value;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const argsOf = (args: unknown): readonly unknown[] => (Array.isArray(args) ? args : []);
