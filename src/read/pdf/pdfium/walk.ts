import type { Box, Rule } from '../../../model/glyph.js';
import { Covers, coverOf } from '../paint/covers.js';
import { boxThrough, IDENTITY, intersect, type Matrix, multiply } from '../paint/matrix.js';
import { filledMarks, strokedRules } from '../paint/paths.js';
import { initialPaint, type PaintState } from '../paint/state.js';
import type { Pointer } from './api.js';
import { fillOf, strokeOf } from './colour.js';
import { matrixAt } from './geometry.js';
import { hiddenObjects } from './layers.js';
import type { Pdfium } from './library.js';
import { type TextObject, textObject } from './lines.js';
import { MarkedContent } from './marked-content.js';
import { clipOf, isClippedByBoxes, pathSubpaths } from './shapes.js';
import { FORM, formObjects, IMAGE, PATH, pageObjects, TEXT } from './tree.js';

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
  /** To user space. */
  readonly form: Matrix;
  /** To page space. */
  readonly matrix: Matrix;
  readonly clip: Box;
  /** The faintest of the form and those around it: a plain form hands its alpha on to its objects, a transparency group does not. */
  readonly alpha: number;
  /** A form that blends, is masked or clipped to a shape: nothing in it is known to hide what lies below. */
  readonly veiled: boolean;
}

/**
 * Walks the objects of a page, form XObjects inside out.
 * @param layers form XObjects may be optional content
 * @throws PageError where PDFium does not recognise it as a page
 */
export function walkPage(pdfium: Pdfium, page: Pointer, viewport: Matrix, paper: Box, layers: boolean): PageMarks {
  const objects = pageObjects(pdfium, page);
  const content = new MarkedContent(pdfium);
  const walk = (hidden: ReadonlySet<Pointer>) => {
    const walked = new ObjectWalk(pdfium, content, hidden, initialPaint(viewport, paper));
    walked.enter(objects, { form: IDENTITY, matrix: viewport, clip: paper, alpha: 1, veiled: false });
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

  /** @param state of the object at hand */
  constructor(
    private readonly pdfium: Pdfium,
    private readonly content: MarkedContent,
    private readonly hidden: ReadonlySet<Pointer>,
    private readonly state: PaintState,
  ) {}

  enter(objects: readonly Pointer[], holder: Holder): void {
    const { api } = this.pdfium;
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

  private form(object: Pointer, { form, matrix, clip, alpha, veiled }: Holder): void {
    this.enter(formObjects(this.pdfium, object), {
      form: this.placed(object, form),
      matrix: this.placed(object, matrix),
      clip: clipOf(this.pdfium, object, matrix, clip),
      alpha: Math.min(alpha, fillOf(this.pdfium, object).alpha),
      veiled: veiled || this.showsThrough(object, matrix),
    });
  }

  private image(object: Pointer, { matrix, clip }: Holder): void {
    const box = intersect(boxThrough(this.placed(object, matrix), 0, 0, 1, 1), clipOf(this.pdfium, object, matrix, clip));
    if (box[2] > box[0] && box[3] > box[1]) this.images.push(box);
  }

  private path(object: Pointer, holder: Holder): void {
    const { pdfium, state } = this;
    pdfium.api.FPDFPath_GetDrawMode(object, pdfium.scratch, pdfium.scratch + 4);
    const [fills, strokes] = [pdfium.integer(0) !== 0, pdfium.integer(1) !== 0];
    if (!fills && !strokes) return;
    this.setPaint(object, holder);
    state.matrix = this.placed(object, holder.matrix);
    const subpaths = pathSubpaths(pdfium, object, state.matrix);
    if (strokes) {
      pdfium.api.FPDFPageObj_GetStrokeWidth(object, pdfium.scratch);
      state.lineWidth = pdfium.float(0);
      this.rules.push(...strokedRules(subpaths, state));
    }
    if (fills) {
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

  private text(object: Pointer, holder: Holder): void {
    const { pdfium, state } = this;
    this.setPaint(object, holder);
    state.renderMode = this.hidden.has(object) ? INVISIBLE : pdfium.api.FPDFTextObj_GetTextRenderMode(object);
    this.texts.push(textObject(pdfium, object, holder.form, holder.matrix, state, this.covers.count));
  }

  /** Colours and clip of an object become the state's. */
  private setPaint(object: Pointer, { matrix, clip, alpha }: Holder): void {
    const { pdfium, state } = this;
    const [fill, stroke] = [fillOf(pdfium, object), strokeOf(pdfium, object)];
    state.fill = fill.paint;
    state.fillAlpha = Math.min(fill.alpha, alpha);
    state.stroke = stroke.paint;
    state.strokeAlpha = Math.min(stroke.alpha, alpha);
    state.clip = clipOf(pdfium, object, matrix, clip);
  }

  private placed(object: Pointer, matrix: Matrix): Matrix {
    this.pdfium.api.FPDFPageObj_GetMatrix(object, this.pdfium.scratch);
    return multiply(matrix, matrixAt(this.pdfium));
  }
}
