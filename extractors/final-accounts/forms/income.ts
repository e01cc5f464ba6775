import { form, functionCodes } from '../../form.js';
import { codeHierarchy, codeLevels, columnSums, expected, partOf, rowSum } from '../../identities.js';
import { EDUCATION_FEES } from '../rules.js';

/** 公开02表: what the department took in, by function code. */
export const income = form({
  id: 'income',
  name: '收入决算表',
  titles: ['收入决算表', '收入决算总表'],
  rows: functionCodes,
  columns: {
    total: ['本年收入合计', '合计', '本年收入/合计', '总计'],
    fiscal: ['财政拨款收入', '本年收入/财政拨款收入', '财政拨款收入/小计'],
    superior: ['上级补助收入'],
    operations: ['事业收入', '事业收入/小计', '事业收入/金额', '事业收入/合计'],
    'education-fees': ['事业收入/其中教育收费', '事业收入/教育收费', '其中教育收费'],
    business: ['经营收入'],
    affiliates: ['附属单位上缴收入', '附属单位缴款'],
    other: ['其他收入'],
  },
  identities: [
    rowSum('total', ['fiscal', 'superior', 'operations', 'business', 'affiliates', 'other']),
    partOf('education-fees', 'operations', EDUCATION_FEES),
    columnSums,
    codeHierarchy,
    ...codeLevels,
    expected('total', 'total'),
  ],
});
