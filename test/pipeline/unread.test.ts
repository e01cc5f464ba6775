import { expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { toDisclosure } from '../../src/pipeline/disclosure.js';
import { checkDraft, toDraft } from '../../src/pipeline/draft.js';
import { emptyDisclosure } from '../../src/pipeline/empty.js';
import { page, write } from '../builders.js';

const SOURCE = { name: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf', pages: 1, producer: null };

/** The findings of rule TABLE-UNREAD about a page with these lines. */
function found(...texts: string[]) {
  const glyphs = texts.flatMap((text, i) => write(text, 50, 100 + 30 * i));
  const draft = checkDraft(toDraft([page({ glyphs })], families, null));
  const { findings } = toDisclosure(emptyDisclosure(SOURCE).source, draft, families);
  return findings.filter(({ rule }) => rule === 'TABLE-UNREAD');
}

test('a table of which only the caption could be read is a finding that shows where it stands', () => {
  const [only, ...more] = found('收入决算表', '金额单位：万元', '教育支出1234.50');
  expect(more).toEqual([]);
  expect(only).toMatchObject({ severity: 'error', verdict: 'reading', quote: { page: 1, text: '金额单位：万元' } });
  expect(only?.message).toBe('第1页印有《收入决算表》，其下的数没有读成表格，不在结果中。');
});

test('a page of prose has none', () => {
  expect(found('收入决算情况说明', '本年收入合计1234.50万元，其中财政拨款1234.50万元。')).toEqual([]);
});
