import { behind, type Convolution, type Line, toConvolution } from './convolution.js';
import { attributeOf, type Node } from './onnx.js';
import { perChannel, withConstant } from './operands.js';
import type { Rewriting, View } from './view.js';

/** What stands behind a convolution and multiplies its channels, or adds to them, becomes part of its weights. */
export function behindConvolution(node: Node, view: View): Rewriting | null {
  const computed = node.op === 'BatchNormalization' ? node.inputs[0] : withConstant(node, view)?.computed;
  const convolution = computed === undefined ? null : toConvolution(view.giver(computed), view);
  if (computed === undefined || !convolution || view.onlyTaker(computed) !== node) return null;
  const made = node.op === 'BatchNormalization' ? normalised(node, convolution, view) : combined(node, convolution, view);
  if (!made) return null;
  const [output = ''] = node.outputs;
  const { node: put, constants } = behind(convolution, made, view);
  return {
    places: new Map<Node, Node[]>([
      [convolution.node, []],
      [node, [{ ...put, outputs: [output] }]],
    ]),
    constants,
  };
}

/** An `Add`, `Sub`, `Mul` or `Div` of a constant. */
function combined(node: Node, { bias, weights }: Convolution, view: View): Line<Float32Array> | null {
  const channels = bias.length;
  const sides = withConstant(node, view);
  const values = sides && perChannel(sides.constant, channels, weights.dims.length);
  if (!values) return null;
  const [ones, zeros] = [new Float32Array(channels).fill(1), new Float32Array(channels)];
  switch (node.op) {
    case 'Add':
      return { by: ones, plus: values };
    case 'Sub':
      return { by: ones, plus: values.map((n) => -n) };
    case 'Mul':
      return { by: values, plus: zeros };
    case 'Div':
      return { by: values.map((n) => 1 / n), plus: zeros };
    default:
      return null;
  }
}

/** The standard's value, where a node does not give its own. */
const EPSILON = 1e-5;

/** A `BatchNormalization` as it is applied, not as it is taught. */
function normalised(node: Node, { bias: { length: channels } }: Convolution, view: View): Line<Float32Array> | null {
  if (node.outputs.length !== 1 || (attributeOf(node, 'training_mode')?.int ?? 0) !== 0) return null;
  const [, ...names] = node.inputs;
  const [scale, shift, mean, variance] = names
    .map((name) => view.constant(name)?.floats)
    .map((floats) => (floats?.length === channels ? floats : null));
  if (!scale || !shift || !mean || !variance) return null;
  const epsilon = attributeOf(node, 'epsilon')?.float ?? EPSILON;
  const by = scale.map((n, c) => n / Math.sqrt((variance[c] ?? 0) + epsilon));
  return { by, plus: shift.map((n, c) => n - (mean[c] ?? 0) * (by[c] ?? 0)) };
}
