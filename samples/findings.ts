/** What is read out of a sample beside its tables, as text that shows in a diff what has changed: findings, sections, statuses, coverage. */
import type { Disclosure, DisclosureTable, Finding } from '../schemas/disclosure.js';

/** The contents of `<stem>.findings.txt`. */
export function findingsText({ outcome, document, coverage, tables, sections, findings }: Disclosure): string {
  const { status, reason, message } = outcome;
  const { kind, department, year, region } = document;
  const head = [
    ['outcome', status, reason, message],
    ['document', kind, department, year, region.code, region.path?.join('/')],
    ['coverage', ...Object.entries(coverage).map(([place, count]) => `${place} ${count}`)],
  ];
  return [
    ...head.map(line),
    '\ntables: pages, form, rows, statuses of their values',
    ...tables.map(tableLine),
    '\nsections: pages, level, heading, letters below it',
    ...sections.map(({ pages, level, heading, text }) => line([`p. ${pages.join(' ')}`, level, heading, text.length])),
    '\nfindings: severity, verdict, rule, message; found and expected; cells as table.row.column, counted from 0; the quoted sentence',
    ...findings.map(findingLine),
    '',
  ].join('\n');
}

function tableLine({ pages, form, rows }: DisclosureTable): string {
  const counts = new Map<string, number>();
  for (const { status } of rows.flatMap((row) => Object.values(row.cells))) {
    const name = status ?? 'none';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const statuses = [...counts].toSorted().map(([status, count]) => `${status} ${count}`);
  return line([`p. ${pages.join(' ')}`, form, `${rows.length} rows`, statuses.join(', ')]);
}

function findingLine({ severity, verdict, rule, message, found, expected, tolerance, cells, quote }: Finding): string {
  const values = [
    found === undefined ? '' : `found ${found}`,
    expected === undefined ? '' : `expected ${expected}`,
    tolerance == null ? '' : `± ${tolerance}`,
  ];
  const quoted = quote === undefined ? '' : `section ${quote.section}, p. ${quote.page}: ${quote.text}`;
  return line([severity, verdict, rule, message, values.filter((value) => value !== '').join(', '), cellsText(cells), quoted]);
}

/** `p. 9: 2.0.basic 2.0.project; p. 12: 4.0.basic`: a page is named once for the cells that follow one another on it. */
function cellsText(cells: Finding['cells']): string {
  let text = '';
  for (const [index, { page, table, row, column }] of cells.entries()) {
    const isNewPage = page !== cells[index - 1]?.page;
    text += `${isNewPage ? `${index > 0 ? '; ' : ''}p. ${page}:` : ''} ${[table, row ?? '*', column ?? '*'].join('.')}`;
  }
  return text;
}

/** One line of these parts; those that are blank or null are left out. */
function line(parts: readonly (string | number | null | undefined)[]): string {
  return parts
    .filter((part) => part != null && part !== '')
    .map((part) => String(part).replaceAll(/\s+/gu, ' '))
    .join('  ');
}
