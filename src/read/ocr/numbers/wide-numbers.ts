import type { Ink } from '../picture/ink.js';
import { blankRaster, type Raster, type Rect } from '../picture/raster.js';
import type { PrintLine, ReadLetter } from '../print/line.js';
import { inkRuns, wideNumbers } from './wide-set.js';

/** Columns of a sign, px: where it stands on the page, and in the picture in which its line is set closer. */
interface Piece {
  readonly x0: number;
  readonly x1: number;
  readonly moved: number;
}

/** A number of wide-set digits on a line, and where it stands with its signs set closer. */
export interface ClosedLine<Line extends PrintLine> {
  readonly line: Line;
  readonly crop: Rect;
  readonly pieces: readonly Piece[];
}

/** In heights of the line: white between signs that are set closer, and around them. */
const BETWEEN = 0.15;
const AROUND = 0.35;

/**
 * Lines of digits set as wide as Han letters, each number of them with its signs set closer, one below the other in a picture of their own:
 * the engines were taught numbers as they are usually set, and lose points and double digits in others.
 */
export function setCloser<Line extends PrintLine>(
  { width: across, data }: Raster,
  lines: readonly Line[],
  ink: Ink,
): { picture: Raster; closed: ClosedLine<Line>[] } {
  let [width, height] = [1, 1];
  const closed = lines.flatMap((line) =>
    wideNumbers(inkRuns(line.ink, ink), line.ink.y1 - line.ink.y0).map((runs): ClosedLine<Line> => {
      const own = line.ink.y1 - line.ink.y0;
      const [margin, between] = [Math.round(own * AROUND), Math.round(own * BETWEEN)];
      let x = margin;
      const pieces = runs.map(({ x0, x1 }): Piece => {
        const piece = { x0, x1, moved: x };
        x += x1 - x0 + between;
        return piece;
      });
      const crop = { x0: 0, x1: x - between + margin, y0: height, y1: height + own + 2 * margin };
      [width, height] = [Math.max(width, crop.x1), crop.y1];
      return { line, crop, pieces };
    }),
  );
  const picture = blankRaster(width, height);
  for (const { line, crop, pieces } of closed) {
    const margin = Math.round((line.ink.y1 - line.ink.y0) * AROUND);
    for (let y = Math.max(line.crop.y0, line.ink.y0 - margin); y < Math.min(line.crop.y1, line.ink.y1 + margin); y++) {
      const row = (crop.y0 + margin + y - line.ink.y0) * width;
      for (const { x0, x1, moved } of pieces) picture.data.set(data.subarray(y * across + x0, y * across + x1), row + moved);
    }
  }
  return { picture, closed };
}

/** The part of its line that a closed number is, its letters where they stand on the page. */
export function onThePage<Line extends PrintLine>({ line, crop, pieces }: ClosedLine<Line>, letters: readonly ReadLetter[]) {
  const [x0, x1] = [pieces[0]?.x0 ?? line.ink.x0, pieces.at(-1)?.x1 ?? line.ink.x1];
  const margin = Math.round((line.ink.y1 - line.ink.y0) * AROUND);
  const own = { ...line.crop, x0: x0 - margin, x1: x1 + margin };
  const placed = letters.map((letter) => {
    const x = crop.x0 + letter.at * (crop.x1 - crop.x0);
    const piece = pieces.findLast(({ moved }) => moved <= x) ?? pieces[0];
    const onPage = piece ? piece.x0 + Math.max(0, Math.min(x - piece.moved, piece.x1 - piece.x0)) : x0;
    return { ...letter, at: (onPage - own.x0) / (own.x1 - own.x0) };
  });
  return { ...line, ink: { ...line.ink, x0, x1 }, crop: own, letters: placed };
}
