import type { Raster, Rect } from '../picture/raster.js';
import type { Step } from '../print/line.js';

/** The port to the engines that read pictures. `start.ts` starts its adapters, `paddle.ts` and `tesseract.ts`. */
export interface OcrEngines {
  /** Lines of print in a picture, in no particular order. */
  detect(picture: Raster): Promise<Rect[]>;
  /** The first engine: what stands in each of the crops, step by step. */
  recognise(picture: Raster, crops: readonly Rect[]): Promise<Step[][]>;
  /** The second engine, which knows nothing but numbers: each crop as one; '' where it sees none. */
  readNumbers(picture: Raster, crops: readonly Rect[]): Promise<string[]>;
}

/** The packages OCR needs are not there, or do not run on this machine. */
export class EnginesUnavailable extends Error {
  override readonly name = 'EnginesUnavailable';
}
