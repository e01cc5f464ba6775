import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { bare } from '../../../base/text.js';
import { proseFinding } from '../finding.js';
import type { Ledger } from '../tables/evidence.js';
import type { SectionFacts } from '../text/facts.js';

/** 人员经费…，主要包括：基本工资、…: an item that is named must have been spent on, says 公开06. What is left unnamed is no matter. */
export function checkNamedItems({ facts, place }: SectionFacts, ledger: Ledger): Finding[] {
  if (place.scope !== 'general-public') return [];
  const [table, ...others] = ledger.tables.filter((t) => t.form === 'general-public-basic-expenditure' && t.empty === null);
  if (!table || others.length > 0) return [];
  return facts.flatMap((fact) => {
    const title = fact.subject?.measure?.title ?? '';
    const { sentence, end, start } = fact.mention;
    const list = /^，?主要(?:包括|用于|是)：?(.+?)[。；]?$/u.exec(sentence.plain.slice(end))?.[1];
    if ((title !== '人员经费' && title !== '公用经费') || list === undefined) return [];
    const blank = itemsOf(list).flatMap((name) => blankRow(table, name) ?? []);
    return blank.length === 0 ? [] : [unspent(title, blank, table, ledger.tables.indexOf(table), sentence, start)];
  });
}

interface Item {
  readonly name: string;
  readonly row: number;
}

/** Commas and 、 between names, brackets kept: 维修（护）费. */
const itemsOf = (list: string) => list.split(/[、，](?![^（]*）)/u).map((name) => name.replace(/等$|^以及|^和/u, ''));

/** The row that bears the name and no amount; null where a row of that name has one, or none or several bear it. */
function blankRow(table: DisclosureTable, name: string): Item | null {
  const rows = [...table.rows.entries()].filter(([, r]) => r.name !== null && r.code?.length === 5 && bare(r.name) === bare(name));
  const [found] = rows;
  if (!found || rows.length > 1) return null;
  const cells = Object.values(found[1].cells);
  const isBlank = cells.every((c) => (c.value === null ? !/[\p{L}\p{N}]/u.test(c.text) : Number(c.value) === 0));
  return isBlank ? { name, row: found[0] } : null;
}

function unspent(
  title: string,
  items: readonly Item[],
  table: DisclosureTable,
  index: number,
  sentence: Parameters<typeof proseFinding>[0],
  at: number,
): Finding {
  const column = table.columns[0]?.key ?? null;
  return proseFinding(sentence, at, {
    rule: 'PROSE-ITEMS',
    severity: 'warning',
    verdict: 'publisher',
    message: `文中称${title}用于${items.map((i) => i.name).join('、')}，而${table.title ?? '基本支出决算表'}中${items.length > 1 ? '这些科目' : '该科目'}没有金额。`,
    cells: items.map(({ row, name }) => {
      const cell = column === null ? undefined : table.rows[row]?.cells[column];
      const place = cell ?? table.grid.cells.find((c) => bare(c.text) === bare(name));
      return { table: index, row, column, page: place?.page ?? table.pages[0] ?? 1, box: place?.box ?? null };
    }),
  });
}
