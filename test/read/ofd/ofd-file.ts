/** OFD files by hand, for tests: the package and the XML around what a test is about. */
import { zipSync } from 'fflate';
import { escapeXml } from '../../../src/base/xml.js';
import type { Glyph } from '../../../src/model/glyph.js';
import type { Page } from '../../../src/model/page.js';

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
/** pt in a millimetre. */
const MM = 72 / 25.4;

export interface OfdParts {
  /** Contents of pages: layers, or objects of one layer. */
  readonly pages: readonly string[];
  /** What stands in a page before its content: `<ofd:Template …/>`. */
  readonly before?: string;
  /** Children of the public resources: `<ofd:DrawParams>…`. */
  readonly resources?: string;
  /** Further children of CommonData and of Document. */
  readonly common?: string;
  readonly document?: string;
  /** Further children of DocBody. */
  readonly body?: string;
  /** Further files, or others in place of those that are made here. */
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  /** mm. `x y width height`. */
  readonly box?: string;
}

/** A package of files. */
export const packed = (files: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).flatMap(([name, content]) =>
        content === null ? [] : [[name, typeof content === 'string' ? new TextEncoder().encode(content) : content]],
      ),
    ),
    { mtime: new Date('2025-09-01T00:00:00Z') },
  );

const element = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ofd:${name} ${NAMESPACE}>${content}</ofd:${name}>`;

/** An OFD of one document with the font 3. Pages are 100 × 50 mm. */
export function ofdFile(parts: OfdParts): Uint8Array {
  const { pages, before = '', resources = '', common = '', document = '', body = '', files = {}, box = '0 0 100 50' } = parts;
  const entries = pages.map((_, i) => `<ofd:Page ID="${100 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  const content = (page: string) => (page.includes('<ofd:Layer') ? page : `<ofd:Layer ID="2">${page}</ofd:Layer>`);
  return packed({
    'OFD.xml': element(
      'OFD',
      `<ofd:DocBody><ofd:DocInfo><ofd:Creator>tests</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody>`,
    ),
    'Doc_0/Document.xml': element(
      'Document',
      `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${common}` +
        `</ofd:CommonData><ofd:Pages>${entries}</ofd:Pages>${document}`,
    ),
    'Doc_0/PublicRes.xml': element('Res', `<ofd:Fonts><ofd:Font ID="3" FontName="宋体"/></ofd:Fonts>${resources}`),
    ...Object.fromEntries(
      pages.map((page, i) => [
        `Doc_0/Pages/Page_${i}/Content.xml`,
        element('Page', `${before}<ofd:Content>${content(page)}</ofd:Content>`),
      ]),
    ),
    ...files,
  });
}

/** A page in a file of its own, for templates. */
export const pageFile = (content: string, before = ''): string =>
  element('Page', `${before}<ofd:Content><ofd:Layer ID="2">${content}</ofd:Layer></ofd:Content>`);

/** A text of 5 mm, its letters one em apart, at 10 mm from the top. */
export const text = (words: string, attributes = '', children = '', code = ''): string =>
  `<ofd:TextObject ID="9" Boundary="10 0 80 20" Font="3" Size="5" ${attributes}>${children}` +
  `<ofd:TextCode X="0" Y="10" ${code || `DeltaX="g ${Array.from(words).length - 1} 5"`}>${escapeXml(words)}</ofd:TextCode></ofd:TextObject>`;

/** How `pagesToOfd` places objects: by their boundaries, by a matrix, or each letter by itself. */
export type Placing = 'boundary' | 'matrix' | 'letters';

/** Pages as another container has them, as an OFD: the same print in the same places. */
export function pagesToOfd(pages: readonly Page[], placing: Placing): Uint8Array {
  const fonts = [...new Set(pages.flatMap((page) => page.glyphs.map(({ font }) => font)))];
  const fontId = (font: string) => 1000 + fonts.indexOf(font);
  const contents = pages.map((page) => [
    `<ofd:Layer ID="2" Type="Body">`,
    ...page.fills.map(([x0, y0, x1, y1]) => fillObject(x0, y0, x1, y1)),
    ...page.rules.map((rule) =>
      rule.axis === 'horizontal'
        ? lineObject(rule.from, rule.at, rule.to, rule.at, rule.thickness)
        : lineObject(rule.at, rule.from, rule.at, rule.to, rule.thickness),
    ),
    ...runsOf(page.glyphs, placing).map((run) => textObject(run, page, placing, fontId)),
    '</ofd:Layer>',
  ]);
  const sizes = pages.map(({ width, height }) => `<ofd:Area><ofd:PhysicalBox>0 0 ${mm(width)} ${mm(height)}</ofd:PhysicalBox></ofd:Area>`);
  return ofdFile({
    pages: contents.map((content) => content.join('')),
    resources: `<ofd:Fonts>${fonts.map((font) => `<ofd:Font ID="${fontId(font)}" FontName="${escapeXml(font)}"/>`).join('')}</ofd:Fonts>`,
    files: Object.fromEntries(
      contents.map((content, i) => [
        `Doc_0/Pages/Page_${i}/Content.xml`,
        element('Page', `${sizes[i]}<ofd:Content>${content.join('')}</ofd:Content>`),
      ]),
    ),
  });
}

