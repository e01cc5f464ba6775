/** Something our own code promised and did not keep. It is caught where the part it concerns can be left out: never a document's fault. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** The value, which our own code has made sure is there. @throws InvariantError with `what` where it is not */
export function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new InvariantError(`${what} is missing`);
  return value;
}

/** The element at an index our own code has worked out. @throws InvariantError where there is none */
export function at<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index];
  if (item === undefined) throw new InvariantError(`there is no element ${index} of ${list.length}`);
  return item;
}
