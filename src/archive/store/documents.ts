import { groupBy } from '../../base/group.js';
import type { Session } from './database.js';

/** Who tells: the document, or the harvester where the document does not. */
type Source = 'document' | 'harvester';

/** A document as the archive knows it: what it says of itself, where its file lies, what the harvester knew. */
export interface ArchivedDocument {
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
  readonly department_from: Source | null;
  /** As the harvester gave it. */
  readonly department_given: string | null;
  /** The key of the department, as the documents of the store and the aliases give it. */
  readonly department_id: string | null;
  readonly year: number | null;
  readonly region_code: string | null;
  readonly region_from: Source | null;
  /** As the harvester gave it. */
  readonly region_given: string | null;
  /** The hash of what it says; null where nothing could be read. */
  readonly content: string | null;
  /** The 单位 a 部门决算 names as its own, as a JSON list; null where it names none. */
  readonly units: string | null;
  /** Of a document in several files: their names and hashes, as a JSON list; null for one file. */
  readonly parts: string | null;
  readonly pages: number | null;
  readonly bytes: number;
  readonly producer: string | null;
  readonly source_url: string | null;
  readonly published_on: string | null;
  readonly retrieved_on: string | null;
  readonly stamp: string;
}

/** What a document itself tells of it. */
type DocumentRow = Pick<
  ArchivedDocument,
  | 'id'
  | 'standing'
  | 'first_sha256'
  | 'status'
  | 'reason'
  | 'message'
  | 'quarantined'
  | 'kind'
  | 'department'
  | 'department_id'
  | 'year'
  | 'region_code'
  | 'content'
  | 'units'
  | 'parts'
  | 'pages'
  | 'bytes'
  | 'producer'
  | 'stamp'
> & {
  name: string;
};

interface FileRow {
  /** The hash of its document. */
  readonly document: string;
  readonly path: string;
  readonly source_url: string | null;
  readonly published_on: string | null;
  readonly retrieved_on: string | null;
  readonly department: string | null;
  readonly region_code: string | null;
}

/** What a run must know of a document to decide whether it is read again. */
export interface KnownDocument {
  readonly sha256: string;
  readonly name: string;
  readonly stamp: string;
  readonly quarantined: number;
  /** Why it could not be read, or not whole; null where it was. */
  readonly reason: string | null;
  readonly status: string;
  readonly message: string | null;
}

/** Every document, by the hash of its bytes. */
export async function knownDocuments(session: Session): Promise<Map<string, KnownDocument>> {
  const rows = await session.all<KnownDocument>('SELECT sha256, name, stamp, quarantined, reason, status, message FROM documents');
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** Whether a document was recorded by a run under a stamp. */
export async function isRecorded(
  session: Session,
  { sha256, stamp, run }: { readonly sha256: string; readonly stamp: string; readonly run: number },
): Promise<boolean> {
  const rows = await session.all('SELECT 1 FROM documents WHERE sha256 = ? AND stamp = ? AND run = ?', [sha256, stamp, run]);
  return rows.length > 0;
}

/** Every document, ordered by region, department and year, then by hash. Small enough to hold: one row each. */
export async function archivedDocuments(session: Session): Promise<ArchivedDocument[]> {
  const rows = await session.all<DocumentRow & { sha256: string }>(
    `SELECT d.id, d.sha256, d.name, COALESCE(s.standing, 'sole') AS standing, s.first_sha256, d.status, d.reason, d.message, d.quarantined, d.kind,
       d.department, d.department_id, d.year, d.region_code, d.content, d.units, d.parts, d.pages, d.bytes, d.producer, d.stamp
     FROM documents d LEFT JOIN standings s ON s.document = d.id`,
  );
  const files = await filesByDocument(session);
  return rows.map(({ name, ...row }) => withFile(row, name, files.get(row.sha256) ?? [])).sort(inOrder);
}

function withFile(row: Omit<DocumentRow, 'name'> & { sha256: string }, name: string, files: readonly FileRow[]): ArchivedDocument {
  const harvested = files.find((file) => file.source_url ?? file.published_on ?? file.retrieved_on) ?? files[0];
  const givenDepartment = files.find((file) => file.department !== null)?.department ?? null;
  const givenRegion = files.find((file) => file.region_code !== null)?.region_code ?? null;
  return {
    ...row,
    file: files[0]?.path ?? name,
    files: files.length,
    department: row.department ?? givenDepartment,
    department_from: sourceOf(row.department, givenDepartment),
    department_given: givenDepartment,
    region_code: row.region_code ?? givenRegion,
    region_from: sourceOf(row.region_code, givenRegion),
    region_given: givenRegion,
    source_url: harvested?.source_url ?? null,
    published_on: harvested?.published_on ?? null,
    retrieved_on: harvested?.retrieved_on ?? null,
  };
}

const sourceOf = (printed: string | null, given: string | null): Source | null =>
  printed !== null ? 'document' : given !== null ? 'harvester' : null;

/** Every file that holds a document or a part of it, those that are still there first. */
async function filesByDocument(session: Session): Promise<Map<string, FileRow[]>> {
  const rows = await session.all<FileRow>(
    `SELECT COALESCE(joined, sha256) AS document, path, source_url, published_on, retrieved_on, department, region_code FROM files
     WHERE sha256 IS NOT NULL ORDER BY CASE WHEN gone = 0 THEN 0 ELSE 1 END, position, path, root`,
  );
  return groupBy(rows, ({ document }) => document);
}

type OrderedDocument = Pick<ArchivedDocument, 'region_code' | 'department' | 'year' | 'sha256'>;

/** By region, department and year, then by hash: the order of every list of documents. */
export function inOrder(a: OrderedDocument, b: OrderedDocument): number {
  return (
    compare(a.region_code ?? '~', b.region_code ?? '~') ||
    compare(a.department ?? '~', b.department ?? '~') ||
    (a.year ?? 0) - (b.year ?? 0) ||
    compare(a.sha256, b.sha256)
  );
}

/** By code points, as the databases do; no language decides. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
