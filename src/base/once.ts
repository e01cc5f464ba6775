/** `make`, called at the first use and never again. A promise is kept as well, whatever becomes of it. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
