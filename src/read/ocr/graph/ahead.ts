import { ahead, type Convolution, eachChannel, toConvolution } from './convolution.js';
import type { Node, Tensor } from './onnx.js';
import { asNumber, withConstant } from './operands.js';
import type { Rewriting, View } from './view.js';

/**
 * A number that multiplies what only convolutions take becomes part of their weights, and so does one that is added then. Where one of them
 * is padded, the sum cannot: zeros come in from beyond the edges, and nothing is added to them. It becomes a convolution of its own, of
 * each channel and pixel by itself, so that nothing has to be laid out anew between two convolutions.
 * @param node the last step before the convolutions
 */
export function aheadOfConvolutions(node: Node, view: View): Rewriting | null {
  const [output = ''] = node.outputs;
  const convolutions = takersOf(output, view);
  const [first] = convolutions ?? [];
  if (!convolutions || !first) return null;
  const sum = withNumber(node, 'Add', view);
  const factor = sum ? view.giver(sum.computed) : node;
  const product = factor && (!sum || view.onlyTaker(sum.computed) === node) ? withNumber(factor, 'Mul', view) : null;
  const computed = product?.computed ?? sum?.computed;
  if (computed === undefined) return null;
  const line = { by: product?.number ?? 1, plus: sum?.number ?? 0 };
  const places = new Map<Node, Node[]>([[node, []]]);
  if (factor && product) places.set(factor, []);
  if (sum && convolutions.some((convolution) => convolution.isPadded)) {
    const own = eachChannel(computed, output, first, line, view);
    return { places: places.set(node, [own.node]), constants: own.constants };
  }
  const constants: Tensor[] = [];
  for (const convolution of convolutions) {
    const put = ahead(convolution, line, view);
    places.set(convolution.node, [{ ...put.node, inputs: [computed, ...put.node.inputs.slice(1)] }]);
    constants.push(...put.constants);
  }
  return { places, constants };
}

/** The convolutions that take a tensor, where nothing else does. */
function takersOf(name: string, view: View): Convolution[] | null {
  const takers = view.takers(name);
  if (!takers || takers.length === 0) return null;
  const convolutions = takers.flatMap((taker) => toConvolution(taker, view) ?? []);
  return convolutions.length === takers.length ? convolutions : null;
}

/** The sides of a sum or product of which one is a number. */
function withNumber(node: Node, op: 'Add' | 'Mul', view: View): { readonly computed: string; readonly number: number } | null {
  const sides = node.op === op ? withConstant(node, view) : null;
  const number = sides && asNumber(sides.constant, view.rank(sides.computed));
  return sides && number !== null ? { computed: sides.computed, number } : null;
}
