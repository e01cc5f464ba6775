import type { Glyph, OcrReading } from '../../model/glyph.js';
import type { Page } from '../../model/page.js';
import type { Deadline } from './deadline.js';
import type { Engines } from './engines/start.js';
import { looksLikeNumber } from './numbers/numbers.js';
import { type NumberSpan, numbersAmidWords, withNumbers } from './numbers/prose-numbers.js';
import { type Hearing, hear, isClear, isSettled, judgeNumber, type Testimony } from './numbers/two-engines.js';
import { dustOff } from './picture/dust.js';
import { type Ink, toInk } from './picture/ink.js';
import { uprightTurn } from './picture/orientation.js';
import { blankRaster, blurRaster, type Raster, type Rect, tiltRaster, turnRaster } from './picture/raster.js';
import { skewOf } from './picture/skew.js';
import { type Frame, framesToLetters, type ReadLetter } from './print/ctc.js';
import { joinBeside } from './print/detect.js';
import { lettersToGlyphs } from './print/glyphs.js';
import { linesInCell, type PrintLine } from './print/print-lines.js';
import { floodCells, type PixelCells } from './ruling/cells.js';
import { placeOnPage, straightener, toRule, toRuledLine } from './ruling/place.js';
import { findRuling, type RuledLine } from './ruling/ruling.js';
import { spellCell } from './words/spell-cell.js';

/** What is known of the page before its picture is read. */
export interface Scene {
  readonly page: Page;
  /** Pixels per inch. */
  readonly dpi: number;
  /** Its rules are drawn, not printed on paper: nothing has to be straightened, no line to be found. */
  readonly isDrawn: boolean;
}

/** A line of print with what was read in it. */
export interface ReadLine extends PrintLine {
  readonly letters: readonly ReadLetter[];
  readonly frames: readonly Frame[];
  /** Set for numbers. */
  readonly reading?: OcrReading;
}

const POINTS_PER_INCH = 72;

/** A page's picture → glyphs and rules of the level page, and by how much the page leans. @throws PageTimedOut */
export async function readPicture(
  picture: Raster,
  { page, dpi, isDrawn }: Scene,
  engines: Engines,
  deadline: Deadline,
): Promise<Pick<Page, 'glyphs' | 'rules'> & { tilt: number }> {
  const scale = dpi / POINTS_PER_INCH;
  const turned = isDrawn ? 0 : await uprightTurn(picture, engines);
  deadline.check();
  const upright = turnRaster(picture, turned);
  const tilt = isDrawn ? 0 : skewOf(toInk(upright, dpi));
  const level = tilt === 0 ? upright : tiltRaster(upright, -tilt);
  const ink = toInk(level, dpi);
  const ruling = isDrawn ? page.rules.map((rule) => toRuledLine(rule, scale)) : findRuling(ink, dpi);
  const cells = floodCells(ruling, level.width, level.height, dpi);
  if (!isDrawn) dustOff(level, ink, (at) => cells.owner[at] === -1, dpi);
  deadline.check();
  const lines = await findLines(level, ink, cells, dpi, engines);
  deadline.check();
  const read = await readLines({ picture: withoutRules(level, cells), ink }, lines, engines, deadline);
  const glyphs = linesToGlyphs(read, ruling);
  const rules = isDrawn ? [] : ruling.map(toRule);
  return { ...placeOnPage(glyphs, rules, { scale, turned, width: page.width, height: page.height }), tilt };
}

/** The lines of print in the cells, and those outside that the detector sees. */
async function findLines(level: Raster, ink: Ink, cells: PixelCells, dpi: number, engines: Engines): Promise<PrintLine[]> {
  const inside = cells.cells.flatMap((_, i) => linesInCell(ink, cells, i + 1, dpi));
  const outside = { ...level, data: Uint8Array.from(level.data) };
  for (let at = 0; at < outside.data.length; at++) if (cells.owner[at] !== 0) outside.data[at] = 255;
  const found: PrintLine[] = [];
  for (const band of freeBands(ink, cells, dpi)) {
    const strip = blankRaster(level.width, band.y1 - band.y0 + 2 * AROUND);
    strip.data.set(outside.data.subarray(band.y0 * level.width, band.y1 * level.width), AROUND * level.width);
    for (const rect of joinBeside((await engines.detect(strip)).map((r) => toItsEnds(r, strip, dpi)))) {
      const [y0, y1] = [Math.max(band.y0, rect.y0 + band.y0 - AROUND), Math.min(band.y1, rect.y1 + band.y0 - AROUND)];
      if (y1 <= y0) continue;
      const crop = { ...rect, y0, y1 };
      found.push({ crop, ink: inkIn(ink, cells, crop), cell: 0 });
    }
  }
  return [...inside, ...found];
}

