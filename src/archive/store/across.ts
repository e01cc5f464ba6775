/** The tables of documents against each other: `key_figures` to compare, `standings` and `store_findings` as results. */
import type { StoreFinding } from '../across/finding.js';
import type { Standing } from '../across/standing.js';
import type { Param, Session } from './database.js';
import { getSetting, setSetting } from './store.js';

/** The setting that holds the stamp of the last comparison. */
const SETTING = 'across';

/** What the documents were last compared by; null or empty where they must be compared. */
export async function acrossStampOf(session: Session): Promise<string | null> {
  return await getSetting(session, SETTING);
}

/** Notes that files or documents have changed: the documents must be compared again. */
export async function forgetAcross(session: Session): Promise<void> {
  await setSetting(session, SETTING, '');
}

/** One of the few values of a document that other documents restate. */
export interface KeyFigure {
  readonly document: number;
  readonly form: string;
  readonly concept: string;
  readonly column_key: string;
  readonly value: string;
  readonly unit: string;
  readonly status: string | null;
}

/** A key figure before its document has an id. */
export type OwnKeyFigure = Omit<KeyFigure, 'document'>;

export async function keyFigures(session: Session): Promise<KeyFigure[]> {
  return await session.all<KeyFigure>('SELECT document, form, concept, column_key, value, unit, status FROM key_figures');
}

/** Those of one document, in one order whatever the database. */
export async function keyFiguresOfDocument(session: Session, document: number): Promise<KeyFigure[]> {
  return await session.all<KeyFigure>(
    `SELECT document, form, concept, column_key, value, unit, status FROM key_figures
     WHERE document = ? ORDER BY form, concept, column_key`,
    [document],
  );
}

/** Saves a document's key figures; those it had are gone already. */
export async function saveKeyFigures(session: Session, figures: readonly KeyFigure[]): Promise<void> {
  const rows = figures.map((f) => [f.document, f.form, f.concept, f.column_key, f.value, f.unit, f.status]);
  await session.insert('key_figures', ['document', 'form', 'concept', 'column_key', 'value', 'unit', 'status'], rows);
}

/** A value of a document in the store, as `Figure` of across/figures.ts has it. */
interface FigureRow {
  readonly form: string;
  readonly panel: string | null;
  readonly concept: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly column: string;
  readonly columnPath: string;
  readonly text: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly page: number;
}

/** Numbers and words of known forms, in the order of the document. */
export async function storedFigures(session: Session, document: number): Promise<FigureRow[]> {
  return await session.all<FigureRow>(
    `SELECT t.form, v.panel, v.concept, v.code, v.name, v.column_key AS "column", v.column_path AS "columnPath", v.text, v.value,
       CASE WHEN v.value IS NOT NULL AND v.yuan IS NULL THEN NULL ELSE t.unit END AS unit, v.page
     FROM "values" v JOIN tables t ON t.document = v.document AND t.table_index = v.table_index
     WHERE v.document = ? AND t.form <> 'other' ORDER BY v.table_index, v.row_index, v.column_index`,
    [document],
  );
}

/** Saves the keys of departments, where they are others than the documents had. */
export async function saveDepartmentIds(
  session: Session,
  documents: readonly { readonly id: number; readonly department_id: string | null }[],
): Promise<void> {
  const rows = await session.all<{ id: number; department_id: string | null }>('SELECT id, department_id FROM documents');
  const known = new Map(rows.map((row) => [row.id, row.department_id]));
  for (const { id, department_id } of documents) {
    if (known.get(id) !== department_id) await session.run('UPDATE documents SET department_id = ? WHERE id = ?', [department_id, id]);
  }
}

/** Saves the results of a comparison in place of those of the one before. */
export async function saveAcross(
  session: Session,
  standings: readonly Standing[],
  findings: readonly StoreFinding[],
  stamp: string,
): Promise<void> {
  await session.run('DELETE FROM standings');
  await session.run('DELETE FROM store_findings');
  const rows = standings.map(({ document, standing, first }) => [document.id, standing, first?.sha256 ?? null]);
  await session.insert('standings', ['document', 'standing', 'first_sha256'], rows);
  const [first] = findings.map(toColumns);
  if (first) {
    const lines = findings.map((finding, index) => Object.values(toColumns(finding, index)));
    await session.insert('store_findings', Object.keys(first), lines);
  }
  await setSetting(session, SETTING, stamp);
}

function toColumns(finding: StoreFinding, index: number): Record<string, Param> {
  return {
    finding_index: index,
    rule: finding.rule,
    severity: finding.severity,
    verdict: finding.verdict,
    message: finding.message,
    department: finding.department,
    year: finding.year,
    form: finding.form,
    concept: finding.concept,
    column_key: finding.column,
    found: finding.found,
    expected: finding.expected,
    difference: finding.difference,
    documents: finding.documents.map(({ sha256 }) => sha256).join(' '),
  };
}
