import { stat } from 'node:fs/promises';
import { DisclosureError } from '../base/errors.js';
import { systemPath } from '../base/file-name.js';
import type { Box } from '../model/glyph.js';
import { NotOnPage, openPictures, type Pictures } from '../picture/pictures.js';
import { readSource } from '../workers/source.js';

/** A picture for a child process: of a page, or of a box on it. */
export interface PictureJob {
  readonly path: string;
  readonly password: string | null;
  readonly page: number;
  readonly dpi: number;
  /** pt; null: the whole page. */
  readonly box: Box | null;
}

/** A PNG in base64, or why there is none. */
export type PictureResult = { readonly png: string } | { readonly problem: string };

/** pt of the page shown around a box. */
const MARGIN = 6;

/** The document of the last picture, open: the next picture is most often of the same. */
let open: { readonly key: string; readonly pictures: Pictures } | null = null;

/** One picture in a child process. */
export async function drawPicture(job: PictureJob): Promise<PictureResult> {
  try {
    const pictures = await picturesOf(job);
    const options = { dpi: job.dpi };
    const { png } = await (job.box ? pictures.crop(job.page, job.box, { ...options, margin: MARGIN }) : pictures.page(job.page, options));
    return { png: Buffer.from(png).toString('base64') };
  } catch (error) {
    if (error instanceof DisclosureError || error instanceof NotOnPage) return { problem: error.message };
    throw error;
  }
}

async function picturesOf({ path, password }: PictureJob): Promise<Pictures> {
  const status = await stat(systemPath(path)).catch(() => null);
  const key = `${path} ${status?.size} ${status?.mtimeMs}`;
  if (open?.key === key) return open.pictures;
  await open?.pictures.close();
  open = null;
  const pictures = await openPictures(await readSource(path), password ?? undefined);
  open = { key, pictures };
  return pictures;
}
