import { once } from '../../base/once.js';
import { POINTS_PER_INCH } from '../../base/points.js';
import type { OcrRun, Page, UnreadPage } from '../../model/page.js';
import type { PagedSource } from '../container.js';
import { problemOf } from '../errors.js';
import { Deadline, PageTimedOut } from './deadline.js';
import { EnginesUnavailable, type OcrEngines } from './engines/port.js';
import { startEngines } from './engines/start.js';
import { withOcr } from './merge.js';
import { hasDrawnLetters, type Need, needOf } from './needs.js';
import { readPicture } from './page.js';
import { eraseAllBut } from './parts.js';
import { unmixRed } from './picture/unmix.js';
import { picturesHoldTable } from './pictures/holds-table.js';
import { lexiconOf, type Vocabulary } from './words/lexicon.js';

export interface OcrOptions {
  readonly ocr?: 'auto' | 'off' | 'force' | undefined;
  /** What may be printed; letters that OCR misreads are completed to these words. None: they stay as they are read. */
  readonly vocabulary?: Vocabulary | undefined;
  /** What reads; null where it cannot run here. The engines of this process, unless another is wanted. */
  readonly engines?: (() => Promise<OcrEngines | null>) | undefined;
  /** Called at every step of a page that OCR reads, and after it. */
  readonly onPage?: ((page: number, pages: number) => void) | undefined;
  /** ms of processor time for one page. */
  readonly pageTime?: number | undefined;
}

/** ms of processor time. A dense page takes some 5 s. */
const PAGE_TIME = 90_000;
/**
 * Pixels per inch. On drawn tables the recogniser read all of 316 amounts at 300 as at 200, and no fewer of the other characters wrongly;
 * at 150 it lost a minus sign.
 */
const DPI = 200;
/** px. The longest side of a picture: pages as large as posters are drawn at a lower resolution. */
const LONGEST = 3400;

const NO_WORDS: Vocabulary = () => [];

/** The engines of this process, started when first asked for; null where they cannot run. */
const ownEngines = once(async (): Promise<OcrEngines | null> => {
  try {
    return await startEngines();
  } catch (cause) {
    if (cause instanceof EnginesUnavailable) return null;
    throw cause;
  }
});

/**
 * Reads with OCR what cannot be read otherwise. Pages that need none come back as they are, and cost nothing; of one that OCR could not
 * read, `ocr.ended` says why.
 */
export async function readScans(
  source: PagedSource,
  pages: readonly (Page | UnreadPage)[],
  { ocr = 'auto', vocabulary = NO_WORDS, engines = ownEngines, onPage = () => {}, pageTime = PAGE_TIME }: OcrOptions,
): Promise<(Page | UnreadPage)[]> {
  if (ocr === 'off') return [...pages];
  const read: (Page | UnreadPage)[] = [];
  for (const page of pages) {
    const need = needOf(page, ocr);
    if (need === null || 'problem' in page) {
      read.push(page);
      continue;
    }
    const deadline = new Deadline(pageTime, () => onPage(page.number, pages.length));
    read.push(await readPage(source, page, need, { engines, vocabulary, deadline }));
    onPage(page.number, pages.length);
  }
  return read;
}

/** Pixels per inch at which a page is read. */
export const dpiOf = ({ width, height }: Pick<Page, 'width' | 'height'>): number =>
  Math.min(DPI, (LONGEST * POINTS_PER_INCH) / Math.max(width, height));

/** What a page is read with. The engines are started when the first page needs them. */
interface Means {
  readonly engines: () => Promise<OcrEngines | null>;
  readonly vocabulary: Vocabulary;
  readonly deadline: Deadline;
}

/** Whatever goes wrong, only this page is lost, and its message is kept. */
async function readPage(source: PagedSource, page: Page, need: Need, { engines, vocabulary, deadline }: Means): Promise<Page> {
  try {
    const dpi = dpiOf(page);
    const renderer = await source.renderer();
    if (need === 'pictures' && !(await picturesHoldTable(page, renderer, dpi))) return { ...page, pictures: 'ignored' };
    const picture = unmixRed(await renderer.render(page.number, { dpi }));
    deadline.check();
    eraseAllBut(picture, page, need, dpi / POINTS_PER_INCH);
    const started = await engines();
    if (!started) return ended(page, { ended: 'unavailable', tilt: 0 });
    // Strokes of letters that are drawn as shapes look like rules: there the picture says what is one.
    const isDrawn = page.images.length === 0 && page.rules.length > 0 && !hasDrawnLetters(page);
    const tools = { engines: started, lexicon: lexiconOf(vocabulary), deadline };
    const pictures = need === 'pictures' ? ({ pictures: 'read' } as const) : {};
    return { ...withOcr(page, need, await readPicture(picture, { page, dpi, isDrawn }, tools)), ...pictures };
  } catch (cause) {
    if (cause instanceof PageTimedOut) return ended(page, { ended: 'timed-out', tilt: 0 });
    return ended(page, { ended: 'failed', tilt: 0, problem: problemOf(cause) });
  }
}

const ended = (page: Page, ocr: OcrRun): Page => ({ ...page, ocr });
