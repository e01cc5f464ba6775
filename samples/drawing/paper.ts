/** Pages to draw on. Coordinates are pt from the top left corner of the page as a person sees it, whatever its /Rotate. */
import { type Face, type Glyph, textWidth } from './face.js';
import { PdfFile, pdfText, type Ref, short, to } from './pdf.js';

/** The short and the long side of a sheet, pt. */
const PAPER_SIZES = { A4: [595.3, 841.9], A3: [841.9, 1190.6], letter: [612, 792] } as const;

export interface PageShape {
  landscape: boolean;
  /** The page lies in the file as a portrait page with /Rotate 90; only for landscape. */
  rotated?: boolean;
  /** A4 where nothing is said. */
  format?: keyof typeof PAPER_SIZES;
}

export interface TextManner {
  /** Drawn twice, a little apart: the bold of a font that has none. */
  bold?: boolean;
  /** One operation per glyph. */
  glyphwise?: boolean;
}

/** pt between the two strokes of a feigned bold. */
const BOLD_STEP = 0.3;

/** pt from the foot of the page to its number. */
const FOOT = 34;

interface Page {
  width: number;
  height: number;
  rotated: boolean;
  operations: string[];
}

export class Paper {
  readonly face: Face;
  #pages: Page[] = [];
  #current: Page | undefined;

  constructor(face: Face) {
    this.face = face;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  get width(): number {
    return this.#page().width;
  }

  get height(): number {
    return this.#page().height;
  }

  addPage(shape: PageShape): void {
    const [short, long] = PAPER_SIZES[shape.format ?? 'A4'];
    const [width, height] = shape.landscape ? [long, short] : [short, long];
    this.#current = { width, height, rotated: shape.rotated ?? false, operations: [] };
    this.#pages.push(this.#current);
  }

  widthOf(text: string, size: number): number {
    return textWidth(this.face, text, size);
  }

  /** `y` is the middle of the line. */
  text(x: number, y: number, size: number, text: string, manner: TextManner = {}): void {
    const baseline = y + size * 0.38;
    this.#show(x, baseline, size, text, manner.glyphwise ?? false);
    if (manner.bold) this.#show(x + BOLD_STEP, baseline, size, text, manner.glyphwise ?? false);
  }

  line(x0: number, y0: number, x1: number, y1: number, width: number): void {
    this.#draw(`${short(width)} w ${this.#at(x0, y0)} m ${this.#at(x1, y1)} l S`);
  }

  /** `grey`: 0 black to 1 white. */
  fill(x0: number, y0: number, x1: number, y1: number, grey: number): void {
    this.#draw(`${short(grey)} g ${this.#at(x0, y1)} ${short(x1 - x0)} ${short(y1 - y0)} re f 0 g`);
  }

  /** A line at the foot of each page but the first. */
  number(foot: (page: number) => string, size: number): void {
    for (const [index, page] of this.#pages.entries()) {
      if (index === 0) continue;
      this.#current = page;
      const text = foot(index + 1);
      this.text((page.width - this.widthOf(text, size)) / 2, page.height - FOOT, size, text);
    }
  }

  finish(title: string): Uint8Array {
    const file = new PdfFile();
    const catalog = file.reserve();
    const tree = file.reserve();
    const resources = file.reserve();
    const kids = this.#pages.map((page) => writePage(file, page, tree, resources));
    file.set(resources, `<< /Font << ${this.face.resources(file)} >> >>`);
    file.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(to).join(' ')}] >>`);
    file.set(catalog, `<< /Type /Catalog /Pages ${to(tree)} /Lang ${pdfText('zh-CN')} >>`);
    return file.finish(catalog, title);
  }

  #show(x: number, baseline: number, size: number, text: string, glyphwise: boolean): void {
    let at = x;
    for (const run of runs(this.face.glyphs(text), glyphwise)) {
      const hex = run.map((glyph) => glyph.hex).join('');
      this.#draw(`BT /${run[0]?.font} ${short(size)} Tf ${this.#at(at, baseline)} Td <${hex}> Tj ET`);
      at += (run.reduce((sum, glyph) => sum + glyph.width, 0) * size) / 1000;
    }
  }

  #draw(operation: string): void {
    this.#page().operations.push(operation);
  }

  #page(): Page {
    if (!this.#current) throw new Error('No page yet');
    return this.#current;
  }

  #at(x: number, y: number): string {
    return `${short(x)} ${short(this.#page().height - y)}`;
  }
}

function writePage(file: PdfFile, page: Page, tree: Ref, resources: Ref): Ref {
  // Turned a quarter clockwise, the lower left corner of the portrait page is seen at the upper left.
  const turn = page.rotated ? [`0 1 -1 0 ${short(page.height)} 0 cm`] : [];
  const content = file.addStream([...turn, ...page.operations].join('\n'));
  const box = page.rotated ? `[0 0 ${page.height} ${page.width}] /Rotate 90` : `[0 0 ${page.width} ${page.height}]`;
  return file.add(`<< /Type /Page /Parent ${to(tree)} /MediaBox ${box} /Resources ${to(resources)} /Contents ${to(content)} >>`);
}

/** Neighbours of one font together, or each glyph alone. */
function runs(glyphs: Glyph[], glyphwise: boolean): Glyph[][] {
  const found: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = found.at(-1);
    if (last && !glyphwise && last[0]?.font === glyph.font) last.push(glyph);
    else found.push([glyph]);
  }
  return found;
}
