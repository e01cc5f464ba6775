/** 项目支出表 and 政府采购表: things with a name and a price, below the unit that pays for them or beside it. */
import type { Print } from '../../accounts/amount.js';
import type { Budget, BudgetFlow, BudgetSource, BudgetUnit } from '../../accounts/budget.js';
import { blockRow, totalRow } from '../codes.js';
import type { Block, BlockRow } from '../sheet.js';
import type { BudgetColumn } from './columns.js';

interface Item {
  unit: string;
  name: string;
  source: BudgetSource;
  carried: boolean;
  amount: bigint;
}

export interface ItemManner {
  /** The unit in a row of its own above its items, in a column before each, or only before the first of them. */
  units: 'above' | 'beside' | 'once';
  /** The head over the names. */
  nameHead: string;
  total: 'first' | 'last';
  print: Print;
}

export function projectBlock({ projects, units }: Budget, columns: BudgetColumn[], manner: ItemManner): Block {
  return itemBlock(projects, units, columns, manner);
}

export function purchaseBlock({ purchases, units }: Budget, columns: BudgetColumn[], manner: ItemManner): Block {
  const items = purchases.map((purchase) => ({ ...purchase, carried: false }));
  return itemBlock(items, units, columns, manner);
}

function itemBlock(items: Item[], units: BudgetUnit[], columns: BudgetColumn[], manner: ItemManner): Block {
  const texts = (members: Item[]) => columns.map((column) => column.text(members.map(asFlow), manner.print));
  const isBeside = manner.units !== 'above';
  const rows = units.flatMap((unit): BlockRow[] => {
    const own = items.filter((item) => item.unit === unit.code);
    if (own.length === 0) return [];
    const named = { code: null, name: unit.name };
    const above: BlockRow = blockRow({
      labels: [unit.name],
      amounts: texts(own),
      kind: 'subtotal',
      code: null,
      name: unit.name,
      concept: 'unit',
      unit: named,
    });
    const each = own.map((item, index) => {
      const shown = manner.units === 'beside' || index === 0 ? unit.name : '';
      const labels = isBeside ? [shown, item.name] : [`    ${item.name}`];
      return blockRow({ labels, amounts: texts([item]), kind: 'item', code: null, name: item.name, concept: null, unit: named });
    });
    return isBeside ? each : [above, ...each];
  });
  const sum = totalRow({ merged: '合计' }, texts(items));
  return {
    heading: null,
    labels: [
      ...(isBeside ? [{ path: ['预算单位'], width: 1.6, align: 'left' as const }] : []),
      { path: [manner.nameHead], width: 2.4, align: 'left' as const },
    ],
    data: columns.map(({ key, path, width }) => ({ key, path, width, ordinal: null })),
    ordinalLabels: null,
    rows: manner.total === 'first' ? [sum, ...rows] : [...rows, sum],
  };
}

/** Columns count the money of flows. */
function asFlow({ unit, source, carried, amount }: Item): BudgetFlow {
  return { unit, code: '', name: '', source, carried, personnel: 0n, public: 0n, project: amount, last: 0n };
}
