/** The arguments of operators. pdf.js types them loosely; these throw where one is not what the walk expects. */

/** @throws TypeError */
export function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`operator argument is ${typeof value}, not a number`);
  return value;
}

/** @throws TypeError */
export function numbers(value: unknown): ArrayLike<number> & Iterable<number> {
  if (value instanceof Float32Array || (Array.isArray(value) && value.every((n) => typeof n === 'number'))) return value;
  throw new TypeError('operator argument is no list of numbers');
}

/** @throws TypeError */
export function array(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('operator argument is no list');
  return value;
}

/** Empty where the argument is no object. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
