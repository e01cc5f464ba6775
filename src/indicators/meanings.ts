import type { DisclosureRow } from '../../schemas/disclosure.js';

/**
 * What a row is for the whole document: its concept; empty for the only row of a table, where it tells no more than whose that is; the total
 * for the only unit, where none is printed. Null for a row whose words are unknown.
 */
export function meaningsIn(rows: readonly DisclosureRow[]): (row: DisclosureRow) => string | null {
  const filled = rows.filter(({ cells }) => Object.keys(cells).length > 0);
  const isUnit = ({ concept, name, unit }: DisclosureRow) =>
    concept === 'unit' || (concept === null && unit !== undefined && (name === null || name === unit.name));
  const standsForTotal = filled.filter(isUnit).length === 1 && !filled.some(({ concept }) => concept === 'total');
  return (row) => {
    if (filled.length === 1 && (isUnit(row) || (row.concept === null && row.name === null))) return '';
    return standsForTotal && isUnit(row) ? 'total' : row.concept;
  };
}
