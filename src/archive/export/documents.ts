import { groupBy } from '../../check/group.js';
import type { Session } from '../store/database.js';
import type { Filters, Line, Resource } from './resource.js';

/** A document as the dataset names it: what it says of itself, where its file lies, what the harvester knew. */
export interface ExportedDocument {
  readonly id: number;
  readonly sha256: string;
  readonly file: string;
  readonly files: number;
  readonly standing: string;
  readonly first_sha256: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly quarantined: number;
  readonly kind: string;
  readonly department: string | null;
  readonly year: number | null;
  readonly region_code: string | null;
  readonly region_from: string | null;
  readonly pages: number | null;
  readonly bytes: number;
  readonly producer: string | null;
  readonly source_url: string | null;
  readonly published_on: string | null;
  readonly retrieved_on: string | null;
  readonly stamp: string;
}

type DocumentRow = Omit<ExportedDocument, 'file' | 'files' | 'region_code' | 'region_from' | keyof FileRow> & { region_code: string | null; name: string };

interface FileRow {
  readonly sha256: string;
  readonly path: string;
  readonly source_url: string | null;
  readonly published_on: string | null;
  readonly retrieved_on: string | null;
  readonly region_code: string | null;
}

/** The documents that pass the filters, ordered by region, department and year, then by hash. Small enough to hold: one row each. */
export async function exportedDocuments(session: Session, filters: Filters): Promise<ExportedDocument[]> {
  const rows = await session.all<DocumentRow & { sha256: string }>(
    `SELECT d.id, d.sha256, d.name, COALESCE(s.standing, 'sole') AS standing, s.first_sha256, d.status, d.reason, d.message, d.quarantined, d.kind,
       d.department, d.year, d.region_code, d.pages, d.bytes, d.producer, d.stamp
     FROM documents d LEFT JOIN standings s ON s.document = d.id`,
  );
  const files = await filesByDocument(session);
  return rows
    .map(({ name, ...row }) => withFile(row, name, files.get(row.sha256) ?? []))
    .filter((document) => passes(document, filters))
    .sort(inOrder);
}

function withFile(row: Omit<DocumentRow, 'name'> & { sha256: string }, name: string, files: readonly FileRow[]): ExportedDocument {
  const told = files.find((file) => file.source_url ?? file.published_on ?? file.retrieved_on) ?? files[0];
  const given = files.find((file) => file.region_code !== null)?.region_code ?? null;
  return {
    ...row,
    file: files[0]?.path ?? name,
    files: files.length,
    region_code: row.region_code ?? given,
    region_from: row.region_code !== null ? 'document' : given !== null ? 'harvester' : null,
    source_url: told?.source_url ?? null,
    published_on: told?.published_on ?? null,
    retrieved_on: told?.retrieved_on ?? null,
  };
}

/** Every file that holds a document, those that are still there first. */
async function filesByDocument(session: Session): Promise<Map<string, FileRow[]>> {
  const rows = await session.all<FileRow>(
    `SELECT sha256, path, source_url, published_on, retrieved_on, region_code FROM files
     WHERE sha256 IS NOT NULL ORDER BY CASE WHEN gone = 0 THEN 0 ELSE 1 END, path, root`,
  );
  return groupBy(rows, (row) => row.sha256);
}

function passes(document: ExportedDocument, { region, years, duplicates }: Filters): boolean {
  if (!duplicates && document.standing === 'duplicate') return false;
  if (region !== null && !document.region_code?.startsWith(region.replace(/(00)+$/, ''))) return false;
  return years.length === 0 || (document.year !== null && years.includes(document.year));
}

function inOrder(a: ExportedDocument, b: ExportedDocument): number {
  return (
    compare(a.region_code ?? '~', b.region_code ?? '~') ||
    compare(a.department ?? '~', b.department ?? '~') ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compare(a.sha256, b.sha256)
  );
}

/** By code points, as the databases do; no language decides. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const documents: Resource = {
  name: 'documents',
  title: '文件',
  description: 'Every document of the archive, those that cannot be read too.',
  primaryKey: ['document'],
  columns: [
    { name: 'document', type: 'string', required: true, description: 'SHA-256 of the bytes' },
    { name: 'file', type: 'string', required: true, description: 'Path below the folder that was archived; the first, where several files hold it' },
    { name: 'files', type: 'integer', required: true, description: 'Files that hold these bytes' },
    {
      name: 'standing',
      type: 'string',
      required: true,
      description: 'sole; latest or earlier, of several with other figures, by the day of publication; rival where no day tells; duplicate of another',
    },
    { name: 'first_document', type: 'string', description: 'Of a duplicate: the document it repeats' },
    { name: 'status', type: 'string', required: true, description: 'ok, partial, failed' },
    { name: 'reason', type: 'string', description: 'Why it failed or is partial' },
    { name: 'message', type: 'string', description: 'The same as a sentence' },
    { name: 'quarantined', type: 'integer', required: true, description: '1: its process died or hung twice' },
    { name: 'kind', type: 'string', required: true, description: '部门决算, 单位决算, 部门预算, 单位预算, other' },
    { name: 'department', type: 'string', description: 'As printed' },
    { name: 'year', type: 'integer', description: 'The year of the account' },
    { name: 'region_code', type: 'string', description: 'GB/T 2260' },
    { name: 'region_from', type: 'string', description: 'document, or harvester where the document does not tell' },
    { name: 'pages', type: 'integer', description: 'Pages of the PDF' },
    { name: 'bytes', type: 'integer', required: true, description: 'Size of the file' },
    { name: 'producer', type: 'string', description: 'The program that made the PDF' },
    { name: 'source_url', type: 'string', description: 'Where it was fetched' },
    { name: 'published_on', type: 'date', description: 'As the harvester knew it' },
    { name: 'retrieved_on', type: 'string', description: 'As the harvester knew it' },
    { name: 'stamp', type: 'string', required: true, description: 'The version of juesuan and of its rules that read it' },
  ],
  async *lines(session, filters) {
    yield (await exportedDocuments(session, filters)).map(toLine);
  },
};

function toLine(d: ExportedDocument): Line {
  return [
    ...[d.sha256, d.file, d.files, d.standing, d.first_sha256, d.status, d.reason, d.message, d.quarantined, d.kind, d.department, d.year],
    ...[d.region_code, d.region_from, d.pages, d.bytes, d.producer, d.source_url, d.published_on, d.retrieved_on, d.stamp],
  ];
}
