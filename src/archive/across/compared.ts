import type { ArchivedDocument } from '../store/documents.js';

/** What must be known of a document to compare it with others. */
export type ComparedDocument = Pick<
  ArchivedDocument,
  | 'id'
  | 'sha256'
  | 'file'
  | 'status'
  | 'kind'
  | 'department'
  | 'department_given'
  | 'department_id'
  | 'year'
  | 'region_code'
  | 'region_given'
  | 'content'
  | 'units'
  | 'published_on'
  | 'retrieved_on'
>;