/** In heights of the line. Ink no further away goes on with it. */
const GOES_ON = 0.8;

/** A box of the detector, to the ends of the print: it misses dashes and thin signs there. */
function toItsEnds(rect: Rect, strip: Raster, dpi: number): Rect {
  const { width, bits } = toInk(cut(strip, rect), dpi);
  const reach = Math.round((rect.y1 - rect.y0) * GOES_ON);
  const hasInk = (x: number) => {
    for (let at = x; at < bits.length; at += width) if (bits[at]) return true;
    return false;
  };
  let [x0, x1] = [rect.x0, rect.x1];
  for (let x = rect.x1; x < Math.min(width, x1 + reach); x++) if (hasInk(x)) x1 = x + 1;
  for (let x = rect.x0 - 1; x >= Math.max(0, x0 - reach); x--) if (hasInk(x)) x0 = x;
  // As much white as the detector leaves on its own.
  const margin = Math.round(reach / 4);
  return { ...rect, x0: x0 < rect.x0 ? Math.max(0, x0 - margin) : x0, x1: x1 > rect.x1 ? Math.min(width, x1 + margin) : x1 };
}

/** The rows of a box, in their full width. */
const cut = ({ width, data }: Raster, { y0, y1 }: Rect): Raster => ({
  width,
  height: y1 - y0,
  data: data.subarray(y0 * width, y1 * width),
});

/** px. White above and below a band: the detector overlooks print at the edge of its picture. */
const AROUND = 40;
/** Inch. Higher bands of an A4 page are more than the detector takes at full size: see `LARGEST`. */
const BAND = 1.25;
/** Inch. White between two bands. */
const PAUSE = 0.04;

/** Bands of the page with ink outside the cells, cut where no ink is. */
function freeBands({ width, height, bits }: Ink, { owner }: PixelCells, dpi: number): Rect[] {
  const bands: Rect[] = [];
  let [start, last] = [-1, -1];
  const close = () => {
    if (start >= 0) bands.push({ x0: 0, x1: width, y0: Math.max(0, start - 8), y1: Math.min(height, last + 9) });
    start = -1;
  };
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let x = 0; x < width; x++) if (bits[y * width + x] && owner[y * width + x] === 0) count++;
    if (count > dpi * 0.01) {
      if (start >= 0 && y - last > dpi * PAUSE && y - start > (dpi * BAND) / 2) close();
      if (start < 0) start = y;
      last = y;
      if (y - start > dpi * BAND) close();
    }
  }
  close();
  return bands;
}

/** The part of a crop in which there is ink, at least its middle. */
function inkIn({ width, bits }: Ink, { owner }: PixelCells, crop: Rect): Rect {
  let [x0, y0, x1, y1] = [crop.x1, crop.y1, crop.x0, crop.y0];
  for (let y = crop.y0; y < crop.y1; y++) {
    let count = 0;
    for (let x = crop.x0; x < crop.x1; x++) {
      if (!bits[y * width + x] || owner[y * width + x] !== 0) continue;
      count++;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
    }
    if (count < 2) continue;
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y + 1);
  }
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : crop;
}

/** The picture with its ruling lines painted over. */
function withoutRules(level: Raster, { owner }: PixelCells): Raster {
  const data = Uint8Array.from(level.data);
  for (let at = 0; at < data.length; at++) if (owner[at] === -1) data[at] = 255;
  return { ...level, data };
}

/** What lines are read from. */
interface Sheet {
  readonly picture: Raster;
  readonly ink: Ink;
}

