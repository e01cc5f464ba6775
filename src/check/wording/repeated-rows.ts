import { ROW_REPEATED } from '../../../extractors/shared/wording-rules.js';
import type { DisclosureColumn, DisclosureRow, DisclosureTable, DisclosureValue, Finding } from '../../../schemas/disclosure.js';
import { at } from '../../base/invariant.js';
import { squeeze } from '../../base/text.js';
import { titleOfTable } from '../../model/table-title.js';

/** Heads of columns in which a row says something of its own, in sentences. Catalogues, kinds and units repeat by right. */
const OWN_WORDS = /目标|简介|内容|概况|说明|依据|用途/u;
/** Characters. What is shorter is a word that many rows share. */
const SHORTEST_TEXT = 12;
/** Characters of a name that are no accident in a text. */
const SHORTEST_PART = 3;

/**
 * Rows whose text is that of the row above, and speaks of what that row is and this one is not: 慰问金-边检总站 with the goals of 慰问金-海关.
 * Rows that share their text by right are none: nothing in it names the one and not the other.
 */
export function checkRepeatedRows(tables: readonly DisclosureTable[]): Finding[] {
  return tables.flatMap((table, index) => {
    if (table.form === 'other') return [];
    const columns = table.columns.filter(({ path }) => OWN_WORDS.test(path.at(-1) ?? ''));
    return columns.flatMap((column) => repeatedIn(table, index, column));
  });
}

function repeatedIn(table: DisclosureTable, index: number, { key, path }: DisclosureColumn): Finding[] {
  return table.rows.flatMap((row, i): Finding[] => {
    const above = table.rows[i - 1];
    const cell = row.cells[key];
    const part = above && cell ? partOfAbove(row, above, cell, above.cells[key]) : null;
    if (!above || !cell || part === null) return [];
    const place = ({ page, box }: DisclosureValue, at: number) => ({ table: index, row: at, column: key, page, box });
    return [
      {
        rule: ROW_REPEATED.id,
        severity: 'info',
        verdict: 'publisher',
        message: `${titleOfTable(table)}“${row.name}”的${squeeze(path.at(-1) ?? '')}与上一行“${above.name}”的相同，说的是“${part}”，疑照抄上一行。`,
        cells: [
          place(cell, i),
          place(
            at(
              [above.cells[key]].filter((c) => c !== undefined),
              0,
            ),
            i - 1,
          ),
        ],
      },
    ];
  });
}

/** The part of the name above that the common text speaks of and that the row's own name has not; null where there is none. */
function partOfAbove(row: DisclosureRow, above: DisclosureRow, cell: DisclosureValue, other: DisclosureValue | undefined): string | null {
  const [own, of, text] = [squeeze(row.name ?? ''), squeeze(above.name ?? ''), squeeze(cell.text)];
  const isOneCell = other?.page === cell.page && other.box !== null && String(other.box) === String(cell.box);
  if (!other || isOneCell || own === of || own === '' || text.length < SHORTEST_TEXT || squeeze(other.text) !== text) return null;
  const part = longestCommon(of, text, own);
  return part.length >= SHORTEST_PART ? part : null;
}

/** The longest part of `name` that stands in `text` and not in `without`; the first of equals. */
function longestCommon(name: string, text: string, without: string): string {
  let longest = '';
  for (let start = 0; start < name.length; start++) {
    for (let end = start + Math.max(SHORTEST_PART, longest.length + 1); end <= name.length; end++) {
      const part = name.slice(start, end);
      if (!text.includes(part)) break;
      if (!without.includes(part)) longest = part;
    }
  }
  return longest;
}
