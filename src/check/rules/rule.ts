import type { Form } from '../../../schemas/disclosure.js';

/** What a finding may speak of, in words for the people who check final accounts. */
export interface Rule {
  /** As in `findings[].rule`. */
  readonly id: string;
  readonly title: string;
  /** What must hold, in words. */
  readonly formula: string;
  /** The forms it holds for; empty where it is not about a form. */
  readonly forms: readonly Form[];
  /** The years it holds for. */
  readonly years: string;
}

/** A rule before its forms are looked up. */
export type RuleWords = Pick<Rule, 'id' | 'title' | 'formula'> & Partial<Rule>;

export const EVERY_YEAR = '各年';
