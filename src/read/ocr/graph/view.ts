import type { Graph, Node, Tensor } from './onnx.js';

/** What stands in the place of nodes, and the constants they need. */
export interface Rewriting {
  readonly places: ReadonlyMap<Node, readonly Node[]>;
  readonly constants: readonly Tensor[];
}

/** What the rules ask about a graph. */
export interface View {
  /** The node that gives a tensor. */
  giver(name: string): Node | undefined;
  /** The nodes that take a tensor, each once; null where it also leaves the graph, so that it must not change. */
  takers(name: string): readonly Node[] | null;
  /** The one node that takes a tensor, once; null where it is not the only one. */
  onlyTaker(name: string): Node | null;
  /** A constant of floats. */
  constant(name: string): FloatTensor | undefined;
  /** The number of dimensions of what convolutions and sums of them give; null where it is not known. */
  rank(name: string): number | null;
  /** A name like this one that no tensor has. */
  fresh(name: string): string;
}

export interface FloatTensor extends Tensor {
  readonly floats: Float32Array;
}

/** Give as many dimensions as they take. */
const KEEP_RANK = new Set(['BatchNormalization', 'Clip', 'GlobalAveragePool', 'HardSigmoid', 'Relu', 'Resize', 'Sigmoid']);
/** Give as many dimensions as the one of their inputs that has most. */
const WIDEN_RANK = new Set(['Add', 'Mul', 'Sub', 'Div']);

export function viewOf({ nodes, constants, inputs, outputs }: Graph): View {
  const givers = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const takers = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const name of node.inputs) {
      const list = takers.get(name);
      if (list) list.push(node);
      else takers.set(name, [node]);
    }
  }
  // What is an input as well is a default, no constant.
  const given = new Set(inputs);
  const values = new Map(
    constants.flatMap(({ floats, ...tensor }) =>
      floats && !given.has(tensor.name) ? [[tensor.name, { ...tensor, floats }] as const] : [],
    ),
  );
  const left = new Set(outputs);
  const ranks = new Map<string, number | null>([...values.values()].map(({ name, dims }) => [name, dims.length]));
  for (const node of nodes)
    for (const name of node.outputs)
      ranks.set(
        name,
        rankOf(node, (input) => ranks.get(input) ?? null),
      );
  const names = new Set([...givers.keys(), ...takers.keys(), ...constants.map(({ name }) => name), ...inputs, ...outputs]);
  return {
    giver: (name) => givers.get(name),
    takers: (name) => (left.has(name) ? null : [...new Set(takers.get(name) ?? [])]),
    onlyTaker: (name) => {
      const [taker, ...others] = takers.get(name) ?? [];
      return taker && others.length === 0 && !left.has(name) ? taker : null;
    },
    constant: (name) => values.get(name),
    rank: (name) => ranks.get(name) ?? null,
    fresh: (name) => {
      let free = name;
      while (names.has(free)) free += "'";
      return free;
    },
  };
}

function rankOf({ op, inputs }: Node, rank: (name: string) => number | null): number | null {
  const [first = '', second = ''] = inputs;
  if (op === 'Conv' || op === 'ConvTranspose') return rank(second);
  if (KEEP_RANK.has(op)) return rank(first);
  if (!WIDEN_RANK.has(op)) return null;
  const [a, b] = [rank(first), rank(second)];
  return a === null || b === null ? null : Math.max(a, b);
}
