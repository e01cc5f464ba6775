import { finalAccountForms as forms } from '../../../../extractors/final-accounts/forms/forms.js';
import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import type { ContentsEntry, Outline } from '../text/chapters.js';
import { type ProseSection, quoteOf, sectionToSentences } from '../text/sentences.js';

/** Tables that the 目录 announces and the document does not have. A document without any of the forms is none of ours. */
export function checkContents(
  sections: readonly ProseSection[],
  { contents, places }: Outline,
  tables: readonly DisclosureTable[],
): Finding[] {
  if (!tables.some((t) => t.form !== 'other')) return [];
  const told = sections.map((s, i) => (places[i]?.zone === 'contents' ? '' : bare(s.paragraphs.map((p) => p.text).join('')))).join('\n');
  const titles = tables.map((t) => bare(t.title ?? ''));
  return contents.flatMap((entry) => {
    const title = tableTitle(entry.text);
    const form = title === null ? undefined : forms.find((f) => f.titles.some((t) => bare(t) === title));
    if (!form || title === null || tables.some((t) => t.form === form.id) || titles.some((t) => t.includes(title))) return [];
    return [missing(entry, told.includes(title))];
  });
}

const NUMBERING =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]?|(?:公开|附件?|财决)?\d{0,2}表\d{0,2}[:：.．、]?|附?表[一二三四五六七八九十\d]+[:：.．、]?)+/u;

/** An entry's title as forms declare theirs, bare; null where it is no table's. */
function tableTitle(text: string): string | null {
  const title = bare(text.replace(NUMBERING, '')).replace(/^(?:19|20)\d{2}年度?/u, '');
  return /表$/u.test(title) ? title : null;
}

function missing(entry: ContentsEntry, isPrinted: boolean): Finding {
  const [line] = entry.lines;
  const [sentence] = sectionToSentences(
    { heading: null, level: 0, pages: [], paragraphs: [{ text: entry.text, lines: entry.lines }] },
    entry.section,
  );
  const quote = sentence ? quoteOf(sentence) : { section: entry.section, page: line?.page ?? 1, box: null, text: entry.text };
  return {
    rule: 'CONTENTS-MISSING',
    severity: 'warning',
    verdict: isPrinted ? 'reading' : 'unknown',
    message: isPrinted ? `目录列有“${entry.text}”，正文有其标题，但没有读到表格。` : `目录列有“${entry.text}”，正文中没有这张表。`,
    cells: [],
    quote,
  };
}
