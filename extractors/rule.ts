/** Something that must hold, with its words for the people who check accounts: catalogue, docs and messages take them from here. */
export interface RuleDeclaration {
  /** As in `findings[].rule`. */
  readonly id: string;
  readonly title: string;
  /** What must hold, in words. */
  readonly formula: string;
  /** The years it holds for; every year where absent. */
  readonly years?: string;
}

/** Declares a rule. */
export const rule = <const Declared extends RuleDeclaration>(declared: Declared): Declared => declared;
