import { describe, test } from 'vitest';
import type { Tensor } from '../../../../src/read/ocr/graph/onnx.js';
import { becomes, stays } from './becomes.js';
import { B, conv, float, int, ints, LIMITS, node, number, PADS, SHAPE, type Small, tensor, W, weights } from './small-model.js';

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
