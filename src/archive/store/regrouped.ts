/**
 * Documents that are read otherwise now: files that were documents by themselves and are one now, or the other way round. They are no earlier
 * editions, for all their bytes are in documents of the store still; left there each figure would be compared with itself.
 */
import { forgetAcross } from './across.js';
import type { Session } from './database.js';
import { TABLES_OF_A_DOCUMENT } from './record.js';
import type { Store } from './store.js';

interface Row {
  readonly id: number;
  readonly sha256: string;
}

/** Removes them from the store, where what took their place is in it. */
export async function removeRegrouped({ database, json }: Store): Promise<void> {
  if ((await regroupedDocuments(database)).length === 0) return;
  const done = await database.write(async (session) => {
    const after: (() => Promise<void>)[] = [];
    for (const { id, sha256 } of await regroupedDocuments(session)) {
      for (const table of TABLES_OF_A_DOCUMENT) await session.run(`DELETE FROM ${table} WHERE document = ?`, [id]);
      await session.run('DELETE FROM documents WHERE id = ?', [id]);
      after.push(await json.remove(session, sha256));
    }
    await forgetAcross(session);
    return after;
  });
  // A JSON that outlives its rows is only read again by --rebuild, and its document removed by the next run.
  for (const remove of done) await remove();
}

async function regroupedDocuments(session: Pick<Session, 'all'>): Promise<Row[]> {
  return [...(await joinedByNow(session)), ...(await apartByNow(session))];
}

/** Documents of one file that is, wherever it lies, a part of a document that was read. */
async function joinedByNow(session: Pick<Session, 'all'>): Promise<Row[]> {
  return await session.all<Row>(
    `SELECT DISTINCT d.id, d.sha256 FROM files f JOIN documents d ON d.sha256 = f.sha256 JOIN documents j ON j.sha256 = f.joined
     WHERE f.joined IS NOT NULL AND j.status <> 'failed'
       AND NOT EXISTS (SELECT 1 FROM files o WHERE o.sha256 = d.sha256 AND o.joined IS NULL)
     ORDER BY d.sha256`,
  );
}

/** Documents in several files, none of which is a part of them any more, while each is there in another document that was read. */
async function apartByNow(session: Pick<Session, 'all'>): Promise<Row[]> {
  const rows = await session.all<Row & { parts: string }>(
    `SELECT d.id, d.sha256, d.parts FROM documents d
     WHERE d.parts IS NOT NULL AND d.status <> 'failed' AND NOT EXISTS (SELECT 1 FROM files f WHERE f.joined = d.sha256)
     ORDER BY d.sha256`,
  );
  const apart: Row[] = [];
  for (const row of rows) if (await areElsewhere(session, JSON.parse(row.parts))) apart.push(row);
  return apart;
}

async function areElsewhere(session: Pick<Session, 'all'>, parts: readonly { readonly sha256: string }[]): Promise<boolean> {
  for (const { sha256 } of parts) {
    const elsewhere = await session.all(
      'SELECT 1 FROM files f JOIN documents d ON d.sha256 = COALESCE(f.joined, f.sha256) WHERE f.sha256 = ? AND f.gone = 0 LIMIT 1',
      [sha256],
    );
    if (elsewhere.length === 0) return false;
  }
  return true;
}
