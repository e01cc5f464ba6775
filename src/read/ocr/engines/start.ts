import type { Raster, Rect } from '../picture/raster.js';
import type { Frame } from '../print/ctc.js';

/** The port to the engines that look at pictures. Adapters: `engines/`. */
export interface Engines {
  /** Lines of print in a picture, in no particular order. */
  detect(picture: Raster): Promise<Rect[]>;
  /** What stands in each of the crops, step by step. */
  recognise(picture: Raster, crops: readonly Rect[]): Promise<Frame[][]>;
  /** The second witness: each crop as a number; '' where it sees none. */
  readNumbers(picture: Raster, crops: readonly Rect[]): Promise<string[]>;
}

/** The packages OCR needs are not there, or do not run on this machine. */
export class EnginesUnavailable extends Error {
  override readonly name = 'EnginesUnavailable';
}

let started: Promise<Engines> | null = null;

/** The engines of this process, started when first asked for. @throws EnginesUnavailable */
export function startEngines(): Promise<Engines> {
  started ??= load();
  return started;
}

async function load(): Promise<Engines> {
  // onnxruntime reports its use to its maker unless told not to, and keeps a database for that in the user's home. It reads the
  // environment when it is loaded.
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
  try {
    const [{ startPaddle }, { startTesseract }] = await Promise.all([import('./paddle.js'), import('./tesseract.js')]);
    const [paddle, tesseract] = await Promise.all([startPaddle(), startTesseract()]);
    return { ...paddle, ...tesseract };
  } catch (cause) {
    throw new EnginesUnavailable('OCR is not available here: its packages are missing or do not run on this machine.', { cause });
  }
}
