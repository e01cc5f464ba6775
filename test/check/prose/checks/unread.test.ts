import { expect, test } from 'vitest';
import { account, brief, checkFinal, DOCUMENT, doubt, prose } from '../builders.js';

const chapter = '五、一般公共预算财政拨款支出决算情况说明';

test('a figure that could not be read beyond doubt takes part in nothing, and that is said', () => {
  const sections = prose('第三部分2024年度部门决算情况说明', chapter, '农林水支出（类）30000万元，占支出合计的80.00%。');
  expect(brief(checkFinal({ sections, tables: account(), document: DOCUMENT }))).toContain('PROSE-AMOUNT error 30000 720.00');
  const doubted = doubt(sections, '30000');
  expect(checkFinal({ sections: doubted, tables: account(), document: DOCUMENT })).toMatchObject([
    { rule: 'PROSE-UNREAD', severity: 'info', verdict: 'reading', message: '文中的“30000万元”识读存疑，未参与核对。' },
  ]);
});
