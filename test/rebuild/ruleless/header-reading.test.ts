import { expect, test } from 'vitest';
import { codeIsWhole, type HeadCell } from '../../../src/rebuild/ruleless/header-reading.js';

const cells = (...heads: string[]): HeadCell[] =>
  heads.map((text, i) => ({ head: { text, box: [i, 0, i + 1, 1], size: 1 }, from: i, to: i + 1, children: [] }));
const isWhole = (...heads: string[]) => codeIsWhole({ xs: [], cells: cells(...heads) });

test.each([
  [['类', '款', '项', '项目名称', '合计'], true],
  [['类', '科目编码', '款', '项', '合计'], false],
  [['类', '款', '科目名称', '项', '合计'], false],
  [['款', '类', '项', '合计'], false],
  // Two classifications side by side, the second without 项.
  [['类', '款', '名称', '类', '款', '名称', '合计'], true],
  [['款', '项', '合计'], true],
  [['科目编码', '科目名称', '合计'], true],
])('the parts of a code stand side by side: %j %s', (heads, whole) => {
  expect(isWhole(...heads)).toBe(whole);
});
