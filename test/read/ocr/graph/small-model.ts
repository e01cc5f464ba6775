import { PbfWriter } from 'pbf';
import { type Attribute, floatAttribute, intAttribute, type Node, type Tensor } from '../../../../src/read/ocr/graph/onnx.js';
import { readModel } from '../../../../src/read/ocr/graph/read-model.js';
import { writeModel } from '../../../../src/read/ocr/graph/write-model.js';

/** What a small model is made of. The picture it takes is `x`. */
export interface Small {
  readonly nodes: readonly Node[];
  readonly constants?: readonly Tensor[];
  readonly outputs?: readonly string[];
  /** Of `x`: 1 × channels × height × width, unless told otherwise. */
  readonly shape?: readonly number[];
  /** Of the format and of the operators. */
  readonly versions?: readonly [number, number];
  /** Other inputs: their shapes. */
  readonly inputs?: Readonly<Record<string, readonly number[]>>;
}

export const SHAPE = [1, 2, 4, 5];

export function smallModel({ nodes, constants = [], outputs = ['y'], shape = SHAPE, versions = [8, 13], inputs = {} }: Small): Uint8Array {
  const [version, operators] = versions;
  const taken = Object.entries({ x: shape, ...inputs }).map(([name, dims]) => message(11, (pbf) => writeValue(name, dims, pbf)));
  const left = outputs.map((name) => message(12, (pbf) => writeValue(name, null, pbf)));
  const graph = { nodes, constants, inputs: [], outputs: [], rest: [message(2, 'small'), ...taken, ...left] };
  const set = message(8, (pbf) => {
    pbf.writeStringField(1, '');
    pbf.writeVarintField(2, operators);
  });
  return writeModel({ graph, version, operators, rest: [field((pbf) => pbf.writeVarintField(1, version)), set] });
}

export const node = (op: string, inputs: readonly string[], output: string, ...attributes: readonly Attribute[]): Node => ({
  op,
  domain: '',
  inputs,
  outputs: [output],
  attributes,
  rest: [],
});

export const tensor = (name: string, dims: readonly number[], floats: readonly number[]): Tensor => ({
  name,
  dims,
  floats: Float32Array.from(floats),
  rest: [],
});

/** A constant of one number and no dimension. */
export const number = (name: string, value: number): Tensor => tensor(name, [], [value]);

/** Weights that differ from each other. */
export const weights = (name: string, ...dims: readonly number[]): Tensor =>
  tensor(
    name,
    dims,
    Array.from({ length: dims.reduce((product, n) => product * n, 1) }, (_, i) => Math.sin(i + name.length)),
  );

export const float = floatAttribute;
export const int = intAttribute;
/** `AttributeProto.AttributeType.INTS` is 7. */
export const ints = (name: string, ...values: readonly number[]): Attribute => ({ name, type: 7, ints: values, rest: [] });
export const PADS = ints('pads', 1, 1, 1, 1);

/** The numbers of a hard sigmoid. */
export const LIMITS = [number('three', 3), number('six', 6), number('zero', 0)];

/** A convolution of `x` into three channels, and its weights. */
export const W = weights('w', 3, 2, 3, 3);
export const B = tensor('b', [3], [0.5, -1, 2]);
export const conv = node('Conv', ['x', 'w', 'b'], 'c', PADS);

/** The operators of a model's nodes, in their order. */
export const operatorsOf = (file: Uint8Array): string[] => readModel(file).graph.nodes.map(({ op }) => op);

function writeValue(name: string, dims: readonly number[] | null, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  const shape = message(2, (inner) => {
    for (const dim of dims ?? []) inner.writeMessage(1, (value, own) => own.writeVarintField(1, value), dim);
  });
  const type = Buffer.concat([field((own) => own.writeVarintField(1, 1)), dims ? shape : new Uint8Array()]);
  pbf.writeMessage(2, (bytes, own) => own.writeBytesField(1, bytes), type);
}

function field(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish();
}

const message = (tag: number, content: string | ((pbf: PbfWriter) => void)): Uint8Array =>
  field((pbf) => (typeof content === 'string' ? pbf.writeStringField(tag, content) : pbf.writeBytesField(tag, field(content))));
