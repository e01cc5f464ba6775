/** Where rules leave a doubt, a table is read in each way its layout allows, and the one is kept that agrees best with itself. */
import type { DocumentFamily } from '../../extractors/family.js';
import { at } from '../base/invariant.js';
import type { Attempts } from '../base/own-errors.js';
import { agreementOf } from '../check/identity/agreement.js';
import { toSheet } from '../check/table/sheet.js';
import { gridsToTables } from '../extract/extract.js';
import { chooseFamily } from '../extract/family.js';
import type { Grid } from '../model/grid.js';
import { normalizeTable } from '../normalize/table.js';
import { unitNames } from '../normalize/unit-names.js';
import { type Layout, type Structure, structureToGrids, structureToLayout } from '../rebuild/rebuild.js';

/** A structure → its layout, each doubtful table read in the way in which it agrees best with itself; of ways as good the likelier. */
export function chooseLayout(structure: Structure, families: readonly DocumentFamily[], errors: Attempts): Layout {
  const counts = structure.ruleless.map(({ ways }) => ways.length);
  const first = structureToLayout(structure, () => 0, errors);
  const most = Math.max(1, ...counts);
  if (most === 1) return first;
  const agreements = Array.from({ length: most }, (_, way) => {
    // A table with fewer ways is read in its first: it is not asked again.
    const wayOf = (table: number) => (way < at(counts, table) ? way : 0);
    return agreementByTable(way === 0 ? first.grids : structureToGrids(structure, wayOf), families);
  });
  const choice = counts.map((count, table) => {
    const own = agreements.slice(0, count).map((agreement) => agreement.get(table) ?? Number.NEGATIVE_INFINITY);
    return own.indexOf(Math.max(...own));
  });
  return choice.every((way) => way === 0) ? first : structureToLayout(structure, (table) => at(choice, table), errors);
}

/** By the index of each table without vertical rules: how well it agrees with itself. */
function agreementByTable(grids: readonly Grid[], families: readonly DocumentFamily[]): ReadonlyMap<number, number> {
  const family = chooseFamily(grids, families);
  const tables = gridsToTables(grids, family);
  const units = unitNames(tables);
  return new Map(
    tables.flatMap((printed): [number, number][] => {
      const { inferred } = printed.grid;
      if (inferred === undefined) return [];
      return [[inferred, agreementOf(toSheet(normalizeTable(printed, family, units).table, 0, printed.declaration))]];
    }),
  );
}
