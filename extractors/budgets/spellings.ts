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

const sortedBy = (classification: string): string[] => [
  ...spellings(`[按][支出]${classification}分类[科目][分]`),
  ...spellings(`[按]${classification}科目[分]`),
];

const withBalances = (tails: readonly string[]): string[] => tails.flatMap((tail) => [tail, `${tail}不含上年结转`]);

/** What may stand in brackets behind a title to say that its rows are function codes, or economic ones. */
export const BY_FUNCTION: readonly string[] = withBalances(sortedBy('功能'));
export const BY_ECONOMIC: readonly string[] = withBalances(sortedBy('经济'));

/** Each title with each of the endings. */
export const ending = (titles: readonly string[], endings: readonly string[]): string[] =>
  titles.flatMap((title) => endings.map((end) => title + end));
