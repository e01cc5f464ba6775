import type { Glyph } from '../../../model/glyph.js';
import { PageError } from '../../errors.js';
import { inkGlyph, isBlank } from '../paint/ink.js';
import type { Pointer } from './api.js';
import type { DocumentFonts } from './fonts.js';
import type { Pdfium } from './library.js';
import { type LaidOutText, layOut, type TextObject, widen } from './lines.js';

/** Takes a glyph that is no white space, and the text object it stands in. */
type Emit = (glyph: Glyph, line: LaidOutText) => void;

/** How often the page is read; in later rounds only text objects that gave no character before. */
const ROUNDS = 3;

/**
 * The glyphs of a page's text objects. PDFium's text page leaves out what it considers doubled (a text object or a character that
 * repeats one near it), puts marked content's `ActualText` in place of its characters, and reads boxes along the page's axes. Which
 * glyphs count is decided by later stages: every object is first laid out by itself, upright, and read there.
 * @returns how many objects gave no character though they may show some: an embedded font without an outline for them shows none
 */
export function readText(
  pdfium: Pdfium,
  page: Pointer,
  objects: readonly TextObject[],
  sideways: boolean,
  fonts: DocumentFonts,
  emit: Emit,
): number {
  let lines = layOut(pdfium, objects, sideways, fonts);
  for (let round = 0; round < ROUNDS && lines.length > 0; round++) {
    if (round > 0) lines = widen(pdfium, lines, sideways);
    readLines(pdfium, page, lines, fonts, emit);
    const left = lines.filter((line) => !line.read);
    if (left.length > 0) for (const line of lines) if (line.read) pdfium.api.FPDFPageObj_SetIsActive(line.handle, 0);
    lines = left;
  }
  return lines.filter(({ font }) => !pdfium.api.FPDFFont_GetIsEmbedded(font.handle)).length;
}

function readLines(pdfium: Pdfium, page: Pointer, lines: readonly LaidOutText[], fonts: DocumentFonts, emit: Emit): void {
  const text = pdfium.api.FPDFText_LoadPage(page);
  if (text === 0) throw new PageError('PDFium cannot read the text of this page');
  pdfium.guard(
    () => new Characters(pdfium, text, new Map(lines.map((line) => [line.handle, line])), fonts).read(emit),
    () => pdfium.api.FPDFText_ClosePage(text),
  );
}

/** A character of the text page; several with one place are one glyph: ligatures, codes that stand for more than one letter. */
interface Character {
  readonly line: LaidOutText;
  text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What PDFium puts for a hyphen at the end of a line. */
const HYPHEN = 0x2;
/** The font has no Unicode for the code; PDFium gives the code itself, which may look like any letter. */
const NO_MEANING = '\ufffd';
/** Em. */
const WIDTH_NOISE = 0.001;

class Characters {
  private pending: Character | null = null;
  private line: LaidOutText | undefined;

  constructor(
    private readonly pdfium: Pdfium,
    private readonly text: Pointer,
    private readonly lines: ReadonlyMap<Pointer, LaidOutText>,
    private readonly fonts: DocumentFonts,
  ) {}

  read(emit: Emit): void {
    const { api } = this.pdfium;
    const count = api.FPDFText_CountChars(this.text);
    for (let i = 0; i < count; i++) this.character(i, api.FPDFText_GetUnicode(this.text, i), emit);
    this.flush(emit);
  }

  private character(index: number, unicode: number, emit: Emit): void {
    const { pdfium, text } = this;
    const handle = pdfium.api.FPDFText_GetTextObject(text, index);
    if (handle !== this.line?.handle) this.line = this.lines.get(handle);
    const { line } = this;
    if (!line) return;
    line.read = true;
    if (isBlank(unicode)) return;
    const { scratch } = pdfium;
    pdfium.api.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
    const [x, y] = [pdfium.double(0) - line.x, pdfium.double(1) - line.y];
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
    const { direction, style } = line;
    const glyph = inkGlyph(text, style, x * direction, y * direction, width * direction);
    if (glyph) emit(glyph, line);
  }

  private letter(index: number, unicode: number): string {
    const { pdfium, text } = this;
    if (pdfium.api.FPDFText_HasUnicodeMapError(text, index)) return NO_MEANING;
    if (unicode === HYPHEN && pdfium.api.FPDFText_IsHyphen(text, index)) return '-';
    return unicode > 0xffff ? String.fromCodePoint(unicode) : String.fromCharCode(unicode);
  }

  /** The advance. PDFium's loose box is it, or more where the outline sticks out; then the font's widths decide. */
  private width(index: number, unicode: number, line: LaidOutText, x: number): number {
    const { pdfium, text } = this;
    const { api, scratch } = pdfium;
    const noise = WIDTH_NOISE * line.style.size;
    api.FPDFText_GetLooseCharBox(text, index, scratch);
    const loose = pdfium.float(2) - line.x - x;
    const fontWidth = this.fonts.width(line.font, unicode) * line.style.size;
    if (fontWidth <= 0 || fontWidth >= loose - noise) return loose;
    api.FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
    const outline = pdfium.double(1) - line.x - x;
    return outline < loose - noise ? loose : fontWidth;
  }
}
