import type { DocumentFamily, DocumentNames } from '../../../extractors/family.js';
import type { Disclosure } from '../../../schemas/disclosure.js';
import { groupBy } from '../../base/group.js';
import { departmentIdOf } from '../../books/department-id.js';
import type { TextLine } from '../../model/page.js';
import type { PrintedTable } from '../../model/printed.js';
import { regionOf } from '../region.js';
import { unitNames } from '../unit-names.js';
import { agreedName } from './agreement.js';
import { readCover } from './cover.js';
import { readHeadings } from './headings.js';
import { kindOf } from './kind.js';
import { labelledNames } from './labels.js';
import { endsAsBody, isName, toName } from './names.js';
import type { Naming } from './naming.js';
import { namesInSentences } from './sentences.js';
import { readTitle } from './titles.js';
import { plain, plainLine, type Words, wordsOf } from './words.js';
import { yearOf } from './year.js';

/** What of a document may say whose it is. */
export interface NamingPrint {
  /** Text outside the tables, in reading order. */
  readonly lines: readonly TextLine[];
  /** Running heads and page numbers. */
  readonly furniture: readonly TextLine[];
  readonly tables: readonly PrintedTable[];
  /** The family the tables belong to. */
  readonly family: Pick<DocumentFamily, 'account'>;
  /** The number of its first page: 1, but for the second of several documents in a file. */
  readonly firstPage?: number;
}

/** What a document is about, and every place that names somebody. */
export interface Identity {
  readonly document: Disclosure['document'];
  readonly namings: readonly Naming[];
}

/** Whose account a document is, of which kind, year and region: every place that says so, and what most of them agree on. */
export function identify({ lines, furniture, tables, family, firstPage = 1 }: NamingPrint, names: readonly DocumentNames[]): Identity {
  const words = wordsOf(names);
  const captions = new Set(tables.flatMap(({ caption }) => caption.lines));
  const cover = readCover(lines, captions, words, firstPage);
  const onCover = new Set(cover.lines);
  const text = lines.filter((line) => !captions.has(line) && !onCover.has(line));
  const headings = readHeadings(text, words);
  const titles = headings.flatMap(({ title }) => title ?? []);
  const runningHeads = repeated(furniture).map((line) => ({ line, title: readTitle(plainLine(line), words) }));
  const heads = runningHeads.flatMap(({ title }) => title ?? []);
  const namings: Naming[] = [
    ...cover.namings,
    ...labelledNames(lines, cover.lines, tables, words, firstPage),
    ...headings.flatMap(({ naming }) => naming ?? []),
    ...runningHeads.flatMap(({ line, title }) => runningHead(line, title?.name ?? null, words)),
    ...namesInSentences(text, words),
    ...unitNamings(tables, words),
  ];
  const department = agreedName(namings);
  const region = regionOf(department, lines.map(plainLine), names);
  return {
    document: {
      kind: kindOf({ cover: cover.title, headings: titles, runningHeads: heads, tables, lines }, family, words),
      department,
      departmentId: departmentIdOf(department, region.code),
      year: yearOf({ cover: cover.title, coverLines: cover.lines, headings: titles, runningHeads: heads, tables, lines }),
      region,
    },
    namings,
  };
}

/** What several pages bear at their edge, each once. */
function repeated(furniture: readonly TextLine[]): TextLine[] {
  const byText = groupBy(furniture, plainLine);
  return [...byText.values()].flatMap(([line, second]) => (line && second ? [line] : []));
}

/** A running head may be the name alone. */
function runningHead(line: TextLine, titled: string | null, words: Words): Naming[] {
  const name = titled ?? toName(plainLine(line), words);
  return isName(name, words) && endsAsBody(name) ? [{ place: 'running-head', name, line }] : [];
}

/** The one unit that the tables name is the publisher; of several, none need be. */
function unitNamings(tables: readonly PrintedTable[], words: Words): Naming[] {
  const units = [...unitNames(tables)].map((unit) => toName(plain(unit), words)).filter((name) => isName(name, words));
  return units.map((name) => ({ place: units.length === 1 ? ('unit' as const) : ('beside' as const), name, line: null }));
}
