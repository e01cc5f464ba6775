import type { DocumentFamily } from '../../../extractors/family.js';
import { groupBy } from '../../base/group.js';
import type { ComparedDocument } from './compared.js';

/**
 * Whose a document of a family is, whatever the family and the year: 部门 or 单位, and its name, brackets in one width. Null where the document
 * does not say, or is of another family.
 */
export function ownerOf({ kind, department }: Pick<ComparedDocument, 'kind' | 'department'>, family: DocumentFamily): string | null {
  if (department === null || !family.kinds.some((own) => own === kind)) return null;
  return JSON.stringify([rankOf(kind, family), department.normalize('NFKC')]);
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

  /** Of the same region, or else those of which no region is known: one name may be borne in two cities. */
  of({ region_code }: ComparedDocument, owner: string, year: number): readonly ComparedDocument[] {
    const found = this.byOwner.get(key(owner, year)) ?? [];
    const near = found.filter((other) => other.region_code === region_code);
    if (near.length > 0) return near;
    const regions = new Set(found.map((other) => other.region_code));
    return regions.size === 1 && (region_code === null || regions.has(null)) ? found : [];
  }
}

const key = (owner: string | null, year: number | null): string => JSON.stringify([owner, year]);
