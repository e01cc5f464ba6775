import type { Session } from '../store/database.js';
import { type ArchivedDocument, archivedDocuments } from '../store/documents.js';
import { replacedEditions } from './editions.js';
import { REGION_COLUMNS, regionOf } from './region.js';
import type { Filters, Line, Resource } from './resource.js';

/** The documents whose values are in the dataset, in its order: one edition of each account, unless all are asked for. */
export async function exportedDocuments(session: Session, filters: Filters): Promise<ArchivedDocument[]> {
  const { documents, replaced } = await chosenDocuments(session, filters);
  return filters.allEditions ? documents : documents.filter(({ sha256 }) => !replaced.has(sha256));
}

/** The documents that pass the filters, all editions, and the hashes of those that another edition stands for. */
export async function chosenDocuments(
  session: Session,
  filters: Filters,
): Promise<{ readonly documents: ArchivedDocument[]; readonly replaced: ReadonlySet<string> }> {
  const all = await archivedDocuments(session);
  return { documents: all.filter((document) => passes(document, filters)), replaced: await replacedEditions(session, all) };
}

function passes(document: ArchivedDocument, { region, years, duplicates }: Filters): boolean {
  if (!duplicates && document.standing === 'duplicate') return false;
  if (region !== null && !document.region_code?.startsWith(region.replace(/(00)+$/, ''))) return false;
  return years.length === 0 || (document.year !== null && years.includes(document.year));
}

export const documents: Resource = {
  name: 'documents',
  title: '文件',
  description: 'Every document of the archive, those that cannot be read too.',
  primaryKey: ['document'],
  columns: [
    { name: 'document', type: 'string', required: true, description: 'SHA-256 of the bytes; of several files, of their hashes' },
    {
      name: 'file',
      type: 'string',
      required: true,
      description: 'Path below the folder that was archived; the first, where several files hold it',
    },
    { name: 'files', type: 'integer', required: true, description: 'Files that hold these bytes, or a part of them' },
    {
      name: 'parts',
      type: 'string',
      description:
        'Of a document in several files: the name and SHA-256 of each, in the order in which they were read, as a JSON list; its own hash is that of these hashes',
    },
    {
      name: 'standing',
      type: 'string',
      required: true,
      description:
        'sole; latest or earlier, of several with other figures, by the day of publication; rival where no day tells; duplicate of another',
    },
    { name: 'first_document', type: 'string', description: 'Of a duplicate: the document it repeats' },
    { name: 'status', type: 'string', required: true, description: 'ok, partial, failed' },
    { name: 'reason', type: 'string', description: 'Why it failed or is partial' },
    { name: 'message', type: 'string', description: 'The same as a sentence' },
    { name: 'quarantined', type: 'integer', required: true, description: '1: its process died or hung twice' },
    { name: 'kind', type: 'string', required: true, description: '部门决算, 单位决算, 部门预算, 单位预算, other' },
    { name: 'department', type: 'string', description: 'As printed, or else as the harvester knew it' },
    { name: 'department_from', type: 'string', description: 'document, or harvester where the document does not tell' },
    { name: 'department_id', type: 'string', description: 'The key of the department over years and spellings' },
    { name: 'year', type: 'integer', description: 'The year of the account' },
    { name: 'region_code', type: 'string', description: 'GB/T 2260' },
    ...REGION_COLUMNS,
    { name: 'region_from', type: 'string', description: 'document, or harvester where the document does not tell' },
    { name: 'pages', type: 'integer', description: 'Pages of the PDF' },
    { name: 'bytes', type: 'integer', required: true, description: 'Size of the file' },
    { name: 'producer', type: 'string', description: 'The program that made the PDF' },
    { name: 'source_url', type: 'string', description: 'Where it was fetched' },
    { name: 'published_on', type: 'date', description: 'As the harvester knew it' },
    { name: 'retrieved_on', type: 'string', description: 'As the harvester knew it' },
    { name: 'stamp', type: 'string', required: true, description: 'The version of juesuan and of its rules that read it' },
    {
      name: 'replaced',
      type: 'integer',
      required: true,
      description: '1: another edition of the same account stands for it; its values are in the dataset only with --all-editions',
    },
  ],
  async *lines(session, filters) {
    const { documents: all, replaced } = await chosenDocuments(session, filters);
    yield all.map((document) => toLine(document, replaced.has(document.sha256)));
  },
};

function toLine(d: ArchivedDocument, isReplaced: boolean): Line {
  return [
    d.sha256,
    d.file,
    d.files,
    d.parts,
    d.standing,
    d.first_sha256,
    d.status,
    d.reason,
    d.message,
    d.quarantined,
    d.kind,
    d.department,
    d.department_from,
    d.department_id,
    d.year,
    d.region_code,
    ...regionOf(d.region_code),
    d.region_from,
    d.pages,
    d.bytes,
    d.producer,
    d.source_url,
    d.published_on,
    d.retrieved_on,
    d.stamp,
    isReplaced ? 1 : 0,
  ];
}
