import type { Identity } from '../../../extractors/identities.js';
import type { RuleDeclaration } from '../../../extractors/rule.js';
import type { Finding } from '../../../schemas/disclosure.js';
import { groupBy } from '../../base/group.js';
import { at } from '../../base/invariant.js';
import { lastPageOf, pageOfRow } from '../../model/table-pages.js';
import { lineWord } from '../rules/formula.js';
import { lineAt } from '../table/lines.js';
import { hasNumbers } from '../table/rows.js';
import type { Sheet } from '../table/sheet.js';
import { titleOf } from '../verdict/wording.js';

/** Rows that tables should have and have not: lost by the publisher, or by us. No sum may notice, so they are looked for. */
export function checkPresence(sheets: readonly Sheet[]): Finding[] {
  const filled = sheets.filter(({ table }) => !table.empty && table.rows.some(hasNumbers));
  const levels = levelsIn(filled);
  return filled.flatMap((sheet) => (sheet.declaration?.identities ?? []).flatMap((identity) => gapsOf(identity, sheet, levels)));
}

function gapsOf(identity: Identity, sheet: Sheet, levels: Levels): Finding[] {
  switch (identity.over) {
    case 'presence':
      return missingLine(identity, sheet);
    case 'parents':
      return missingParents(identity.rule, sheet, levels);
    case 'children':
      return missingChildren(identity.rule, sheet, levels);
    default:
      return [];
  }
}

/** Classification → how many digits its codes have in the tables of a document. All its tables print the same levels. */
type Levels = ReadonlyMap<string, ReadonlySet<number>>;

function levelsIn(sheets: readonly Sheet[]): Levels {
  const levels = new Map<string, Set<number>>();
  for (const { code, system } of sheets.flatMap(codedRows)) levels.set(system, (levels.get(system) ?? new Set()).add(code.length));
  return levels;
}

interface CodedRow {
  readonly code: string;
  /** `function` or `economic`. */
  readonly system: string;
  readonly row: number;
}

const codedRows = ({ table }: Sheet): CodedRow[] =>
  table.rows.flatMap(({ code, concept }, row) =>
    code !== null && concept?.includes('/') ? [{ code, system: at(concept.split('/'), 0), row }] : [],
  );

function missingLine({ rule, line, column, instead }: Identity & { over: 'presence' }, sheet: Sheet): Finding[] {
  const { declaration } = sheet;
  if (!declaration || [line, ...instead].some((concept) => stands(concept, column, sheet))) return [];
  const side = sheet.table.columns.find((c) => c.key === column)?.path[0];
  const name = `${line === 'total' && (side === '收入' || side === '支出') ? side : ''}${lineWord(declaration, line)}`;
  return [gap(rule, sheet, lastPageOf(sheet.table), null, `没有“${name}”一行，可能漏印或漏读。`)];
}

/** A line of that name is there; where the table has the column, on its side. */
const stands = (concept: string, column: string, sheet: Sheet): boolean =>
  sheet.columns.includes(column) ? lineAt(sheet, concept, column) !== null || isRepeated(concept, sheet) : sheet.outline.lines.has(concept);

/** Printed more than once, on each side perhaps: more than enough. */
const isRepeated = (concept: string, sheet: Sheet) => (sheet.outline.lines.get(concept)?.length ?? 0) > 2;

/** Digits of 类, 款 and 项. */
const LEVELS: readonly (readonly [digits: number, name: string])[] = [
  [3, '类'],
  [5, '款'],
  [7, '项'],
];

function missingParents(rule: RuleDeclaration, sheet: Sheet, levels: Levels): Finding[] {
  const coded = codedRows(sheet);
  const codes = new Set(coded.map(({ code }) => code));
  return LEVELS.flatMap(([digits, name]) => {
    // A document that prints no row of a level prints none on purpose.
    const orphans = coded.filter(
      ({ code, system }) => code.length > digits && levels.get(system)?.has(digits) && !codes.has(code.slice(0, digits)),
    );
    const firsts = [...groupBy(orphans, ({ code }) => code.slice(0, digits)).values()].map((same) => at(same, 0));
    return firsts.map(({ code, row }) =>
      gap(
        rule,
        sheet,
        pageOfRow(sheet.table, sheet.table.rows[row]),
        row,
        `印有${code}，却没有其上级${code.slice(0, digits)}（${name}）一行，可能漏印或漏读。`,
      ),
    );
  });
}

/** The lowest level of a document that a whole table lacks: within one table the sums notice. */
function missingChildren(rule: RuleDeclaration, sheet: Sheet, levels: Levels): Finding[] {
  const coded = codedRows(sheet);
  const parents = new Set(coded.flatMap(({ code }) => Array.from(code, (_, digits) => code.slice(0, digits))));
  const lengths = new Set(coded.map(({ code }) => code.length));
  return coded.flatMap(({ code, system, row }) => {
    const below = LEVELS.find(([digits]) => digits > code.length && levels.get(system)?.has(digits));
    if (parents.has(code) || !below || lengths.has(below[0])) return [];
    return [
      gap(
        rule,
        sheet,
        pageOfRow(sheet.table, sheet.table.rows[row]),
        row,
        `印有${code}，却没有其下级（${below[1]}）一行，可能漏印或漏读。`,
      ),
    ];
  });
}

function gap(rule: RuleDeclaration, sheet: Sheet, page: number, row: number | null, words: string): Finding {
  const [first] = row === null ? [] : Object.values(sheet.table.rows[row]?.cells ?? {});
  return {
    rule: rule.id,
    severity: 'warning',
    verdict: 'unknown',
    message: `第${page}页${titleOf(sheet)}${words}`,
    cells: [{ table: sheet.index, row, column: null, page, box: first?.box ?? null }],
  };
}
