import type { Box, Glyph } from '../../model.js';
import { type Ink, inkGlyph, inkOf, type Pen } from '../paint/ink.js';
import { type Matrix, multiply } from '../paint/matrix.js';
import type { PaintState } from '../paint/state.js';
import type { Pointer } from './api.js';
import type { Engine } from './engine.js';
import type { Font, FontShelf } from './fonts.js';
import { matrixAt } from './geometry.js';

/** A text object of the page, before its characters are read. */
export interface TextObject {
  readonly handle: Pointer;
  /** The space it lies in (the page's, a form's) to page space. */
  readonly holder: Matrix;
  /** Text space to page space. */
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly ink: Ink;
}

export function textObject(engine: Engine, handle: Pointer, holder: Matrix, state: PaintState): TextObject {
  engine.api.FPDFPageObj_GetMatrix(handle, engine.scratch);
  return { handle, holder, matrix: multiply(holder, matrixAt(engine)), clip: state.clip, ink: inkOf(state) };
}

/** A text object laid out by itself. */
interface Line {
  readonly handle: Pointer;
  readonly font: Font;
  readonly pen: Pen;
  /** Where its pen was laid, in text space. */
  readonly x: number;
  readonly y: number;
  /** -1: its font size is negative, text runs backwards in text space. */
  readonly direction: 1 | -1;
  /** PDFium gave characters for it. */
  read: boolean;
}

export type Emit = (glyph: Glyph, ink: Ink) => void;

/** Em. Farther than most lines are long; near enough that 32-bit floats tell a thousandth of the em in the last slot. */
const APART = 64;
/** PDFium compares a text object with five before it, a character with seven. */
const SLOTS = 16;
/** A text render mode. */
const STROKE = 1;
/** Rounds in which text objects that gave nothing are asked again, by themselves. */
const ROUNDS = 3;

/**
 * The glyphs of text objects. PDFium's text page leaves out what it takes for doubled: a text object or a character that repeats
 * one near it. Doubled or not is not ours to say here, so every object is first laid out far from its neighbours, upright; that
 * also makes its boxes advances. Objects that still give nothing are asked again without the others.
 */
export function readText(engine: Engine, page: Pointer, objects: readonly TextObject[], fonts: FontShelf, emit: Emit): void {
  if (objects.length === 0) return;
  let lines = objects.map((object, i) => layOut(engine, object, i % SLOTS, fonts));
  for (let round = 0; round < ROUNDS && lines.length > 0; round++) {
    readLines(engine, page, lines, fonts, emit);
    const left = lines.filter((line) => !line.read);
    if (left.length === lines.length) return;
    for (const line of lines) if (line.read) engine.api.FPDFPageObj_SetIsActive(line.handle, 0);
    for (const line of left) widen(engine, line);
    lines = left;
  }
}

function layOut(engine: Engine, { handle, holder, matrix, clip, ink }: TextObject, slot: number, fonts: FontShelf): Line {
  const { api, scratch } = engine;
  const font = fonts.get(api.FPDFTextObj_GetFont(handle));
  api.FPDFTextObj_GetFontSize(handle, scratch);
  const signed = engine.float(0);
  const size = Math.abs(signed);
  const direction = signed < 0 ? -1 : 1;
  const [x, y] = slotPlace(slot * APART * size, holder);
  place(engine, handle, x, y);
  const turned = direction < 0 ? multiply(matrix, [-1, 0, 0, -1, 0, 0]) : matrix;
  return { handle, font, pen: { matrix: turned, size, font: font.id, clip, ink }, x, y, direction, read: false };
}

function place(engine: Engine, handle: Pointer, x: number, y: number): void {
  [1, 0, 0, 1, x, y].forEach((value, i) => {
    engine.setFloat(i, value);
  });
  engine.api.FPDFPageObj_SetMatrix(handle, engine.scratch);
}

/** PDFium passes over a text object without width: a character that the substitute for a missing font cannot draw. A stroke has width. */
function widen(engine: Engine, { handle, x, y }: Line): void {
  engine.api.FPDFTextObj_SetTextRenderMode(handle, STROKE);
  engine.api.FPDFPageObj_SetStrokeWidth(handle, 1);
  place(engine, handle, x, y);
}

