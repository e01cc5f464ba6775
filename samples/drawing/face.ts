/** Typefaces: what a text's glyphs are called in a content stream, how wide they are, and the font objects behind them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Subset } from 'fontkit';
import { type PdfFile, type Ref, to, ucs2 } from './pdf.js';
import { unpackWoff } from './woff.js';

export interface Glyph {
  /** Name of the font resource: `F1`. */
  font: string;
  /** Its code in that font. */
  hex: string;
  /** In thousandths of the text size. */
  width: number;
}

export interface Face {
  /** @throws where no font of the face has a character. */
  glyphs(text: string): Glyph[];
  /** The entries of a /Font resource dictionary; after the last text. */
  resources(file: PdfFile): string;
}

/** pt: how far `text` runs at `size`. */
export function textWidth(face: Face, text: string, size: number): number {
  return (face.glyphs(text).reduce((sum, glyph) => sum + glyph.width, 0) * size) / 1000;
}

/** Noto Sans SC: nearly all in one file; the relational signs live in a slice of their own. */
const NOTO_SLICES = ['chinese-simplified', '100'];

/** Noto Sans SC, embedded as subsets of what was drawn. */
export class EmbeddedFace implements Face {
  #fonts = NOTO_SLICES.map((slice, index) => new SubsetFont(`F${index + 1}`, slice));

  glyphs(text: string): Glyph[] {
    return Array.from(text, (character) => {
      const font = this.#fonts.find((candidate) => candidate.has(character));
      if (!font) throw new Error(`No font has ${character}`);
      return font.glyph(character);
    });
  }

  resources(file: PdfFile): string {
    return this.#fonts
      .filter((font) => font.used)
      .map((font) => `/${font.name} ${to(font.write(file))}`)
      .join(' ');
  }
}

class SubsetFont {
  readonly name: string;
  #font: Font;
  #subset: Subset;
  #glyphs = new Map<string, Glyph>();

  constructor(name: string, slice: string) {
    this.name = name;
    const path = createRequire(import.meta.url).resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${slice}-400-normal.woff`);
    const font = create(unpackWoff(readFileSync(path)));
    if (!('createSubset' in font)) throw new Error(`${path} is a collection`);
    this.#font = font;
    this.#subset = font.createSubset();
  }

  get used(): boolean {
    return this.#glyphs.size > 0;
  }

  has(character: string): boolean {
    return this.#font.hasGlyphForCodePoint(codePoint(character));
  }

  /** A subset numbers its glyphs in the order of their coming; 0 is .notdef. */
  glyph(character: string): Glyph {
    const known = this.#glyphs.get(character);
    if (known) return known;
    const glyph = this.#font.glyphForCodePoint(codePoint(character));
    this.#subset.includeGlyph(glyph);
    const hex = (this.#glyphs.size + 1).toString(16).padStart(4, '0');
    const added = { font: this.name, hex, width: Math.round((glyph.advanceWidth * 1000) / this.#font.unitsPerEm) };
    this.#glyphs.set(character, added);
    return added;
  }

  write(file: PdfFile): Ref {
    const name = `/${'AB'[Number(this.name.slice(1)) - 1]}AAAAA+NotoSansSC-Regular`;
    const program = this.#subset.encode();
    const fontFile = file.addStream(program, `/Length1 ${program.length} `);
    const box = '/FontBBox [-100 -200 1100 1000] /Ascent 880 /Descent -120 /CapHeight 733';
    const descriptor = file.add(
      `<< /Type /FontDescriptor /FontName ${name} /Flags 4 ${box} /ItalicAngle 0 /StemV 80 /FontFile2 ${to(fontFile)} >>`,
    );
    const glyphs = [...this.#glyphs];
    const widths = glyphs.map(([, glyph]) => glyph.width).join(' ');
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity';
    const descendant = file.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} ${system} /FontDescriptor ${to(descriptor)} /DW 1000 /W [1 [${widths}]] >>`,
    );
    const unicode = file.addStream(toUnicode(glyphs.map(([character, glyph]) => [glyph.hex, ucs2(character)])));
    const parts = `/DescendantFonts [${to(descendant)}] /ToUnicode ${to(unicode)}`;
    return file.add(`<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ${parts} >>`);
  }
}

/** STSong-Light, one of the fonts every viewer of Chinese brings along: named, not embedded, no Unicode map. */
export class StandardFace implements Face {
  glyphs(text: string): Glyph[] {
    return Array.from(text, (character) => ({ font: 'F1', hex: ucs2(character), width: codePoint(character) < 0x7f ? 500 : 1000 }));
  }

  resources(file: PdfFile): string {
    const box = '/FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120 /CapHeight 880';
    const descriptor = file.add(`<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 ${box} /ItalicAngle 0 /StemV 93 >>`);
    const system = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>';
    const descendant = file.add(
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ${system} /FontDescriptor ${to(descriptor)} /DW 1000 /W [1 95 500] >>`,
    );
    const font = file.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${to(descendant)}] >>`,
    );
    return `/F1 ${to(font)}`;
  }
}

/** A CMap takes at most 100 mappings a block. */
const BLOCK = 100;

function toUnicode(pairs: [code: string, unicode: string][]): string {
  const blocks: string[] = [];
  for (let start = 0; start < pairs.length; start += BLOCK) {
    const block = pairs.slice(start, start + BLOCK).map(([code, unicode]) => `<${code}> <${unicode}>`);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
