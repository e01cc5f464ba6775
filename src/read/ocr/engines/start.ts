import { EnginesUnavailable, type OcrEngines } from './port.js';

/**
 * Loads the engines and their models: some hundred MB and a second. The caller keeps them for the process's life.
 * @throws EnginesUnavailable
 */
export async function startEngines(): Promise<OcrEngines> {
  // onnxruntime reports its use to its maker unless this is set, and keeps a database for that in the user's home. It reads the
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
