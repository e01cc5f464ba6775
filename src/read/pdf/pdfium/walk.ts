import type { Box, Rule } from '../../../model/glyph.js';
import { Covers, coverOf } from '../../paint/covers.js';
import { type Ink, inkFrom, isFilled } from '../../paint/ink.js';
import { boxThrough, IDENTITY, intersect, inverse, type Matrix } from '../../paint/matrix.js';
import { filledMarks, strokedRules } from '../../paint/paths.js';
import { initialPaint, type Paint, type PaintState } from '../../paint/state.js';
import type { Pointer } from './api.js';
import { Clips } from './clips.js';
import { fillOf, strokeOf } from './colour.js';
import { multiplyByScratch } from './geometry.js';
import { hiddenObjects } from './layers.js';
import type { Pdfium } from './library.js';
import type { TextObject } from './lines.js';
import { MarkedContent } from './marked-content.js';
import { isClippedByBoxes, pathSubpaths } from './shapes.js';
import { assertObjects, FORM, formObjects, IMAGE, PATH, pageObjects, TEXT } from './tree.js';

/** The render mode that paints nothing. */
const INVISIBLE = 3;

/** The grey that PDFium puts for a tiling pattern: what lies below may show between its tiles. */
const TILED = '#bfbfbf';

/** What a page's objects leave on the paper, in page space; text is still to be read. */
export interface PageMarks {
  readonly texts: TextObject[];
  readonly rules: Rule[];
  readonly fills: Box[];
  readonly images: Box[];
  readonly covers: Covers;
}

/** The page or a form XObject: how its objects lie on the page. */
interface Holder {
  /** To user space, and the way back, null where there is none. */
  readonly form: Matrix;
  readonly back: Matrix | null;
  /** To page space. */
  readonly matrix: Matrix;
  readonly clips: Clips;
  /** The faintest of the form and those around it: a plain form hands its alpha on to its objects, a transparency group does not. */
  readonly alpha: number;
  /** A form that blends, is masked or clipped to a shape: nothing in it is known to hide what lies below. */
  readonly veiled: boolean;
}

/**
 * Walks the objects of a page, form XObjects inside out.
 * @param layers form XObjects may be optional content
 * @throws PageError where PDFium does not recognise it as a page; PageTooLarge
 */
export function walkPage(pdfium: Pdfium, page: Pointer, viewport: Matrix, paper: Box, layers: boolean): PageMarks {
  const objects = pageObjects(pdfium, page);
  const content = new MarkedContent(pdfium);
  const walk = (hidden: ReadonlySet<Pointer>) => {
    const walked = new ObjectWalk(pdfium, content, hidden, initialPaint(viewport, paper));
    const clips = new Clips(pdfium, viewport, paper);
    walked.enter(objects, { form: IDENTITY, back: IDENTITY, matrix: viewport, clips, alpha: 1, veiled: false });
    return walked;
  };
  const all = walk(new Set());
  if (!layers && !content.optional) return all;
  const hidden = hiddenObjects(pdfium, page, content, layers);
  return hidden.size > 0 ? walk(hidden) : all;
}

class ObjectWalk implements PageMarks {
  readonly texts: TextObject[] = [];
  readonly rules: Rule[] = [];
  readonly fills: Box[] = [];
  readonly images: Box[] = [];
  readonly covers = new Covers();
  /** Objects so far. */
  private entered = 0;
  /** The ink of the last text, and what it follows from. */
  private last: { readonly mode: number; readonly paint: Paint; readonly alpha: number; readonly ink: Ink } | undefined;

  /** @param state of the object at hand */
  constructor(
    private readonly pdfium: Pdfium,
    private readonly content: MarkedContent,
    private readonly hidden: ReadonlySet<Pointer>,
    private readonly state: PaintState,
  ) {}

