import type { Box, Rule } from '../../model.js';
import { boxThrough, intersect, type Matrix, multiply } from '../paint/matrix.js';
import { filledMarks, strokedRules } from '../paint/paths.js';
import { initialPaint, type PaintState } from '../paint/state.js';
import type { Pointer } from './api.js';
import { fillOf, strokeOf } from './colour.js';
import type { Engine } from './engine.js';
import { matrixAt } from './geometry.js';
import { clipOf, pathSubpaths } from './shapes.js';
import { type TextObject, textObject } from './text.js';

/** FPDF_PAGEOBJ_* */
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** What a page's objects leave on the paper, in page space; text is still to be read. */
export interface PageObjects {
  readonly texts: TextObject[];
  readonly rules: Rule[];
  readonly fills: Box[];
  readonly images: Box[];
}

/** The page or a form XObject: a list of objects and how it lies on the page. */
interface Holder {
  readonly count: number;
  readonly get: (index: number) => Pointer;
  readonly matrix: Matrix;
  readonly clip: Box;
  /** Of the form and those around it. */
  readonly alpha: number;
}

/** Walks the objects of a page, form XObjects inside out. @throws TypeError where PDFium takes the page for none */
export function pageObjects(engine: Engine, page: Pointer, viewport: Matrix, paper: Box): PageObjects {
  const { api } = engine;
  const count = api.FPDFPage_CountObjects(page);
  if (count < 0) throw new TypeError('PDFium does not take this for a page');
  const walk = new Walk(engine, viewport, paper);
  walk.enter({ count, get: (i) => api.FPDFPage_GetObject(page, i), matrix: viewport, clip: paper, alpha: 1 });
  return walk;
}

class Walk implements PageObjects {
  readonly texts: TextObject[] = [];
  readonly rules: Rule[] = [];
  readonly fills: Box[] = [];
  readonly images: Box[] = [];
  /** Of the object at hand. */
  private readonly state: PaintState;

  constructor(
    private readonly engine: Engine,
    viewport: Matrix,
    paper: Box,
  ) {
    this.state = initialPaint(viewport, paper);
  }

  enter(holder: Holder): void {
    const { api } = this.engine;
    for (let i = 0; i < holder.count; i++) {
      const object = holder.get(i);
      switch (api.FPDFPageObj_GetType(object)) {
        case TEXT:
          this.text(object, holder);
          break;
        case PATH:
          this.path(object, holder);
          break;
        case IMAGE:
          this.image(object, holder);
          break;
        case FORM:
          this.form(object, holder);
          break;
      }
    }
  }

  private form(object: Pointer, { matrix, clip, alpha }: Holder): void {
    const { api } = this.engine;
    this.enter({
      count: api.FPDFFormObj_CountObjects(object),
      get: (i) => api.FPDFFormObj_GetObject(object, i),
      matrix: this.placed(object, matrix),
      clip: clipOf(this.engine, object, matrix, clip),
      alpha: alpha * fillOf(this.engine, object).alpha,
    });
  }

  private image(object: Pointer, { matrix, clip }: Holder): void {
    const box = intersect(boxThrough(this.placed(object, matrix), 0, 0, 1, 1), clipOf(this.engine, object, matrix, clip));
    if (box[2] > box[0] && box[3] > box[1]) this.images.push(box);
  }

  private path(object: Pointer, holder: Holder): void {
    const { engine, state } = this;
    engine.api.FPDFPath_GetDrawMode(object, engine.scratch, engine.scratch + 4);
    const [fills, strokes] = [engine.integer(0) !== 0, engine.integer(1) !== 0];
    if (!fills && !strokes) return;
    this.take(object, holder);
    state.matrix = this.placed(object, holder.matrix);
    const subpaths = pathSubpaths(engine, object, state.matrix);
    if (strokes) {
      engine.api.FPDFPageObj_GetStrokeWidth(object, engine.scratch);
      state.lineWidth = engine.float(0);
      this.rules.push(...strokedRules(subpaths, state));
    }
    if (fills) {
      const marks = filledMarks(subpaths, state);
      this.rules.push(...marks.rules);
      this.fills.push(...marks.fills);
    }
  }

  private text(object: Pointer, holder: Holder): void {
    const { engine, state } = this;
    this.take(object, holder);
    state.renderMode = engine.api.FPDFTextObj_GetTextRenderMode(object);
    this.texts.push(textObject(engine, object, holder.matrix, state));
  }

  /** Colours and clip of an object. */
  private take(object: Pointer, { matrix, clip, alpha }: Holder): void {
    const { engine, state } = this;
    const [fill, stroke] = [fillOf(engine, object), strokeOf(engine, object)];
    state.fill = fill.paint;
    state.fillAlpha = fill.alpha * alpha;
    state.stroke = stroke.paint;
    state.strokeAlpha = stroke.alpha * alpha;
    state.clip = clipOf(engine, object, matrix, clip);
  }

  private placed(object: Pointer, matrix: Matrix): Matrix {
    this.engine.api.FPDFPageObj_GetMatrix(object, this.engine.scratch);
    return multiply(matrix, matrixAt(this.engine));
  }
}
