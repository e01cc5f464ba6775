import { PbfWriter } from 'pbf';
import type { Attribute, Graph, Model, Node, Tensor } from './onnx.js';

/** Bytes, one after the other: weights are copied once, when all is put together. */
type Parts = readonly Uint8Array[];

/** `TensorProto.DataType.FLOAT`, and the wire type of nested messages and bytes. */
const FLOATS = 1;
const NESTED = 2;

/** A model → an ONNX file. Fields have the numbers of onnx.proto3. */
export function writeModel({ graph, rest }: Model): Uint8Array {
  return Buffer.concat([...nested(7, graphParts(graph)), ...rest]);
}

function graphParts({ nodes, constants, rest }: Graph): Parts {
  return [
    ...nodes.flatMap((node) => nested(1, nodeParts(node))),
    ...constants.flatMap((constant) => nested(5, tensorParts(constant))),
    ...rest,
  ];
}

function nodeParts({ op, domain, inputs, outputs, attributes, rest }: Node): Parts {
  const names = fields((pbf) => {
    for (const input of inputs) pbf.writeStringField(1, input);
    for (const output of outputs) pbf.writeStringField(2, output);
    pbf.writeStringField(4, op);
    pbf.writeStringField(7, domain);
  });
  return [names, ...attributes.flatMap((attribute) => nested(5, attributeParts(attribute))), ...rest];
}

function attributeParts({ name, type, float, int, ints, tensor, rest }: Attribute): Parts {
  const own = fields((pbf) => {
    pbf.writeStringField(1, name);
    if (float !== undefined) pbf.writeFloatField(2, float);
    if (int !== undefined) pbf.writeVarintField(3, int);
    for (const each of ints ?? []) pbf.writeVarintField(8, each);
    pbf.writeVarintField(20, type);
  });
  return [own, ...(tensor ? nested(5, tensorParts(tensor)) : []), ...rest];
}

function tensorParts({ name, dims, floats, rest }: Tensor): Parts {
  const own = fields((pbf) => {
    pbf.writeStringField(8, name);
    if (floats === null) return;
    for (const dim of dims) pbf.writeVarintField(1, dim);
    pbf.writeVarintField(2, FLOATS);
  });
  const raw = floats ? nested(9, [new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength)]) : [];
  return [own, ...raw, ...rest];
}

function fields(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish();
}

/** A field whose value is bytes. */
function nested(field: number, parts: Parts): Parts {
  const head = fields((pbf) => {
    pbf.writeTag(field, NESTED);
    pbf.writeVarint(parts.reduce((sum, part) => sum + part.length, 0));
  });
  return [head, ...parts];
}
