import { Decimal } from 'decimal.js';
import type { AcrossDeclaration, NamedCodes } from '../../../extractors/across.js';
import { families } from '../../../extractors/families.js';
import type { DocumentFamily } from '../../../extractors/family.js';
import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import { toYuan } from '../../base/money.js';
import { printedAmount } from '../across/amounts.js';
import { nameOfCode } from '../across/code-name.js';
import { ownerOf, rankOf } from '../across/counterparts.js';
import { findCodeFigures, findKeyFigure } from '../across/key-figures.js';
import { type KeyFigure, keyFiguresOfDocument } from '../store/across.js';
import type { Session } from '../store/database.js';
import type { ArchivedDocument } from '../store/documents.js';
import { chosenDocuments } from './documents.js';
import { REGION_COLUMNS, regionOf } from './region.js';
import type { Column, Filters, Line, Resource } from './resource.js';

/** A family that has a column of its own. */
interface Phase {
  readonly family: DocumentFamily;
  readonly beside: AcrossDeclaration['beside'];
}

/** By name: the dataset does not hang on the order in which families are listed. */
const PHASES: readonly Phase[] = families
  .flatMap((family) => (family.across ? [{ family, beside: family.across.beside }] : []))
  .toSorted((a, b) => (a.beside.name < b.beside.name ? -1 : 1));

const columnsOf = ({ beside: { name, description } }: Phase): Column[] => [
  { name, type: 'decimal', description: `${description}; empty where it prints none` },
  { name: `${name}_status`, type: 'string', description: 'How far that can be trusted, as in the panel' },
  { name: `${name}_document`, type: 'string', description: 'SHA-256 of the document that prints it; empty where there are several' },
  {
    name: `${name}_rivals`,
    type: 'string',
    description:
      'SHA-256, joined by spaces, of several documents of which nothing tells which one holds: the value is there only where all that print it agree',
  },
];

/** What documents of several families print of one figure: department × year × concept, a column for each family. */
export const sideBySide: Resource = {
  name: 'side-by-side',
  title: '并列',
  description: `One line per figure of a department and year, side by side: ${PHASES.map(({ beside }) => beside.name).join(', ')}.`,
  primaryKey: ['department_id', 'year', 'rank', 'concept'],
  columns: [
    { name: 'region_code', type: 'string', description: 'GB/T 2260' },
    ...REGION_COLUMNS,
    { name: 'department', type: 'string', required: true, description: 'As printed, by the first of its documents' },
    { name: 'department_id', type: 'string', required: true, description: 'The key of the department over years and spellings' },
    { name: 'year', type: 'integer', required: true, description: 'The year of the account' },
    { name: 'rank', type: 'string', required: true, description: '部门 or 单位' },
    { name: 'concept', type: 'string', required: true, description: 'What the figure is, such as three-public/reception' },
    { name: 'name', type: 'string', required: true, description: 'The same in words' },
    ...PHASES.flatMap(columnsOf),
  ],
  // Documents of one family alone have nothing beside them.
  async isThere(session, filters) {
    const { documents } = await chosenDocuments(session, filters);
    return PHASES.filter(({ family }) => documents.some((document) => ownerOf(document, family) !== null)).length > 1;
  },
  async *lines(session, filters) {
    const { documents } = await chosenDocuments(session, filters);
    for (const group of departmentsOf(documents.filter(isCurrent))) yield await linesOf(group, session, filters);
  },
};

/** A copy says nothing new, and a later edition stands for an earlier one. */
const isCurrent = ({ standing }: ArchivedDocument): boolean => standing !== 'duplicate' && standing !== 'earlier';

/** Documents about a department in one year, in the order of the dataset. */
function departmentsOf(documents: readonly ArchivedDocument[]): ArchivedDocument[][] {
  const owners = documents.flatMap((document) => {
    const owner = PHASES.map(({ family }) => ownerOf(document, family)).find((one) => one !== null);
    return owner === undefined || document.year === null ? [] : [{ document, owner }];
  });
  const groups = groupBy(owners, ({ document, owner }) => JSON.stringify([owner, document.year]));
  return [...groups.values()].map((group) => group.map(({ document }) => document));
}

