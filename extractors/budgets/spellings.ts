/**
 * The ways in which a title is spelled, from one line: what stands in `[…]` may be missing, of `{a|b}` one stands there.
 * `收[支]表` → 收表, 收支表. Brackets do not nest.
 */
export function spellings(line: string): string[] {
  const open = /\[([^\]]*)\]|\{([^}]*)\}/u.exec(line);
  if (!open) return [line];
  const before = line.slice(0, open.index);
  const choices = open[1] === undefined ? (open[2] ?? '').split('|') : ['', open[1]];
  const rest = spellings(line.slice(open.index + open[0].length));
  return choices.flatMap((choice) => rest.map((end) => before + choice + end));
}
