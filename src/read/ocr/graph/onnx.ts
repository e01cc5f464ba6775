/** An ONNX file as far as graphs are rewritten. Fields that are not read by name are kept as they stood. */
export interface Model {
  readonly graph: Graph;
  /** The version of the format, and that of the standard's operators. */
  readonly version: number;
  readonly operators: number;
  readonly rest: Rest;
}

export interface Graph {
  /** Each stands behind those whose outputs it takes. */
  readonly nodes: readonly Node[];
  readonly constants: readonly Tensor[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rest: Rest;
}

export interface Node {
  readonly op: string;
  /** '' for the standard's own operators. */
  readonly domain: string;
  /** Names of tensors; '' where an optional one is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly rest: Rest;
}

/** One of its kinds of value is there; of kinds that no rewriting asks for, none. */
export interface Attribute {
  readonly name: string;
  /** `AttributeProto.AttributeType`. */
  readonly type: number;
  readonly float?: number;
  readonly int?: number;
  readonly ints?: readonly number[];
  readonly tensor?: Tensor;
  readonly rest: Rest;
}

export interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** null where it holds something else than 32-bit floats. */
  readonly floats: Float32Array | null;
  readonly rest: Rest;
}

/** Fields with their tags, as bytes. */
export type Rest = readonly Uint8Array[];

/** `AttributeProto.AttributeType`. */
const [FLOAT, INT, GRAPH, GRAPHS] = [1, 2, 5, 10];

export const floatAttribute = (name: string, float: number): Attribute => ({ name, type: FLOAT, float, rest: [] });

export const intAttribute = (name: string, int: number): Attribute => ({ name, type: INT, int, rest: [] });

export const attributeOf = ({ attributes }: Node, name: string): Attribute | undefined =>
  attributes.find((attribute) => attribute.name === name);

/** Whether a node runs graphs of its own, which may take any tensor of the one it stands in. */
export const holdsGraph = ({ attributes }: Node): boolean => attributes.some(({ type }) => type === GRAPH || type === GRAPHS);