  enter(objects: readonly Pointer[], holder: Holder): void {
    const { api } = this.pdfium;
    this.entered += objects.length;
    assertObjects(this.entered);
    for (const object of objects) {
      const type = api.FPDFPageObj_GetType(object);
      this.content.note(object);
      if (type === TEXT) this.text(object, holder);
      else if (type === FORM) this.form(object, holder);
      else if (this.hidden.has(object)) continue;
      else if (type === PATH) this.path(object, holder);
      else if (type === IMAGE) this.image(object, holder);
    }
  }

  private form(object: Pointer, holder: Holder): void {
    const { pdfium } = this;
    const form = this.placed(object, holder.form);
    const matrix = this.placed(object, holder.matrix);
    this.enter(formObjects(pdfium, object), {
      form,
      back: inverse(form),
      matrix,
      clips: new Clips(pdfium, matrix, holder.clips.of(object)),
      alpha: Math.min(holder.alpha, fillOf(pdfium, object).alpha),
      veiled: holder.veiled || this.showsThrough(object, holder.matrix),
    });
  }

  private image(object: Pointer, { matrix, clips }: Holder): void {
    const box = intersect(boxThrough(this.placed(object, matrix), 0, 0, 1, 1), clips.of(object));
    if (box[2] > box[0] && box[3] > box[1]) this.images.push(box);
  }

  private path(object: Pointer, holder: Holder): void {
    const { pdfium, state } = this;
    pdfium.api.FPDFPath_GetDrawMode(object, pdfium.scratch, pdfium.scratch + 4);
    const [fills, strokes] = [pdfium.integer(0) !== 0, pdfium.integer(1) !== 0];
    if (!fills && !strokes) return;
    state.clip = holder.clips.of(object);
    state.matrix = this.placed(object, holder.matrix);
    const subpaths = pathSubpaths(pdfium, object, state.matrix);
    if (strokes) {
      const { paint, alpha } = strokeOf(pdfium, object);
      state.stroke = paint;
      state.strokeAlpha = Math.min(alpha, holder.alpha);
      pdfium.api.FPDFPageObj_GetStrokeWidth(object, pdfium.scratch);
      state.lineWidth = pdfium.float(0);
      this.rules.push(...strokedRules(subpaths, state));
    }
    if (fills) {
      const { paint, alpha } = fillOf(pdfium, object);
      state.fill = paint;
      state.fillAlpha = Math.min(alpha, holder.alpha);
      const marks = filledMarks(subpaths, state);
      this.rules.push(...marks.rules);
      this.fills.push(...marks.fills);
      const cover = holder.veiled || state.fill === TILED ? null : coverOf(subpaths, state);
      if (cover && !this.showsThrough(object, holder.matrix)) this.covers.add(cover);
    }
  }

  /** Need an object not hide what lies below, opaque as it may be? */
  private showsThrough(object: Pointer, matrix: Matrix): boolean {
    return this.pdfium.api.FPDFPageObj_HasTransparency(object) !== 0 || !isClippedByBoxes(this.pdfium, object, matrix);
  }

  private text(object: Pointer, { back, matrix, clips, alpha }: Holder): void {
    const { pdfium } = this;
    const mode = this.hidden.has(object) ? INVISIBLE : pdfium.api.FPDFTextObj_GetTextRenderMode(object);
    const { paint, alpha: own } = isFilled(mode) ? fillOf(pdfium, object) : strokeOf(pdfium, object);
    this.texts.push({
      handle: object,
      back,
      matrix: this.placed(object, matrix),
      clip: clips.of(object),
      ink: this.ink(mode, paint, Math.min(own, alpha)),
      before: this.covers.count,
    });
  }

  /** Most text is printed in the ink of the text before it. */
  private ink(mode: number, paint: Paint, alpha: number): Ink {
    const { last } = this;
    if (last?.mode === mode && last.paint === paint && last.alpha === alpha) return last.ink;
    const ink = inkFrom(mode, paint, alpha);
    this.last = { mode, paint, alpha, ink };
    return ink;
  }

  private placed(object: Pointer, matrix: Matrix): Matrix {
    this.pdfium.api.FPDFPageObj_GetMatrix(object, this.pdfium.scratch);
    return multiplyByScratch(matrix, this.pdfium);
  }
}
