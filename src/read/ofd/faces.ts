import { create, type Font, type Glyph } from 'fontkit';
import type { OfdPackage } from './package.js';
import type { OfdFont } from './resources.js';

/** A step of an outline, y upwards, in parts of the em. */
export interface OutlineStep {
  readonly command: string;
  readonly numbers: readonly number[];
}

/** The fonts of a document as far as their files are in it. */
export class Faces {
  private readonly fonts = new Map<string, Font | null>();

  constructor(private readonly ofd: OfdPackage) {}

  /** em. How wide a letter is; null where the document has no outline for it. */
  widthOf(font: OfdFont, text: string, glyph: number | null): number | null {
    return this.use(font, text, glyph, (found, em) => found.advanceWidth / em);
  }

  /** What a letter looks like; null where the document has no outline for it. White space has one of no steps. */
  outlineOf(font: OfdFont, text: string, glyph: number | null): readonly OutlineStep[] | null {
    return this.use(font, text, glyph, (found, em) =>
      found.path.commands.map(({ command, args }) => ({ command, numbers: args.map((value) => value / em) })),
    );
  }

  /** The glyph by its number where the document gives one, else by the font's own map. */
  private use<T>(font: OfdFont, text: string, number: number | null, use: (glyph: Glyph, em: number) => T): T | null {
    const opened = this.open(font.file);
    if (!opened) return null;
    return attempt(() => {
      const glyph = number === null ? opened.glyphForCodePoint(text.codePointAt(0) ?? 0) : opened.getGlyph(number);
      return glyph.id === 0 ? null : use(glyph, opened.unitsPerEm);
    });
  }

  private open(file: string | null): Font | null {
    if (file === null) return null;
    const known = this.fonts.get(file);
    if (known !== undefined) return known;
    const bytes = this.ofd.readable(file);
    const font = bytes && attempt(() => create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
    const opened = font && 'getGlyph' in font ? font : null;
    this.fonts.set(file, opened);
    return opened;
  }
}

/** Null where the font is damaged: fontkit throws errors of all kinds at whatever it cannot read. */
function attempt<T>(use: () => T | null): T | null {
  try {
    return use();
  } catch (cause) {
    if (cause instanceof Error) return null;
    throw cause;
  }
}
