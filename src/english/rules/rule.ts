/** What a rule is called and asks for in English, and how a finding of it is told. */
export interface EnglishRule {
  readonly title: string;
  /** What must hold. */
  readonly formula: string;
  /**
   * Sentences about a finding; the first one that has all its parts is told, one behind a pattern only where the Chinese message has that.
   * Parts are `{where}` (page, table, row and column of its first
   * cell), `{page}`, `{table}`, `{found}`, `{expected}`, `{difference}` (with the unit that the Chinese message prints), and `{1}`, `{2}` …, what
   * that message has in quotation marks, in order. Absent where the rule is an identity of amounts, of which all findings are told alike.
   */
  readonly says?: readonly (string | readonly [when: RegExp, says: string])[];
  /** Its first sentence says all that a Chinese message of one sentence does. */
  readonly tellsAll?: true;
}

export type EnglishRules = Readonly<Record<string, EnglishRule>>;
