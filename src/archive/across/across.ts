import { groupBy } from '../../base/group.js';
import { acrossStamp } from '../run/stamp.js';
import type { Session } from '../store/database.js';
import { type ArchivedDocument, archivedDocuments } from '../store/documents.js';
import { type Store, setSetting } from '../store/store.js';
import { carriedForward, type KeyFigure } from './carried-forward.js';
import { compareFigures, storedFigures } from './figures.js';
import { aboutDocuments, named, type StoreFinding } from './finding.js';
import { republished } from './republished.js';
import { inOrderOfPublication, type Standing, toStandings } from './standing.js';
import { unitsSum } from './units-sum.js';

/** Compares the documents of the store with each other, and remembers by what. */
export async function compareAcross(store: Store): Promise<void> {
  await store.database.write(async (session) => {
    const documents = await archivedDocuments(session);
    const standings = toStandings(documents);
    const findings = await findAcross(session, documents, standings);
    await session.run('DELETE FROM standings');
    await session.run('DELETE FROM store_findings');
    await session.insert(
      'standings',
      ['document', 'standing', 'first_sha256'],
      standings.map(({ document, standing, first }) => [document.id, standing, first?.sha256 ?? null]),
    );
    await session.insert('store_findings', COLUMNS, findings.map(toRow));
    await setSetting(session, 'across', acrossStamp());
  });
}

async function findAcross(
  session: Session,
  documents: readonly ArchivedDocument[],
  standings: readonly Standing[],
): Promise<StoreFinding[]> {
  const keys = await session.all<KeyFigure>('SELECT document, form, concept, column_key, value, unit, status FROM key_figures');
  const figures = groupBy(keys, ({ document }) => document);
  // A copy says nothing new, and an edition that was replaced is compared with the one that replaced it.
  const current = new Set(
    standings.filter(({ standing }) => standing !== 'duplicate' && standing !== 'earlier').map(({ document }) => document),
  );
  const ordered = documents.filter((document) => current.has(document));
  return [
    ...carriedForward(ordered, figures),
    ...unitsSum(ordered, figures),
    ...(await editions(session, standings)),
    ...standings.flatMap(duplicate),
    ...documents.flatMap(regionTold),
  ];
}

async function editions(session: Session, standings: readonly Standing[]): Promise<StoreFinding[]> {
  const several = standings.filter(({ standing }) => standing !== 'sole' && standing !== 'duplicate').map(({ document }) => document);
  const groups = groupBy(several, ({ kind, department, year, region_code }) => JSON.stringify([kind, department, year, region_code]));
  const findings: StoreFinding[] = [];
  for (const group of groups.values()) {
    const sorted = inOrderOfPublication(group);
    for (const [index, after] of sorted.entries()) {
      const before = sorted[index - 1];
      if (!before) continue;
      const comparison = compareFigures(await storedFigures(session, before.id), await storedFigures(session, after.id));
      findings.push(...republished(before, after, comparison));
    }
  }
  return findings;
}

function duplicate({ document, standing, first }: Standing): StoreFinding[] {
  if (standing !== 'duplicate' || !first) return [];
  return [aboutDocuments('DUPLICATE', 'info', `${named(document)}与${named(first)}内容相同。`, [document, first])];
}

function regionTold(document: ArchivedDocument): StoreFinding[] {
  if (document.region_told === null || document.region_code === null) return [];
  // A harvester may know the city where the document names the district.
  if (document.region_code.startsWith(document.region_told.replace(/(00)+$/, ''))) return [];
  const message = `${named(document)}自称属于${document.region_code}，采集记录为${document.region_told}。`;
  return [aboutDocuments('REGION-TOLD', 'warning', message, [document])];
}

const COLUMNS = [
  ...[
    'finding_index',
    'rule',
    'severity',
    'verdict',
    'message',
    'department',
    'year',
    'form',
    'concept',
    'column_key',
    'found',
    'expected',
  ],
  ...['difference', 'documents'],
];

function toRow(f: StoreFinding, index: number) {
  return [
    ...[
      index,
      f.rule,
      f.severity,
      f.verdict,
      f.message,
      f.department,
      f.year,
      f.form,
      f.concept,
      f.column,
      f.found,
      f.expected,
      f.difference,
    ],
    f.documents.map(({ sha256 }) => sha256).join(' '),
  ];
}
