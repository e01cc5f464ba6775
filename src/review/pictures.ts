import { stat } from 'node:fs/promises';
import { DisclosureError } from '../base/errors.js';
import { systemPath } from '../base/file-name.js';
import { completedPicture } from '../draw/completed-picture.js';
import { SheetPictures } from '../draw/sheet-pictures.js';
import type { Excerpt } from '../emit/evidence.js';
import { drawExcerpt } from '../emit/story/draw.js';
import type { Box, Glyph } from '../model/glyph.js';
import { NotOnPage, type PagePicture, Pictures } from '../picture/pictures.js';
import type { ExtractOptions } from '../pipeline/options.js';
import type { CellSource, PagedSource } from '../read/container.js';
import { openDocument } from '../read/containers.js';
import { readSource } from '../workers/source.js';

/** A picture for a child process: of a page or a sheet, or of a box on it. */
export interface PictureJob {
  readonly path: string;
  readonly password: string | null;
  /** As the document was read. */
  readonly ocr: ExtractOptions['ocr'];
  readonly page: number;
  readonly dpi: number;
  /** pt; null: the whole page. */
  readonly box: Box | null;
  /** In place of `box`: what a finding is about, in a frame, below the head of its table. */
  readonly excerpt?: ExcerptJob;
}

interface ExcerptJob extends Pick<Excerpt, 'page' | 'box' | 'mark' | 'head'> {
  /** Of the document, for the picture's metadata. */
  readonly sha256: string;
}

/** A picture in base64 (PNG of a page, SVG of one that lacks letters and of a sheet), or why there is none. */
export type PictureResult =
  | { readonly type: 'image/png' | 'image/svg+xml'; readonly data: string; readonly lacksLetters?: boolean }
  | { readonly problem: string };

/** pt of the page shown around a box. */
const MARGIN = 6;

interface OpenDocument {
  readonly key: string;
  readonly source: PagedSource | CellSource;
  readonly pictures: Pictures | SheetPictures;
}

/** The document of the last picture, open: the next picture is most often of the same. */
let open: OpenDocument | null = null;

/** One picture in a child process. */
export async function drawPicture(job: PictureJob): Promise<PictureResult> {
  try {
    const { source, pictures } = await openFor(job);
    if (job.excerpt) return await drawPart(pictures, job.excerpt, job.dpi);
    if (pictures instanceof SheetPictures) {
      const svg = job.box ? pictures.crop(job.page, job.box, MARGIN) : pictures.page(job.page);
      return { type: 'image/svg+xml', data: Buffer.from(svg).toString('base64') };
    }
    const options = { dpi: job.dpi };
    const picture = await (job.box ? pictures.crop(job.page, job.box, { ...options, margin: MARGIN }) : pictures.page(job.page, options));
    const missing = await missingFrom(picture, job.page, source, pictures);
    if (missing.length > 0) return { type: 'image/svg+xml', data: Buffer.from(completedPicture(picture, missing)).toString('base64') };
    return { type: 'image/png', data: Buffer.from(picture.png).toString('base64') };
  } catch (error) {
    if (error instanceof DisclosureError || error instanceof NotOnPage) return { problem: error.message };
    throw error;
  }
}

async function drawPart(pictures: Pictures | SheetPictures, excerpt: ExcerptJob, dpi: number): Promise<PictureResult> {
  const { page, box, mark, sha256 } = excerpt;
  if (pictures instanceof SheetPictures) {
    return { type: 'image/svg+xml', data: Buffer.from(pictures.crop(page, box, 0, mark)).toString('base64') };
  }
  const drawn = await drawExcerpt(pictures, excerpt, sha256, dpi);
  if (!drawn) return { problem: `Page ${page} cannot be drawn.` };
  return { type: 'image/png', data: Buffer.from(drawn.png).toString('base64'), lacksLetters: drawn.lacksLetters };
}

/** The letters that a picture of a page lacks, because the document does not embed their font. */
async function missingFrom(picture: PagePicture, number: number, source: PagedSource | CellSource, pictures: Pictures): Promise<Glyph[]> {
  if (source.kind !== 'paged' || !pictures.lacksLetters(number)) return [];
  const page = await source.read(number);
  return 'problem' in page ? [] : await pictures.missingLetters(number, page.glyphs, picture);
}

async function openFor({ path, password, ocr }: PictureJob): Promise<OpenDocument> {
  const status = await stat(systemPath(path)).catch(() => null);
  const key = `${path} ${status?.size} ${status?.mtimeMs}`;
  if (open?.key === key) return open;
  await open?.source.close();
  open = null;
  const source = await openDocument(await readSource(path), { password: password ?? undefined });
  try {
    const pictures = await (source.kind === 'paged' ? Pictures.of(source) : SheetPictures.read(source, ocr ? { ocr } : {}));
    open = { key, source, pictures };
    return open;
  } catch (error) {
    await source.close();
    throw error;
  }
}
