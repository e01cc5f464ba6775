import { expect, test } from 'vitest';
import { families } from '../../extractors/families.js';
import type { Page } from '../../src/model/page.js';
import { toDisclosure } from '../../src/pipeline/disclosure.js';
import { checkDraft, toDraft } from '../../src/pipeline/draft.js';
import { emptyDisclosure } from '../../src/pipeline/empty.js';
import { across, down, page, write } from '../builders.js';

const SOURCE = { name: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf', pages: 1, producer: null };

const findingsOf = (...pages: Page[]) =>
  toDisclosure(emptyDisclosure(SOURCE).source, checkDraft(toDraft(pages, families, null)), families).findings;

/** The findings of rule TABLE-UNREAD about a page with these lines. */
function found(...texts: string[]) {
  const glyphs = texts.flatMap((text, i) => write(text, 50, 100 + 30 * i));
  return findingsOf(page({ glyphs })).filter(({ rule }) => rule === 'TABLE-UNREAD');
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

test('a table of money that is no known form is told of, in a document that has known ones', () => {
  const ruled = (title: string, number: number, rows: string[][]) => {
    const words = rows.flatMap((row, y) => row.flatMap((text, x) => write(text, 55 + 150 * x, 145 + 20 * y)));
    const glyphs = [...write(title, 200, 100), ...write('单位：万元', 400, 120), ...words];
    const rules = [
      ...Array.from({ length: rows.length + 1 }, (_, y) => across(140 + 20 * y, 50, 500)),
      ...Array.from({ length: 4 }, (_, x) => down(50 + 150 * x, 140, 140 + 20 * rows.length)),
    ];
    return page({ number, glyphs, rules });
  };
  const known = ruled('收入决算表', 1, [
    ['科目编码', '科目名称', '本年收入合计'],
    ['205', '教育支出', '9.00'],
  ]);
  const other = ruled('学校食堂收支表', 2, [
    ['项目', '收入', '支出'],
    ['一、伙食', '1,234.50', '1,200.00'],
  ]);
  const told = (...pages: Page[]) => findingsOf(...pages).filter(({ rule }) => rule === 'TABLE-OTHER');
  expect(told(known, other).map(({ message }) => message)).toEqual(['第2页的《学校食堂收支表》不属于所知的表种，只存单元格，没有核对。']);
  expect(told({ ...other, number: 1 })).toEqual([]);
});
