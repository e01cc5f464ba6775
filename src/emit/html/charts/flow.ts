import { Decimal } from 'decimal.js';
import { finalAccounts } from '../../../../extractors/final-accounts/family.js';
import type { DisclosureTable } from '../../../../schemas/disclosure.js';
import { outlineOf } from '../../../check/table/outline.js';
import { type Amount, amountOf, inWords, placesOf, tableOf, withoutOrdinal } from './amount.js';
import { type Chart, INK } from './chart.js';

/** Concepts of 公开01表 that are money coming in or going out; parts and totals of others are not. */
const INCOME = new Set([
  ...['general-public-appropriation', 'government-fund-appropriation', 'state-capital-appropriation', 'superior-subsidy'],
  ...['operations-income', 'business-income', 'affiliate-remittance', 'other-income', 'non-appropriation-balance-used', 'opening-balance'],
]);
const SPENDING = /^function\/\d{3}$|^(?:balance-distribution|closing-balance)$/;
const TOTAL = '总计';
/** px. */
const PER_NODE = 40;
const LEAST = 220;

/** 收入 → 总计 → 功能支出, from 收入支出决算总表. Null where it prints no two sides. */
export function flowChart(tables: readonly DisclosureTable[]): Chart | null {
  const table = tableOf(tables, 'income-expenditure-summary');
  if (!table) return null;
  const income = sideOf(table, 'income', (concept) => INCOME.has(concept));
  const spending = sideOf(table, 'expenditure', (concept) => SPENDING.test(concept));
  if (income.length === 0 || spending.length === 0) return null;
  const unit = table.unit ?? '';
  const words = (value: Decimal) => inWords(value, placesOf(table));
  const label = ({ name, value }: Amount) => `${name} ${words(value)}`;
  const [from, to] = [sumOf(income), sumOf(spending)];
  const whole = amountOf(table.rows.find(({ concept }) => concept === 'total')?.cells['income']) ?? Decimal.max(from, to);
  return {
    title: '钱从哪里来，用到哪里去',
    says: `《${table.title ?? '收入支出决算总表'}》，单位：${unit || '未印'}。收入方各项相加 ${words(from)}，支出方各项相加 ${words(to)}。`,
    height: Math.max(LEAST, Math.max(income.length, spending.length) * PER_NODE + 50),
    option: {
      series: [
        {
          type: 'sankey',
          left: 262,
          right: 250,
          top: 30,
          bottom: 12,
          nodeWidth: 14,
          nodeGap: 18,
          layoutIterations: 0,
          emphasis: { disabled: true },
          label: { color: INK, fontSize: 13, width: 250, overflow: 'break' },
          lineStyle: { color: 'gradient', opacity: 0.4 },
          // Ids, as 其他 may stand on both sides.
          data: [
            ...income.map((amount, index) => ({ name: `i${index}`, label: { position: 'left', formatter: () => label(amount) } })),
            { name: 't', label: { position: 'top', formatter: () => `${TOTAL} ${words(whole)}` } },
            ...spending.map((amount, index) => ({ name: `o${index}`, label: { formatter: () => label(amount) } })),
          ],
          links: [
            ...income.map(({ value }, index) => ({ source: `i${index}`, target: 't', value: value.toNumber() })),
            ...spending.map(({ value }, index) => ({ source: 't', target: `o${index}`, value: value.toNumber() })),
          ],
        },
      ],
    },
    table: {
      heads: ['', '项目', `金额${unit && `（${unit}）`}`],
      lines: [
        ...income.map(({ name, value }) => ['收入', name, words(value)]),
        ...spending.map(({ name, value }) => ['支出', name, words(value)]),
      ],
      numbers: [2],
    },
  };
}

/** Amounts above zero: nothing else can flow. What is contained in the line above flows with that. */
function sideOf(table: DisclosureTable, column: string, isOf: (concept: string) => boolean): Amount[] {
  const { details } = outlineOf(table, finalAccounts.forms.find(({ id }) => id === table.form)?.rows ?? null);
  return table.rows.flatMap(({ concept, name, cells }, index) => {
    const value = amountOf(cells[column]);
    return concept !== null && !details.has(index) && isOf(concept) && value?.gt(0)
      ? [{ name: withoutOrdinal(name ?? concept), value }]
      : [];
  });
}

const sumOf = (amounts: readonly Amount[]): Decimal => amounts.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
