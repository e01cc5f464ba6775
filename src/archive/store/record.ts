import type { Disclosure } from '../../../schemas/disclosure.js';
import { toJson } from '../../emit/json.js';
import { KEY_FIGURE_COLUMNS, keyFigureRows } from '../across/key-figures.js';
import { unitsOf } from '../across/units.js';
import type { Param, Session } from './database.js';
import { contentHash, disclosureToRows, FINDING_COLUMNS, TABLE_COLUMNS, VALUE_COLUMNS } from './rows.js';
import { type Store, setSetting } from './store.js';

/** How a document was made, beside what it says. */
export interface Making {
  readonly stamp: string;
  readonly run: number;
  /** Its process died or hung twice. */
  readonly quarantined: boolean;
}

/**
 * Takes a document in, or in place of what the store had of it: all of it, or nothing. `also` is done in the same transaction.
 * The JSON comes first: a JSON without rows is written again, rows without their JSON would be a lie. What takes time is done before the
 * transaction: while it lasts no other worker can write.
 */
export async function recordDisclosure(
  { database, shelf }: Store,
  disclosure: Disclosure,
  making: Making,
  also: (session: Session) => Promise<void> = async () => {},
): Promise<void> {
  const putRest = await shelf.put(disclosure.source.sha256, toJson(disclosure));
  const columns = documentColumns(disclosure, making);
  const [rows, keyFigures] = [disclosureToRows(disclosure), keyFigureRows(disclosure)];
  await database.write(async (session) => {
    await putRest(session);
    const document = await putDocument(session, disclosure.source.sha256, columns);
    const of = (row: readonly Param[]) => [document, ...row];
    await session.insert('tables', TABLE_COLUMNS, rows.tables.map(of));
    await session.insert('"values"', VALUE_COLUMNS, rows.values.map(of));
    await session.insert('findings', FINDING_COLUMNS, rows.findings.map(of));
    await session.insert('key_figures', KEY_FIGURE_COLUMNS, keyFigures.map(of));
    await setSetting(session, 'across', '');
    await also(session);
  });
}

function documentColumns(disclosure: Disclosure, { stamp, run, quarantined }: Making) {
  const { source, outcome, document } = disclosure;
  return {
    ...{ content: contentHash(disclosure), stamp, run, quarantined: quarantined ? 1 : 0 },
    ...{ name: source.name, bytes: source.bytes, media_type: source.mediaType, pages: source.pages, producer: source.producer },
    ...{ status: outcome.status, reason: outcome.reason, message: outcome.message },
    ...{ kind: document.kind, department: document.department, year: document.year },
    ...{ region_code: document.region.code, region_name: document.region.name, units: unitsOf(disclosure) },
  };
}

/** The document's row, new or renewed, and nothing that hung on it. Gives its id, which stays the same. */
async function putDocument(session: Session, sha256: string, columns: ReturnType<typeof documentColumns>): Promise<number> {
  const names = Object.keys(columns);
  const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
  const [row] = await session.all<{ id: number }>(
    `INSERT INTO documents (sha256, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (sha256) DO UPDATE SET ${updates} RETURNING id`,
    [sha256, ...Object.values(columns)],
  );
  if (!row) throw new Error(`store: ${sha256} got no row`);
  for (const table of ['tables', '"values"', 'findings', 'key_figures', 'standings'])
    await session.run(`DELETE FROM ${table} WHERE document = ?`, [row.id]);
  return row.id;
}
