import { form } from '../../form.js';
import { sourceColumns } from './columns.js';
import { sourceIdentities } from './identities.js';
import { boughtRows } from './rows.js';

/** 政府采购预算表: what is to be bought, item by item, and where the money comes from. */
export const budgetProcurement = form({
  id: 'budget-procurement',
  name: '政府采购预算表',
  titles: ['政府采购[支出][预算][明细][情况]表', '政府采购资产配置购买服务[支出]预算表', '政府购买服务[支出][预算][情况]表'],
  columns: { ...sourceColumns, amount: ['金额', '预算金额', '采购金额'] },
  besides: [
    '数量',
    '采购目录',
    '实施采购时间',
    '采购时间',
    '采购方式',
    '采购组织形式',
    '计量单位',
    '规格',
    '规格型号',
    '备注',
    '需求时间',
    '购买服务内容',
    '说明',
  ],
  rows: boughtRows,
  identities: sourceIdentities,
});
