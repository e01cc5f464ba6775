/** The tables `judgements` and `triage_files`: what a person thinks of the findings of documents. */
import type { Judgement } from '../../../schemas/triage.js';
import type { Param, Session } from './database.js';

/** A triage file that the store has read. */
export interface KnownTriage {
  readonly document: number;
  readonly sha256: string;
  readonly root: string;
  /** Of the document it lies beside. */
  readonly path: string;
  readonly stamp: string;
}

export async function knownTriages(session: Session): Promise<KnownTriage[]> {
  return await session.all<KnownTriage>(
    'SELECT t.document, d.sha256, t.root, t.path, t.stamp FROM triage_files t JOIN documents d ON d.id = t.document ORDER BY t.document',
  );
}

const COLUMNS = [
  ...['document', 'judgement_index', 'finding_index', 'state', 'note', 'judged_by', 'judged_on'],
  ...['rule', 'message', 'found', 'expected', 'places'],
];

/** A judgement, and the index of its finding; null where that is there no more. */
export interface StoredJudgement {
  readonly judgement: Judgement;
  readonly finding: number | null;
}

/** Puts the judgements of a document in place of those that the store had. */
export async function saveJudgements(
  session: Session,
  { document, root, path, stamp }: Omit<KnownTriage, 'sha256'>,
  judgements: readonly StoredJudgement[],
): Promise<void> {
  await removeJudgements(session, document);
  const row = ({ judgement: { finding: about, state, note, by, on }, finding }: StoredJudgement, index: number): Param[] => [
    ...[document, index, finding, state, note, by, on ?? null],
    ...[about.rule, about.message, about.found, about.expected, JSON.stringify(about.places)],
  ];
  await session.insert('judgements', COLUMNS, judgements.map(row));
  await session.insert('triage_files', ['document', 'root', 'path', 'stamp'], [[document, root, path, stamp]]);
}

export async function removeJudgements(session: Session, document: number): Promise<void> {
  for (const table of ['judgements', 'triage_files']) await session.run(`DELETE FROM ${table} WHERE document = ?`, [document]);
}

/** Notes that the findings of a document are others now: its judgements are of none of them until they are matched again. */
export async function forgetMatches(session: Session, document: number): Promise<void> {
  await session.run('UPDATE judgements SET finding_index = NULL WHERE document = ?', [document]);
  await session.run("UPDATE triage_files SET stamp = '' WHERE document = ?", [document]);
}
