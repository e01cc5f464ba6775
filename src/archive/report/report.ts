import { groupBy, sortBy } from '../../base/group.js';
import { at, must } from '../../base/invariant.js';
import { divisions } from '../../books/divisions.js';
import type { RunCounts, RunEvent, RunState } from '../run/events.js';
import type { Session } from '../store/database.js';
import { type ArchivedDocument, archivedDocuments } from '../store/documents.js';
import type { Store } from '../store/store.js';
import { type Todo, todoOf } from './todo.js';
import { NO_FALSE_ALARM, type WorstFinding, worstFindings } from './worst.js';

/** What a run did, and what in the store is doubtful, broken or missing. */
export interface Report {
  /** The last run first, then those before it that were cut short. Empty where nothing ever ran. */
  readonly runs: readonly ReportedRun[];
  /** What those runs found unreadable, with wrong provenance, gone, left for the next run, changed, new. */
  readonly events: readonly RunEvent[];
  readonly totals: { readonly documents: number; readonly values: number; readonly byStatus: ReadonlyMap<string, number> };
  /** Documents that were not read, or not whole, by what somebody must do about them. */
  readonly todo: readonly Todo[];
  /** Documents whose JSON is missing from the store. */
  readonly lost: readonly ArchivedDocument[];
  /** Documents that were left for the next run and are not in the store yet: how many for each reason. */
  readonly postponed: ReadonlyMap<string, number>;
  readonly worst: readonly WorstFinding[];
  readonly findings: {
    readonly errors: number;
    readonly warnings: number;
    /** Those that people have judged, by what they think of them. */
    readonly judged: ReadonlyMap<string, number>;
  };
  readonly matrix: Matrix;
}

export interface ReportedRun extends RunCounts {
  readonly id: number;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly state: RunState;
  readonly stamp: string;
}

/** Departments × years: what is there, and what is missing. */
interface Matrix {
  readonly years: readonly number[];
  readonly departments: readonly MatrixRow[];
}

export interface MatrixRow {
  /** 河南省安阳市北关区; null where unknown. */
  readonly region: string | null;
  readonly department: string;
  /** By year; a year without documents is missing where the department has one before and one after it, or before it only. */
  readonly years: ReadonlyMap<number, MatrixCell>;
  readonly missing: readonly number[];
}

export interface MatrixCell {
  readonly documents: readonly ArchivedDocument[];
  /** The worst of its documents: `good`, `doubtful` has findings of severity error, `failed`. */
  readonly state: 'good' | 'doubtful' | 'failed';
}

/** One state of the store, put together. */
export async function makeReport(store: Store): Promise<Report> {
  return await store.database.read(async (session) => {
    const documents = await archivedDocuments(session);
    const runs = await lastRuns(session);
    const errors = await errorsByDocument(session);
    const lost = new Set(await store.json.missing(session));
    const events = await eventsOf(session, runs);
    return {
      runs,
      events: inOrderOfUse(events),
      totals: await totalsOf(session, documents),
      todo: await todoOf(session, documents),
      lost: documents.filter(({ sha256 }) => lost.has(sha256)),
      postponed: postponedOf(events, documents),
      worst: await worstFindings(session, documents),
      findings: await countFindings(session),
      matrix: toMatrix(documents, errors),
    };
  });
}

/** The last run, and the runs before it that did not come to their end. */
async function lastRuns(session: Session): Promise<ReportedRun[]> {
  const runs = await session.all<ReportedRun>('SELECT * FROM runs ORDER BY id DESC LIMIT 50');
  const before = runs.findIndex(({ state }, index) => index > 0 && state === 'done');
  return before === -1 ? runs : runs.slice(0, before);
}

async function eventsOf(session: Session, runs: readonly ReportedRun[]): Promise<RunEvent[]> {
  const first = runs.at(-1)?.id;
  if (first === undefined) return [];
  return await session.all<RunEvent>('SELECT kind, root, path, sha256, note FROM events WHERE run >= ? ORDER BY kind, path, root', [first]);
}

/** What somebody must do something about comes before what only happened. */
const KINDS: readonly RunEvent['kind'][] = [
  'missing',
  'lost',
  'unreadable',
  'provenance',
  'gone',
  'postponed',
  'changed',
  'manifest',
  'new',
];

