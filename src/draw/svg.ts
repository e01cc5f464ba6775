/** Drawings of what the stages made of a page: checked draft → drawing (`drawing.ts`) → one SVG a page. */
import { element, escapeXml, group } from '../base/xml.js';
import type { Box } from '../model/glyph.js';
import type { Page, UnreadPage } from '../model/page.js';
import type { CellRole } from './cell-roles.js';
import type { Drawing } from './drawing.js';
import type { GlyphUse } from './glyph-uses.js';
import { drawFills, drawGlyphs, drawImages, drawRules } from './page-print.js';
import { legend, STYLE } from './style.js';
import { drawTable, LAYERS, type TableLayers } from './table-layers.js';

/** pt around the page: for the words above and below it, and left and right of a page without row names. */
const EDGE = 24;
/** pt per name's half em, and the gap to the page. */
const LETTER = 2.9;
const GAP = 8;
/** The drawing's size on a screen: px per pt. */
const ENLARGED = 1.6;

/**
 * One page as an SVG: what is printed (glyph boxes, rules, fills, images) and over it what was made of it (cells, column
 * keys, row names, forms). Names stand in the margins around the page or on the lines of the grid, so that no digit is hidden.
 * @param picture the page as displayed, as a URL: it lies below the cells, and the glyphs are then only boxes
 * @throws RangeError where the document has no such page
 */
export function pageToSvg(drawing: Drawing, number: number, picture: string | null = null): string {
  const page = drawing.pages.find((candidate) => candidate.number === number);
  if (!page) throw new RangeError(`The drawing has no page ${number}`);
  const tables =
    'problem' in page ? [] : drawing.tables.filter(({ table }) => table.pages.includes(number)).map((table) => drawTable(table, page));
  const margins = marginsOf(tables);
  const [width, height] = [page.width + margins.left + margins.right, page.height + 3 * EDGE];
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: picture && 'pictured',
      viewBox: `${-margins.left} ${-EDGE} ${width} ${height}`,
      width: width * ENLARGED,
      height: height * ENLARGED,
    },
    [
      '\n',
      element('style', {}, escapeXml(STYLE)),
      element('rect', { class: 'canvas', x: -margins.left, y: -EDGE, width, height }),
      element('rect', { class: 'paper', x: 0, y: 0, width: page.width, height: page.height }),
      picture && drawPicture(drawing, page, picture),
      drawMargin(drawing, page, new Set(tables.flatMap(({ roles }) => roles))),
      'problem' in page
        ? element('text', { class: 'problem', x: EDGE, y: 2 * EDGE }, escapeXml(page.problem))
        : drawLayers(drawing, page, tables),
      '\n',
    ].filter((part) => part !== null),
  )}\n`;
}

/** The page as displayed, laid where it stands as drawn: the drawing may be turned, and a scan is levelled before it is read. */
function drawPicture({ toUpright }: Drawing, { number, width, height }: Page | UnreadPage, url: string): string {
  const place = toUpright.get(number) ?? ((box: Box) => box);
  const [x, y] = place([0, 0, 0, 0]);
  const [ax, ay] = place([1, 0, 1, 0]);
  const [bx, by] = place([0, 1, 0, 1]);
  const sideways = Math.abs(ay - y) > Math.abs(ax - x);
  return element('image', {
    width: sideways ? height : width,
    height: sideways ? width : height,
    preserveAspectRatio: 'none',
    transform: `matrix(${[ax - x, ay - y, bx - x, by - y, x, y].map((value) => Math.round(value * 1e6) / 1e6).join(' ')})`,
    href: url,
  });
}

/** The print between what was made of it: cells below, names above. */
function drawLayers(drawing: Drawing, page: Page, tables: readonly TableLayers[]): string {
  const layer = (name: 'cells' | (typeof LAYERS)[number]) =>
    group(
      name,
      tables.flatMap((table) => table[name]),
    );
  const print = [drawRules(page), drawGlyphs(page, drawing.uses)];
  return [drawFills(page), drawImages(page), layer('cells'), ...print, ...LAYERS.map(layer)].filter((drawn) => drawn !== '').join('\n');
}

/** pt beside the page, as wide as the longest name there. */
function marginsOf(tables: readonly TableLayers[]): { left: number; right: number } {
  const needed = (letters: number) => (letters === 0 ? EDGE : Math.max(EDGE, letters * LETTER + 2 * GAP));
  return {
    left: needed(Math.max(0, ...tables.map(({ letters }) => letters.left))),
    right: needed(Math.max(0, ...tables.map(({ letters }) => letters.right))),
  };
}

/** The document's name and the page above, the legend below. */
function drawMargin(drawing: Drawing, page: Page | UnreadPage, roles: ReadonlySet<CellRole>): string {
  const { name, pages, turned, sheets } = drawing;
  const size = `${Math.round(page.width)} × ${Math.round(page.height)} pt`;
  const turns = [page.rotation === 0 ? '' : `/Rotate ${page.rotation}`, turned.has(page.number) ? 'drawn sideways, turned here' : ''];
  const place = sheets
    ? [`sheet ${page.number} of ${pages.length}`, sheets[page.number - 1] ?? '']
    : [`page ${page.number} of ${pages.length}`, size];
  const title = [name, ...place, ...turns].filter((part) => part !== '').join(' · ');
  const uses = new Set<GlyphUse>('problem' in page ? [] : page.glyphs.flatMap((glyph) => drawing.uses.get(glyph) ?? []));
  return group('frame', [
    element('text', { x: 0, y: -EDGE / 3 }, escapeXml(title)),
    legend(uses, roles, 0, page.height + EDGE / 2, page.width),
  ]);
}
