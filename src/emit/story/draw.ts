import { DisclosureError } from '../../base/errors.js';
import { NotOnPage, type Pictures } from '../../picture/pictures.js';
import { stackPictures } from '../../picture/stack.js';
import type { Excerpt } from '../evidence.js';
import type { ExcerptPicture } from './story.js';

/** Pixels per inch: sharp in print. */
const DPI = 200;

/**
 * A part of a page with what it is about in a frame, below the head of its table; null where the page cannot be drawn, or the place is off it.
 * @param sha256 of the document, for the picture's own metadata: it may be sent on alone
 */
export async function drawExcerpt(
  pictures: Pictures,
  { page, box, mark, head }: Pick<Excerpt, 'page' | 'box' | 'mark' | 'head'>,
  sha256: string,
  dpi = DPI,
): Promise<ExcerptPicture | null> {
  try {
    const parts = [...(head ? [await pictures.crop(head.page, head.box, { dpi })] : []), await pictures.crop(page, box, { dpi })];
    const words = { 'Source sha256': sha256, Page: String(page), Box: mark.join(',') };
    const lacksLetters = pictures.lacksLetters(page) || (head !== null && pictures.lacksLetters(head.page));
    return { ...stackPictures(parts, mark, words), dpi, lacksLetters };
  } catch (cause) {
    // A page that cannot be drawn, or a box off it, was read all the same: what is told of it stands without its picture.
    if (cause instanceof DisclosureError || cause instanceof NotOnPage) return null;
    throw cause;
  }
}
