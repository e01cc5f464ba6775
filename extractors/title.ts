/**
 * How titles are spelled: what stands in `[…]` may be missing, of `{a|b}` one stands there; both hold plain words only.
 * `[财务]收支{总表|总体情况表}` is 收支总表, 财务收支总表, 收支总体情况表 and 财务收支总体情况表.
 */
const PART = /\[([^\]]*)\]|\{([^}]*)\}/gu;

/** A title as the source of a regular expression. */
export const titlePattern = (title: string): string =>
  title.replace(PART, (_, missing?: string, one?: string) => (missing === undefined ? `(?:${one})` : `(?:${missing})?`));

/** The shortest spelling, of words that stand for each other the first. */
export const plainTitle = (title: string): string =>
  title.replace(PART, (_, missing?: string, one = '') => (missing === undefined ? (one.split('|')[0] ?? '') : ''));

/** What may stand behind a title to say that its rows bear function codes, or economic ones. */
export const BY_FUNCTION = '[按][支出]{功能分类|功能科目}[科目][分][不含上年结转]';
export const BY_ECONOMIC = '[按][支出]{经济分类|经济科目}[科目][分][不含上年结转]';
