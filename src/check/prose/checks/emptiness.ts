import type { DisclosureTable, Finding, Form } from '../../../../schemas/disclosure.js';
import { UNIT_WORDS } from '../../../base/money.js';
import { cellsOf, proseFinding } from '../finding.js';
import type { Ledger } from '../tables/evidence.js';
import type { Home } from '../tables/measures.js';
import type { Scope } from '../text/chapters.js';
import type { SectionFacts } from '../text/facts.js';

/** Forms a department may have nothing to report in, and the chapter that says so. */
const CHAPTERS: Partial<Record<Form, Scope>> = {
  'government-fund': 'government-fund',
  'state-capital': 'state-capital',
  'three-public': 'three-public',
};
const DECLARES = new RegExp(`没有|无|未|不涉及|不存在|(?<![\\d.])0(?:\\.0+)?(?:${UNIT_WORDS})`, 'u');

/** Blank tables that neither a note nor the chapter about them declares empty. */
export function checkBlankTables(tables: readonly DisclosureTable[], sections: readonly SectionFacts[]): Finding[] {
  return tables.flatMap((table, index): Finding[] => {
    const isForm = table.form !== 'other' && table.form !== 'project-performance' && table.form !== 'department-performance';
    if (!isForm || table.empty === null || table.empty.statement !== null || table.notes.some((n) => DECLARES.test(n))) return [];
    const scope = CHAPTERS[table.form];
    const told = sections.filter((s) => scope !== undefined && s.place.scope === scope).flatMap((s) => s.sentences);
    if (told.some((s) => DECLARES.test(s.plain))) return [];
    return [
      {
        rule: 'EMPTY-UNDECLARED',
        severity: 'warning',
        verdict: 'publisher',
        message: `${table.title ?? '本表'}是空表，表下和说明中都没有交代没有数据。`,
        cells: [{ table: index, row: null, column: null, page: table.pages[0] ?? 1, box: null }],
      },
    ];
  });
}

const NOTHING = /(?:没有|无|未)(?:使用|安排|发生|涉及|有)?[^，。；]{0,25}(?:支出|收支)/u;
const TOTALS: Partial<Record<Scope, readonly Home[]>> = {
  'government-fund': [[{ form: 'government-fund', row: 'total', column: 'total' }]],
  'state-capital': [[{ form: 'state-capital', row: 'total', column: 'total' }]],
};

/** 没有使用政府性基金安排的支出, above a table that has some. */
export function checkDeclarations({ sentences, place, facts }: SectionFacts, ledger: Ledger): Finding[] {
  const homes = place.scope === null ? undefined : TOTALS[place.scope];
  const evidence = (homes ?? []).flatMap((home) => ledger.find(home) ?? []).filter((e) => e.value.gt(0));
  if (evidence.length === 0 || facts.some((f) => f.mention.quantity.kind === 'money' && !f.mention.quantity.value.isZero())) return [];
  const sentence = sentences.find((s) => NOTHING.test(s.plain) && /基金|国有资本/u.test(s.plain));
  if (!sentence) return [];
  return [
    proseFinding(sentence, 0, {
      rule: 'PROSE-EMPTY',
      severity: 'error',
      verdict: 'publisher',
      message: `文中称没有此项支出，而${evidence[0]?.title ?? '表'}列有金额。`,
      cells: cellsOf(evidence),
    }),
  ];
}
