import { displayWidth } from '../../base/width.js';
import { element } from '../../base/xml.js';
import { addressOf } from './address.js';
import { SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import type { SheetNote } from './sheet.js';
import { textElement } from './text.js';

/** pt: the letters of a note. */
const FONT_SIZE = 9;
/** pt: how wide a note is shown, and how high each of its lines is. */
const WIDTH = 250;
const LINE_HEIGHT = 13;
/** Half characters that fit in a line, and the most lines shown at once. */
const LINE = 44;
const MOST_LINES = 14;

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

/** The drawing by which spreadsheets place the comments of a sheet (ECMA-376 part 4, 19: VML). */
export function noteShapesXml(notes: readonly SheetNote[]): string {
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
  return element('xml', namespaces, kind, notes.map(shape));
}

/** Excel's name of its shape for text. */
const TEXT_BOX = '_x0000_t202';
/** Excel numbers the shapes of a drawing from here. */
const FIRST_SHAPE = 1025;

function shape({ row, column, text }: SheetNote, index: number): string {
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
      element('x:Anchor', {}, anchorOf(row, column)),
      element('x:AutoFill', {}, 'False'),
      element('x:Row', {}, String(row)),
      element('x:Column', {}, String(column)),
    ),
  );
}

/** Column, px into it, row, px into it: of the corner at the upper left, right of the cell, and of the one at the lower right. */
const anchorOf = (row: number, column: number): string => [column + 1, 12, Math.max(0, row - 1), 8, column + 5, 0, row + 8, 0].join(',');
