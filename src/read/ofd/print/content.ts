import type { Matrix } from '../../paint/matrix.js';
import { multiply } from '../../paint/matrix.js';
import type { Colour } from '../colour.js';
import type { Faces, OutlineStep } from '../faces.js';
import type { Mark, PathMark, PictureMark, Segment, TextMark } from '../marks.js';
import { letterMatrix } from '../page.js';

/** What stands for a colour that is not known: a pattern or a shading. */
const UNKNOWN = '#d0d0d0';

/** What the marks of a page are written with. */
export interface ContentTools {
  readonly faces: Faces | null;
  /** The name of a picture of the page; null where it cannot be drawn. */
  readonly picture: (mark: PictureMark) => string | null;
  /** The name of a state with this alpha. */
  readonly alpha: (alpha: number) => string;
}

/** The fonts for letters of which the document has no outline: ASCII, and all others. */
export const LATIN = 'F0';
export const CHINESE = 'F1';

/** The content stream of a page: its marks one after the other, each in a state of its own. @param height pt, of the page */
export function marksToContent(marks: readonly Mark[], height: number, tools: ContentTools): string {
  return [`1 0 0 -1 0 ${n(height)} cm`, ...marks.flatMap((mark) => markToContent(mark, tools))].join('\n');
}

function markToContent(mark: Mark, tools: ContentTools): string[] {
  const [x0, y0, x1, y1] = mark.clip;
  if (!(x1 > x0 && y1 > y0)) return [];
  const painted = mark.kind === 'path' ? path(mark, tools) : mark.kind === 'text' ? text(mark, tools) : picture(mark, tools);
  return painted.length === 0 ? [] : ['q', `${n(x0)} ${n(y0)} ${n(x1 - x0)} ${n(y1 - y0)} re W n`, ...painted, 'Q'];
}

function path({ segments, matrix, fill, stroke, evenOdd, lineWidth }: PathMark, { alpha }: ContentTools): string[] {
  if (!fill && !stroke) return [];
  const star = evenOdd ? '*' : '';
  const paint = fill && stroke ? `B${star}` : fill ? `f${star}` : 'S';
  const colours = [...coloured(fill, 'rg', alpha), ...coloured(stroke, 'RG', alpha)];
  return [...colours, `${n(lineWidth)} w`, placed(matrix), ...segments.map(segmentToContent), paint];
}

function segmentToContent(segment: Segment): string {
  if (segment.kind === 'close') return 'h';
  const [x, y] = segment.to;
  if (segment.kind !== 'curve') return `${n(x)} ${n(y)} ${segment.kind === 'move' ? 'm' : 'l'}`;
  return [...segment.first, ...segment.second, x, y].map(n).join(' ').concat(' c');
}

function picture(mark: PictureMark, { picture: name, alpha }: ContentTools): string[] {
  const drawn = name(mark);
  const upright = multiply(mark.matrix, [1, 0, 0, -1, 0, 1]);
  if (drawn !== null) return [`/${alpha(mark.alpha)} gs`, placed(upright), `/${drawn} Do`];
  return [...coloured({ paint: UNKNOWN, alpha: mark.alpha }, 'rg', alpha), placed(upright), '0 0 1 1 re f'];
}

/** Outlines of the document's own fonts; of others what the engine that draws has for them. */
function text(mark: TextMark, { faces, alpha }: ContentTools): string[] {
  const colour = mark.fill ?? mark.stroke;
  if (!colour) return [];
  const set = letterMatrix(mark);
  const lines = [...coloured(colour, 'rg', alpha)];
  for (const letter of mark.letters) {
    const [a, b, c, d] = set;
    const place = multiply(mark.matrix, [a, b, c, d, letter.x, letter.y]);
    const outline = faces?.outlineOf(mark.font, letter.text, letter.glyph);
    if (outline) lines.push('q', placed(multiply(place, [mark.size, 0, 0, mark.size, 0, 0])), ...outlineToContent(outline), 'Q');
    else lines.push(standIn(letter.text, mark.size, place));
  }
  return lines;
}

function standIn(letter: string, size: number, place: Matrix): string {
  const ascii = letter < '\u007f';
  const code = ascii ? Buffer.from(letter, 'latin1') : Buffer.from(letter, 'utf16le').swap16();
  return `BT /${ascii ? LATIN : CHINESE} ${n(size)} Tf ${place.map(n).join(' ')} Tm <${code.toString('hex')}> Tj ET`;
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['moveTo', 'm'],
  ['lineTo', 'l'],
  ['bezierCurveTo', 'c'],
  ['closePath', 'h'],
]);

function outlineToContent(steps: readonly OutlineStep[]): string[] {
  let [x, y] = [0, 0];
  const lines = steps.map(({ command, numbers }) => {
    const cubic = command === 'quadraticCurveTo' ? toCubic(x, y, numbers) : numbers;
    [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    return [...cubic.map(n), OPERATORS.get(command) ?? 'c'].join(' ');
  });
  return lines.length === 0 ? [] : [...lines, 'f'];
}

function toCubic(x: number, y: number, [cx = 0, cy = 0, toX = 0, toY = 0]: readonly number[]): number[] {
  const near = (from: number, to: number) => from + ((to - from) * 2) / 3;
  return [near(x, cx), near(y, cy), near(toX, cx), near(toY, cy), toX, toY];
}

function coloured(colour: Colour | null, operator: 'rg' | 'RG', alpha: ContentTools['alpha']): string[] {
  if (!colour) return [];
  const paint = colour.paint ?? UNKNOWN;
  const channels = [1, 3, 5].map((at) => n(Number.parseInt(paint.slice(at, at + 2), 16) / 255));
  return [`/${alpha(colour.alpha)} gs`, `${channels.join(' ')} ${operator}`];
}

const placed = (matrix: Matrix) => `${matrix.map(n).join(' ')} cm`;

/** A number of a PDF, which knows no exponents. */
const n = (value: number): string => String(Number(value.toFixed(5)));
