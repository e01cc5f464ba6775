/** Tables that stand as pictures in documents without pages: each picture is read as a page of its own. */

import { DisclosureError } from '../../../base/errors.js';
import type { Page } from '../../../model/page.js';
import { PICTURE_UNREAD } from '../../../model/reading-rules.js';
import type { Sheet, SheetBlock, SheetPicture } from '../../../model/sheet.js';
import type { PagedSource, Renderer } from '../../container.js';
import { PageError } from '../../errors.js';
import { dpiOf, type OcrOptions, readScans } from '../ocr.js';
import { picturesHoldTable } from './holds-table.js';
import { PICTURE_MARGIN, pictureToPdf } from './picture-to-pdf.js';

/**
 * Sheets with what OCR has read of their pictures, in the place of each. A picture without a table is left out; how many could not be read, or
 * may not be, is told.
 */
export async function readSheetPictures(sheets: readonly Sheet[], options: OcrOptions): Promise<Sheet[]> {
  const read: Sheet[] = [];
  for (const sheet of sheets) read.push(await readPictures(sheet, options));
  return read;
}

type Outcome = 'unread' | 'ignored' | Page;

async function readPictures({ picturesAside = 0, ...sheet }: Sheet, options: OcrOptions): Promise<Sheet> {
  const blocks: SheetBlock[] = [];
  let [unread, ignored, read] = [picturesAside, 0, 0];
  for (const block of sheet.blocks) {
    if (block.kind !== 'picture') {
      blocks.push(block);
      continue;
    }
    const outcome: Outcome = options.ocr === 'off' ? 'unread' : await readPicture(block, options);
    if (outcome === 'unread') unread += 1;
    else if (outcome === 'ignored') ignored += 1;
    else {
      read += 1;
      blocks.push({ ...block, page: outcome });
    }
  }
  const message = `文件中有${unread}幅图片大得可能是表格，没有识读，其内容不在结果中。`;
  return {
    ...sheet,
    blocks,
    told: unread === 0 ? sheet.told : [...sheet.told, { rule: PICTURE_UNREAD, message }],
    ...(read > 0 ? { pictures: 'read' as const } : ignored > 0 && { pictures: 'ignored' as const }),
  };
}

async function readPicture({ file }: SheetPicture, options: OcrOptions): Promise<Outcome> {
  const pdf = file && pictureToPdf(file);
  if (!file || !pdf) return 'unread';
  const { PdfiumDocument } = await import('../../pdf/pdfium/document.js');
  try {
    const renderer = await PdfiumDocument.open(pdf);
    try {
      return await readDrawn(renderer, pageOf(file.width, file.height), options);
    } finally {
      await renderer.close();
    }
  } catch (cause) {
    // What draws cannot draw it: the picture is told as one that was not read.
    if (cause instanceof PageError || cause instanceof DisclosureError) return 'unread';
    throw cause;
  }
}

async function readDrawn(renderer: Renderer, page: Page, options: OcrOptions): Promise<Outcome> {
  // A file that is damaged is drawn as nothing, and would pass for a picture of nothing.
  if (await isBlank(renderer)) return 'unread';
  if (!(await picturesHoldTable(page, renderer, dpiOf(page)))) return 'ignored';
  const source: PagedSource = {
    kind: 'paged',
    pages: 1,
    producer: null,
    read: async () => page,
    renderer: async () => renderer,
    close: async () => {},
  };
  const [read] = await readScans(source, [page], options);
  return read && !('problem' in read) && read.ocr?.ended === 'read' && read.glyphs.length > 0 ? read : 'unread';
}

/** Pixels per inch, and how bright paper is: enough to see whether there is anything. */
const COARSE = 40;
const PAPER = 250;

async function isBlank(renderer: Renderer): Promise<boolean> {
  const { rgba } = await renderer.render(1, { dpi: COARSE });
  return rgba.every((channel) => channel >= PAPER);
}

/** A page that shows the picture and nothing else. */
function pageOf(pictureWidth: number, pictureHeight: number): Page {
  const [width, height] = [pictureWidth + 2 * PICTURE_MARGIN, pictureHeight + 2 * PICTURE_MARGIN];
  const images = [[PICTURE_MARGIN, PICTURE_MARGIN, width - PICTURE_MARGIN, height - PICTURE_MARGIN] as const];
  return { number: 1, width, height, rotation: 0, glyphs: [], rules: [], fills: [], images };
}
