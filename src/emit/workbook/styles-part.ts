import { element } from '../../base/xml.js';
import { SPREADSHEET, XML_DECLARATION } from './package-parts.js';
import type { CellStyle } from './sheet.js';

/** The font of all cells that name no other size. */
export interface DefaultFont {
  readonly name: string;
  /** pt. */
  readonly size: number;
}

/** The format of a cell that names none. */
export const GENERAL = 'General';

/** Formats that every spreadsheet knows by number, and the first number of others (ECMA-376 part 1, 18.8.30). */
const KNOWN_FORMATS: ReadonlyMap<string, number> = new Map([
  [GENERAL, 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['@', 49],
]);
const FIRST_OWN_FORMAT = 164;

/** Things written once each and named by their index. */
class StyleParts {
  private readonly indexes = new Map<string, number>();

  constructor(...first: readonly string[]) {
    for (const xml of first) this.indexOf(xml);
  }

  indexOf(xml: string): number {
    const index = this.indexes.get(xml) ?? this.indexes.size;
    if (index === this.indexes.size) this.indexes.set(xml, index);
    return index;
  }

  toXml(name: string): string {
    return this.indexes.size === 0 ? '' : element(name, { count: this.indexes.size }, [...this.indexes.keys()]);
  }
}

/** All looks of the cells of a workbook (ECMA-376 part 1, 18.8). */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly fonts: StyleParts;
  /** Spreadsheets take the first two fills for these without reading them. */
  private readonly fills = new StyleParts(patternFill('none'), patternFill('gray125'));
  private readonly borders = new StyleParts(borderXml(undefined));
  private readonly cellFormats: StyleParts;
  private readonly ruleFormats = new StyleParts();
  /** What was asked for before, as most cells share their style. */
  private readonly found = new WeakMap<CellStyle, Map<string, number>>();

  constructor(private readonly font: DefaultFont) {
    this.fonts = new StyleParts(this.fontXml({}));
    this.cellFormats = new StyleParts(this.cellFormatXml({}, GENERAL));
  }

  /** The index of a cell's look. */
  indexOf(style: CellStyle, format: string): number {
    const byFormat = this.found.get(style) ?? new Map<string, number>();
    const index = byFormat.get(format) ?? this.cellFormats.indexOf(this.cellFormatXml(style, format));
    this.found.set(style, byFormat.set(format, index));
    return index;
  }

  /** The index of what a colour rule makes of a cell. */
  indexOfFill(colour: string): number {
    const argb = toArgb(colour);
    const fill = element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: argb }), element('bgColor', { rgb: argb }));
    return this.ruleFormats.indexOf(element('dxf', {}, element('fill', {}, fill)));
  }

  toXml(): string {
    const formats = [...this.formats].map(([formatCode, numFmtId]) => element('numFmt', { numFmtId, formatCode }));
    return (
      XML_DECLARATION +
      element(
        'styleSheet',
        { xmlns: SPREADSHEET },
        formats.length === 0 ? '' : element('numFmts', { count: formats.length }, formats),
        this.fonts.toXml('fonts'),
        this.fills.toXml('fills'),
        this.borders.toXml('borders'),
        element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
        this.cellFormats.toXml('cellXfs'),
        element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
        this.ruleFormats.toXml('dxfs'),
      )
    );
  }

  private cellFormatXml(style: CellStyle, format: string): string {
    const { horizontal, vertical, indent, wrap } = style;
    const alignment = { horizontal, vertical, indent, wrapText: wrap && 1 };
    const isAligned = Object.values(alignment).some((value) => value !== undefined);
    const ids = {
      numFmtId: this.formatId(format),
      fontId: this.fonts.indexOf(this.fontXml(style)),
      fillId: style.fill === undefined ? 0 : this.fills.indexOf(solidFill(style.fill)),
      borderId: this.borders.indexOf(borderXml(style.border)),
    };
    return element(
      'xf',
      {
        ...ids,
        xfId: 0,
        applyNumberFormat: ids.numFmtId > 0 ? 1 : null,
        applyFont: ids.fontId > 0 ? 1 : null,
        applyFill: ids.fillId > 0 ? 1 : null,
        applyBorder: ids.borderId > 0 ? 1 : null,
        applyAlignment: isAligned ? 1 : null,
      },
      isAligned ? element('alignment', alignment) : '',
    );
  }

  private formatId(format: string): number {
    const id = KNOWN_FORMATS.get(format) ?? this.formats.get(format) ?? FIRST_OWN_FORMAT + this.formats.size;
    if (id >= FIRST_OWN_FORMAT) this.formats.set(format, id);
    return id;
  }

  private fontXml({ bold, underlined, fontSize, textColour }: CellStyle): string {
    return element(
      'font',
      {},
      bold ? element('b', {}) : '',
      underlined ? element('u', {}) : '',
      element('sz', { val: fontSize ?? this.font.size }),
      textColour === undefined ? '' : element('color', { rgb: toArgb(textColour) }),
      element('name', { val: this.font.name }),
    );
  }
}

const patternFill = (patternType: string): string => element('fill', {}, element('patternFill', { patternType }));

const solidFill = (colour: string): string =>
  element('fill', {}, element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: toArgb(colour) })));

function borderXml(colour: string | undefined): string {
  const side = (name: string) =>
    colour === undefined ? element(name, {}) : element(name, { style: 'thin' }, element('color', { rgb: toArgb(colour) }));
  return element('border', {}, ['left', 'right', 'top', 'bottom'].map(side), element('diagonal', {}));
}

/** `#E7EDF5` → `FFE7EDF5`, opaque. */
const toArgb = (colour: string): string => `FF${colour.slice(1)}`;
