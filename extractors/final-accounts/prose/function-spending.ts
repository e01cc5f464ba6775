import type { FunctionSpending } from '../../prose.js';
import { categories } from '../../shared/categories.js';

/** How final accounts name spending by the codes of the functional classification, and which of their columns print it. */
export const functionSpending: FunctionSpending = {
  categories,
  // 其他支出, 预备费, 转移性支出, 国有资本经营预算支出 are headings and measures of their own as well.
  ambiguous: ['229', '227', '230', '223'],
  columns: {
    overall: [
      { form: 'expenditure', column: 'total' },
      { form: 'income-expenditure-summary', column: 'expenditure' },
    ],
    fiscal: [
      { form: 'fiscal-appropriation-summary', column: 'total' },
      { form: 'general-public-expenditure', column: 'total' },
      { form: 'fiscal-appropriation-summary', column: 'general-public' },
    ],
    'general-public': [
      { form: 'general-public-expenditure', column: 'total' },
      { form: 'fiscal-appropriation-summary', column: 'general-public' },
    ],
    'government-fund': [{ form: 'government-fund', column: 'total' }],
    'state-capital': [{ form: 'state-capital', column: 'total' }],
  },
  // 1．科学技术（类）技术研究与开发（款）其他技术研究与开发支出（项); Shanghai prints the codes too: （208类）…（05款）…（01项）. OCR loses
  // the point behind the ordinal.
  byLevels:
    /(?:^|[：:；。]|\d[.．、]?)(?<category>[^：；。（）\d][^：；。（）]{1,29})（(?<code1>\d{3})?类）(?<group>.{1,40}?)（(?<code2>\d{2})?款）(?<item>.{1,40}?)（(?<code3>\d{2})?项）/u,
  // 1.小学教育（2050202）: universities.
  byCode: [/^(?:\d{1,2}[.．、])?(?<item>[\p{Script=Han}（）、]{2,30}?)（(?<code>\d{7})）/u],
};
