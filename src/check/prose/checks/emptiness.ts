import type { ProseDeclaration } from '../../../../extractors/prose.js';
import { EMPTY_UNDECLARED, PROSE_EMPTY } from '../../../../extractors/shared/prose-rules.js';
import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { UNIT_WORDS } from '../../../base/money.js';
import { firstPageOf } from '../../../model/table-pages.js';
import { titleOfTable } from '../../../model/table-title.js';
import type { ProseContext } from '../context.js';
import { cellsOf, proseFinding } from '../finding.js';
import type { SectionFacts } from '../text/facts.js';
import type { CheckedSection } from './section.js';

const DECLARES = new RegExp(`没有|无|未|不涉及|不存在|(?<![\\d.])0(?:\\.0+)?(?:${UNIT_WORDS})`, 'u');

/** Blank tables that neither a note nor the chapter about them declares empty. */
export function checkBlankTables(sections: readonly SectionFacts[], { tables, accounts, prose }: ProseContext): Finding[] {
  return tables.flatMap((table, index): Finding[] => {
    if (!accounts.has(table.form) || table.empty === null || table.empty.statement !== null || isDeclared(table, sections, prose))
      return [];
    return [
      {
        rule: EMPTY_UNDECLARED.id,
        severity: 'warning',
        verdict: 'publisher',
        message: `${titleOfTable(table)}是空表，表下和说明中都没有交代没有数据。`,
        cells: [{ table: index, row: null, column: null, page: firstPageOf(table), box: null }],
      },
    ];
  });
}

function isDeclared({ form, notes }: DisclosureTable, sections: readonly SectionFacts[], { chapters }: ProseDeclaration): boolean {
  // 政府性基金拨款支出预算0万元, in a chapter about all money.
  const about = chapters.filter(({ explains, deniable }) => deniable && explains === form).map(({ heading }) => heading);
  const declares = (clause: string) => DECLARES.test(clause) && about.some((heading) => heading.test(clause));
  return (
    notes.some((note) => DECLARES.test(note)) ||
    sections.some(
      ({ place, sentences }) =>
        sentences.some(({ plain }) => plain.split(/[，；]/u).some(declares)) ||
        (place.chapter?.explains === form && sentences.some((s) => DECLARES.test(s.plain))),
    )
  );
}

const DENIES = /(?:没有|无|未)(?:使用|安排|发生|涉及|有)?[^，。；]{0,25}(?:支出|收支)/u;

/** 没有使用政府性基金安排的支出, above a table that has some. */
export function checkDenials({ sentences, place, facts }: CheckedSection, { evidence }: ProseContext): Finding[] {
  const deniable = place.chapter?.deniable;
  const printed = deniable ? evidence.findAll(deniable.total).filter((e) => e.value.gt(0)) : [];
  const [first] = printed;
  if (!deniable || !first || facts.some((f) => f.mention.quantity.kind === 'money' && !f.mention.quantity.value.isZero())) return [];
  const sentence = sentences.find((s) => DENIES.test(s.plain) && deniable.about.test(s.plain));
  if (!sentence) return [];
  return [
    proseFinding(sentence, 0, {
      rule: PROSE_EMPTY.id,
      severity: 'error',
      verdict: 'publisher',
      message: `文中称没有此项支出，而${first.title}列有金额。`,
      cells: cellsOf(printed),
    }),
  ];
}
