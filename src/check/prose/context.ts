import type { FormDeclaration } from '../../../extractors/form.js';
import type { Chapter, Measure, ProseDeclaration } from '../../../extractors/prose.js';
import type { Disclosure, DisclosureTable } from '../../../schemas/disclosure.js';
import { bare } from '../../base/text.js';
import type { CellCorrection } from '../check.js';
import { type Evidence, evidenceIn, type TableEvidence } from './tables/evidence.js';
import { confirmingSourcesOf, type MeasureIndex, measuresOf, pastSourcesOf, sourcesOf } from './tables/measures.js';
import { namesOtherAmount } from './text/grammar.js';

/** What the checks of one document's prose look into. */
export interface ProseContext {
  readonly prose: ProseDeclaration;
  readonly measures: MeasureIndex;
  readonly tables: readonly DisclosureTable[];
  /** Forms that are tables of amounts, no assessments. */
  readonly accounts: ReadonlySet<string>;
  readonly evidence: TableEvidence;
  readonly department: string | null;
  /** How the department may call itself, bare, longest first. */
  readonly owners: readonly string[];
  readonly year: number | null;
  /** 部门决算, 单位预算 … */
  readonly kind: string;
}

/** What a family declares. */
interface Declared {
  readonly prose: ProseDeclaration;
  readonly forms: readonly FormDeclaration[];
}

export function contextOf(
  { prose, forms }: Declared,
  tables: readonly DisclosureTable[],
  corrections: readonly CellCorrection[],
  { department, year, kind }: Disclosure['document'],
): ProseContext {
  return {
    prose,
    measures: measuresOf(prose),
    tables,
    accounts: new Set(forms.filter(({ kind }) => kind === 'account').map(({ id }) => id)),
    evidence: evidenceIn(tables, corrections),
    department,
    owners: ownersOf(department),
    year,
    kind,
  };
}

/** Characters. 财政局 is a name, 政局 is none. */
const SHORTEST_OWNER = 3;

/** 上海市普陀区财政局, 市普陀区财政局 … 财政局. */
function ownersOf(department: string | null): string[] {
  const name = bare(department ?? '');
  return Array.from({ length: Math.max(0, name.length - SHORTEST_OWNER + 1) }, (_, i) => name.slice(i));
}

/** What the tables print of a measure, as a chapter means it; nothing where there is no measure. */
export function evidenceOf(measure: Measure | null | undefined, chapter: Chapter | null, { evidence }: ProseContext): Evidence[] {
  return measure ? evidence.findAll([...sourcesOf(measure, chapter), ...confirmingSourcesOf(measure, chapter)]) : [];
}

/**
 * What the tables print of a measure for the year before: its other amount where the head of the column or the row names that, and its
 * principal amount elsewhere. A figure may be held against its own kind only: what was planned is not what was spent.
 */
export function pastEvidence(
  measure: Measure,
  chapter: Chapter | null,
  ofOther: boolean,
  { evidence, tables, prose }: ProseContext,
): Evidence[] {
  const headsOf = ({ cells: [cell] }: Evidence): string => {
    const table = cell && tables[cell.table];
    const row = cell?.row == null ? undefined : table?.rows[cell.row];
    return [...(table?.columns.find(({ key }) => key === cell?.column)?.path ?? []), row?.name ?? ''].join('');
  };
  return evidence.findAll(pastSourcesOf(measure, chapter)).filter((e) => namesOtherAmount(headsOf(e), prose.wording) === ofOther);
}
