import { expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import { toDisclosure } from '../../src/pipeline/disclosure.js';
import { checkDraft, toDraft } from '../../src/pipeline/draft.js';
import { emptyDisclosure } from '../../src/pipeline/empty.js';
import { across, down, page, write } from '../builders.js';

const SOURCE = { name: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf', pages: 1, producer: null };

test('words that a cell has no room for are told with their place, and are no part of the table', () => {
  const shown = ['科目编码', '科目名称', '本年收入合计', '205', '教育支出第一行', '9.00'];
  const cells = shown.flatMap((text, i) => write(text, 55 + 150 * (i % 3), 154 + 20 * Math.floor(i / 3)));
  const hidden = write('第二行', 205, 188).map((glyph) => ({ ...glyph, state: 'hidden' as const }));
  const rules = [...[140, 160, 180].map((y) => across(y, 50, 500)), ...[50, 200, 350, 500].map((x) => down(x, 140, 180))];
  const glyphs = [...write('收入决算表', 200, 100), ...write('单位：万元', 400, 120), ...cells, ...hidden];
  const draft = checkDraft(toDraft([page({ glyphs, rules })], families, null));
  const { findings, tables } = toDisclosure(emptyDisclosure(SOURCE).source, draft, families);
  expect(findings.filter(({ rule }) => rule === 'TEXT-CUT')).toMatchObject([
    { severity: 'info', message: '第1页表中有文字超出格子，没有显示：“第二行”。', quote: { section: null, page: 1, text: '第二行' } },
  ]);
  expect(tables[0]?.rows.map(({ name }) => name)).toEqual(['教育支出第一行']);
});
