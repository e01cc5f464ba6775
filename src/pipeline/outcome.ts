import type { Disclosure } from '../../schemas/disclosure.js';
import type { Box } from '../model/glyph.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import type { Layout } from '../rebuild/rebuild.js';

/** How a document went, as a whole and page by page. */
export interface Outcome {
  readonly outcome: Disclosure['outcome'];
  readonly pages: Disclosure['pages'];
}

/** Share of the page that a picture must cover for a page without text to be a scan rather than an ornament. */
const SCAN = 0.3;

/** Said where OCR would have been needed. */
const NO_OCR = ' OCR is not available here: its packages are missing or do not run on this machine.';

/** Failed without legible text or without a known form; partial where a page could not be read. */
export function outcomeOf(read: readonly (Page | UnreadPage)[], layout: Layout, tables: readonly PrintedTable[]): Outcome {
  const pages = read.map((page) => pageOutcome(page, layout));
  const unread = pages.filter((p) => p.reason !== null).map((p) => p.number);
  const legible = pages.some((p) => p.method !== 'none');
  const where = unread.length > 0 ? ` Pages that could not be read: ${unread.join(', ')}.` : '';
  const problems = ocrProblems(read);
  const missing = read.some((p) => !('problem' in p) && p.ocr?.ended === 'unavailable') ? NO_OCR : '';
  if (!legible) {
    const damaged = read.length > 0 && read.every((p) => 'problem' in p);
    if (damaged) return { outcome: { status: 'failed', reason: 'damaged', message: `No page of the PDF can be read.${where}` }, pages };
    return problems !== ''
      ? { outcome: { status: 'failed', reason: 'internal', message: `No page of the PDF could be read.${where}${problems}` }, pages }
      : {
          outcome: {
            status: 'failed',
            reason: 'no-text',
            message: `The PDF holds no legible text: it is a scan, or its fonts have no Unicode maps.${where}${missing}`,
          },
          pages,
        };
  }
  if (!tables.some((t) => t.declaration)) {
    return {
      outcome: {
        status: 'failed',
        reason: 'no-tables',
        message: `The text is legible, but none of the tables is a form of 部门决算公开.${where}${problems}`,
      },
      pages,
    };
  }
  if (unread.length > 0)
    return {
      outcome: { status: 'partial', reason: pages.find((p) => p.reason)?.reason ?? null, message: `${where}${problems}${missing}`.trim() },
      pages,
    };
  return { outcome: { status: 'ok', reason: null, message: null }, pages };
}

/** Why OCR failed, a sentence for each cause with the pages it struck. */
function ocrProblems(read: readonly (Page | UnreadPage)[]): string {
  const pages = new Map<string, number[]>();
  for (const page of read) {
    if ('problem' in page || page.ocr?.problem === undefined) continue;
    pages.set(page.ocr.problem, [...(pages.get(page.ocr.problem) ?? []), page.number]);
  }
  return [...pages].map(([problem, numbers]) => ` OCR failed on ${numbers.join(', ')}: ${problem}.`).join('');
}

function pageOutcome(page: Page | UnreadPage, layout: Layout): Disclosure['pages'][number] {
  const { number, rotation } = page;
  const size = { number, width: round(page.width), height: round(page.height), rotation };
  if ('problem' in page) return { ...size, method: 'none', reason: 'damaged', unplaced: [] };
  const text = layout.pages.find((p) => p.number === number);
  const unplaced = (text?.illegible ?? []).map((g) => ({ text: '\ufffd', box: g.box.map(round) as [number, number, number, number] }));
  const illegible = page.glyphs.filter((g) => g.state === 'illegible').length;
  const furniture = layout.furniture.filter((l) => l.page === number).reduce((n, l) => n + l.glyphs.length, 0);
  const method = page.ocr?.ended === 'read' ? 'ocr' : 'text';
  if (page.ocr?.ended === 'failed') return { ...size, method: 'none', reason: 'internal', unplaced };
  if (page.ocr?.ended === 'timed-out') return { ...size, method: 'none', reason: 'timed-out', unplaced };
  if (text && text.legible - furniture > illegible) return { ...size, method, reason: null, unplaced };
  const marks = page.glyphs.length > furniture || page.images.some((box) => areaOf(box) > SCAN * page.width * page.height);
  return { ...size, method: 'none', reason: marks ? 'no-text' : null, unplaced };
}

const areaOf = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);
const round = (n: number) => Math.round(n * 100) / 100;
