import type { Glyph } from '../../../model/glyph.js';
import { PageError, PageTooLarge } from '../../errors.js';
import { isBlank, printed, printedGlyph } from '../../paint/ink.js';
import type { Pointer } from './api.js';
import type { DocumentFonts, Letter } from './fonts.js';
import type { Pdfium } from './library.js';
import { type LaidOutText, layOut, layOutAgain, type TextObject } from './lines.js';

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
  memory: number,
  emit: Emit,
): number {
  let lines = layOut(pdfium, objects, sideways, fonts);
  for (let round = 0; round < ROUNDS && lines.length > 0; round++) {
    if (round > 0) lines = layOutAgain(pdfium, lines, sideways);
    readLines(pdfium, page, lines, sideways, fonts, memory, emit);
    const left = lines.filter((line) => !line.read);
    if (left.length > 0) for (const line of lines) if (line.read) pdfium.api.FPDFPageObj_SetIsActive(line.handle, 0);
    lines = left;
  }
  return lines.filter(({ fontHandle }) => !pdfium.api.FPDFFont_GetIsEmbedded(fontHandle.handle)).length;
}

function readLines(
  pdfium: Pdfium,
  page: Pointer,
  lines: readonly LaidOutText[],
  sideways: boolean,
  fonts: DocumentFonts,
  memory: number,
  emit: Emit,
): void {
  const text = pdfium.within(memory, () => pdfium.api.FPDFText_LoadPage(page));
  if (text === 0) throw new PageError('PDFium cannot read the text of this page');
  pdfium.guard(
    () => new Characters(pdfium, text, new Lines(lines), sideways, fonts, emit).read(),
    () => pdfium.api.FPDFText_ClosePage(text),
  );
}

/** Of one page. A broadsheet in the smallest print has some 50,000. */
const MAX_CHARACTERS = 500_000;
const CR = 0xd;
const LF = 0xa;
/** What PDFium puts for a hyphen at the end of a line. */
const HYPHEN = 0x2;
/** The font has no Unicode for the code; PDFium gives the code itself, which may look like any letter. */
const NO_MEANING = '\ufffd';
/** Em. */
const WIDTH_NOISE = 0.001;
/** How many text objects that gave no character are passed over in search of the next that did. */
const AHEAD = 8;

/** Text objects by their handles. Nearly all are asked for in the order in which they stand: what is needed for the others is made when they come. */
class Lines {
  private next = 0;
  private indexes: Map<Pointer, number> | undefined;

  constructor(private readonly lines: readonly LaidOutText[]) {}

  find(handle: Pointer): LaidOutText | undefined {
    const index = this.ahead(handle) ?? this.anywhere(handle);
    if (index === undefined) return undefined;
    this.next = index + 1;
    return this.lines[index];
  }

  private ahead(handle: Pointer): number | undefined {
    const end = Math.min(this.lines.length, this.next + AHEAD);
    for (let index = this.next; index < end; index++) if (this.lines[index]?.handle === handle) return index;
    return undefined;
  }

  private anywhere(handle: Pointer): number | undefined {
    this.indexes ??= new Map(this.lines.map((line, index) => [line.handle, index]));
    return this.indexes.get(handle);
  }
}

/** The characters of a text page; several with one place are one glyph: ligatures, codes that stand for more than one letter. */
class Characters {
  /** Where the character at hand stands. */
  private line: LaidOutText | undefined;
  /** The glyph to be emitted once the next has another place, and where it stands; its text is empty where there is none. */
  private text = '';
  private printed = '';
  private owner: LaidOutText | undefined;
  private x = 0;
  private y = 0;
  private width = 0;

  constructor(
    private readonly pdfium: Pdfium,
    private readonly page: Pointer,
    private readonly lines: Lines,
    private readonly sideways: boolean,
    private readonly fonts: DocumentFonts,
    private readonly emit: Emit,
  ) {}

  read(): void {
    const { api } = this.pdfium;
    const count = api.FPDFText_CountChars(this.page);
    if (count > MAX_CHARACTERS) throw new PageTooLarge(`it has more than ${MAX_CHARACTERS.toLocaleString('en')} characters`);
    // Every text object is a line to PDFium, which it ends with CR and LF of its own: half of all characters, passed over without a look.
    let isWithin = false;
    for (let i = 0; i < count; i++) {
      const unicode = api.FPDFText_GetUnicode(this.page, i);
      if (isWithin && unicode === CR && api.FPDFText_GetUnicode(this.page, i + 1) === LF) {
        i += 1;
        isWithin = false;
      } else {
        this.character(i, unicode);
        isWithin = true;
      }
    }
    this.flush();
  }

  private character(index: number, unicode: number): void {
    const { pdfium, page } = this;
    const { api, scratch } = pdfium;
    const handle = api.FPDFText_GetTextObject(page, index);
    // What PDFium puts in stands in no text object.
    if (handle === 0) return;
    if (handle !== this.line?.handle) this.line = this.lines.find(handle);
    const { line } = this;
    if (!line) return;
    line.read = true;
    if (isBlank(unicode)) return;
    api.FPDFText_GetCharOrigin(page, index, scratch, scratch + 8);
    const x = this.sideways ? pdfium.double(0) - line.slot : pdfium.double(0);
    const y = this.sideways ? pdfium.double(1) : pdfium.double(1) - line.slot;
    const letter = this.fonts.letter(line.fontHandle, unicode);
    const sign = this.sign(index, unicode);
    if (this.text !== '' && this.owner === line && this.x === x && this.y === y) {
      this.text += sign ?? letter.text;
      this.printed = printed(this.text);
      return;
    }
    this.flush();
    this.text = sign ?? letter.text;
    this.printed = sign ?? letter.printed;
    this.owner = line;
    this.x = x;
    this.y = y;
    this.width = this.advance(index, letter, line, x);
  }

  private flush(): void {
    const { printed: text, owner } = this;
    this.text = '';
    this.printed = '';
    if (!owner || text === '') return;
    const { direction } = owner;
    this.emit(printedGlyph(text, owner, this.x * direction, this.y * direction, this.width * direction), owner);
  }

  /** What stands for a character whose Unicode is not its own. */
  private sign(index: number, unicode: number): string | null {
    const { api } = this.pdfium;
    if (api.FPDFText_HasUnicodeMapError(this.page, index)) return NO_MEANING;
    return unicode === HYPHEN && api.FPDFText_IsHyphen(this.page, index) ? '-' : null;
  }

  /** PDFium's loose box is it, or more where the outline sticks out; then the font's widths decide. */
  private advance(index: number, letter: Letter, line: LaidOutText, x: number): number {
    const { pdfium, page } = this;
    const { api, scratch } = pdfium;
    const noise = WIDTH_NOISE * line.size;
    const start = this.sideways ? line.slot : 0;
    api.FPDFText_GetLooseCharBox(page, index, scratch);
    const loose = pdfium.float(2) - start - x;
    const fontWidth = letter.width * line.size;
    if (fontWidth <= 0 || fontWidth >= loose - noise) return loose;
    api.FPDFText_GetCharBox(page, index, scratch, scratch + 8, scratch + 16, scratch + 24);
    const outline = pdfium.double(1) - start - x;
    return outline < loose - noise ? loose : fontWidth;
  }
}
