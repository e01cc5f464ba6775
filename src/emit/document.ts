import type { DocumentFamily } from '../../extractors/family.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { must } from '../base/invariant.js';
import type { SumOfCells } from '../model/sums.js';
import { type JudgedFindings, NOT_JUDGED } from '../triage/judged.js';

/** A document to be written: its result, and what the files show beside it. */
export interface WrittenDocument {
  readonly disclosure: Disclosure;
  /** Null where nothing could be read: then it has no tables. */
  readonly family: DocumentFamily | null;
  /** The sums that its tables print. */
  readonly sums: readonly SumOfCells[];
  /** Of each table: rows whose amounts are contained in those of a line above them. */
  readonly detailRows: readonly ReadonlySet<number>[];
  /** What a person thinks of its findings. */
  readonly judged: JudgedFindings;
}

/** A document of which only the result is known: JSON and CSV can be written of it, and nothing else where it has tables. */
export const withoutDraft = (disclosure: Disclosure): WrittenDocument => ({
  disclosure,
  family: null,
  sums: [],
  detailRows: [],
  judged: NOT_JUDGED,
});

/** The family of a document whose tables are shown. */
export const familyOf = ({ family }: WrittenDocument): DocumentFamily => must(family, 'the family of a document with tables');
