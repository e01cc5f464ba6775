/** The little of WordprocessingML that a story needs (ECMA-376 part 1, 17 and 20.4). */
import { element, escapeXml } from '../../base/xml.js';
import { OFFICE_RELATIONSHIPS, XML_DECLARATION } from '../workbook/package-parts.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Twentieths of a point: A4, with 2 cm of margin. */
const PAPER = { width: 11_906, height: 16_838, margin: 1134 };
/** pt. */
export const TEXT_WIDTH = (PAPER.width - 2 * PAPER.margin) / 20;
const EMU_PER_POINT = 12_700;

export type ParagraphStyle = 'Title' | 'Heading1' | 'Remark' | 'Quote' | 'Caption' | 'Small';

/** A paragraph; lines of its text stay lines. */
export function paragraph(style: ParagraphStyle, text: string): string {
  const lines = text.split('\n').map((line) => element('w:t', { 'xml:space': 'preserve' }, escapeXml(line)));
  return element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': style })), element('w:r', {}, lines.join('<w:br/>')));
}

interface WordPicture {
  /** Of its relationship. */
  readonly id: string;
  readonly number: number;
  readonly words: string;
  /** pt. */
  readonly width: number;
  readonly height: number;
}

/** A paragraph that holds a picture and stays with the caption below it. */
export function picture({ id, number, words, width, height }: WordPicture): string {
  const size = { cx: Math.round(width * EMU_PER_POINT), cy: Math.round(height * EMU_PER_POINT) };
  const named = { id: number, name: `${id}.png`, descr: words };
  const shape = element(
    'pic:pic',
    { 'xmlns:pic': `${DRAWING}/picture` },
    element('pic:nvPicPr', {}, element('pic:cNvPr', named), element('pic:cNvPicPr', {})),
    element('pic:blipFill', {}, element('a:blip', { 'r:embed': id }), element('a:stretch', {}, element('a:fillRect', {}))),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
      element('a:ln', { w: 6350 }, element('a:solidFill', {}, element('a:srgbClr', { val: 'BFBFBF' }))),
    ),
  );
  const inline = element(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    element('wp:extent', size),
    element('wp:docPr', named),
    element('a:graphic', { 'xmlns:a': `${DRAWING}/main` }, element('a:graphicData', { uri: `${DRAWING}/picture` }, shape)),
  );
  const looks = element('w:pPr', {}, element('w:keepNext', {}), element('w:spacing', { 'w:before': 120, 'w:after': 20 }));
  return element('w:p', {}, looks, element('w:r', {}, element('w:drawing', {}, inline)));
}

/** `word/document.xml` */
export function documentXml(paragraphs: readonly string[]): string {
  const { width, height, margin } = PAPER;
  const edges = Object.fromEntries(['top', 'right', 'bottom', 'left'].map((edge) => [`w:${edge}`, margin]));
  const section = element(
    'w:sectPr',
    {},
    element('w:pgSz', { 'w:w': width, 'w:h': height }),
    element('w:pgMar', { ...edges, 'w:header': 567, 'w:footer': 567, 'w:gutter': 0 }),
  );
  const namespaces = { 'xmlns:w': WORD, 'xmlns:r': OFFICE_RELATIONSHIPS, 'xmlns:wp': `${DRAWING}/wordprocessingDrawing` };
  return XML_DECLARATION + element('w:document', namespaces, element('w:body', {}, paragraphs, section));
}

interface Look {
  /** What Word lists it as. */
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly bold?: true;
  readonly colour?: string;
  /** Twentieths of a point. */
  readonly before: number;
  readonly after: number;
  readonly indent?: number;
  /** Level in the outline, from 0. */
  readonly level?: number;
}

const LOOKS: Readonly<Record<ParagraphStyle, Look>> = {
  Title: { name: 'Title', size: 36, bold: true, before: 0, after: 120 },
  Heading1: { name: 'heading 1', size: 26, bold: true, before: 360, after: 80, level: 0 },
  Remark: { name: 'Remark', size: 22, bold: true, before: 60, after: 60 },
  Quote: { name: 'Quote', size: 22, before: 60, after: 60, indent: 360, colour: '404040' },
  Caption: { name: 'caption', size: 18, before: 0, after: 120, colour: '595959' },
  Small: { name: 'Small', size: 18, before: 0, after: 20, colour: '595959' },
};

/** `word/styles.xml` */
export function stylesXml(): string {
  const fonts = element('w:rFonts', { 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:eastAsia': '宋体' });
  const defaults = element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, fonts, element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }))),
  );
  const styles = Object.entries(LOOKS).map(([id, look]) => styleXml(id, look));
  return XML_DECLARATION + element('w:styles', { 'xmlns:w': WORD }, defaults, styles);
}

function styleXml(id: string, { name, size, bold, colour, before, after, indent, level }: Look): string {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:qFormat', {}),
    element(
      'w:pPr',
      {},
      level === undefined ? '' : element('w:keepNext', {}),
      element('w:spacing', { 'w:before': before, 'w:after': after }),
      indent === undefined ? '' : element('w:ind', { 'w:left': indent }),
      level === undefined ? '' : element('w:outlineLvl', { 'w:val': level }),
    ),
    element(
      'w:rPr',
      {},
      bold ? element('w:b', {}) : '',
      colour === undefined ? '' : element('w:color', { 'w:val': colour }),
      element('w:sz', { 'w:val': size }),
    ),
  );
}
