import type { DocumentFamily } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { must } from '../../base/invariant.js';
import { OwnErrors } from '../../base/own-errors.js';
import { inReadingOrder } from '../../check/verdict/order.js';
import { toJson } from '../../emit/json.js';
import { ownErrorFinding } from '../../model/own-error-finding.js';
import { keyFiguresOf } from '../across/key-figures.js';
import { unitsOf } from '../across/units.js';
import { forgetAcross, saveKeyFigures } from './across.js';
import type { Param, Session } from './database.js';
import { INDICATOR_COLUMNS, indicatorRows } from './indicators.js';
import { forgetMatches } from './judgements.js';
import { contentHash, disclosureToRows, FINDING_COLUMNS, TABLE_COLUMNS, VALUE_COLUMNS } from './rows.js';
import type { Store } from './store.js';

/** Tables with rows of a document that its result gives, by the column `document`. */
const MADE_FROM_ITS_RESULT = ['tables', '"values"', 'findings', 'key_figures', 'indicators', 'standings'] as const;

/** All tables with rows of a document. */
export const TABLES_OF_A_DOCUMENT: readonly string[] = [...MADE_FROM_ITS_RESULT, 'judgements', 'triage_files'];

/** By what a document was read. */
export interface ReadBy {
  readonly stamp: string;
  readonly run: number;
  /** Its process died or hung twice. */
  readonly quarantined: boolean;
}

/**
 * Records a document, in place of what the store had of it: all of it, or nothing. `also` is done in the same transaction. The JSON comes
 * first: a JSON without rows is written again by the next run, rows without their JSON would be taken for whole. What takes time is done
 * before the transaction: while it lasts no other worker can write.
 */
export async function recordDisclosure(
  { database, json }: Store,
  families: readonly DocumentFamily[],
  result: Disclosure,
  by: ReadBy,
  also: (session: Session) => Promise<void> = async () => {},
): Promise<void> {
  const { disclosure, figures, indicators } = withFigures(result, families);
  const writeRest = await json.write(disclosure.source.sha256, toJson(disclosure), by);
  const columns = documentColumns(disclosure, by, families);
  const rows = disclosureToRows(disclosure);
  await database.write(async (session) => {
    await writeRest(session);
    const document = await writeDocument(session, disclosure.source.sha256, columns);
    const of = (row: readonly Param[]) => [document, ...row];
    await session.insert('tables', TABLE_COLUMNS, rows.tables.map(of));
    await session.insert('"values"', VALUE_COLUMNS, rows.values.map(of));
    await session.insert('findings', FINDING_COLUMNS, rows.findings.map(of));
    await session.insert('indicators', INDICATOR_COLUMNS, indicators.map(of));
    await saveKeyFigures(
      session,
      figures.map((figure) => ({ document, ...figure })),
    );
    await forgetAcross(session);
    await also(session);
  });
}

/** A result, its key figures and its indicators; where an error of ours stops them, none, and the result says so. */
function withFigures(result: Disclosure, families: readonly DocumentFamily[]) {
  const errors = new OwnErrors();
  const indicators = errors.attempt(
    '常用指标',
    () => indicatorRows(result, families),
    () => [],
  );
  const figures = errors.attempt(
    '与其他文件的核对',
    () => keyFiguresOf(result, families),
    () => [],
  );
  const findings = inReadingOrder([...errors.found.map(ownErrorFinding), ...result.findings], result.tables);
  return { figures, indicators, disclosure: { ...result, findings } };
}

function documentColumns(disclosure: Disclosure, { stamp, run, quarantined }: ReadBy, families: readonly DocumentFamily[]) {
  const { source, outcome, document } = disclosure;
  return {
    content: contentHash(disclosure),
    stamp,
    run,
    quarantined: quarantined ? 1 : 0,
    name: source.name,
    bytes: source.bytes,
    media_type: source.mediaType,
    pages: source.pages,
    producer: source.producer,
    status: outcome.status,
    reason: outcome.reason,
    message: outcome.message,
    kind: document.kind,
    department: document.department,
    department_id: document.departmentId,
    year: document.year,
    region_code: document.region.code,
    region_name: document.region.name,
    units: unitsOf(disclosure, families),
    parts: source.files ? JSON.stringify(source.files.map(({ name, sha256 }) => ({ name, sha256 }))) : null,
  };
}

/** Writes the document's row, new or renewed, and deletes what the store had of it. Gives its id, which stays the same. */
async function writeDocument(session: Session, sha256: string, columns: ReturnType<typeof documentColumns>): Promise<number> {
  const names = Object.keys(columns);
  const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
  const [row] = await session.all<{ id: number }>(
    `INSERT INTO documents (sha256, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (sha256) DO UPDATE SET ${updates} RETURNING id`,
    [sha256, ...Object.values(columns)],
  );
  const { id } = must(row, 'the row of the document');
  for (const table of MADE_FROM_ITS_RESULT) await session.run(`DELETE FROM ${table} WHERE document = ?`, [id]);
  await forgetMatches(session, id);
  return id;
}
