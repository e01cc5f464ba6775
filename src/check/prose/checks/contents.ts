import type { AnnouncedTables, ProseDeclaration } from '../../../../extractors/prose.js';
import { CONTENTS_MISSING } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { HAN_NUMBER, YEAR_DIGITS } from '../../../base/patterns.js';
import { bare } from '../../../base/text.js';
import { oncePer } from '../cached.js';
import type { ProseContext } from '../context.js';
import type { ContentsEntry, DocumentParts } from '../text/chapters.js';
import { type ProseSection, quoteOf, sectionToSentences } from '../text/sentences.js';

/** Tables that the 目录 announces and the document does not have. */
export function checkContents(
  sections: readonly ProseSection[],
  { contents, places }: DocumentParts,
  { tables, prose }: ProseContext,
): Finding[] {
  const body = sections.filter((_, i) => at(places, i).zone !== 'contents');
  // The whole text is only read where a table is missing.
  const isPrinted = (title: string) => body.some((section) => bare(section.paragraphs.map((p) => p.text).join('')).includes(title));
  const titles = tables.map((t) => bare(t.title ?? ''));
  return contents.flatMap((entry) => {
    const title = tableTitle(entry.text, prose);
    const form = title === null ? undefined : formsByTitle(prose.announced).get(title);
    if (title === null || !form || tables.some((t) => t.form === form) || titles.some((t) => t.includes(title))) return [];
    return [missing(entry, isPrinted(title))];
  });
}

/** Forms by their bare titles. */
const formsByTitle = oncePer(
  ({ tables }: AnnouncedTables) =>
    new Map(tables.toReversed().flatMap(({ form, titles }) => titles.map((title) => [bare(title), form] as const))),
);

/** Ordinals and numbers before a title: 一、 （一） 1. 公开01表: 附表一：. */
const numbering = oncePer(
  ({ announced }: ProseDeclaration) =>
    new RegExp(
      `^(?:${HAN_NUMBER}、|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,2}[.．、]?|(?:${announced.numbering})?\\d{0,2}表\\d{0,2}[:：.．、]?|附?表[一二三四五六七八九十\\d]+[:：.．、]?)+`,
      'u',
    ),
);
const LEADING_YEAR = new RegExp(`^${YEAR_DIGITS}年度?`, 'u');

/** An entry's title as forms declare theirs, bare; null where it is no table's. */
function tableTitle(text: string, prose: ProseDeclaration): string | null {
  const title = bare(text.replace(numbering(prose), '')).replace(LEADING_YEAR, '');
  return title.endsWith('表') ? title : null;
}

function missing(entry: ContentsEntry, isPrinted: boolean): Finding {
  const paragraph = { text: entry.text, lines: entry.lines };
  const [sentence] = sectionToSentences({ heading: null, level: 0, pages: [], paragraphs: [paragraph] }, entry.section);
  const quote = sentence ? quoteOf(sentence) : { section: entry.section, page: at(entry.lines, 0).page, box: null, text: entry.text };
  return {
    rule: CONTENTS_MISSING.id,
    severity: 'warning',
    verdict: isPrinted ? 'reading' : 'unknown',
    message: isPrinted ? `目录列有“${entry.text}”，正文有其标题，但没有读到表格。` : `目录列有“${entry.text}”，正文中没有这张表。`,
    cells: [],
    quote,
  };
}
