import type { DocumentFamily } from '../../../extractors/family.js';
import { groupBy } from '../../base/group.js';
import type { ComparedDocument } from './compared.js';

/**
 * Whose a document of a family is, whatever the family and the year: 部门 or 单位, and the key of its department. Null where the document does
 * not say, or is of another family.
 */
export function ownerOf({ kind, department_id }: Pick<ComparedDocument, 'kind' | 'department_id'>, family: DocumentFamily): string | null {
  if (department_id === null || !family.kinds.some((own) => own === kind)) return null;
  return JSON.stringify([rankOf(kind, family), department_id]);
}

/** 部门 of 部门决算: what documents of several families have in common. */
export const rankOf = (kind: string, { account }: DocumentFamily): string => kind.replace(new RegExp(`${account}$`, 'u'), '');

/** Finds the documents of a family that are of a document's department, by the year. */
export class Counterparts {
  private readonly byOwner: ReadonlyMap<string, readonly ComparedDocument[]>;

  constructor(documents: readonly ComparedDocument[], family: DocumentFamily) {
    const own = documents.filter((document) => document.year !== null && ownerOf(document, family) !== null);
    this.byOwner = groupBy(own, (document) => key(ownerOf(document, family), document.year));
  }

  of(owner: string, year: number): readonly ComparedDocument[] {
    return this.byOwner.get(key(owner, year)) ?? [];
  }
}

const key = (owner: string | null, year: number | null): string => JSON.stringify([owner, year]);
