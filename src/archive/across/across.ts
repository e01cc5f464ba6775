import { setImmediate } from 'node:timers/promises';
import type { DocumentFamily } from '../../../extractors/family.js';
import { isSameBody } from '../../base/bodies.js';
import { groupBy } from '../../base/group.js';
import type { DepartmentAliases } from '../../books/departments.js';
import { keyFigures, saveAcross, saveDepartmentIds, storedFigures } from '../store/across.js';
import { archivedDocuments } from '../store/documents.js';
import type { Store } from '../store/store.js';
import type { ComparedDocument } from './compared.js';
import { withDepartmentIds } from './department-ids.js';
import { compareFigures, type Figure } from './figures.js';
import { aboutDocuments, named, type StoreFinding } from './finding.js';
import type { KeyFigures } from './key-figures.js';
import { republished } from './republished.js';
import { restatements } from './restated.js';
import { inOrderOfPublication, type Standing, toStandings } from './standing.js';
import { unitBases } from './unit-bases.js';
import { unitExceeds } from './unit-exceeds.js';
import { unitsSum } from './units-sum.js';

/** Documents that are compared with each other, wherever they are kept. */
export interface Comparable {
  readonly documents: readonly ComparedDocument[];
  readonly keyFigures: KeyFigures;
  /** All figures of a document, by its id: only editions of one account are compared whole. */
  figuresOf(id: number): Promise<readonly Figure[]>;
}

/**
 * Compares the documents of the store with each other, and saves what that gives under a stamp.
 * @param aliases what departments are also called; only what is published where absent
 * @throws the reason of `stop` where it stops: nothing is saved
 */
export async function compareAcross(
  store: Store,
  families: readonly DocumentFamily[],
  stamp: string,
  aliases?: DepartmentAliases,
  stop?: AbortSignal,
): Promise<void> {
  // SQLite answers at once, so that signals would wait until all is done.
  const hearSignals = async () => {
    await setImmediate();
    stop?.throwIfAborted();
  };
  await store.database.write(async (session) => {
    const comparable: Comparable = {
      documents: withDepartmentIds(await archivedDocuments(session), aliases),
      keyFigures: groupBy(await keyFigures(session), ({ document }) => document),
      figuresOf: async (id) => {
        await hearSignals();
        return await storedFigures(session, id);
      },
    };
    const { standings, findings } = await findAcross(comparable, families);
    await hearSignals();
    await saveDepartmentIds(session, comparable.documents);
    await saveAcross(session, standings, findings, stamp);
  });
}

/** What documents say against each other, and which of several about the same thing each of them is. */
export async function findAcross(
  comparable: Comparable,
  families: readonly DocumentFamily[],
): Promise<{ standings: Standing[]; findings: StoreFinding[] }> {
  const { documents, keyFigures: figures } = comparable;
  const standings = toStandings(documents);
  // A copy says nothing new, and an edition that was replaced is compared with the one that replaced it.
  const current = new Set(
    standings.filter(({ standing }) => standing !== 'duplicate' && standing !== 'earlier').map(({ document }) => document),
  );
  const ordered = documents.filter((document) => current.has(document));
  const findings = [
    ...families.flatMap((family) => restatements(ordered, figures, family, families)),
    ...families.flatMap((family) => unitsSum(ordered, figures, family)),
    ...families.flatMap((family) => unitExceeds(ordered, figures, family)),
    ...families.flatMap((family) => unitBases(ordered, figures, family)),
    ...(await editions(comparable, standings, families)),
    ...standings.flatMap(duplicate),
    ...documents.flatMap(otherDepartment),
    ...documents.flatMap(otherRegion),
  ];
  return { standings, findings };
}

async function editions(
  { figuresOf }: Comparable,
  standings: readonly Standing[],
  families: readonly DocumentFamily[],
): Promise<StoreFinding[]> {
  const several = standings.filter(({ standing }) => standing !== 'sole' && standing !== 'duplicate').map(({ document }) => document);
  const groups = groupBy(several, ({ kind, department_id, year }) => JSON.stringify([kind, department_id, year]));
  const findings: StoreFinding[] = [];
  for (const group of groups.values()) {
    const sorted = inOrderOfPublication(group);
    for (const [index, after] of sorted.entries()) {
      const before = sorted[index - 1];
      if (!before) continue;
      const comparison = compareFigures(await figuresOf(before.id), await figuresOf(after.id));
      findings.push(...republished(before, after, comparison, families));
    }
  }
  return findings;
}

function duplicate({ document, standing, first }: Standing): StoreFinding[] {
  if (standing !== 'duplicate' || !first) return [];
  return [aboutDocuments('DUPLICATE', 'info', `${named(document)}与${named(first)}内容相同。`, [document, first])];
}

function otherDepartment(document: ComparedDocument): StoreFinding[] {
  const { department, department_given: given } = document;
  if (department === null || given === null || isSameBody(department, given)) return [];
  return [aboutDocuments('DEPARTMENT-TOLD', 'warning', `${named(document)}自称${department}，采集记录为${given}。`, [document])];
}

function otherRegion(document: ComparedDocument): StoreFinding[] {
  if (document.region_given === null || document.region_code === null) return [];
  // A harvester may know the city where the document names the district.
  if (document.region_code.startsWith(document.region_given.replace(/(00)+$/, ''))) return [];
  const message = `${named(document)}自称属于${document.region_code}，采集记录为${document.region_given}。`;
  return [aboutDocuments('REGION-TOLD', 'warning', message, [document])];
}
