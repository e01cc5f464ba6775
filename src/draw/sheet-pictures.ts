import { families } from '../../extractors/families.js';
import { DisclosureError } from '../base/errors.js';
import { at, must } from '../base/invariant.js';
import { element, escapeXml } from '../base/xml.js';
import { boxAroundAll } from '../model/box.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { TextLine } from '../model/page.js';
import type { Sheet } from '../model/sheet.js';
import { NotOnPage } from '../picture/pictures.js';
import { sheetsToDraft } from '../pipeline/draft.js';
import type { ExtractOptions } from '../pipeline/options.js';
import { readOpened } from '../pipeline/pages.js';
import type { CellSource } from '../read/container.js';
import type { Layout } from '../rebuild/rebuild.js';
import { coordinate } from './page-print.js';
import { layoutToSetPages, type SetPage } from './sheet-page.js';
import { FONTS } from './style.js';

/** Cells and lines of one drawing. The largest published table has some 20,000; a browser takes seconds for this many. */
const MOST = 200_000;

/** px per pt: on a screen, letters of 10 pt are then as large as a program shows them. */
const ENLARGED = 4 / 3;

/** Words that a drawing carries, for whoever finds it alone. */
type DrawingWords = Readonly<Record<string, string>>;

/** What the description of our drawings begins with. */
const SOFTWARE = 'juesuan';

/** Drawings (SVG) of a document without pages, sheet by sheet: its cells and its other lines, where they are imagined to stand. Not its look. */
export class SheetPictures {
  private constructor(
    private readonly layout: Layout,
    private readonly setPages: ReadonlyMap<number, SetPage>,
  ) {}

  /** Of a document that is open. @throws DisclosureError where its sheets cannot be read */
  static async read(source: CellSource, options: Pick<ExtractOptions, 'ocr'>): Promise<SheetPictures> {
    const read = await readOpened(source, options);
    if ('failure' in read) throw read.failure;
    return SheetPictures.of('sheets' in read ? read.sheets : []);
  }

  /** Set as they are when they are extracted: what a result says of a sheet is found on its drawing. */
  static of(sheets: readonly Sheet[]): SheetPictures {
    const { layout } = sheetsToDraft(sheets, families, null);
    return new SheetPictures(layout, layoutToSetPages(layout));
  }

  get sheets(): number {
    return this.setPages.size;
  }

  /** A whole sheet. @throws NotOnPage for one that is not there; DisclosureError `too-large` */
  page(page: number, words: DrawingWords = {}): string {
    const { width, height } = this.sizeOf(page);
    return this.draw(page, [0, 0, width, height], words);
  }

  /**
   * What stands in a box and in some pt around it. `framed`: what the drawing points to.
   * @throws NotOnPage for a sheet that is not there, and for a box that is empty or off it; DisclosureError `too-large`
   */
  crop(page: number, box: Box, margin = 0, framed?: Box): string {
    return this.draw(page, this.around(page, box, margin), {}, framed);
  }

  /** A box and what is near it, as far as the sheet goes. @throws NotOnPage */
  private around(page: number, [x0, y0, x1, y1]: Box, margin: number): Box {
    const { width, height } = this.sizeOf(page);
    const shown: Box = [Math.max(0, x0 - margin), Math.max(0, y0 - margin), Math.min(width, x1 + margin), Math.min(height, y1 + margin)];
    const isEmpty = !(shown[0] < shown[2] && shown[1] < shown[3]);
    if (isEmpty || x1 <= x0 || y1 <= y0) throw new NotOnPage(`the box ${[x0, y0, x1, y1].join(',')} is empty or lies off sheet ${page}`);
    return shown;
  }

  /** A cell, in a frame, with all that stands beside it in its row; null where the sheet has no such cell. @throws as `crop` */
  row(page: number, ref: string, margin: number, words: DrawingWords): string | null {
    const box = must(this.layout.places, 'the places of sheets').boxOf(page, ref);
    if (!box) return null;
    const middle = (box[1] + box[3]) / 2;
    const beside = must(this.setPages.get(page), 'a sheet').cells.filter((cell) => cell.box[1] <= middle && middle <= cell.box[3]);
    return this.draw(page, this.around(page, boxAroundAll([{ box }, ...beside]), margin), words, box);
  }

  private sizeOf(page: number): { readonly width: number; readonly height: number } {
    const size = this.layout.upright.get(page)?.page;
    if (!size) throw new NotOnPage(`the document has ${this.setPages.size} sheets, there is no sheet ${page}`);
    return size;
  }

  /** @param framed a cell to which the drawing points */
  private draw(page: number, shown: Box, words: DrawingWords, framed?: Box): string {
    const set = must(this.setPages.get(page), 'a sheet');
    const [cells, lines] = [set.cells.filter(({ box }) => meet(box, shown)), set.lines.filter(({ box }) => meet(box, shown))];
    if (cells.length + lines.length > MOST) {
      throw new DisclosureError('too-large', `Sheet ${page} has ${cells.length} cells, too many for one drawing.`);
    }
    const [x, y, width, height] = [shown[0], shown[1], shown[2] - shown[0], shown[3] - shown[1]];
    const said = Object.entries({ Software: SOFTWARE, ...words }).map(([name, value]) => `${name}: ${value}`);
    // Attributes alone: a browser may be told to take no style from a picture.
    return `${element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: [x, y, width, height].map(coordinate).join(' '),
        width: width * ENLARGED,
        height: height * ENLARGED,
        'font-family': FONTS,
      },
      element('desc', {}, escapeXml(said.join('\n'))),
      element('rect', { x, y, width, height, fill: '#fff' }),
      element('path', { d: cells.map(({ box }) => outline(box)).join(''), fill: 'none', stroke: '#9ca3af', 'stroke-width': 0.4 }),
      element('g', { fill: '#111827' }, `\n${lines.map(drawLine).join('\n')}\n`),
      framed ? element('path', { d: outline(framed), fill: 'none', stroke: '#dc2626', 'stroke-width': 1.2 }) : '',
    )}\n`;
  }
}

/** Whether a drawing is one of ours. */
export const isOurDrawing = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).includes(`<desc>Software: ${SOFTWARE}`);

/** Bytes in which the description of a drawing begins. */
const HEAD = 1000;

const outline = ([x0, y0, x1, y1]: Box): string =>
  `M${coordinate(x0)} ${coordinate(y0)}H${coordinate(x1)}V${coordinate(y1)}H${coordinate(x0)}Z`;

/** Its parts without blanks, each as wide as it is set: letters of another font are of another width. */
const drawLine = ({ glyphs }: TextLine): string => runsOf(glyphs).map(drawRun).join('');

function drawRun(run: readonly Glyph[]): string {
  const first = at(run, 0);
  const width = at(run, run.length - 1).box[2] - first.x;
  return element(
    'text',
    { x: first.x, y: first.y, 'font-size': first.size, textLength: width, lengthAdjust: 'spacingAndGlyphs' },
    escapeXml(run.map(({ text }) => text).join('')),
  );
}

/** Letters between which there is no room, left to right. */
function runsOf(glyphs: readonly Glyph[]): readonly Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    if (run && glyph.x <= at(run, run.length - 1).box[2]) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