/** Letters that follow each other on a line. */
function runsOf(glyphs: readonly Glyph[], placing: Placing): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && placing !== 'letters' && follows(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function follows(last: Glyph, next: Glyph): boolean {
  const alike = last.font === next.font && last.size === next.size && last.state === next.state && last.colour === next.colour;
  const gap = next.box[0] - last.box[2];
  return alike && last.angle === 0 && next.angle === 0 && Math.abs(last.y - next.y) < 0.05 && gap > -0.5 && gap < 3 * next.size;
}

function textObject(run: readonly Glyph[], page: Page, placing: Placing, fontId: (font: string) => number): string {
  const [first] = run;
  if (!first) return '';
  // A blank at the end, as many writers have one, says how wide the last letter is.
  const last = run.at(-1) ?? first;
  const places = [...run.map(({ x }) => x), last.x + (last.angle === 0 ? last.box[2] - last.box[0] : last.size)];
  const delta = ` DeltaX="${counted(places.slice(1).map((x, i) => mm(x - (places[i] ?? 0))))}"`;
  const words = escapeXml(run.map((glyph) => (glyph.text.length > 1 ? glyph.text.slice(0, 1) : glyph.text)).join(''));
  const colour = first.colour
    ? `<ofd:FillColor Value="${[1, 3, 5].map((at) => Number.parseInt(first.colour?.slice(at, at + 2) ?? '', 16)).join(' ')}"/>`
    : '';
  const hidden = first.state === 'hidden' ? ' Visible="false"' : '';
  const [left, top, right, bottom] = [first.x, first.y - first.size, last.box[2] + 0.5, first.y + 0.4 * first.size];
  const turn = (first.angle * Math.PI) / 180;
  const matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn)].map((part) => part.toFixed(6)).join(' ');
  const free = placing === 'matrix' || first.angle !== 0;
  const place = free
    ? `Boundary="0 0 ${mm(page.width)} ${mm(page.height)}" CTM="${matrix} ${mm(first.x)} ${mm(first.y)}"`
    : `Boundary="${mm(left)} ${mm(top)} ${mm(right - left)} ${mm(bottom - top)}"`;
  const code = `<ofd:TextCode X="0" Y="${free ? 0 : mm(first.size)}"${delta}>${words} </ofd:TextCode>`;
  return `<ofd:TextObject ID="9" ${place} Font="${fontId(first.font)}" Size="${mm(first.size)}"${hidden}>${colour}${code}</ofd:TextObject>`;
}

/** `g 3 2.5` for three steps of 2.5. */
function counted(steps: readonly string[]): string {
  const written: string[] = [];
  for (let i = 0; i < steps.length; ) {
    let end = i;
    while (steps[end] === steps[i]) end++;
    written.push(end - i > 2 ? `g ${end - i} ${steps[i]}` : steps.slice(i, end).join(' '));
    i = end;
  }
  return written.join(' ');
}

const lineObject = (x0: number, y0: number, x1: number, y1: number, thickness: number): string =>
  `<ofd:PathObject ID="9" Boundary="${mm(x0 - 1)} ${mm(y0 - 1)} ${mm(x1 - x0 + 2)} ${mm(y1 - y0 + 2)}" LineWidth="${mm(thickness)}">` +
  `<ofd:AbbreviatedData>M ${mm(1)} ${mm(1)} L ${mm(x1 - x0 + 1)} ${mm(y1 - y0 + 1)}</ofd:AbbreviatedData></ofd:PathObject>`;

const fillObject = (x0: number, y0: number, x1: number, y1: number): string =>
  `<ofd:PathObject ID="9" Boundary="${mm(x0)} ${mm(y0)} ${mm(x1 - x0)} ${mm(y1 - y0)}" Stroke="false" Fill="true">` +
  `<ofd:FillColor Value="220 220 220"/><ofd:AbbreviatedData>M 0 0 L ${mm(x1 - x0)} 0 L ${mm(x1 - x0)} ${mm(y1 - y0)} L 0 ${mm(y1 - y0)} C` +
  '</ofd:AbbreviatedData></ofd:PathObject>';

const mm = (points: number): string => String(Number((points / MM).toFixed(4)));
