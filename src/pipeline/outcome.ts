import type { DocumentFamily } from '../../extractors/family.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import type { Reason } from '../base/errors.js';
import { roundBox, roundPoints } from '../model/box.js';
import type { Box } from '../model/glyph.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import type { Layout } from '../rebuild/rebuild.js';
import { wordsOfTemplate } from './unfilled.js';

/** How a document went, as a whole and page by page. */
export interface Outcome {
  readonly outcome: Disclosure['outcome'];
  readonly pages: Disclosure['pages'];
}

/** Share of the page that a picture must cover for a page without text to be a scan rather than an ornament. */
const SCAN = 0.3;

/** Said where OCR would have been needed. */
const NO_OCR = ' OCR is not available here: its packages are missing or do not run on this machine.';

const noPage = (kind: string) => `No page of the ${kind} can be read.`;
const noText = (kind: string) => `The ${kind} holds no legible text: it is a scan, or its fonts have no Unicode maps.`;

const failure = (reason: Reason, message: string) => ({ status: 'failed', reason, message }) as const;

/**
 * Failed without legible text or without a known form, and where nobody filled it in; partial where a page could not be read.
 * @param kind what documents of its container are called
 */
export function outcomeOf(
  read: readonly (Page | UnreadPage)[],
  layout: Layout,
  tables: readonly PrintedTable[],
  families: readonly Pick<DocumentFamily, 'titles'>[],
  kind: string,
): Outcome {
  const counts = new Map(layout.pages.map((page) => [page.number, page]));
  const furniture = new Map<number, number>();
  for (const { page, glyphs } of layout.furniture) furniture.set(page, (furniture.get(page) ?? 0) + glyphs.length);
  const pages = read.map((page) => pageOutcome(page, counts.get(page.number), furniture.get(page.number) ?? 0));
  const unread = pages.filter((p) => p.reason !== null).map((p) => p.number);
  const legible = pages.some((p) => p.method !== 'none');
  const where = unread.length > 0 ? ` Pages that could not be read: ${unread.join(', ')}.` : '';
  const problems = problemsOf(read);
  const isOurs = read.some((page) => ('problem' in page ? page.ours : page.ocr?.problem !== undefined));
  const missing = read.some((p) => !('problem' in p) && p.ocr?.ended === 'unavailable') ? NO_OCR : '';
  if (!legible) {
    const isDamaged = read.length > 0 && read.every((p) => 'problem' in p);
    const ofPages = isDamaged ? (pages[0]?.reason ?? 'damaged') : null;
    const outcome = isOurs
      ? failure('internal', noPage(kind))
      : ofPages
        ? failure(ofPages, noPage(kind))
        : failure('no-text', noText(kind));
    return { outcome: { ...outcome, message: `${outcome.message}${where}${problems}${isDamaged ? '' : missing}` }, pages };
  }
  if (!tables.some((t) => t.declaration)) {
    return {
      outcome: {
        status: 'failed',
        reason: 'no-tables',
        message: `The text is legible, but none of the tables is a form of ${families.map(({ titles }) => titles.publication).join(' or ')}.${where}${problems}`,
      },
      pages,
    };
  }
  const template = wordsOfTemplate(layout, tables);
  if (template !== null) {
    const message = `A template that nobody filled in: it says “${template}”, and its tables hold no figure but zeros.${where}${problems}`;
    return { outcome: failure('not-filled-in', message), pages };
  }
  if (unread.length > 0)
    return {
      outcome: { status: 'partial', reason: pages.find((p) => p.reason)?.reason ?? null, message: `${where}${problems}${missing}`.trim() },
      pages,
    };
  return { outcome: { status: 'ok', reason: null, message: null }, pages };
}

/** What went wrong with pages, except that they are damaged: a sentence for each cause, with the pages it struck. */
function problemsOf(read: readonly (Page | UnreadPage)[]): string {
  const pages = new Map<string, number[]>();
  for (const page of read) {
    const problem = problemOf(page);
    if (problem !== null) pages.set(problem, [...(pages.get(problem) ?? []), page.number]);
  }
  return [...pages].map(([problem, numbers]) => ` ${numbers.length === 1 ? 'Page' : 'Pages'} ${numbers.join(', ')}: ${problem}.`).join('');
}

function problemOf(page: Page | UnreadPage): string | null {
  if ('problem' in page && page.ours) return `an error of ours, not of the document: ${page.problem}`;
  if ('problem' in page) return page.reason === undefined ? null : page.problem;
  return page.ocr?.problem === undefined ? null : `OCR failed, ${page.ocr.problem}`;
}

/** @param text what was counted on the page; @param furniture glyphs of its running heads and page number */
function pageOutcome(page: Page | UnreadPage, text: Layout['pages'][number] | undefined, furniture: number): Disclosure['pages'][number] {
  return { ...howRead(page, text, furniture), ...('pictures' in page && page.pictures && { pictures: page.pictures }) };
}

function howRead(page: Page | UnreadPage, text: Layout['pages'][number] | undefined, furniture: number): Disclosure['pages'][number] {
  const { number, rotation } = page;
  const size = { number, width: roundPoints(page.width), height: roundPoints(page.height), rotation };
  if ('problem' in page) return { ...size, method: 'none', reason: page.ours ? 'internal' : (page.reason ?? 'damaged'), unplaced: [] };
  const unplaced = (text?.illegible ?? []).map((g) => ({ text: '\ufffd', box: roundBox(g.box) }));
  const illegible = page.glyphs.reduce((count, { state }) => (state === 'illegible' ? count + 1 : count), 0);
  const method = page.ocr?.ended === 'read' ? 'ocr' : 'text';
  if (page.ocr?.ended === 'failed') return { ...size, method: 'none', reason: 'internal', unplaced };
  if (page.ocr?.ended === 'timed-out') return { ...size, method: 'none', reason: 'timed-out', unplaced };
  if (text && text.legible - furniture > illegible) return { ...size, method, reason: null, unplaced };
  const marks = page.glyphs.length > furniture || page.images.some((box) => areaOf(box) > SCAN * page.width * page.height);
  return { ...size, method: 'none', reason: marks ? 'no-text' : null, unplaced };
}

const areaOf = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);
