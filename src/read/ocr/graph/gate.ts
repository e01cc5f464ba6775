import type { Node } from './onnx.js';
import type { Rewriting, View } from './view.js';

/** `x + x · g` is `x · (g + 1)`, which adds to less, where g is one number for each channel: one that was a mean over all of its pixels. */
export function gatedSum(node: Node, view: View): Rewriting | null {
  if (node.op !== 'Add') return null;
  for (const [x = '', scaled = ''] of [node.inputs, node.inputs.toReversed()]) {
    const product = view.giver(scaled);
    if (product?.op !== 'Mul' || view.onlyTaker(scaled) !== node || !product.inputs.includes(x)) continue;
    const gate = product.inputs.find((name) => name !== x);
    if (gate === undefined || view.constant(gate)) continue;
    const one = view.fresh(`${scaled}/one`);
    return {
      places: new Map<Node, Node[]>([
        [product, [{ ...product, op: 'Add', inputs: [gate, one] }]],
        [node, [{ ...node, op: 'Mul', inputs: [x, scaled] }]],
      ]),
      constants: [{ name: one, dims: [], floats: Float32Array.of(1), rest: [] }],
    };
  }
  return null;
}
