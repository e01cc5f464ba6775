import type { Pointer } from './api.js';
import type { Pdfium } from './library.js';

/** What a mark around an object (`BDC` … `EMC`) means here. */
type Meaning = 'none' | 'optional' | 'replaced';

/** Bytes for the name of a mark; `OC` is all that matters. */
const NAME = 64;

/** The marked content of an open page. */
export class MarkedContent {
  /** Some object that was noted is optional content. */
  optional = false;
  private readonly meanings = new Map<Pointer, Meaning>();

  constructor(private readonly pdfium: Pdfium) {}

  /** Notes an object's marks, and removes those that make PDFium read other text than the characters (`/ActualText`). */
  note(object: Pointer): void {
    const { api } = this.pdfium;
    // From the last on: one that is removed moves none that is still to be looked at.
    for (let i = api.FPDFPageObj_CountMarks(object) - 1; i >= 0; i--) {
      const mark = api.FPDFPageObj_GetMark(object, i);
      const meaning = this.meaning(mark);
      if (meaning === 'optional') this.optional = true;
      else if (meaning === 'replaced') api.FPDFPageObj_RemoveMark(object, mark);
    }
  }

  /** The optional content that the object belongs to. */
  optionalContent(object: Pointer): Pointer[] {
    const { api } = this.pdfium;
    const marks = Array.from({ length: api.FPDFPageObj_CountMarks(object) }, (_, i) => api.FPDFPageObj_GetMark(object, i));
    return marks.filter((mark) => this.meaning(mark) === 'optional');
  }

  private meaning(mark: Pointer): Meaning {
    let meaning = this.meanings.get(mark);
    if (meaning === undefined) {
      meaning = this.findMeaning(mark);
      this.meanings.set(mark, meaning);
    }
    return meaning;
  }

  private findMeaning(mark: Pointer): Meaning {
    const { pdfium } = this;
    const { api, scratch } = pdfium;
    if (api.FPDFPageObjMark_GetParamValueType(mark, pdfium.actualText) > 0) return 'replaced';
    const known = api.FPDFPageObjMark_GetName(mark, scratch + 8, NAME, scratch);
    return known && pdfium.textAt(scratch + 8, pdfium.integer(0)) === 'OC' ? 'optional' : 'none';
  }
}
