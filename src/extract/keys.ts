import type { AccountForm, Columns } from '../../extractors/form.js';
import { bare, squeeze } from '../base/text.js';
import { isBeside } from '../model/column-content.js';
import { COLUMN_DUPLICATE, COLUMN_UNKNOWN } from '../model/reading-rules.js';
import { relativeYears } from '../model/relative-years.js';
import { type Remark, remark } from '../model/remark.js';
import type { Block } from './blocks.js';
import { chooseLayout, pathToKey } from './columns.js';
import type { LeafColumn } from './header.js';

/**
 * Column index → key. A column the form does not know keeps a key made from its path, and a remark says so; so does a second
 * column that would get a key already given, unless it is the same column of another panel. Of two columns that mean the same where one
 * stands below a head of its own (总计 beside 部门预算/合计), the one nearer to the top bears the key.
 */
export function assignKeys(
  blocks: readonly Block[],
  declaration: AccountForm,
  rowNames: ReadonlySet<string>,
  remarks: Remark[],
): Map<number, string> {
  const relative = relativeYears(blocks.flatMap(({ data }) => data.flatMap(({ path }) => path)));
  const wordsOf = ({ path }: LeafColumn) => path.map(relative);
  const columns = chooseLayout(
    blocks.flatMap((b) => b.data.map(wordsOf)),
    declaration.layouts,
    rowNames,
  );
  const keys = new Map<number, string>();
  const given = new Set<string>();
  for (const block of blocks) {
    const known = keysOfBlock(
      block.data.filter((column) => !isUnnamed(column, declaration)),
      columns,
      wordsOf,
    );
    const inBlock = new Set<string>();
    for (const column of block.data) {
      const meant = known.get(column.index) ?? null;
      const own = meant === null ? null : (repeatedKey(meant.key, given, declaration) ?? meant.key);
      const taken = own !== null && (inBlock.has(own) || (!declaration.panels && given.has(own)));
      const key = own !== null && !taken && meant?.isFirst ? own : freeKey(column, given);
      if (meant === null && !isBeside(column.path, declaration) && !isUnnamed(column, declaration)) {
        remarks.push(remark(COLUMN_UNKNOWN, `「${pathText(column)}」不是本表已知的栏目，按原文保留。`, { column: key }));
      } else if (taken && meant?.isFirst) {
        remarks.push(remark(COLUMN_DUPLICATE, `「${pathText(column)}」与另一栏同义，两栏都按原文保留。`, { column: key }));
      }
      keys.set(column.index, key);
      inBlock.add(key);
      given.add(key);
    }
  }
  return keys;
}

/** What a column means; `isFirst` where no column nearer to the top means the same. */
interface Meaning {
  readonly key: string;
  readonly isFirst: boolean;
}

function keysOfBlock(
  data: readonly LeafColumn[],
  columns: Columns,
  wordsOf: (column: LeafColumn) => readonly string[],
): ReadonlyMap<number, Meaning> {
  const meant = data.flatMap((column) => {
    const key = pathToKey(wordsOf(column), columns);
    return key === null ? [] : [{ column, key }];
  });
  const top = (key: string) => Math.min(...meant.filter((each) => each.key === key).map(({ column }) => column.path.length));
  return new Map(meant.map(({ column, key }) => [column.index, { key, isFirst: column.path.length === top(key) }]));
}

const isUnnamed = ({ path }: LeafColumn, { unnamed }: AccountForm): boolean =>
  path.some((head) => unnamed.some((words) => bare(head).includes(words)));

/** Sides that are headed alike: the second, the third … bears the key that the form declares for it. */
const repeatedKey = (key: string, given: ReadonlySet<string>, { repeated }: AccountForm): string | null =>
  given.has(key) ? (repeated[key]?.find((each) => !given.has(each)) ?? null) : null;

const pathText = (column: LeafColumn) => column.path.join('/') || `第${column.index + 1}列`;

function freeKey(column: LeafColumn, given: ReadonlySet<string>): string {
  const base = squeeze(pathText(column));
  let key = base;
  for (let i = 2; given.has(key); i++) key = `${base}#${i}`;
  return key;
}
