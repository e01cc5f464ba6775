import type { Disclosure } from '../../../schemas/disclosure.js';
import { toJson } from '../../emit/json.js';
import { KEY_FIGURE_COLUMNS, keyFigureRows } from '../across/key-figures.js';
import { unitsOf } from '../across/units.js';
import type { Session } from './database.js';
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
 * The JSON comes first: a JSON without rows is written again, rows without their JSON would be a lie.
 */
export async function recordDisclosure(
  { database, shelf }: Store,
  disclosure: Disclosure,
  making: Making,
  also: (session: Session) => Promise<void> = async () => {},
): Promise<void> {
  const json = toJson(disclosure);
  await database.write(async (session) => {
    await shelf.put(session, disclosure.source.sha256, json);
    const document = await putDocument(session, disclosure, making);
    const rows = disclosureToRows(document, disclosure);
    await session.insert('tables', TABLE_COLUMNS, rows.tables);
    await session.insert('"values"', VALUE_COLUMNS, rows.values);
    await session.insert('findings', FINDING_COLUMNS, rows.findings);
    await session.insert('key_figures', KEY_FIGURE_COLUMNS, keyFigureRows(document, disclosure));
    await setSetting(session, 'across', '');
    await also(session);
  });
}

/** The document's row, new or renewed, and nothing that hung on it. Gives its id, which stays the same. */
async function putDocument(session: Session, disclosure: Disclosure, { stamp, run, quarantined }: Making): Promise<number> {
  const { source, outcome, document } = disclosure;
  const columns = {
    ...{ content: contentHash(disclosure), stamp, run, quarantined: quarantined ? 1 : 0 },
    ...{ name: source.name, bytes: source.bytes, media_type: source.mediaType, pages: source.pages, producer: source.producer },
    ...{ status: outcome.status, reason: outcome.reason, message: outcome.message },
    ...{ kind: document.kind, department: document.department, year: document.year },
    ...{ region_code: document.region.code, region_name: document.region.name, units: unitsOf(disclosure) },
  };
  const names = Object.keys(columns);
  const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
  const [row] = await session.all<{ id: number }>(
    `INSERT INTO documents (sha256, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})
     ON CONFLICT (sha256) DO UPDATE SET ${updates} RETURNING id`,
    [source.sha256, ...Object.values(columns)],
  );
  if (!row) throw new Error(`store: ${source.sha256} got no row`);
  for (const table of ['tables', '"values"', 'findings', 'key_figures', 'standings'])
    await session.run(`DELETE FROM ${table} WHERE document = ?`, [row.id]);
  return row.id;
}
