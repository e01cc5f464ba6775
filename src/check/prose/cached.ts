/** A function of a declaration that works its result out once for each: an index of it, or patterns built of its words. */
export function oncePer<Declaration extends object, Result extends object>(
  build: (declaration: Declaration) => Result,
): (declaration: Declaration) => Result {
  const results = new WeakMap<Declaration, Result>();
  return (declaration) => {
    const known = results.get(declaration);
    if (known) return known;
    const result = build(declaration);
    results.set(declaration, result);
    return result;
  };
}
