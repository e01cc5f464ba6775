import type { PdfEngine } from '../engine.js';
import { PdfiumDocument } from './document.js';

/**
 * Reads with PDFium, compiled to WebAssembly.
 *
 * It gives the page that `pdfjs/` gives. Where the two were seen to differ, over some 2,900 published and drawn pages
 * and drawn odd cases (`test/read/conformance/`):
 *
 * - **Advances** are whole thousandths of the em here, exact there: a line of a proportional face ends up to 0.1 pt off. pdf.js
 *   is nearer; both are well within what cells and words need.
 * - **Images**: pdf.js does not decode them and guesses their frames from `q cm Q`. It sees frames where nothing is painted and
 *   misses pictures whose frame sets a colour or an intent first. PDFium has the objects, and is right.
 * - **Full-width punctuation clipped through its em**: PDFium drops a clip that cuts nothing of the outlines, and shows the sign;
 *   pdf.js has the middle of the em outside, and hides it. PDFium is right.
 * - **Ligatures** U+FB00–FB06 come as letters (`fi`), as PDFium spells them out. Equal after NFKC.
 * - **Codes without Unicode** come as U+FFFD. pdf.js puts something in their place: the code itself, which may look like any Han
 *   character, or what the glyph's name means. pdf.js is right for named glyphs of Type 3 fonts only.
 * - **Broken content**: PDFium passes over operators it does not understand and reads on; pdf.js gives the page up with an error.
 *   What PDFium reads is right. Of a compressed stream that is cut off both may show the part they have, without an error: `PdfSource` gives
 *   the pages up that need it.
 * - **Gradients**: PDFium calls the colour of a shading white. A rule or a ground filled with one is missing here; white text on it
 *   shows all the same, as what is drawn below it is looked at. pdf.js is right.
 * - **Letters in one place** in one text object (`[(A) 1000 (A)] TJ`) are one here: PDFium merges equal letters within 0.07 em.
 * - **Optional content** is found here by drawing, a form's own `/OC` only where the file names `/OCProperties` uncompressed.
 * - An **information dictionary** that stands in the trailer itself, against the standard, is not found: no producer.
 */
export const pdfiumEngine = {
  open: (bytes, password) => PdfiumDocument.open(bytes, password),
} satisfies PdfEngine;
