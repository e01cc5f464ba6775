import { createRequire } from 'node:module';
import path from 'node:path';
import {
  getDocument,
  OPS,
  PasswordResponses,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DisclosureError } from '../../../base/errors.js';
import { InvariantError } from '../../../base/invariant.js';
import type { Page, UnreadPage } from '../../../model/page.js';
import { messageOf } from '../../errors.js';
import type { Matrix } from '../../paint/matrix.js';
import type { OpenPdf, PdfEngine } from '../engine.js';
import { type OperatorList, operatorsToMarks } from './operators.js';
import type { Font } from './state.js';
import type { Lookup } from './walk.js';

/** The package's own folder: its CMaps, fonts and decoders; nothing is fetched. pdf.js wants the trailing slash. */
const ASSETS = `${path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;

/** px. Pictures are never decoded here: the table is in the glyphs and the rules, and pictures cost most of the time. */
const NO_IMAGES = 1;

export const pdfjsEngine: PdfEngine = {
  async open(bytes, password): Promise<OpenPdf> {
    const { document, destroy } = await openWithPdfjs(bytes, password);
    return new PdfjsDocument(document, await producerOf(document), destroy);
  },
};

/** A document of pdf.js's own, and what ends it. @throws DisclosureError */
export async function openWithPdfjs(
  bytes: Uint8Array,
  password: string | undefined,
): Promise<{ readonly document: PDFDocumentProxy; readonly destroy: () => Promise<void> }> {
  const task = getDocument({
    // pdf.js transfers the buffer away, and takes no Buffer: it gets a copy.
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    cMapUrl: `${ASSETS}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    wasmUrl: `${ASSETS}wasm/`,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: NO_IMAGES,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return { document: await task.promise, destroy: () => task.destroy() };
  } catch (cause) {
    await task.destroy();
    throw openingError(cause, password);
  }
}

class PdfjsDocument implements OpenPdf {
  readonly pages: number;

  constructor(
    private readonly document: PDFDocumentProxy,
    readonly producer: string | null,
    private readonly destroy: () => Promise<void>,
  ) {
    this.pages = document.numPages;
  }

  async read(number: number): Promise<Page | UnreadPage> {
    try {
      return await this.readPage(await this.document.getPage(number));
    } catch (cause) {
      return { number, width: 0, height: 0, rotation: 0, ...problem(cause) };
    }
  }

  private async readPage(page: PDFPageProxy): Promise<Page | UnreadPage> {
    const viewport = page.getViewport({ scale: 1 });
    const { width, height, rotation } = viewport;
    const size = { number: page.pageNumber, width, height, rotation };
    try {
      const [printed, list] = [await printedCharacters(page), await page.getOperatorList()];
      const isShown = await this.optionalContent();
      const lookup: Lookup = { font: (id) => fontOf(page, id), isShown };
      const marks = operatorsToMarks(list as OperatorList, viewport.transform as unknown as Matrix, [0, 0, width, height], lookup);
      const shown = countShown(list as OperatorList);
      if (shown < printed) return { ...size, problem: `pdf.js lost text: ${shown} glyphs painted of ${printed} characters` };
      return { ...size, ...marks };
    } catch (cause) {
      return { ...size, ...problem(cause) };
    } finally {
      page.cleanup();
    }
  }

  close(): Promise<void> {
    return this.destroy();
  }

  private async optionalContent(): Promise<Lookup['isShown']> {
    const config = await this.document.getOptionalContentConfig({ intent: 'display' });
    return (group) => group === null || group === undefined || config.isVisible(group);
  }
}

/**
 * The tripwire: on every sound page the operators paint at least as many glyphs as the text content has characters.
 * Fewer means that pdf.js gave up in the middle of the content stream, silently.
 */
async function printedCharacters(page: PDFPageProxy): Promise<number> {
  const content = await page.getTextContent({ disableNormalization: true });
  let count = 0;
  for (const item of content.items) if ('str' in item) count += [...item.str.replace(/\s+/gu, '')].length;
  return count;
}

function countShown(list: OperatorList): number {
  let count = 0;
  for (let i = 0; i < list.fnArray.length; i++) {
    if (list.fnArray[i] !== OPS.showText) continue;
    const [shown] = list.argsArray[i] as [({ unicode: string } | number)[]];
    for (const item of shown) if (typeof item !== 'number') count += [...item.unicode.replace(/\s+/gu, '')].length;
  }
  return count;
}

/** The parts of pdf.js's font object that its types leave out. */
interface PdfjsFont {
  name?: string;
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
  defaultVMetrics?: [number, number, number];
}

/** Vertical metrics where the font declares none: ISO 32000-1, table 117, DW2. */
const DEFAULT_VERTICAL_METRICS = [-1000, 500, 880] as const;

function fontOf(page: PDFPageProxy, id: string): Font {
  const font = page.commonObjs.get(id) as PdfjsFont;
  return {
    id,
    name: font.name ?? id,
    vertical: font.vertical ?? false,
    type3: font.isType3Font ?? false,
    unit: font.fontMatrix?.[0] ?? 0.001,
    defaultVerticalMetrics: font.defaultVMetrics ?? DEFAULT_VERTICAL_METRICS,
  };
}

async function producerOf(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata();
  const producer = (info as Record<string, unknown>)['Producer'];
  return typeof producer === 'string' && producer.trim() !== '' ? producer.trim() : null;
}

function openingError(cause: unknown, password: string | undefined): DisclosureError {
  const { name, code } = cause as { name?: string; code?: number };
  if (name === 'PasswordException') {
    return code === PasswordResponses.INCORRECT_PASSWORD && password !== undefined
      ? new DisclosureError('wrong-password', 'The password does not open this PDF.', { cause })
      : new DisclosureError('encrypted', 'This PDF needs a password to open. Pass it with --password.', { cause });
  }
  return new DisclosureError('damaged', `The PDF is damaged and cannot be opened (${messageOf(cause)}).`, { cause });
}

/** pdf.js throws errors of every kind on damaged pages, and the walk over its operators does; only what an invariant of ours catches is ours. */
function problem(cause: unknown): Pick<UnreadPage, 'problem' | 'ours'> {
  return { problem: messageOf(cause), ...(cause instanceof InvariantError && { ours: true }) };
}
