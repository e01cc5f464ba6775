import type { DocumentFamily } from '../../../extractors/family.js';
import { groupBy } from '../../base/group.js';
import { keyFigures, saveAcross, storedFigures } from '../store/across.js';
import type { Session } from '../store/database.js';
import { type ArchivedDocument, archivedDocuments } from '../store/documents.js';
import type { Store } from '../store/store.js';
import { carriedForward } from './carried-forward.js';
import { compareFigures } from './figures.js';
import { aboutDocuments, named, type StoreFinding } from './finding.js';
import { republished } from './republished.js';
import { inOrderOfPublication, type Standing, toStandings } from './standing.js';
import { unitsSum } from './units-sum.js';

/** Compares the documents of the store with each other, and saves what that gives under a stamp. */
export async function compareAcross(store: Store, families: readonly DocumentFamily[], stamp: string): Promise<void> {
  await store.database.write(async (session) => {
    const documents = await archivedDocuments(session);
    const standings = toStandings(documents);
    const findings = await findAcross(session, documents, standings, families);
    await saveAcross(session, standings, findings, stamp);
  });
}

async function findAcross(
  session: Session,
  documents: readonly ArchivedDocument[],
  standings: readonly Standing[],
  families: readonly DocumentFamily[],
): Promise<StoreFinding[]> {
  const figures = groupBy(await keyFigures(session), ({ document }) => document);
  // A copy says nothing new, and an edition that was replaced is compared with the one that replaced it.
  const current = new Set(
    standings.filter(({ standing }) => standing !== 'duplicate' && standing !== 'earlier').map(({ document }) => document),
  );
  const ordered = documents.filter((document) => current.has(document));
  return [
    ...families.flatMap((family) => carriedForward(ordered, figures, family)),
    ...families.flatMap((family) => unitsSum(ordered, figures, family)),
    ...(await editions(session, standings, families)),
    ...standings.flatMap(duplicate),
    ...documents.flatMap(otherRegion),
  ];
}

async function editions(session: Session, standings: readonly Standing[], families: readonly DocumentFamily[]): Promise<StoreFinding[]> {
  const several = standings.filter(({ standing }) => standing !== 'sole' && standing !== 'duplicate').map(({ document }) => document);
  const groups = groupBy(several, ({ kind, department, year, region_code }) => JSON.stringify([kind, department, year, region_code]));
  const findings: StoreFinding[] = [];
  for (const group of groups.values()) {
    const sorted = inOrderOfPublication(group);
    for (const [index, after] of sorted.entries()) {
      const before = sorted[index - 1];
      if (!before) continue;
      const comparison = compareFigures(await storedFigures(session, before.id), await storedFigures(session, after.id));
      findings.push(...republished(before, after, comparison, families));
    }
  }
  return findings;
}

function duplicate({ document, standing, first }: Standing): StoreFinding[] {
  if (standing !== 'duplicate' || !first) return [];
  return [aboutDocuments('DUPLICATE', 'info', `${named(document)}与${named(first)}内容相同。`, [document, first])];
}

function otherRegion(document: ArchivedDocument): StoreFinding[] {
  if (document.region_given === null || document.region_code === null) return [];
  // A harvester may know the city where the document names the district.
  if (document.region_code.startsWith(document.region_given.replace(/(00)+$/, ''))) return [];
  const message = `${named(document)}自称属于${document.region_code}，采集记录为${document.region_given}。`;
  return [aboutDocuments('REGION-TOLD', 'warning', message, [document])];
}
