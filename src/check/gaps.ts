import type { Identity } from '../../extractors/identities.js';
import type { DisclosureTable, Finding } from '../../schemas/disclosure.js';
import { lineWord } from './catalogue/formula.js';
import { type Sheet, toSheet } from './figures.js';
import { lineAt } from './lines.js';
import { hasNumbers } from './rows.js';
import { titleOf } from './wording.js';

/** Rows that tables should have and have not: lost by the publisher, or by us. No sum may notice, so they are looked for. */
export const checkGaps = (tables: readonly DisclosureTable[]): Finding[] => tables.map(toSheet).flatMap(gapsIn);

function gapsIn(sheet: Sheet): Finding[] {
  if (sheet.table.empty || !sheet.table.rows.some(hasNumbers)) return [];
  return (sheet.declaration?.identities ?? []).flatMap((identity) => {
    if (identity.over === 'presence') return missingLine(identity, sheet);
    return identity.over === 'parents' ? missingParents(identity.rule, sheet) : [];
  });
}

function missingLine({ rule, line, column, instead }: Identity & { over: 'presence' }, sheet: Sheet): Finding[] {
  const { declaration } = sheet;
  if (!declaration || [line, ...instead].some((concept) => stands(concept, column, sheet))) return [];
  const side = sheet.table.columns.find((c) => c.key === column)?.path[0];
  const name = `${line === 'total' && (side === '收入' || side === '支出') ? side : ''}${lineWord(declaration, line)}`;
  return [gap(rule, sheet, sheet.table.pages.at(-1) ?? 1, null, `没有“${name}”一行，可能漏印或漏读。`)];
}

/** A line of that name is there; where the table has the column, on its side. */
const stands = (concept: string, column: string, sheet: Sheet): boolean =>
  sheet.columns.includes(column) ? lineAt(sheet, concept, column) !== null || isRepeated(concept, sheet) : sheet.outline.lines.has(concept);

/** Printed more than once, on each side perhaps: more than enough. */
const isRepeated = (concept: string, sheet: Sheet) => (sheet.outline.lines.get(concept)?.length ?? 0) > 2;

/** Digits of 类 and 款. */
const LEVELS = [
  { digits: 3, name: '类' },
  { digits: 5, name: '款' },
] as const;

function missingParents(rule: string, sheet: Sheet): Finding[] {
  const coded = sheet.table.rows.flatMap((row, i) => (row.code !== null && row.concept?.includes('/') ? [{ code: row.code, row: i }] : []));
  const codes = new Set(coded.map(({ code }) => code));
  return LEVELS.flatMap(({ digits, name }) => {
    const below = coded.filter(({ code }) => code.length > digits);
    const orphans = below.filter(({ code }) => !codes.has(code.slice(0, digits)));
    // A table that prints no row of a level prints none on purpose.
    if (orphans.length === below.length) return [];
    const firsts = orphans.filter(({ code }, i) => orphans.findIndex((o) => o.code.slice(0, digits) === code.slice(0, digits)) === i);
    return firsts.map(({ code, row }) => {
      const page = Object.values(sheet.table.rows[row]?.cells ?? {})[0]?.page ?? sheet.table.pages[0] ?? 1;
      return gap(rule, sheet, page, row, `印有${code}，却没有其上级${code.slice(0, digits)}（${name}）一行，可能漏印或漏读。`);
    });
  });
}

function gap(rule: string, sheet: Sheet, page: number, row: number | null, words: string): Finding {
  const [first] = row === null ? [] : Object.values(sheet.table.rows[row]?.cells ?? {});
  return {
    rule,
    severity: 'warning',
    verdict: 'unknown',
    message: `第${page}页${titleOf(sheet)}${words}`,
    cells: [{ table: sheet.index, row, column: null, page, box: first?.box ?? null }],
  };
}
