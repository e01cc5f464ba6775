import { displayWidth } from '../../base/width.js';
import { element } from '../../base/xml.js';
import { addressOf } from './address.js';
import { SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import type { RowHeights } from './rows.js';
import type { SheetNote } from './sheet.js';
import { textElement } from './text.js';

/** pt: the letters of a note. */
const FONT_SIZE = 9;
/** pt: how wide a note is shown, and how high each of its lines is. */
const WIDTH = 250;
const LINE_HEIGHT = 13;
/** Half characters that fit in a line, and the most lines shown at once. */
const LINE = 44;
const MOST_LINES = 36;

/** The comments of a sheet (ECMA-376 part 1, 18.7). */
export function notesXml(notes: readonly SheetNote[], author: string): string {
  return (
    XML_DECLARATION +
    element(
      'comments',
      { xmlns: SPREADSHEET },
      element('authors', {}, element('author', {}, author)),
      element('commentList', {}, notes.map(comment)),
    )
  );
}

function comment(note: SheetNote): string {
  const run = element('r', {}, element('rPr', {}, element('sz', { val: FONT_SIZE })), textElement(note.text));
  return element('comment', { ref: addressOf(note), authorId: 0 }, element('text', {}, run));
}

/** How wide (characters) and how high (pt) the columns and rows of a sheet are, as far as it says. */
export interface SheetMeasures {
  readonly widths: readonly number[];
  readonly heights: RowHeights;
}

/** The drawing by which spreadsheets place the comments of a sheet, each as large as its text (ECMA-376 part 4, 19: VML). */
export function noteShapesXml(notes: readonly SheetNote[], measures: SheetMeasures): string {
  const namespaces = {
    'xmlns:v': 'urn:schemas-microsoft-com:vml',
    'xmlns:o': 'urn:schemas-microsoft-com:office:office',
    'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
  };
  const kind = element(
    'v:shapetype',
    { id: TEXT_BOX, coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' },
    element('v:stroke', { joinstyle: 'miter' }),
    element('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
  );
  return element(
    'xml',
    namespaces,
    kind,
    notes.map((note, index) => shape(note, index, measures)),
  );
}

/** Excel's name of its shape for text. */
const TEXT_BOX = '_x0000_t202';
/** Excel numbers the shapes of a drawing from here. */
const FIRST_SHAPE = 1025;

function shape({ row, column, text }: SheetNote, index: number, measures: SheetMeasures): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / LINE)), 1);
  const height = Math.min(lines, MOST_LINES) * LINE_HEIGHT;
  const place = `position:absolute;margin-left:60pt;margin-top:2pt;width:${WIDTH}pt;height:${height}pt;z-index:${index + 1}`;
  return element(
    'v:shape',
    {
      id: `_x0000_s${FIRST_SHAPE + index}`,
      type: `#${TEXT_BOX}`,
      fillcolor: '#ffffe1',
      'o:insetmode': 'auto',
      style: `${place};visibility:hidden`,
    },
    element('v:fill', { color2: '#ffffe1' }),
    element('v:shadow', { on: 't', color: 'black', obscured: 't' }),
    element('v:path', { 'o:connecttype': 'none' }),
    element('v:textbox', { style: 'mso-direction-alt:auto' }, '<div style="text-align:left"></div>'),
    element(
      'x:ClientData',
      { ObjectType: 'Note' },
      element('x:MoveWithCells', {}),
      element('x:SizeWithCells', {}),
      element('x:Anchor', {}, anchorOf(row, column, height, measures)),
      element('x:AutoFill', {}, 'False'),
      element('x:Row', {}, String(row)),
      element('x:Column', {}, String(column)),
    ),
  );
}

/** px: where a note begins right of its cell, and above it. */
const BESIDE = 12;
const ABOVE = 8;
/** px of a pt, of a character of the default font and of a cell's margins. */
const PX = 96 / 72;
const CHARACTER = 7;
const MARGINS = 5;
/** Of a column and a row that say nothing: characters, pt. */
const USUAL_WIDTH = 8.43;
const USUAL_HEIGHT = 13.5;

/**
 * Column, px into it, row, px into it: of the corner at the upper left, right of the cell, and of the one at the lower right. Excel goes by
 * these and not by the style, so that they are counted over the columns and rows that the note covers.
 */
function anchorOf(row: number, column: number, height: number, { widths, heights }: SheetMeasures): string {
  const top = Math.max(0, row - 1);
  const right = reach(column + 1, BESIDE + WIDTH * PX, (at) => (widths[at] ?? USUAL_WIDTH) * CHARACTER + MARGINS);
  const bottom = reach(top, ABOVE + height * PX, (at) => (heights[at] ?? USUAL_HEIGHT) * PX);
  return [column + 1, BESIDE, top, ABOVE, ...right, ...bottom].join(',');
}

/** The column or row, and px into it, that lies so many px beyond the beginning of `first`. */
function reach(first: number, px: number, sizeOf: (at: number) => number): [number, number] {
  let [at, rest] = [first, px];
  for (; rest > sizeOf(at); at += 1) rest -= sizeOf(at);
  return [at, Math.round(rest)];
}