const inOrderOfUse = (events: readonly RunEvent[]) => sortBy(events, ({ kind }) => [KINDS.indexOf(kind)]);

function postponedOf(events: readonly RunEvent[], documents: readonly ArchivedDocument[]): Map<string, number> {
  const read = new Set(documents.map(({ sha256 }) => sha256));
  const waiting = new Map(
    events.filter(({ kind, sha256 }) => kind === 'postponed' && !read.has(sha256 ?? '')).map((event) => [event.path, event] as const),
  );
  // A note is the reason and what it was about this document: see docs/archive.md.
  const reasonOf = ({ note }: RunEvent) => note?.split(': ')[0] ?? 'unknown';
  return new Map([...groupBy(waiting.values(), reasonOf)].map(([reason, { length }]) => [reason, length]));
}

async function totalsOf(session: Session, documents: readonly ArchivedDocument[]): Promise<Report['totals']> {
  const rows = await session.all<{ status: string; values: number }>(
    'SELECT status, COUNT(*) AS "values" FROM "values" WHERE status IS NOT NULL GROUP BY status ORDER BY status',
  );
  const byStatus = new Map(rows.map(({ status, values }) => [status, values]));
  return { documents: documents.length, values: [...byStatus.values()].reduce((sum, values) => sum + values, 0), byStatus };
}

async function countFindings(session: Session): Promise<Report['findings']> {
  const rows = await session.all<{ severity: string; n: number }>(
    `SELECT severity, COUNT(*) AS n FROM (SELECT severity FROM findings UNION ALL SELECT severity FROM store_findings) AS f GROUP BY severity`,
  );
  const count = (severity: string) => rows.find((row) => row.severity === severity)?.n ?? 0;
  const judged = await session.all<{ state: string; n: number }>(
    'SELECT state, COUNT(*) AS n FROM judgements WHERE finding_index IS NOT NULL GROUP BY state ORDER BY state',
  );
  return { errors: count('error'), warnings: count('warning'), judged: new Map(judged.map(({ state, n }) => [state, n])) };
}

async function errorsByDocument(session: Session): Promise<Set<number>> {
  const rows = await session.all<{ document: number }>(
    `SELECT DISTINCT f.document FROM findings f WHERE f.severity = 'error' AND ${NO_FALSE_ALARM}`,
  );
  return new Set(rows.map(({ document }) => document));
}

/** Documents that say whose and which year they are, as departments × years in the order of the code book. */
function toMatrix(documents: readonly ArchivedDocument[], withErrors: ReadonlySet<number>): Matrix {
  const placed = documents.filter(({ department, year, standing }) => department !== null && year !== null && standing !== 'duplicate');
  const years = [...new Set(placed.map(yearOf))].sort((a, b) => a - b);
  const all = range(years[0], years.at(-1));
  const groups = groupBy(
    placed,
    ({ department_id, region_code, department }) => department_id ?? JSON.stringify([region_code, department]),
  );
  return { years: all, departments: [...groups.values()].map((group) => toRow(group, all, withErrors)) };
}

function toRow(group: readonly ArchivedDocument[], all: readonly number[], withErrors: ReadonlySet<number>): MatrixRow {
  const first = at(group, 0);
  // A department that was renamed goes by its last name.
  const latest = group.reduce((last, document) => (yearOf(document) > yearOf(last) ? document : last), first);
  const years = new Map([...groupBy(group, yearOf)].map(([year, documents]) => [year, toCell(documents, withErrors)]));
  const earliest = Math.min(...years.keys());
  return {
    region: regionName(first.region_code),
    department: must(latest.department, 'the department'),
    years,
    missing: all.filter((year) => year > earliest && !years.has(year)),
  };
}

function toCell(documents: readonly ArchivedDocument[], withErrors: ReadonlySet<number>): MatrixCell {
  const isDoubtful = documents.some(({ id }) => withErrors.has(id));
  return { documents, state: documents.every(({ status }) => status === 'failed') ? 'failed' : isDoubtful ? 'doubtful' : 'good' };
}

const yearOf = ({ year }: ArchivedDocument): number => must(year, 'the year');

function regionName(code: string | null): string | null {
  const division = code === null ? undefined : divisions().entry(code);
  return division ? [...division.within, division].map(({ name }) => name).join('') : null;
}

function range(from: number | undefined, to: number | undefined): number[] {
  return from === undefined || to === undefined ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
