import { CONTENTS_EMPTY, CONTENTS_MISSING } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { bare } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import type { ProseContext } from '../context.js';
import { type AnnouncedTable, announcedIn, hasAmounts } from '../tables/announced.js';
import type { ProseSection } from '../text/sentences.js';

/** What a 目录 says of each table (是否空表), against the tables. */
export function checkAnnounced(sections: readonly ProseSection[], context: ProseContext): Finding[] {
  return announcedIn(context.tables, context.prose.announced).flatMap((entry) =>
    entry.tables.length > 0 ? emptiness(entry, context) : missing(entry, sections, context),
  );
}

function emptiness(entry: AnnouncedTable, { tables, accounts }: ProseContext): Finding[] {
  const { isEmpty, title } = entry;
  const own = entry.tables.map((index) => ({ index, table: at(tables, index) }));
  const isBlank = own.every(({ table }) => accounts.has(table.form) && !hasAmounts(table) && table.empty !== null);
  const wrong = isEmpty === true ? own.some(({ table }) => hasAmounts(table)) : isEmpty === false && isBlank;
  if (!wrong) return [];
  return [
    {
      rule: CONTENTS_EMPTY.id,
      severity: 'warning',
      verdict: 'publisher',
      message: isEmpty ? `目录称“${title}”是空表，而表中有数据。` : `目录称“${title}”不是空表，而表中没有数据。`,
      cells: [
        ...own.map(({ index, table }) => ({ table: index, row: null, column: null, page: firstPageOf(table), box: null })),
        ofContents(entry),
      ],
    },
  ];
}

/** A table that is not said to be empty and stands nowhere: neither its title nor one like it. */
function missing(entry: AnnouncedTable, sections: readonly ProseSection[], { tables, prose }: ProseContext): Finding[] {
  const title = bare(entry.title);
  const form = prose.announced.tables.find(({ titles }) => titles.some((known) => title.endsWith(bare(known))))?.form;
  if (entry.isEmpty !== false || !form || tables.some((t) => t.form === form)) return [];
  const isPrinted =
    sections.some(({ paragraphs }) => bare(paragraphs.map((p) => p.text).join('')).includes(title)) ||
    tables.some(({ grid }, index) => index !== entry.contents && grid.cells.some(({ text }) => bare(text).includes(title)));
  if (isPrinted) return [];
  return [
    {
      rule: CONTENTS_MISSING.id,
      severity: 'warning',
      verdict: 'unknown',
      message: `目录列有“${entry.title}”，正文中没有这张表。`,
      cells: [ofContents(entry)],
    },
  ];
}

const ofContents = ({ contents, cell }: AnnouncedTable) => ({ table: contents, row: null, column: null, page: cell.page, box: cell.box });
