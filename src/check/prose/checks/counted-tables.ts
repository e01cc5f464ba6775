import type { CountedTables } from '../../../../extractors/prose.js';
import { PROSE_COUNT } from '../../../../extractors/shared/prose-rules.js';
import type { Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import type { ProseContext } from '../context.js';
import { proseFinding, withUnit } from '../finding.js';
import type { Fact } from '../text/facts.js';
import type { CheckedSection } from './section.js';

/** A number of tables that the text states: as many are published. None at all may stand in a document of their own. */
export function checkCountedTables({ facts, place }: CheckedSection, context: ProseContext): Finding[] {
  return context.prose.counted
    .filter(({ chapter }) => chapter === place.chapter?.id)
    .flatMap((counted) => facts.flatMap((fact) => compare(fact, counted, context)));
}

function compare({ mention, kind }: Fact, { form, title, unit, words }: CountedTables, { tables, prose }: ProseContext): Finding[] {
  const { quantity, sentence, start } = mention;
  const printed = [...tables.entries()].filter(([, table]) => table.form === form);
  const isStated = kind === 'count' && quantity.unit === unit && words.test(bare(mention.words));
  // Where one bears no name, two may have been read as one, or one as two.
  const names = new Set(printed.map(([, { fields }]) => bare(fields[prose.assessments.nameField] ?? '')));
  const isCertain = printed.length > 0 && names.size === printed.length && !names.has('');
  if (!isStated || !isCertain || quantity.value.eq(printed.length)) return [];
  return [
    proseFinding(sentence, start, {
      rule: PROSE_COUNT.id,
      severity: 'warning',
      verdict: 'publisher',
      message: `文中称${title}${withUnit(quantity)}，而文中有其表${printed.length}张。`,
      expected: String(printed.length),
      found: quantity.digits,
      cells: printed.map(([index, table]) => ({ table: index, row: null, column: null, page: firstPageOf(table), box: null })),
    }),
  ];
}
