import type { Box, Glyph, OcrReading } from '../../model/glyph.js';
import type { OcrRun, Page, UnreadPage } from '../../model/page.js';
import { problemOf } from '../errors.js';
import { PdfiumDocument } from '../pdf/pdfium/document.js';
import { renderPage } from '../pdf/pdfium/render.js';
import { Deadline, PageTimedOut } from './deadline.js';
import { type Engines, EnginesUnavailable, startEngines } from './engines/start.js';
import { isIn, type Need, needOf, tablePictures } from './needs.js';
import { readPicture } from './page.js';
import { toInk } from './picture/ink.js';
import { erase, type Raster, tiltRaster } from './picture/raster.js';
import { skewOf } from './picture/skew.js';
import { unmixRed } from './picture/unmix.js';
import { floodCells } from './ruling/cells.js';
import { findRuling } from './ruling/ruling.js';

export interface OcrOptions {
  readonly ocr?: 'auto' | 'off' | 'force' | undefined;
  readonly password?: string | undefined;
  /** Called at every step of a page that OCR reads, and after it. */
  readonly onPage?: ((page: number, pages: number) => void) | undefined;
  /** ms of processor time for one page. */
  readonly pageTime?: number;
}

/** ms of processor time. A dense page takes some 5 s. */
const PAGE_TIME = 90_000;
/** Pixels per inch. More does not read better, fewer pixels do worse. */
const DPI = 200;
/** px. The longest side of a picture: pages that give themselves out as posters are drawn smaller. */
const LONGEST = 3400;
const POINTS_PER_INCH = 72;

/** Reads with OCR what cannot be read otherwise. Pages that need none come back as they are, and cost nothing. */
export async function readScans(
  bytes: Uint8Array,
  pages: readonly (Page | UnreadPage)[],
  { ocr = 'auto', password, onPage = () => {}, pageTime = PAGE_TIME }: OcrOptions,
): Promise<(Page | UnreadPage)[]> {
  if (ocr === 'off' || pages.every((page) => needOf(page, ocr) === null)) return [...pages];
  const document = await PdfiumDocument.open(bytes, password);
  try {
    const read: (Page | UnreadPage)[] = [];
    for (const page of pages) {
      const need = needOf(page, ocr);
      if (need === null || 'problem' in page) {
        read.push(page);
        continue;
      }
      const deadline = new Deadline(pageTime, () => onPage(page.number, pages.length));
      read.push(await readPage(document, page, need, deadline));
      onPage(page.number, pages.length);
    }
    return read;
  } finally {
    await document.close();
  }
}

async function startOrNull(): Promise<Engines | null> {
  try {
    return await startEngines();
  } catch (cause) {
    if (cause instanceof EnginesUnavailable) return null;
    throw cause;
  }
}

const ended = (page: Page, how: Exclude<OcrRun['ended'], 'failed'>): Page => ({ ...page, ocr: { ended: how, tilt: 0 } });

async function readPage(document: PdfiumDocument, page: Page, need: Need, deadline: Deadline): Promise<Page> {
  try {
    const dpi = Math.min(DPI, (LONGEST * POINTS_PER_INCH) / Math.max(page.width, page.height));
    const colour = await renderPage(document, page.number, { dpi });
    const picture = unmixRed(colour);
    deadline.check();
    if (need !== 'page') eraseAllBut(picture, page, need, dpi / POINTS_PER_INCH);
    if (need === 'pictures' && !holdsTable(picture, dpi)) return page;
    const engines = await startOrNull();
    if (!engines) return ended(page, 'unavailable');
    const isDrawn = page.images.length === 0 && page.rules.length > 0;
    const { glyphs, rules, tilt } = await readPicture(picture, { page, dpi, isDrawn }, engines, deadline);
    return merged(page, need, glyphs, rules, tilt);
  } catch (cause) {
    if (cause instanceof PageTimedOut) return ended(page, 'timed-out');
    return { ...page, ocr: { ended: 'failed', tilt: 0, problem: problemOf(cause) } };
  }
}

/** Cells from which on ruling lines are a table: frames and diagrams have fewer. */
const TABLE = 6;

function holdsTable(picture: Raster, dpi: number): boolean {
  const tilt = skewOf(toInk(picture, dpi));
  const level = tilt === 0 ? picture : tiltRaster(picture, -tilt);
  const { cells } = floodCells(findRuling(toInk(level, dpi), dpi), level.width, level.height, dpi);
  return cells.length >= TABLE;
}

/** Leaves in the picture only what is to be read. */
function eraseAllBut(picture: Raster, page: Page, need: Need, scale: number): void {
  const shown = page.glyphs.filter((g) => g.state === 'shown');
  const scaled = ([x0, y0, x1, y1]: Glyph['box']) => ({ x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale });
  for (const glyph of shown) erase(picture, scaled(glyph.box));
  if (need !== 'pictures') return;
  const whole = Uint8Array.from(picture.data);
  picture.data.fill(255);
  for (const box of tablePictures(page, shown)) {
    const { x0, y0, x1, y1 } = scaled(box);
    const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(picture.width, Math.ceil(x1))];
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(picture.height, Math.ceil(y1)); y++) {
      const row = y * picture.width;
      picture.data.set(whole.subarray(row + left, row + right), row + left);
    }
  }
}

/** What was read takes the place of what was not to be trusted. */
function merged(page: Page, need: Need, glyphs: readonly Glyph[], rules: Page['rules'], tilt: number): Page {
  const ocr: OcrRun = { ended: 'read', tilt };
  if (need === 'page') {
    const hidden = page.glyphs.filter((g) => g.state === 'hidden');
    return { ...page, glyphs: [...hidden, ...glyphs], rules: rules.length > 0 ? rules : page.rules, ocr };
  }
  const lines = readAreas(glyphs);
  const isRead = (glyph: Glyph) => glyph.state === 'illegible' && lines.some((box) => isIn(glyph, box));
  return { ...page, glyphs: [...page.glyphs.filter((g) => !isRead(g)), ...glyphs], rules: [...page.rules, ...rules], ocr };
}

/** Where lines were read: the boxes of all readings. */
function readAreas(glyphs: readonly Glyph[]): Box[] {
  const areas = new Map<OcrReading | undefined, Box>();
  for (const { box, size, reading } of glyphs) {
    const [x0, y0, x1, y1] = areas.get(reading) ?? box;
    areas.set(reading, [
      Math.min(x0, box[0] - size),
      Math.min(y0, box[1] - size * SLACK),
      Math.max(x1, box[2] + size),
      Math.max(y1, box[3] + size * SLACK),
    ]);
  }
  return [...areas.values()];
}

/** In em. Boxes of glyphs are estimated; a line reaches so far above and below its ink. */
const SLACK = 0.3;
