import { attributeOf, intAttribute, type Node, type Tensor } from './onnx.js';
import type { FloatTensor, View } from './view.js';

/** A convolution whose weights are constant. */
export interface Convolution {
  readonly node: Node;
  readonly weights: FloatTensor;
  /** One for each channel it gives. */
  readonly bias: Float32Array;
  /** Takes in zeros from beyond the edges. */
  readonly isPadded: boolean;
}

/** A `Conv`, or a `ConvTranspose` of one group, with constant weights; null for other nodes. */
export function toConvolution(node: Node | undefined, view: View): Convolution | null {
  if (node?.op !== 'Conv' && node?.op !== 'ConvTranspose') return null;
  const [input = '', kernel = '', addend = ''] = node.inputs;
  const weights = view.constant(kernel);
  const own = view.constant(addend);
  if (!weights || view.constant(input) || (addend !== '' && !own)) return null;
  if (node.op === 'ConvTranspose' && groupsOf(node) !== 1) return null;
  const pads = attributeOf(node, 'pads')?.ints ?? [];
  const isPadded = node.op === 'ConvTranspose' || attributeOf(node, 'auto_pad') !== undefined || pads.some((n) => n !== 0);
  return { node, weights, bias: own?.floats ?? new Float32Array(weights.dims[channelsOf(node)] ?? 0), isPadded };
}

const groupsOf = (node: Node): number => attributeOf(node, 'group')?.int ?? 1;

/** The dimension of the weights that counts the channels given. */
const channelsOf = ({ op }: Node): 0 | 1 => (op === 'Conv' ? 0 : 1);

/** What is made of a number: `by · x + plus`. */
export interface Line<T> {
  readonly by: T;
  readonly plus: T;
}

interface Replaced {
  readonly node: Node;
  readonly constants: readonly Tensor[];
}

/** The convolution that gives `by · x + plus` where this one gives x, channel by channel. */
export function behind({ node, weights, bias }: Convolution, { by, plus }: Line<Float32Array>, view: View): Replaced {
  const floats = Float32Array.from(weights.floats);
  for (const { channel, from, to } of runsOf(node, weights)) {
    const factor = by[channel] ?? 1;
    for (let i = from; i < to; i++) floats[i] = (floats[i] ?? 0) * factor;
  }
  return withWeights(
    node,
    { ...weights, floats },
    bias.map((b, channel) => b * (by[channel] ?? 1) + (plus[channel] ?? 0)),
    view,
  );
}

/** The convolution that makes of x what this one makes of `by · x + plus`; `plus` must be 0 where it is padded. */
export function ahead({ node, weights, bias }: Convolution, { by, plus }: Line<number>, view: View): Replaced {
  const floats = Float32Array.from(weights.floats);
  const added = Float32Array.from(bias);
  for (const { channel, from, to } of runsOf(node, weights)) {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const weight = floats[i] ?? 0;
      sum += weight;
      floats[i] = weight * by;
    }
    added[channel] = (added[channel] ?? 0) + plus * sum;
  }
  return withWeights(node, { ...weights, floats }, added, view);
}

/** The convolution that gives `by · x + plus` of each channel and pixel of x, of which another convolution takes the result. */
export function eachChannel(input: string, output: string, taker: Convolution, { by, plus }: Line<number>, view: View): Replaced {
  const { dims } = taker.weights;
  const channels = taker.node.op === 'Conv' ? (dims[1] ?? 1) * groupsOf(taker.node) : (dims[0] ?? 1);
  const node: Node = {
    op: 'Conv',
    domain: '',
    inputs: [input],
    outputs: [output],
    attributes: [intAttribute('group', channels)],
    rest: [],
  };
  const weights = { name: '', dims: [channels, ...dims.slice(1).map(() => 1)], floats: new Float32Array(channels).fill(by), rest: [] };
  return withWeights(node, weights, new Float32Array(channels).fill(plus), view);
}

function withWeights(node: Node, weights: FloatTensor, bias: Float32Array, view: View): Replaced {
  const [input = ''] = node.inputs;
  const [output = ''] = node.outputs;
  const [kernel, addend] = [view.fresh(`${output}/weights`), view.fresh(`${output}/bias`)];
  return {
    node: { ...node, inputs: [input, kernel, addend] },
    constants: [
      { ...weights, name: kernel },
      { name: addend, dims: [bias.length], floats: bias, rest: [] },
    ],
  };
}

/** Weights that stand together and make the same channel. */
function* runsOf(node: Node, { dims, floats }: FloatTensor): Generator<{ channel: number; from: number; to: number }> {
  const dimension = channelsOf(node);
  const count = dims[dimension] ?? 1;
  const step = dims.slice(dimension + 1).reduce((product, n) => product * n, 1);
  for (let from = 0, run = 0; from < floats.length; from += step, run++) yield { channel: run % count, from, to: from + step };
}
