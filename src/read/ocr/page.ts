import { POINTS_PER_INCH } from '../../base/points.js';
import type { Glyph } from '../../model/glyph.js';
import type { Page } from '../../model/page.js';
import type { Deadline } from './deadline.js';
import type { OcrEngines } from './engines/port.js';
import { dustOff } from './picture/dust.js';
import { toInk } from './picture/ink.js';
import { uprightTurn } from './picture/orientation.js';
import { type Raster, tiltRaster, turnRaster } from './picture/raster.js';
import { skewOf } from './picture/skew.js';
import { findLines } from './print/find-lines.js';
import { lettersToGlyphs } from './print/glyphs.js';
import type { ReadLine } from './print/line.js';
import { readLines } from './read-lines.js';
import { floodCells, isRule, type PixelCells } from './ruling/cells.js';
import { openSides } from './ruling/open-sides.js';
import { placeOnPage, straightener, toRule, toRuledLine } from './ruling/place.js';
import type { RuledLine } from './ruling/ruled-line.js';
import { findRuling } from './ruling/ruling.js';
import type { Lexicon } from './words/lexicon.js';
import { spellCell } from './words/spell-cell.js';

/** What is known of a page before its picture is read. */
export interface PageContext {
  readonly page: Page;
  /** Pixels per inch of the picture. */
  readonly dpi: number;
  /** Its rules are drawn, not printed on paper: nothing has to be straightened, no line to be found. */
  readonly isDrawn: boolean;
}

/** What a page is read with. */
export interface OcrTools {
  readonly engines: OcrEngines;
  /** Words that letters are completed to. */
  readonly lexicon: Lexicon;
  readonly deadline: Deadline;
}

/**
 * A page's picture → glyphs and rules of the level page in pt, and by how many degrees clockwise the page leans: turned upright, levelled,
 * ruling lines and cells, lines of print, letters and numbers, words.
 * @throws PageTimedOut
 */
export async function readPicture(
  picture: Raster,
  { page, dpi, isDrawn }: PageContext,
  { engines, lexicon, deadline }: OcrTools,
): Promise<Pick<Page, 'glyphs' | 'rules'> & { tilt: number }> {
  const scale = dpi / POINTS_PER_INCH;
  const turned = isDrawn ? 0 : await uprightTurn(picture, engines);
  deadline.check();
  const upright = turnRaster(picture, turned);
  const leaning = toInk(upright, dpi);
  const tilt = isDrawn ? 0 : skewOf(leaning);
  const level = tilt === 0 ? upright : tiltRaster(upright, -tilt);
  const ink = tilt === 0 ? leaning : toInk(level, dpi);
  const ruling = isDrawn ? page.rules.map((rule) => toRuledLine(rule, scale)) : findRuling(ink, dpi);
  const cells = floodCells([...ruling, ...openSides(ruling, dpi)], level.width, level.height, dpi);
  if (!isDrawn) dustOff(level, ink, (at) => isRule(cells, at), dpi);
  deadline.check();
  const lines = await findLines(level, ink, cells, dpi, engines);
  deadline.check();
  const read = await readLines({ picture: withoutRules(level, cells), dpi, ink, cells: cells.cells }, lines, engines, deadline);
  const glyphs = linesToGlyphs(read, ruling, lexicon);
  const rules = isDrawn ? [] : ruling.map(toRule);
  return { ...placeOnPage(glyphs, rules, { scale, turned, width: page.width, height: page.height }), tilt };
}

/** The picture with its ruling lines painted over. */
function withoutRules(level: Raster, cells: PixelCells): Raster {
  const data = Uint8Array.from(level.data);
  for (let at = 0; at < data.length; at++) if (isRule(cells, at)) data[at] = 255;
  return { ...level, data };
}

/** Cells are completed as a whole, lines outside one by one. */
function linesToGlyphs(lines: readonly ReadLine[], ruling: readonly RuledLine[], lexicon: Lexicon): Glyph[] {
  const straight = straightener(ruling);
  const groups = new Map<number | ReadLine, ReadLine[]>();
  for (const line of lines) {
    const key = line.cell === 0 ? line : line.cell;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) =>
    spellCell(group, lexicon).flatMap(({ line, letters, reading }) =>
      lettersToGlyphs(letters, line.ink, reading).map((glyph) => moved(glyph, straight)),
    ),
  );
}

/** A glyph, moved by as much as the ruling lines around its middle were straightened. */
function moved(glyph: Glyph, straight: ReturnType<typeof straightener>): Glyph {
  const [x0, y0, x1, y1] = glyph.box;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [nx, ny] = straight(x, y);
  const [dx, dy] = [nx - x, ny - y];
  return { ...glyph, x: glyph.x + dx, y: glyph.y + dy, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] };
}
