/** Basic expenditure of budgets by economic code: of departments alone, or of governments beside it. */
import { codeLines, isPersonnel } from '../../accounts/account.js';
import { type Print, printed, total } from '../../accounts/amount.js';
import { type Code, PERSONNEL_BOOK, PUBLIC_BOOK } from '../../accounts/books.js';
import type { Budget } from '../../accounts/budget.js';
import { blockRow, totalRow } from '../codes.js';
import type { Block, BlockRow, LabelColumn } from '../sheet.js';

/** The government's economic classification of what an office spends on its own people and goods (政府收支分类科目). */
const GOVERNMENT_BOOK: Code[] = codeLines(`
  50101 工资奖金津补贴
  50102 社会保障缴费
  50103 住房公积金
  50199 其他工资福利支出
  50201 办公经费
  50202 会议费
  50203 培训费
  50205 委托业务费
  50206 公务接待费
  50207 因公出国（境）费用
  50208 公务用车运行维护费
  50209 维修（护）费
  50299 其他商品和服务支出
  50303 公务用车购置
  50306 设备购置
  50399 其他资本性支出
  50901 社会福利和救助
  50905 离退休费
  50999 其他对个人和家庭补助
  51101 国内债务付息
  51102 国外债务付息
  59907 国家赔偿费用支出
  59908 对民间非营利组织和群众性自治组织补贴
  59999 其他支出`);

/** Where the two differ by more than their 类. */
const GOVERNMENT_CODES: Record<string, string> = {
  '30101': '50101',
  '30102': '50101',
  '30103': '50101',
  '30108': '50102',
  '30109': '50102',
  '30110': '50102',
  '30111': '50102',
  '30112': '50102',
  '30113': '50103',
  '30212': '50207',
  '30213': '50209',
  '30215': '50202',
  '30216': '50203',
  '30217': '50206',
  '30226': '50205',
  '30227': '50205',
  '30231': '50208',
  '30299': '50299',
  '30301': '50905',
  '30302': '50905',
  '30304': '50901',
  '30305': '50901',
  '31002': '50306',
  '30701': '51101',
  '30702': '51102',
  '31013': '50303',
  '39907': '59907',
  '39908': '59908',
  '39999': '59999',
};

const OF_CLASS: Record<string, string> = { '301': '50199', '302': '50201', '303': '50999', '310': '50399' };

/** The government's code of a department's economic item. @throws where there is none here. */
function governmentCode(code: string): string {
  const found = GOVERNMENT_CODES[code] ?? OF_CLASS[code.slice(0, 3)];
  if (found === undefined) throw new Error(`No code of the government for ${code}`);
  return found;
}

export type EconomicShape = 'whole' | 'names' | 'hyphened' | 'split' | 'both';

/**
 * `whole`: code and name; `names`: names alone, indented; `hyphened`: `30101-基本工资`; `split`: 类 and 款 in columns of their own, each on a
 * row of its own; `both`: 款 alone, with the government's code and name in columns before.
 */
export function economicBlock(budget: Budget, shape: EconomicShape, print: Print): Block {
  const shown = shape === 'both' ? 5 : 3;
  const codes = [...PERSONNEL_BOOK, ...PUBLIC_BOOK].filter(
    ({ code }) => code.length >= shown && budget.economic.some((line) => line.amount !== 0n && line.code.startsWith(code)),
  );
  const amounts = (of: (code: string) => boolean) => {
    const on = (which: (code: string) => boolean) => total(budget.economic.filter((line) => which(line.code)).map((line) => line.amount));
    const parts = [on((code) => of(code) && isPersonnel(code)), on((code) => of(code) && !isPersonnel(code))];
    return [total(parts), ...parts].map((value) => printed(value, print));
  };
  const rows = codes.map(({ code, name }): BlockRow => {
    const beside = shape === 'both' ? { codes: { government: governmentCode(code) } } : {};
    return blockRow({
      labels: labelsOf(code, name, shape),
      amounts: amounts((candidate) => candidate.startsWith(code)),
      kind: code.length === 3 ? 'subtotal' : 'item',
      code: shape === 'names' ? null : code,
      name,
      concept: `economic/${code}`,
      ...beside,
    });
  });
  const sum = totalRow(
    { merged: '合计' },
    amounts(() => true),
  );
  return {
    heading: null,
    labels: labelColumns(shape),
    data: [
      { key: 'total', path: ['基本支出', '合计'], ordinal: null, width: 1.2 },
      { key: 'personnel', path: ['基本支出', '人员经费'], ordinal: null, width: 1.2 },
      { key: 'public', path: ['基本支出', '公用经费'], ordinal: null, width: 1.2 },
    ],
    ordinalLabels: null,
    rows: [sum, ...rows],
  };
}

function labelsOf(code: string, name: string, shape: EconomicShape): string[] {
  const isClass = code.length === 3;
  if (shape === 'both') {
    const government = governmentCode(code);
    const governmentName = GOVERNMENT_BOOK.find((entry) => entry.code === government)?.name ?? '';
    return [government, governmentName, code, name];
  }
  return {
    whole: [code, name],
    names: [`${isClass ? '' : '    '}${name}`],
    hyphened: [`${code}-${name}`],
    split: isClass ? [code, '', name] : ['', code.slice(3), name],
  }[shape];
}

function labelColumns(shape: EconomicShape): LabelColumn[] {
  const column = (path: string[], width: number): LabelColumn => ({ path, width, align: 'left' });
  return {
    whole: [column(['部门预算支出经济分类科目', '科目编码'], 0.9), column(['部门预算支出经济分类科目', '科目名称'], 2.2)],
    names: [column(['支出经济分类科目'], 2.6)],
    hyphened: [column(['部门预算支出经济分类科目'], 2.8)],
    split: [column(['科目编码', '类'], 0.5), column(['科目编码', '款'], 0.5), column(['科目名称'], 2.2)],
    both: [
      column(['政府预算支出经济分类', '科目编码'], 0.8),
      column(['政府预算支出经济分类', '科目名称'], 1.8),
      column(['部门预算支出经济分类', '科目编码'], 0.8),
      column(['部门预算支出经济分类', '科目名称'], 1.8),
    ],
  }[shape];
}