async function readLines({ picture, ink }: Sheet, lines: readonly PrintLine[], engines: Engines, deadline: Deadline): Promise<ReadLine[]> {
  const frames = await engines.recognise(
    picture,
    lines.map((l) => l.crop),
  );
  deadline.check();
  const read = lines.map((line, i): ReadLine => ({ ...line, frames: frames[i] ?? [], letters: framesToLetters(frames[i] ?? []) }));
  const numbers = read.filter((line) => isNumber(line, line.letters.map((l) => l.text).join('')));
  const spans = read.flatMap((line) => (line.cell === 0 && !numbers.includes(line) ? numbersAmidWords(line, ink) : []));
  const alone = await seeAlone(picture, spans, engines);
  deadline.check();
  const readings = await readNumbers(picture, [...numbers, ...alone], engines, deadline);
  return read.map((line) => {
    const reading = readings.get(line);
    if (reading) return { ...line, reading };
    const own = alone.flatMap((number) => (number.span.line === line ? { span: number.span, reading: readings.get(number) } : []));
    return withNumbers(
      line,
      own.flatMap((o) => (o.reading ? { span: o.span, reading: o.reading } : [])),
    );
  });
}

/** A number's print, and what the first witness sees in it. */
interface Seen extends Testimony {
  readonly crop: Rect;
}

/** Numbers amid words, each in a picture of its own: taller there, they keep their points. */
async function seeAlone(picture: Raster, spans: readonly NumberSpan[], engines: Engines): Promise<(Seen & { span: NumberSpan })[]> {
  const frames = await engines.recognise(
    picture,
    spans.map((span) => span.crop),
  );
  return spans.map((span, i) => ({ span, crop: span.crop, frames: frames[i] ?? [], letters: framesToLetters(frames[i] ?? []) }));
}

/** Outside the cells whole numbers are page numbers and years, not amounts. */
const isNumber = ({ cell }: PrintLine, text: string): boolean => looksLikeNumber(text) && (cell !== 0 || /[.,]/.test(text));

/** What the two witnesses make of what looks like numbers; where they differ, both look again, and again. */
async function readNumbers(picture: Raster, lines: readonly Seen[], engines: Engines, deadline: Deadline): Promise<Map<Seen, OcrReading>> {
  const second = await engines.readNumbers(picture, lines.map(cropOf));
  deadline.check();
  const heard = new Map<Seen, [Hearing, ...Hearing[]]>(lines.map((line, i) => [line, [hear(line, second[i] ?? '')]]));
  let unclear = lines.filter((line) => !heard.get(line)?.every(isClear));
  const smooth = unclear.length > 0 ? blurRaster(picture) : picture;
  for (const look of [
    { raster: smooth, crop: cropOf },
    { raster: picture, crop: (line: Seen) => wider(line, picture) },
  ]) {
    const crops = unclear.map(look.crop);
    const frames = await engines.recognise(look.raster, crops);
    const numbers = await engines.readNumbers(look.raster, crops);
    deadline.check();
    unclear.forEach((line, i) => {
      heard.get(line)?.push(hear({ letters: framesToLetters(frames[i] ?? []), frames: frames[i] ?? [] }, numbers[i] ?? ''));
    });
    unclear = unclear.filter((line) => !isSettled(heard.get(line) ?? []));
  }
  return new Map([...heard].map(([line, hearings]) => [line, judgeNumber(hearings)]));
}

/** px. */
const WIDER = 3;

const wider = ({ crop: { x0, y0, x1, y1 } }: Seen, { width, height }: Raster): Rect => ({
  x0: Math.max(0, x0 - WIDER),
  y0: Math.max(0, y0 - WIDER),
  x1: Math.min(width, x1 + WIDER),
  y1: Math.min(height, y1 + WIDER),
});

const cropOf = (line: Seen): Rect => line.crop;

/** Cells are completed as a whole, lines outside one by one. */
function linesToGlyphs(lines: readonly ReadLine[], ruling: readonly RuledLine[]): Glyph[] {
  const straight = straightener(ruling);
  const groups = new Map<number | ReadLine, ReadLine[]>();
  for (const line of lines) {
    const key = line.cell === 0 ? line : line.cell;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) =>
    spellCell(group).flatMap(({ line, letters, reading }) =>
      lettersToGlyphs(letters, line.ink, reading).map((glyph) => moved(glyph, straight)),
    ),
  );
}

function moved(glyph: Glyph, straight: ReturnType<typeof straightener>): Glyph {
  const [x0, y0, x1, y1] = glyph.box;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [nx, ny] = straight(x, y);
  const [dx, dy] = [nx - x, ny - y];
  return { ...glyph, x: glyph.x + dx, y: glyph.y + dy, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] };
}
