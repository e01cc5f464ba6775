import { displayWidth } from '../../base/width.js';
import { escapeXml } from '../../base/xml.js';
import { escapeText } from './cells.js';

/** Half characters in a line of a note, lines it shows at most, and their size in pt. */
const LINE = 44;
const MOST_LINES = 14;
const LINE_HEIGHT = 13;
const WIDTH = 250;

/** The comments of a sheet (ECMA-376 part 1, 18.7) and the drawing that spreadsheets place them by (part 4, VML). */
export function noteParts(notes: ReadonlyMap<string, string>): { readonly comments: string; readonly drawing: string } {
  const written = [...notes].map(
    ([address, text]) =>
      `<comment ref="${address}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${escapeXml(escapeText(text))}</t></r></text></comment>`,
  );
  return {
    comments:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<authors><author>juesuan</author></authors><commentList>${written.join('')}</commentList></comments>`,
    drawing:
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
      '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
      `${[...notes].map(([address, text], index) => shape(address, text, index)).join('')}</xml>`,
  };
}

function shape(address: string, text: string, index: number): string {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / LINE)), 1);
  const height = Math.min(lines, MOST_LINES) * LINE_HEIGHT;
  return (
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" ` +
    `style="position:absolute;margin-left:60pt;margin-top:2pt;width:${WIDTH}pt;height:${height}pt;z-index:${index + 1};visibility:hidden">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},12,${Math.max(0, row - 1)},8,${column + 5},0,${row + 8},0</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
