import { DisclosureError } from '../base/errors.js';
import { POINTS_PER_INCH } from '../base/points.js';
import type { Box, Glyph } from '../model/glyph.js';
import type { PagedSource, Picture, Renderer, RenderOptions } from '../read/container.js';
import { openDocument, pagedOrThrow } from '../read/containers.js';
import { PageError, problemOf } from '../read/errors.js';
import { missingLetters } from './missing-letters.js';
import { toPng, type Words } from './png.js';

/** A page, or a part of one, as a person sees it: /Rotate and the crop box are applied, annotations are drawn. */
export interface PagePicture {
  readonly png: Uint8Array;
  /** px. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch it has; fewer than were asked for where there would have been too many pixels. */
  readonly dpi: number;
  /** pt. What of the page it shows. */
  readonly box: Box;
}

export interface PictureOptions {
  /** Pixels per inch. Default 150. */
  readonly dpi?: number;
}

export interface CropOptions extends PictureOptions {
  /** pt of the page around the box, as far as the page goes. Default 0. */
  readonly margin?: number;
  /** Words for the PNG's own metadata, Latin-1. */
  readonly words?: Words;
}

const DPI = 150;
/** Pixels per inch at which it shows that a letter is blank. */
const BLANKS_DPI = 100;
/** Pixels per inch. More shows no more of any print. */
const MAX_DPI = 2400;
/** Pixels of a picture. An A4 page at 400 dpi has 15.5 million; the largest poster stays below 70 MB of memory. */
const MAX_PIXELS = 16_000_000;

/** No such thing is on the page: a number that is no page's, a box that is empty or off its page, a resolution that shows nothing. */
export class NotOnPage extends RangeError {
  override readonly name = 'NotOnPage';
}

/** A document open for pictures. One page at a time is in memory, and of it no more than is shown. */
export class Pictures {
  private constructor(
    private readonly renderer: Renderer,
    private readonly release: () => Promise<void>,
  ) {}

  /** @throws DisclosureError `not-readable`, `truncated`, `empty-file`, `encrypted`, `wrong-password`, `damaged` */
  static async open(bytes: Uint8Array, password?: string): Promise<Pictures> {
    const source = pagedOrThrow(await openDocument(bytes, { password }));
    return new Pictures(await source.renderer(), () => source.close());
  }

  /** Pictures of a document that is open already; closing them leaves it open. @throws as `PagedSource.renderer` */
  static async of(source: PagedSource): Promise<Pictures> {
    return new Pictures(await source.renderer(), async () => {});
  }

  get pages(): number {
    return this.renderer.pages;
  }

  /** pt. @throws NotOnPage for a page that is not there; DisclosureError `damaged` */
  size(page: number): { readonly width: number; readonly height: number } {
    this.assertPage(page);
    return orUndrawable(page, () => this.renderer.size(page));
  }

  /** The whole page. @throws NotOnPage for a page that is not there; DisclosureError `damaged` where it cannot be drawn */
  async page(page: number, options: PictureOptions = {}): Promise<PagePicture> {
    const { width, height } = this.size(page);
    return this.draw(page, [0, 0, width, height], options, true);
  }

  /**
   * What stands in a box, in points from the top left of the page as a person sees it; the box of any value, quote or cell of a result.
   * @throws NotOnPage for a page that is not there, and for a box that is empty or off the page; DisclosureError `damaged`
   */
  async crop(page: number, box: Box, { margin = 0, ...options }: CropOptions = {}): Promise<PagePicture> {
    const { width, height } = this.size(page);
    const [x0, y0, x1, y1] = box;
    if (![...box, margin].every(Number.isFinite) || x1 <= x0 || y1 <= y0) throw new NotOnPage(`the box ${box.join(',')} is empty`);
    if (x1 <= 0 || y1 <= 0 || x0 >= width || y0 >= height) {
      throw new NotOnPage(`the box ${box.join(',')} lies off page ${page}, which is ${round(width)} × ${round(height)} pt`);
    }
    const shown = [
      Math.max(0, x0 - margin),
      Math.max(0, y0 - margin),
      Math.min(width, x1 + margin),
      Math.min(height, y1 + margin),
    ] as const;
    return this.draw(page, shown, options);
  }

  /** Its Han letters are blank in pictures: the document does not embed their font. @throws as `size` */
  lacksLetters(page: number): boolean {
    this.assertPage(page);
    return orUndrawable(page, () => this.renderer.lacksLetters(page));
  }

  /** The letters that a picture of the page lacks; see `lacksLetters`. @param glyphs of the page. @throws as `page` */
  async missingLetters(page: number, glyphs: readonly Glyph[], { box }: PagePicture): Promise<Glyph[]> {
    const dpi = boundedDpi(BLANKS_DPI, box);
    return missingLetters(glyphs, await this.render(page, { dpi, box }), box, dpi);
  }

  async close(): Promise<void> {
    await this.release();
  }

  private async draw(page: number, box: Box, { dpi: asked = DPI, words = {} }: CropOptions, whole = false): Promise<PagePicture> {
    const dpi = boundedDpi(asked, box);
    const picture = await this.render(page, whole ? { dpi } : { dpi, box });
    const { width, height } = picture;
    return { png: toPng(picture, words), width, height, dpi, box };
  }

  private render(page: number, options: RenderOptions): Promise<Picture> {
    return this.renderer.render(page, options).catch((cause: unknown) => {
      throw undrawable(page, cause);
    });
  }

  private assertPage(page: number): void {
    if (Number.isInteger(page) && page >= 1 && page <= this.pages) return;
    throw new NotOnPage(`the document has ${this.pages} pages, there is no page ${page}`);
  }
}

/** Opens a document for pictures of its pages; the caller closes it. @throws DisclosureError */
export const openPictures = (bytes: Uint8Array, password?: string): Promise<Pictures> => Pictures.open(bytes, password);

export interface OneCropOptions extends CropOptions {
  readonly password?: string;
}

/** The picture of a cell or sentence, for evidence: see `Pictures.crop`. @throws NotOnPage, DisclosureError */
export async function cropPicture(
  source: Uint8Array | Pictures,
  page: number,
  box: Box,
  { password, ...options }: OneCropOptions = {},
): Promise<PagePicture> {
  if (source instanceof Pictures) return source.crop(page, box, options);
  const pictures = await openPictures(source, password);
  try {
    return await pictures.crop(page, box, options);
  } finally {
    await pictures.close();
  }
}

function boundedDpi(dpi: number, [x0, y0, x1, y1]: Box): number {
  if (!(dpi > 0)) throw new NotOnPage(`${dpi} pixels per inch show nothing`);
  const squareInches = ((x1 - x0) * (y1 - y0)) / POINTS_PER_INCH ** 2;
  return Math.min(dpi, MAX_DPI, Math.sqrt(MAX_PIXELS / squareInches));
}

function orUndrawable<T>(page: number, use: () => T): T {
  try {
    return use();
  } catch (cause) {
    throw undrawable(page, cause);
  }
}

/** The page's fault, or ours. */
function undrawable(page: number, cause: unknown): DisclosureError {
  const reason = cause instanceof PageError ? 'damaged' : 'internal';
  return new DisclosureError(reason, `Page ${page} cannot be drawn (${problemOf(cause)}).`, { cause });
}

const round = (points: number) => Math.round(points * 100) / 100;
