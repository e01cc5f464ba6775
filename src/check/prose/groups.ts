/** The named groups of a match; those that took no part are undefined. */
export type Groups = Readonly<Partial<Record<string, string>>>;

/** The named groups of a pattern in a text, none where it has none; null where it does not match. */
export const groupsOf = (pattern: RegExp, text: string): Groups | null => {
  const match = pattern.exec(text);
  return match && (match.groups ?? {});
};
