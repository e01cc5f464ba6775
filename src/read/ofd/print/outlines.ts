import { create, type Font } from 'fontkit';
import type { OfdPackage } from '../package.js';
import type { OfdFont } from '../resources.js';

/** A step of an outline, y upwards, in parts of the em. */
export interface OutlineStep {
  readonly command: string;
  readonly numbers: readonly number[];
}

/** The fonts of a document as far as their files are in it. */
export class Outlines {
  private readonly fonts = new Map<string, Font | null>();

  constructor(private readonly ofd: OfdPackage) {}

  /** What a letter looks like; null where the document has no outline for it. White space has one of no steps. */
  of(font: OfdFont, text: string, glyph: number | null): readonly OutlineStep[] | null {
    if (font.file === null) return null;
    let opened = this.fonts.get(font.file);
    if (opened === undefined) {
      opened = this.open(font.file);
      this.fonts.set(font.file, opened);
    }
    return opened && outlineOf(opened, text, glyph);
  }

  private open(file: string): Font | null {
    const bytes = this.ofd.readable(file);
    if (!bytes) return null;
    return attempt(() => {
      const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
      return 'getGlyph' in font ? font : null;
    });
  }
}

/** By its number where the document gives one, else by the font's own map. */
function outlineOf(font: Font, text: string, glyph: number | null): OutlineStep[] | null {
  return attempt(() => {
    const found = glyph === null ? font.glyphForCodePoint(text.codePointAt(0) ?? 0) : font.getGlyph(glyph);
    if (found.id === 0) return null;
    const em = font.unitsPerEm;
    return found.path.commands.map(({ command, args }) => ({ command, numbers: args.map((value) => value / em) }));
  });
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
