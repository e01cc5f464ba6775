import { groupBy } from '../../base/group.js';
import { inOrderOfPublication } from '../across/standing.js';
import type { Session } from '../store/database.js';
import type { ArchivedDocument } from '../store/documents.js';

/** The rule by which one of several editions is chosen, for the data package. */
export const EDITION_RULE =
  'Of several editions of one account (the same department, year and kind) it holds the last by published_on, else by retrieved_on; one without a day comes before those with one, and of equals the last by path holds';

/**
 * The hashes of the documents that another edition of the same account stands for. Documents of one name that hardly agree in any value
 * (SAME-NAME) are perhaps of two departments: neither stands for the other.
 */
export async function replacedEditions(session: Session, documents: readonly ArchivedDocument[]): Promise<ReadonlySet<string>> {
  const strangers = await sameNames(session);
  const editions = documents.filter(({ standing }) => standing === 'latest' || standing === 'earlier' || standing === 'rival');
  const groups = groupBy(editions, ({ kind, department_id, year }) => JSON.stringify([kind, department_id, year]));
  return new Set([...groups.values()].flatMap((group) => replaced(inOrderOfPublication(group), strangers)));
}

/** Of documents in the order of publication those that the next one stands for. */
function replaced(sorted: readonly Pick<ArchivedDocument, 'sha256'>[], strangers: ReadonlySet<string>): string[] {
  return sorted.flatMap(({ sha256 }, index) => {
    const next = sorted[index + 1];
    return next && !strangers.has(pairOf(next.sha256, sha256)) && !strangers.has(pairOf(sha256, next.sha256)) ? [sha256] : [];
  });
}

const pairOf = (a: string, b: string) => `${a} ${b}`;

async function sameNames(session: Session): Promise<Set<string>> {
  const rows = await session.all<{ documents: string }>("SELECT documents FROM store_findings WHERE rule = 'SAME-NAME'");
  return new Set(rows.map(({ documents }) => documents));
}
