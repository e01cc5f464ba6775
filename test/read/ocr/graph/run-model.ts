import type { InferenceSession } from 'onnxruntime-node';
import { SHAPE } from './small-model.js';

/** Relative to the greatest number: what rounding may change. */
export const TOLERANCE = 1e-4;

/** ONNX Runtime as the program starts it: it reads the environment when it is loaded. */
async function runtime(): Promise<typeof import('onnxruntime-node')> {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
  return import('onnxruntime-node');
}

/** What a model gives of pictures that are noise, but always the same: the numbers of its outputs, one after the other. */
export async function run(file: Uint8Array, shape: readonly number[] = SHAPE, others: Readonly<Record<string, readonly number[]>> = {}) {
  const { InferenceSession, Tensor } = await runtime();
  const session: InferenceSession = await InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  try {
    const noise = (dims: readonly number[]) =>
      new Tensor(
        'float32',
        Float32Array.from({ length: dims.reduce((product, n) => product * n, 1) }, (_, i) => 4 * Math.sin(i * i + 1)),
        dims,
      );
    const [first = 'x'] = session.inputNames;
    const given = { [first]: noise(shape), ...Object.fromEntries(Object.entries(others).map(([name, dims]) => [name, noise(dims)])) };
    const results = await session.run(given);
    return session.outputNames.map((name) => {
      const result = results[name];
      if (!(result?.data instanceof Float32Array)) throw new TypeError('no floats');
      return { dims: [...result.dims], data: result.data };
    });
  } finally {
    await session.release();
  }
}

/** The greatest difference between what two models give, relative to the greatest number; infinite where shapes differ. */
export async function difference(
  a: Uint8Array,
  b: Uint8Array,
  shape?: readonly number[],
  others?: Readonly<Record<string, readonly number[]>>,
) {
  const [first, second] = [await run(a, shape, others), await run(b, shape, others)];
  if (JSON.stringify(first.map(({ dims }) => dims)) !== JSON.stringify(second.map(({ dims }) => dims))) return Number.POSITIVE_INFINITY;
  let [most, greatest] = [0, 1];
  first.forEach(({ data }, output) => {
    data.forEach((value, i) => {
      most = Math.max(most, Math.abs(value - (second[output]?.data[i] ?? Number.NaN)));
      greatest = Math.max(greatest, Math.abs(value));
    });
  });
  return most / greatest;
}
