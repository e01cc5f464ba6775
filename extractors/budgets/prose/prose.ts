import type { ProseDeclaration } from '../../prose.js';
import { budgetForms } from '../forms/forms.js';
import { assessments } from './assessments.js';
import { chapters, widest, zones } from './chapters.js';
import { functionSpending } from './function-spending.js';
import { counted, lists } from './lists.js';
import { measures } from './measures.js';
import { wording } from './wording.js';

/** The prose of 部门预算 and 单位预算. */
export const budgetsProse: ProseDeclaration = {
  wording,
  zones,
  chapters,
  widest,
  partsAreChapters: true,
  behindTitles: /(?:预算)?(?:安排|支出|收支)?(?:情况)?的?(?:说明)?$/u,
  measures,
  functionSpending,
  announced: {
    numbering: '预算|公开|附件?',
    tables: budgetForms.map(({ id, titles }) => ({ form: id, titles })),
    // 陕西: 编号 | 表名 | 是否空表 | 公开空表理由.
    emptiness: { titleHead: /^(?:报?表名(?:称)?|名称)$/u, emptyHead: /^是否(?:为)?空表$/u, empty: /^(?:是|空表|√)$/u, filled: /^否$/u },
  },
  itemised: { chapter: 'general-public', form: 'budget-general-public-basic', title: '基本支出预算表' },
  lists,
  counted,
  assessments,
};
