import { attributeOf, floatAttribute, type Node } from './onnx.js';
import { asNumber, withConstant } from './operands.js';
import type { Rewriting, View } from './view.js';

/**
 * `Clip(x + k, 0, m) / m` is one `HardSigmoid`, and `y * Clip(x + k, 0, m) / m`, of which `x * …` is a hard swish, is a product with one.
 * @param node a `Clip`
 */
export function hardSigmoid(node: Node, view: View): Rewriting | null {
  if (node.op !== 'Clip') return null;
  const [sum = '', output = ''] = [node.inputs[0], node.outputs[0]];
  const [low, high] = limits(node, view);
  const shift = view.giver(sum);
  if (low !== 0 || high === null || high <= 0 || shift?.op !== 'Add' || !view.onlyTaker(sum)) return null;
  const shifted = withConstant(shift, view);
  const by = shifted && asNumber(shifted.constant, view.rank(shifted.computed));
  if (!shifted || by === null) return null;
  const sigmoid: Node = {
    op: 'HardSigmoid',
    domain: '',
    inputs: [shifted.computed],
    outputs: [output],
    attributes: [floatAttribute('alpha', 1 / high), floatAttribute('beta', by / high)],
    rest: [],
  };
  const next = view.onlyTaker(output);
  if (!next) return null;
  if (dividesBy(next, output, high, view)) {
    return {
      places: new Map([
        [shift, []],
        [node, []],
        [next, [{ ...sigmoid, outputs: next.outputs }]],
      ]),
      constants: [],
    };
  }
  const [product = ''] = next.outputs;
  const last = next.op === 'Mul' ? view.onlyTaker(product) : null;
  if (!last || !dividesBy(last, product, high, view)) return null;
  return {
    places: new Map<Node, Node[]>([
      [shift, []],
      [node, [sigmoid]],
      [next, []],
      [last, [{ ...next, outputs: last.outputs }]],
    ]),
    constants: [],
  };
}

/** The least and the greatest a `Clip` lets through, by attribute or input; null where that is not constant or not given. */
function limits(node: Node, view: View): [number | null, number | null] {
  const [, low = '', high = ''] = node.inputs;
  const limit = (name: string, attribute: string) =>
    view.constant(name)?.floats[0] ?? (name === '' ? (attributeOf(node, attribute)?.float ?? null) : null);
  return [limit(low, 'min'), limit(high, 'max')];
}

function dividesBy(node: Node, computed: string, by: number, view: View): boolean {
  const sides = node.op === 'Div' ? withConstant(node, view) : null;
  return sides?.computed === computed && asNumber(sides.constant, view.rank(computed)) === by;
}
