import type { Node } from './onnx.js';
import type { FloatTensor, View } from './view.js';

/** A sum or product of what is computed and what is constant. */
export interface WithConstant {
  /** What is computed. */
  readonly computed: string;
  readonly constant: FloatTensor;
}

/** The two sides of an `Add`, `Mul`, `Sub` or `Div` of which the second is constant, or, where order does not matter, either. */
export function withConstant({ op, inputs }: Node, view: View): WithConstant | null {
  const [a = '', b = ''] = inputs;
  const [left, right] = [view.constant(a), view.constant(b)];
  if (right && !left) return { computed: a, constant: right };
  if (left && !right && (op === 'Add' || op === 'Mul')) return { computed: b, constant: left };
  return null;
}

/** The one number that a constant holds, where it gives what it meets no further dimension; null otherwise. */
export function asNumber({ dims, floats }: FloatTensor, rank: number | null): number | null {
  const [only, ...others] = floats;
  return only !== undefined && others.length === 0 && dims.length <= (rank ?? 0) ? only : null;
}

/** A constant that holds one number, or one for each channel, of a tensor with so many channels and dimensions; null otherwise. */
export function perChannel({ dims, floats }: FloatTensor, channels: number, rank: number): Float32Array | null {
  if (dims.length > rank) return null;
  const shape = [...Array.from({ length: rank - dims.length }, () => 1), ...dims];
  if (!shape.every((n, i) => n === 1 || (i === 1 && n === channels))) return null;
  return floats.length === channels ? floats : new Float32Array(channels).fill(floats[0] ?? 0);
}
