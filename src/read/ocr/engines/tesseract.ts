import { createRequire } from 'node:module';
import path from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { type Raster, type Rect, scaleRect } from '../picture/raster.js';
import type { OcrEngines } from './port.js';

/** Vendored: nothing is fetched at run time, nothing is cached on disk. */
const DATA = path.join(path.dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
const ALPHABET = '0123456789.,-';
/** px. Height a crop is brought to, and white left around it. */
const HEIGHT = 48;
const BORDER = 12;
/** px. A crop is brought to at least so much width: tesseract reads nothing in a line of a few pixels. */
const NARROWEST = 8;

/** tesseract.js with nothing but digits and their signs in its alphabet. */
export async function startTesseract(): Promise<Pick<OcrEngines, 'readNumbers'>> {
  // Its errors come back by `recognize`; the handler would throw them a second time, where nothing catches them.
  const worker = await createWorker('eng', OEM.LSTM_ONLY, { langPath: DATA, cacheMethod: 'none', gzip: true, errorHandler: () => {} });
  await worker.setParameters({
    tessedit_char_whitelist: ALPHABET,
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    // Print is dark on light: what is read with doubt need not be read once more as light on dark.
    tessedit_do_invert: '0',
  });
  // Its thread must not keep a program alive that has nothing left to do.
  const thread = (worker as unknown as { readonly worker: Thread }).worker;
  thread.unref();
  return {
    readNumbers: async (picture, crops) => {
      thread.ref();
      try {
        const texts: string[] = [];
        for (const crop of crops) texts.push((await worker.recognize(toPgm(picture, crop))).data.text.trim());
        return texts;
      } finally {
        thread.unref();
      }
    },
  };
}

/** A crop as a portable greymap, white around it. */
function toPgm(picture: Raster, crop: Rect): Buffer {
  const [cropWidth, cropHeight] = [Math.max(1, crop.x1 - crop.x0), Math.max(1, crop.y1 - crop.y0)];
  const inner = Math.max(NARROWEST, Math.round((cropWidth * HEIGHT) / cropHeight));
  const [width, height] = [inner + 2 * BORDER, HEIGHT + 2 * BORDER];
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
  const image = Buffer.alloc(head.length + width * height, 255);
  head.copy(image);
  const grey = scaleRect(picture, crop, inner, HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < inner; x++) image[head.length + (y + BORDER) * width + x + BORDER] = Math.round(grey[y * inner + x] ?? 255);
  }
  return image;
}