/** One above the other as the page is displayed: to PDFium these are lines of their own. */
function slotPlace(distance: number, holder: Matrix): readonly [x: number, y: number] {
  const place = Math.fround(distance);
  return Math.abs(holder[3]) >= Math.abs(holder[1]) ? [0, place] : [place, 0];
}

function readLines(engine: Engine, page: Pointer, lines: readonly Line[], fonts: FontShelf, emit: Emit): void {
  const { api } = engine;
  const byHandle = new Map(lines.map((line) => [line.handle, line]));
  const text = api.FPDFText_LoadPage(page);
  if (text === 0) throw new TypeError('PDFium cannot read the text of this page');
  try {
    new Characters(engine, text, byHandle, fonts).read(emit);
  } finally {
    api.FPDFText_ClosePage(text);
  }
}

/** A character of the text page; several with one place are one glyph: ligatures, codes that stand for more than one letter. */
interface Character {
  readonly line: Line;
  text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

class Characters {
  private pending: Character | null = null;
  private line: Line | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly text: Pointer,
    private readonly lines: ReadonlyMap<Pointer, Line>,
    private readonly fonts: FontShelf,
  ) {}

  read(emit: Emit): void {
    const { api } = this.engine;
    const count = api.FPDFText_CountChars(this.text);
    for (let i = 0; i < count; i++) this.character(i, api.FPDFText_GetUnicode(this.text, i), emit);
    this.flush(emit);
  }

  private character(index: number, unicode: number, emit: Emit): void {
    const { engine, text } = this;
    const handle = engine.api.FPDFText_GetTextObject(text, index);
    if (handle !== this.line?.handle) this.line = this.lines.get(handle);
    const { line } = this;
    if (!line) return;
    line.read = true;
    if (isBlank(unicode)) return;
    const { scratch } = engine;
    engine.api.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const [x, y] = [engine.double(0) - line.x, engine.double(1) - line.y];
    const { pending } = this;
    const letter = this.letter(index, unicode);
    if (pending && pending.line === line && pending.x === x && pending.y === y) {
      pending.text += letter;
      return;
    }
    this.flush(emit);
    this.pending = { line, text: letter, x, y, width: this.width(index, unicode, line, x) };
  }

  private flush(emit: Emit): void {
    if (!this.pending) return;
    const { line, text, x, y, width } = this.pending;
    this.pending = null;
    const { direction, pen } = line;
    const glyph = inkGlyph(text, pen, x * direction, y * direction, width * direction);
    if (glyph) emit(glyph, pen.ink);
  }

  private letter(index: number, unicode: number): string {
    const { engine, text } = this;
    if (unicode === HYPHEN && engine.api.FPDFText_IsHyphen(text, index)) return '-';
    return unicode > 0xffff ? String.fromCodePoint(unicode) : String.fromCharCode(unicode);
  }

  /** The advance. PDFium's loose box is it, or more where the outline sticks out; then the font's widths decide. */
  private width(index: number, unicode: number, line: Line, x: number): number {
    const { engine, text } = this;
    engine.api.FPDFText_GetLooseCharBox(text, index, engine.scratch);
    const loose = engine.float(2) - line.x - x;
    const told = this.fonts.width(line.font, unicode) * line.pen.size;
    if (told <= 0 || told >= loose - WIDTH_NOISE * line.pen.size) return loose;
    engine.api.FPDFText_GetCharBox(text, index, engine.scratch, engine.scratch + 8, engine.scratch + 16, engine.scratch + 24);
    const outline = engine.double(1) - line.x - x;
    return outline < loose - WIDTH_NOISE * line.pen.size ? loose : told;
  }
}

/** Em. */
const WIDTH_NOISE = 0.001;
/** What PDFium puts for a hyphen at the end of a line. */
const HYPHEN = 0x2;

/** White space as JavaScript knows it; most characters are told by their number alone. */
function isBlank(unicode: number): boolean {
  if (unicode > 0x3000 && unicode !== 0xfeff) return false;
  if (unicode > 0x20 && unicode < 0xa0) return false;
  return /\s|\u200b/u.test(String.fromCharCode(unicode));
}
