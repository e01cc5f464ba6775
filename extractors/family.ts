import type { AcrossDeclaration } from './across.js';
import type { BetweenRule } from './claims.js';
import type { DocumentKind } from './document-kind.js';
import type { FormDeclaration } from './form.js';
import type { NamingWords } from './naming.js';
import type { Presentation } from './presentation.js';
import type { ProseDeclaration } from './prose.js';
import type { RuleDeclaration } from './rule.js';

/**
 * Documents of one family are published with one set of forms: final accounts (决算), budgets. A family is a folder beside this file that
 * declares all that the code needs to know of it; `families.ts` lists them. The code takes a family as a parameter and knows none by name.
 */
export interface DocumentFamily extends DocumentNames {
  readonly id: string;
  /** Its forms, in the order they are published in. */
  readonly forms: readonly FormDeclaration[];
  /** What must agree in and between its tables, with words, in the order people read it. */
  readonly rules: readonly RuleDeclaration[];
  /** What must agree between its forms. */
  readonly between: readonly BetweenRule[];
  /** What must agree between its documents; null where nothing is declared. */
  readonly across: AcrossDeclaration | null;
  readonly titles: TitleWords;
  /** What its prose restates; null where no prose is checked. */
  readonly prose: ProseDeclaration | null;
  /** What the files show of its documents beside what the documents hold. */
  readonly presentation: Presentation;
  /** Labels that make a row a total, whatever its form. */
  readonly totalLabels: readonly string[];
  /** Words that are printed in its tables and stand in no form's declaration and no code book: OCR completes what it reads by them. */
  readonly words: readonly string[];
}

/** What documents are called. */
export interface DocumentNames {
  /** What they account for: 决算. */
  readonly account: string;
  /** `document.kind`: 部门决算, 单位决算. */
  readonly kinds: readonly DocumentKind[];
  /** The words that stand around their publisher's name. */
  readonly naming: NamingWords;
}

/** How the titles and numbers of a family's tables are printed. */
interface TitleWords {
  /** What tables are published as, in messages: 部门决算公开. */
  readonly publication: string;
  /** Words that may stand before any title and say nothing of which money it is about. */
  readonly neutral: readonly string[];
  /** Words in brackets behind a title that make it another table's. */
  readonly distinguishing: readonly string[];
  /** What stands before 表 and a table's number: 公开01表. */
  readonly numberPrefixes: readonly string[];
}

/** What a form of some family is called; 其他表 for the id of none. */
export const formName = (form: string, families: readonly Pick<DocumentFamily, 'forms'>[]): string =>
  families.flatMap(({ forms }) => forms).find(({ id }) => id === form)?.name ?? '其他表';
