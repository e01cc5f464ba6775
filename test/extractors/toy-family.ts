/** A second family in some twenty lines: grain reports of two forms, which nothing in src/ has heard of. */

import { line, same } from '../../extractors/claims.js';
import type { DocumentFamily } from '../../extractors/family.js';
import { finalAccountsProse } from '../../extractors/final-accounts/prose/prose.js';
import { form, type RowDeclaration } from '../../extractors/form.js';
import { linesAbove } from '../../extractors/identities.js';
import { rule } from '../../extractors/rule.js';
import { naming } from '../../extractors/shared/naming.js';

const GRAIN_TOTAL = rule({ id: 'GRAIN-TOTAL', title: '粮食合计', formula: '合计 = 各种粮食之和' });
const GRAIN_TWICE = rule({ id: 'GRAIN-TWICE', title: '两表一致', formula: '收购表合计 = 仓储表合计' });

const words = { wheat: ['小麦'], rice: ['稻谷'], total: ['合计'] };
const rows: RowDeclaration = { by: 'words', words, totals: ['total'] };
const identities = [linesAbove('total', ['amount'], GRAIN_TOTAL)];
const table = (id: string, name: string) => form({ id, name, titles: [name], rows, columns: { amount: ['金额'] }, identities });

const figure = (row: string) => ({ form: 'grain-purchases', row, column: 'amount' });

export const grainReports: DocumentFamily = {
  id: 'grain',
  account: '预算',
  kinds: ['单位预算'],
  naming,
  forms: [table('grain-purchases', '粮食收购表'), table('grain-storage', '粮食仓储表')],
  rules: [GRAIN_TOTAL, GRAIN_TWICE],
  between: [
    {
      rule: GRAIN_TWICE,
      severity: 'error',
      claims: [same(line('grain-purchases', 'total', 'amount'), line('grain-storage', 'total', 'amount'))],
    },
  ],
  across: null,
  titles: { publication: '粮情公开', neutral: ['单位'], distinguishing: ['进口'], numberPrefixes: ['粮'] },
  prose: {
    ...finalAccountsProse,
    zones: [{ zone: 'explanation', heading: /粮情说明/u }],
    chapters: [{ id: 'purchases', heading: /收购/u }],
    measures: [{ id: 'wheat', title: '小麦收购额', names: ['小麦收购额'], sources: { purchases: [[figure('wheat')]] } }],
    lists: [],
  },
  presentation: {
    indicators: [{ words: '收购合计', places: [{ form: 'grain-purchases', concept: 'total', column: 'amount' }] }],
    expected: [],
    compared: {},
    charts: [],
  },
  totalLabels: ['合计'],
  words: [],
};
