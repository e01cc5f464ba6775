import { PROSE_ITEMS } from '../../../../extractors/shared/prose-rules.js';
import type { DisclosureTable, Finding } from '../../../../schemas/disclosure.js';
import { at } from '../../../base/invariant.js';
import { bare } from '../../../base/text.js';
import { firstPageOf } from '../../../model/table-pages.js';
import type { ProseContext } from '../context.js';
import { proseFinding } from '../finding.js';
import type { Fact } from '../text/facts.js';
import type { CheckedSection } from './section.js';

/** 公用经费…，主要包括：办公费、…: an item that is named must have an amount in the table. The list need not be complete. */
export function checkItems({ facts, place }: CheckedSection, { prose, tables }: ProseContext): Finding[] {
  const { chapter, form, title } = prose.itemised;
  if (place.chapter?.id !== chapter) return [];
  const [table, ...others] = [...tables.entries()].filter(([, t]) => t.form === form && t.empty === null);
  if (!table || others.length > 0) return [];
  return facts.flatMap((fact) => {
    if (!fact.subject?.measure?.isItemised) return [];
    const { sentence, end } = fact.mention;
    const list = /^，?主要(?:包括|用于|是)：?(.+?)[。；]?$/u.exec(sentence.plain.slice(end))?.[1];
    const blank = list === undefined ? [] : itemsOf(list).flatMap((name) => blankRow(table[1], name) ?? []);
    return blank.length === 0 ? [] : [unspent(fact, fact.subject.measure.title, blank, table, title)];
  });
}

/** A row without any amount, by its index. */
interface BlankItem {
  readonly name: string;
  readonly row: number;
}

/** Commas and 、 between names, brackets kept: 维修（护）费. */
const itemsOf = (list: string): string[] => list.split(/[、，](?![^（]*）)/u).map((name) => name.replace(/等$|^以及|^和/u, ''));

/** Digits. A 款 of the economic classification: what such lists name. */
const ITEM_DIGITS = 5;

/** The one row of that name, where it has no amount; null where it has one, or where no row or several rows have the name. */
function blankRow(table: DisclosureTable, name: string): BlankItem | null {
  const words = bare(name);
  const rows = [...table.rows.entries()].filter(([, r]) => r.name !== null && r.code?.length === ITEM_DIGITS && bare(r.name) === words);
  const [found] = rows;
  if (!found || rows.length > 1) return null;
  const cells = Object.values(found[1].cells);
  const isBlank = cells.every((c) => (c.value === null ? !/[\p{L}\p{N}]/u.test(c.text) : Number(c.value) === 0));
  return isBlank ? { name, row: found[0] } : null;
}

function unspent(fact: Fact, what: string, items: readonly BlankItem[], [index, table]: [number, DisclosureTable], title: string): Finding {
  const column = table.columns[0]?.key ?? null;
  const names = items.map((item) => item.name).join('、');
  return proseFinding(fact.mention.sentence, fact.mention.start, {
    rule: PROSE_ITEMS.id,
    severity: 'warning',
    verdict: 'publisher',
    message: `文中称${what}用于${names}，而${table.title ?? title}中${items.length > 1 ? '这些科目' : '该科目'}没有金额。`,
    cells: items.map(({ row, name }) => {
      const cell = column === null ? undefined : at(table.rows, row).cells[column];
      const place = cell ?? table.grid.cells.find((c) => bare(c.text) === bare(name));
      return { table: index, row, column, page: place?.page ?? firstPageOf(table), box: place?.box ?? null };
    }),
  });
}
