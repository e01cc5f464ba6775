import { PbfReader } from 'pbf';
import type { Attribute, Graph, Model, Node, Rest, Tensor } from './onnx.js';

/** How the fields of a message are read, by their numbers in onnx.proto3. */
type Readers = Readonly<Record<number, (pbf: PbfReader) => void>>;

/** `TensorProto.DataType.FLOAT`. */
const FLOATS = 1;

/** An ONNX file → its graph. @throws where the bytes are no protocol buffer */
export function readModel(bytes: Uint8Array): Model {
  let [version, operators] = [0, 0];
  let graph: Graph = { nodes: [], constants: [], inputs: [], outputs: [], rest: [] };
  const rest = readFields(bytes, {
    7: (pbf) => {
      graph = readGraph(pbf.readBytes());
    },
  });
  for (const field of rest) {
    readFields(field, {
      1: (pbf) => {
        version = pbf.readVarint();
      },
      8: (pbf) => {
        const set = readOperatorSet(pbf.readBytes());
        if (set.domain === STANDARD) operators = set.version;
      },
    });
  }
  return { graph, version, operators, rest };
}

function readOperatorSet(bytes: Uint8Array): { domain: string; version: number } {
  let [domain, version] = [STANDARD, 0];
  readFields(bytes, {
    1: (pbf) => {
      domain = toDomain(pbf.readString());
    },
    2: (pbf) => {
      version = pbf.readVarint();
    },
  });
  return { domain, version };
}

/** The domain of the standard's operators, which has two names. */
const STANDARD = '';
const toDomain = (name: string): string => (name === 'ai.onnx' ? STANDARD : name);

function readGraph(bytes: Uint8Array): Graph {
  const nodes: Node[] = [];
  const constants: Tensor[] = [];
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const rest = readFields(bytes, {
    1: (pbf) => nodes.push(readNode(pbf.readBytes())),
    5: (pbf) => constants.push(readTensor(pbf.readBytes())),
  });
  for (const field of rest) {
    readFields(field, {
      11: (pbf) => inputs.push(readName(pbf.readBytes())),
      12: (pbf) => outputs.push(readName(pbf.readBytes())),
    });
  }
  return { nodes, constants, inputs, outputs, rest };
}

/** The name of an input or output. */
function readName(bytes: Uint8Array): string {
  let name = '';
  readFields(bytes, {
    1: (pbf) => {
      name = pbf.readString();
    },
  });
  return name;
}

function readNode(bytes: Uint8Array): Node {
  let [op, domain] = ['', STANDARD];
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes: Attribute[] = [];
  const rest = readFields(bytes, {
    1: (pbf) => inputs.push(pbf.readString()),
    2: (pbf) => outputs.push(pbf.readString()),
    4: (pbf) => {
      op = pbf.readString();
    },
    5: (pbf) => attributes.push(readAttribute(pbf.readBytes())),
    7: (pbf) => {
      domain = toDomain(pbf.readString());
    },
  });
  return { op, domain, inputs, outputs, attributes, rest };
}

function readAttribute(bytes: Uint8Array): Attribute {
  let [name, type] = ['', 0];
  let float: number | null = null;
  let int: number | null = null;
  let tensor: Tensor | null = null;
  const ints: number[] = [];
  const rest = readFields(bytes, {
    1: (pbf) => {
      name = pbf.readString();
    },
    2: (pbf) => {
      float = pbf.readFloat();
    },
    3: (pbf) => {
      int = pbf.readVarint(true);
    },
    5: (pbf) => {
      tensor = readTensor(pbf.readBytes());
    },
    8: (pbf) => pbf.readPackedVarint(ints, true),
    20: (pbf) => {
      type = pbf.readVarint();
    },
  });
  return {
    name,
    type,
    ...(float !== null && { float }),
    ...(int !== null && { int }),
    ...(tensor !== null && { tensor }),
    ...(ints.length > 0 && { ints }),
    rest,
  };
}

/** @returns a tensor that holds floats as floats, any other one as it stands */
function readTensor(bytes: Uint8Array): Tensor {
  let [name, type]: [string, number] = ['', 0];
  let raw: Uint8Array | null = null;
  const [dims, listed]: [number[], number[]] = [[], []];
  const rest = readFields(bytes, {
    1: (pbf) => pbf.readPackedVarint(dims, true),
    2: (pbf) => {
      type = pbf.readVarint();
    },
    4: (pbf) => pbf.readPackedFloat(listed),
    8: (pbf) => {
      name = pbf.readString();
    },
    9: (pbf) => {
      raw = pbf.readBytes();
    },
  });
  const floats = raw === null ? Float32Array.from(listed) : toFloats(raw);
  const size = dims.reduce((product, n) => product * n, 1);
  if (type === FLOATS && rest.length === 0 && floats.length === size) return { name, dims, floats, rest };
  return { name, dims, floats: null, rest: [...readFields(bytes, { 8: (pbf) => pbf.readString() })] };
}

/** Their bytes stand anywhere in the file, the lowest first. */
function toFloats(raw: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(raw).buffer, 0, Math.floor(raw.length / Float32Array.BYTES_PER_ELEMENT));
}

/** Reads what has a reader. @returns all other fields */
function readFields(bytes: Uint8Array, readers: Readers): Rest {
  const pbf = new PbfReader(bytes);
  const rest: Uint8Array[] = [];
  for (;;) {
    const start = pbf.pos;
    const field = pbf.nextField();
    if (field === 0) return rest;
    const read = readers[field];
    if (read) {
      read(pbf);
      continue;
    }
    pbf.skip(pbf.type);
    rest.push(bytes.subarray(start, pbf.pos));
  }
}
