import { families } from '../../extractors/families.js';
import type { Disclosure } from '../../schemas/disclosure.js';
import { withDepartmentIds } from '../archive/across/department-ids.js';
import { groupBy } from '../base/group.js';
import { documentsSvg, perHeadSvg, yearsSvg } from '../compare/chart.js';
import { type AskedFigure, allFigures, type DocumentLine, perHeadOf, sortLines, withHeads } from '../compare/documents.js';
import { documentsListing } from '../compare/documents-listing.js';
import { listingCsv } from '../compare/listing-files.js';
import type { HeadsRow } from '../compare/per-head.js';
import { compareYears, type TwoYears, toTwoYears } from '../compare/years.js';
import { yearsListing } from '../compare/years-listing.js';
import type { Comparable, ComparedDocuments, ComparedPair, ComparedYears } from './view.js';

/** A document that has been read, as it stands among others. */
export interface ReadLine {
  readonly id: string;
  readonly line: DocumentLine;
  /** The code of its region. */
  readonly region: string | null;
}

/** A comparison as a file. */
export interface ComparisonFile {
  readonly name: string;
  readonly text: string;
}

/** A sentence for the page: these documents cannot be compared so. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
}

/** What documents can be compared by: pairs of years of one department, and the figures that they print. */
export function comparable(read: readonly ReadLine[], unread: number): Comparable {
  const lines = read.map(({ line }) => line);
  return {
    pairs: pairsOf(read),
    figures: allFigures(families).filter(({ id }) => lines.some(({ values }) => values.has(id))),
    unread,
    years: [...new Set(lines.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a),
  };
}

/** Documents of one department and kind in two years, the earlier one first; years that follow each other come first. */
function pairsOf(read: readonly ReadLine[]): ComparedPair[] {
  const named = withDepartmentIds(read.map(({ id, line, region }) => ({ id, line, department: line.department, region_code: region })));
  const groups = groupBy(
    named.filter(({ department_id, line }) => department_id !== null && line.year !== null),
    ({ department_id, line }) => `${line.kind} ${department_id}`,
  );
  const pairs = [...groups.values()].flatMap((group) =>
    group.flatMap((earlier) =>
      group.flatMap((later) => {
        const years = [earlier.line.year ?? 0, later.line.year ?? 0] as const;
        if (years[0] >= years[1]) return [];
        const { department, kind } = later.line;
        return { ids: [earlier.id, later.id] as const, years, department, kind, files: [earlier.line.file, later.line.file] as const };
      }),
    ),
  );
  return pairs.toSorted((a, b) => a.years[1] - a.years[0] - (b.years[1] - b.years[0]) || b.years[1] - a.years[1]);
}

/** @throws NotComparable */
function twoYears(one: Disclosure, other: Disclosure): TwoYears {
  const two = toTwoYears(one, other, families);
  if (!two) throw new NotComparable('These are not two years of one department.');
  return two;
}

/** 桐柏县档案馆2022—2023年度部门决算 */
const titleOf = ({ years, later: { document } }: TwoYears): string => `${document.department ?? ''}${years.join('—')}年度${document.kind}`;

/** Two years of one department for the page. @throws NotComparable */
export function comparedYears(one: Disclosure, other: Disclosure): ComparedYears {
  const two = twoYears(one, other);
  const { indicators, rows, carried, unpaired } = compareYears(two, families);
  return { title: titleOf(two), years: two.years, indicators, rows, carried, unpaired };
}

/** Two years as the command line writes them. @throws NotComparable */
export function yearsFile(one: Disclosure, other: Disclosure, format: 'csv' | 'svg'): ComparisonFile {
  const two = twoYears(one, other);
  const { years } = two;
  const comparison = compareYears(two, families);
  const title = titleOf(two);
  const text =
    format === 'csv'
      ? listingCsv(yearsListing(comparison, { years, families }))
      : `${yearsSvg(title, [String(years[0]), String(years[1])], comparison.indicators)}\n`;
  return { name: `${title}.${format}`, text };
}

/** The documents with their heads. @throws HeadsError */
export function linesWithHeads(read: readonly ReadLine[], rows: readonly HeadsRow[]): ReadLine[] {
  const lines = withHeads(
    read.map(({ line }) => line),
    rows,
  );
  return read.map((each, index) => ({ ...each, line: lines[index] ?? each.line }));
}

/** One figure of the documents of a year, of all years where it is null; the largest first. */
function asked(read: readonly ReadLine[], figure: string, year: number | null): { lines: readonly DocumentLine[]; figure: AskedFigure } {
  const found = allFigures(families).find(({ id }) => id === figure);
  if (!found) throw new NotComparable('There is no such figure.');
  const lines = read.map(({ line }) => line).filter((line) => year === null || line.year === year);
  return { figure: found, lines: sortLines(lines, 'value', [found]) };
}

/** @throws NotComparable */
export function comparedDocuments(read: readonly ReadLine[], figure: string, year: number | null): ComparedDocuments {
  const { figure: found, lines } = asked(read, figure, year);
  const ids = new Map(read.map(({ id, line }) => [line, id]));
  return {
    figure: found,
    lines: lines.map((line) => {
      const { file, kind, department, year: of, status, reason, values, heads = null } = line;
      const each = perHeadOf(line, found.id);
      const value = values.get(found.id) ?? null;
      return { id: ids.get(line) ?? '', file, kind, department, year: of, status, reason, value, heads, perHead: each };
    }),
  };
}

/** One figure as the command line writes it. @throws NotComparable */
export function documentsFile(read: readonly ReadLine[], figure: string, year: number | null, format: 'csv' | 'svg'): ComparisonFile {
  const { figure: found, lines } = asked(read, figure, year);
  const svg = lines.some(({ heads }) => heads !== undefined) ? perHeadSvg : documentsSvg;
  const text = format === 'csv' ? listingCsv(documentsListing(lines, [found])) : `${svg(lines, found)}\n`;
  return { name: `${found.words}${year ?? ''}.${format}`, text };
}