/** Of each family its document, or what all its rivals agree on, by the names that families share. */
async function linesOf(documents: readonly ArchivedDocument[], session: Session, filters: Filters): Promise<Line[]> {
  const read = await Promise.all(PHASES.map((phase) => readPhase(documents, phase, session, filters)));
  const first = at(documents, 0);
  const region = documents.find(({ region_code }) => region_code !== null)?.region_code ?? null;
  const rank = PHASES.map(({ family }) => rankOf(first.kind, family)).find((one) => one !== first.kind) ?? first.kind;
  return conceptsOf(read).map(([concept, words]) => [
    region,
    ...regionOf(region),
    first.department,
    first.department_id,
    first.year,
    rank,
    concept,
    words,
    ...read.flatMap((phase) => printedIn(phase, concept)),
  ]);
}

/** What the documents of one family print of a figure: value, status, document, rivals. */
function printedIn({ editions }: ReadPhase, concept: string): Line {
  const printed = editions.flatMap(({ document, figures }) => {
    const figure = figures.get(concept);
    return figure ? [{ document, figure }] : [];
  });
  const [first, ...others] = printed;
  if (!first) return [null, null, null, null];
  if (editions.length === 1) return [first.figure.yuan, first.figure.status, first.document.sha256, null];
  const rivals = editions.map(({ document }) => document.sha256).join(' ');
  const isAgreed = others.every(({ figure }) => new Decimal(figure.yuan).equals(first.figure.yuan));
  return isAgreed ? [first.figure.yuan, first.figure.status, null, rivals] : [null, null, null, rivals];
}

/** A family's documents about one department and year: one, or rivals. */
interface ReadPhase {
  readonly editions: readonly Edition[];
}

interface Edition {
  readonly document: ArchivedDocument;
  readonly figures: ReadonlyMap<string, BesideFigure>;
}

interface BesideFigure {
  readonly words: string;
  readonly yuan: string;
  readonly status: string | null;
}

async function readPhase(documents: readonly ArchivedDocument[], phase: Phase, session: Session, filters: Filters): Promise<ReadPhase> {
  const own = documents.filter(({ kind }) => phase.family.kinds.some((each) => each === kind));
  return { editions: await Promise.all(own.map((document) => readEdition(document, phase, session, filters))) };
}

async function readEdition(
  document: ArchivedDocument,
  { beside }: Phase,
  session: Session,
  { forms, statuses }: Filters,
): Promise<Edition> {
  const chosen = (await keyFiguresOfDocument(session, document.id)).filter(
    ({ form, status }) =>
      (forms.length === 0 || forms.includes(form)) && (statuses.length === 0 || (status !== null && statuses.includes(status))),
  );
  const own = new Map([[document.id, chosen]]);
  const figures = new Map<string, BesideFigure>();
  const put = (concept: string, words: string, figure: KeyFigure | undefined) => {
    const amount = figure && printedAmount(figure);
    const yuan = amount && toYuan(amount.value, amount.unit);
    if (figure && yuan) figures.set(concept, { words, yuan, status: figure.status });
  };
  for (const [concept, { words, places }] of Object.entries(beside.figures)) put(concept, words, findKeyFigure(own, document, places));
  for (const [concept, codes] of Object.entries(beside.codes)) {
    const found = [...findCodeFigures(own, document, codes)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [code, figure] of found) put(`${concept}/${code}`, nameOf(code, codes), figure);
  }
  return { document, figures };
}

/** `2010301 行政运行`, by the book; the code alone where the book does not have it. */
const nameOf = (code: string, codes: NamedCodes): string => [code, nameOfCode(code, codes)].filter((part) => part !== null).join(' ');

/** What any of the families prints, each with its words: declared figures as declared, then codes, ascending. */
function conceptsOf(read: readonly ReadPhase[]): [concept: string, words: string][] {
  const editions = read.flatMap((phase) => phase.editions);
  const words = new Map(editions.flatMap(({ figures }) => [...figures].map(([concept, figure]) => [concept, figure.words] as const)));
  const declared = PHASES.flatMap(({ beside }) => Object.keys(beside.figures));
  const figures = [...new Set(declared)].filter((concept) => words.has(concept));
  const codes = [...words.keys()].filter((concept) => !declared.includes(concept)).toSorted();
  return [...figures, ...codes].map((concept) => [concept, words.get(concept) ?? concept]);
}
