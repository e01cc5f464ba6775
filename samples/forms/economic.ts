/** 公开 06: basic expenditure by economic code, in panels side by side or in three columns a code. */
import { type Account, economicTotal, isPersonnel } from '../accounts/account.js';
import { type Amount, type Print, printed } from '../accounts/amount.js';
import type { Code } from '../accounts/books.js';
import { blockRow, totalRow } from './codes.js';
import type { Block, BlockRow, Labels } from './sheet.js';

/** One panel: its heading, and the codes it lists, spent on or not. */
export interface Panel {
  heading: string | null;
  codes: Code[];
}

export interface EconomicManner {
  /** Header texts of the three columns of a panel: 科目编码, 科目名称, 决算数. */
  columns: [code: string, name: string, amount: string];
  print: Print;
}

/** What each code was spent on it; a 类 is the sum of its 款. */
export function economicAmount(account: Account, code: string): Amount {
  return economicTotal(account, (candidate) => candidate.startsWith(code));
}

/** The panels, and under them 人员经费合计 in the first and 公用经费合计 over the others. */
export function economicPanels(account: Account, panels: Panel[], manner: EconomicManner): Block[] {
  const height = Math.max(...panels.map((panel) => panel.codes.length));
  const amountOf = (code: string) => printed(economicAmount(account, code), manner.print);
  return panels.map((panel, index) => {
    const [code, name, amount] = manner.columns;
    const rows: BlockRow[] = panel.codes.map((entry) => economicRow(entry, [amountOf(entry.code)]));
    const padding = Array.from({ length: height - rows.length }, () => emptyRow());
    return {
      heading: panel.heading,
      labels: [
        { path: [code], width: 0.75, align: 'left' },
        { path: [name], width: 2.4, align: 'left' },
      ],
      data: [{ key: 'amount', path: [amount], ordinal: null, width: 1.1 }],
      ordinalLabels: null,
      rows: [...rows, ...padding, footRow(account, index, panels.length, manner)],
    };
  });
}

/** A code a row: 合计, 人员经费, 公用经费. */
export function economicColumns(account: Account, codes: Code[], under: string, print: Print): Block {
  const personnel = economicTotal(account, isPersonnel);
  const other = economicTotal(account, (code) => !isPersonnel(code));
  const rows = codes.map((entry) => {
    const spent = economicAmount(account, entry.code);
    const split = isPersonnel(entry.code) ? [spent, 0n] : [0n, spent];
    return economicRow(
      entry,
      [spent, ...split].map((value) => printed(value, print)),
    );
  });
  const total = totalRow(
    { merged: '合计' },
    [personnel + other, personnel, other].map((value) => printed(value, print)),
  );
  return {
    heading: null,
    labels: [
      { path: ['项目', '经济分类科目编码'], width: 0.9, align: 'left' },
      { path: ['项目', '科目名称'], width: 2.2, align: 'left' },
    ],
    data: [
      { key: 'total', path: [under, '合计'], ordinal: '1', width: 1.2 },
      { key: 'personnel', path: [under, '人员经费'], ordinal: '2', width: 1.2 },
      { key: 'public', path: [under, '公用经费'], ordinal: '3', width: 1.2 },
    ],
    ordinalLabels: { merged: '栏次' },
    rows: [total, ...rows],
  };
}

function economicRow({ code, name }: Code, amounts: string[]): BlockRow {
  const kind = code.length === 3 ? 'subtotal' : 'item';
  return blockRow({ labels: [code, name], amounts, kind, code, name, concept: `economic/${code}` });
}

function emptyRow(): BlockRow {
  return blockRow({ labels: ['', ''], amounts: [], kind: 'item', code: null, name: null, concept: null });
}

/** The foot stands in the first panel for 人员经费; for 公用经费 its label begins in the second and its amount ends the last. */
function footRow(account: Account, panel: number, panels: number, manner: EconomicManner): BlockRow | null {
  const foot = (name: string, concept: string, amount: Amount, labels: Labels) =>
    blockRow({ labels, amounts: [printed(amount, manner.print)], kind: 'total', code: null, name, concept });
  if (panel === 0) {
    const amount = economicTotal(account, isPersonnel);
    return foot('人员经费合计', 'personnel-total', amount, { merged: '人员经费合计' });
  }
  if (panel < panels - 1) return null;
  const amount = economicTotal(account, (code) => !isPersonnel(code));
  return foot('公用经费合计', 'public-total', amount, { merged: '公用经费合计', back: 3 * (panels - 2) });
}
