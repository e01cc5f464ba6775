import type { AcrossDeclaration, NamedFigure } from '../across.js';

const opening = (concept: string, column: string): NamedFigure => ({ concept, column, words: '年初结转和结余' });
const closing = (concept: string, column: string): NamedFigure => ({ concept, column, words: '年末结转和结余' });
const income = (form: string, column: string) => ({ form, concept: 'total-income', column, words: '本年收入合计' });
const expenditure = (form: string, column: string) => ({ form, concept: 'total-expenditure', column, words: '本年支出合计' });

/** 部门决算 of successive years, and of a department and its 单位. */
export const acrossDocuments: AcrossDeclaration = {
  carried: [
    {
      form: 'income-expenditure-summary',
      closing: closing('closing-balance', 'expenditure'),
      opening: opening('opening-balance', 'income'),
    },
    {
      form: 'fiscal-appropriation-summary',
      closing: closing('closing-balance', 'total'),
      opening: opening('opening-balance', 'income'),
    },
    { form: 'government-fund', closing: closing('total', 'closing'), opening: opening('total', 'opening') },
    { form: 'state-capital', closing: closing('total', 'closing'), opening: opening('total', 'opening') },
  ],
  units: {
    departmentKind: '部门决算',
    unitKind: '单位决算',
    account: '决算',
    sums: [
      income('income-expenditure-summary', 'income'),
      expenditure('income-expenditure-summary', 'expenditure'),
      income('fiscal-appropriation-summary', 'income'),
      expenditure('fiscal-appropriation-summary', 'total'),
    ],
    // 纳入本部门2024年度部门决算编制范围的单位包括：…
    introduction: /纳入[^。；]*?编制范围的?[^。；]*?(?:包括|如下|有|为|分别是)[^。；：:]*[：:]/u,
    // 北关区文化局（本级）, 北关区文化局机关.
    ownOffice: /[（(]?(?:本级|机关本级|机关|局本级)[）)]?$/u,
  },
};
