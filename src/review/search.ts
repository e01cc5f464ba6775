import type { Disclosure } from '../../schemas/disclosure.js';
import { say } from '../base/language.js';
import type { PageStart } from '../pipeline/section-pages.js';
import type { SearchAnswer, SearchHit, View } from './view.js';

/** Hits that are shown: more are counted. */
const MOST = 200;

/** Characters shown on either side of what was found in a long text. */
const AROUND = 40;

/** A section of prose, and where its pages begin in its text. */
export interface SearchedSection extends Pick<Disclosure['sections'][number], 'heading' | 'text' | 'pages'> {
  readonly starts: readonly PageStart[];
}

export interface Searchable {
  readonly view: View;
  readonly sections: readonly SearchedSection[];
}

/** Looks for words in findings, rows and sentences: all of them, in any order, in one finding, row or sentence. */
export function search(documents: readonly Searchable[], query: string): Omit<SearchAnswer, 'unread'> {
  const words = query.split(/\s+/u).filter(Boolean).map(plain);
  if (words.length === 0) return { hits: [], more: 0 };
  const found = documents
    .flatMap((document) => [...findings(document), ...rows(document), ...sentences(document)])
    .filter(({ text }) => {
      const searched = plain(text);
      return words.every((word) => searched.includes(word));
    });
  const hits = found.slice(0, MOST).map((hit) => ({ ...hit, text: around(hit.text, words[0] ?? '') }));
  return { hits, more: found.length - hits.length };
}

/** Amounts are found with and without the commas between their thousands, whatever the width of letters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/gu, '');

function findings({ view }: Searchable): SearchHit[] {
  return view.findings.map(({ message, evidence, quote, cells, key }) => ({
    ...ofDocument(view, 'finding'),
    text: [say(message, evidence.english.message), ...(quote ? [quote.text] : [])].join(' '),
    page: quote?.page ?? cells[0]?.page ?? 1,
    key,
  }));
}

function rows({ view }: Searchable): SearchHit[] {
  return view.tables.flatMap(({ rows: lines, title, pages }, table) =>
    lines.map((line, row) => {
      const texts = Object.values(line.cells).flatMap(({ text }) => text ?? []);
      const text = [title === null ? '' : `《${title}》`, line.unit, line.code, line.name, ...texts].filter(Boolean).join(' ');
      return { ...ofDocument(view, 'row'), text, page: line.place?.page ?? pages[0] ?? 1, table, row };
    }),
  );
}

/** Each leads to the page on which it begins. */
function sentences({ view, sections }: Searchable): SearchHit[] {
  return sections.flatMap(({ heading, text, pages, starts }) => {
    const found = [...text.matchAll(/[^。；！？\n]+[。；！？]?/gu)].map((match) => {
      const sentence = match[0].trimStart();
      const offset = match.index + match[0].length - sentence.length;
      return { text: sentence.trimEnd(), page: starts.findLast((start) => start.offset <= offset)?.page ?? pages[0] ?? 1 };
    });
    return [{ text: heading ?? '', page: pages[0] ?? 1 }, ...found]
      .filter((each) => each.text !== '')
      .map((each) => ({ ...ofDocument(view, 'sentence'), ...each }));
  });
}

const ofDocument = <Kind extends SearchHit['kind']>({ id, name }: View, kind: Kind) => ({ document: id, name, kind });

function around(text: string, word: string): string {
  const at = Math.max(0, plain(text).indexOf(word));
  const [from, to] = [Math.max(0, at - AROUND), at + word.length + 2 * AROUND];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
