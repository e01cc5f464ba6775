import type { AccountForm } from '../../extractors/form.js';
import { squeeze } from '../base/text.js';
import { COLUMN_DUPLICATE, COLUMN_UNKNOWN } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';
import type { Block } from './blocks.js';
import { chooseLayout, pathToKey } from './columns.js';
import type { LeafColumn } from './header.js';

/**
 * Column index → key. A column the form does not know keeps a key made from its path, and a remark says so; so does a second
 * column that would get a key already given, unless it is the same column of another panel.
 */
export function assignKeys(
  blocks: readonly Block[],
  declaration: AccountForm,
  rowNames: ReadonlySet<string>,
  remarks: Remark[],
): Map<number, string> {
  const columns = chooseLayout(
    blocks.flatMap((b) => b.data.map((c) => c.path)),
    declaration.layouts,
    rowNames,
  );
  const keys = new Map<number, string>();
  const given = new Set<string>();
  for (const block of blocks) {
    const inBlock = new Set<string>();
    for (const column of block.data) {
      const known = pathToKey(column.path, columns);
      const taken = known !== null && (inBlock.has(known) || (!declaration.panels && given.has(known)));
      const key = known !== null && !taken ? known : freeKey(column, given);
      if (known === null) remarks.push(remark(COLUMN_UNKNOWN, `「${pathText(column)}」不是本表已知的栏目，按原文保留。`, { column: key }));
      else if (taken) remarks.push(remark(COLUMN_DUPLICATE, `「${pathText(column)}」与另一栏同义，两栏都按原文保留。`, { column: key }));
      keys.set(column.index, key);
      inBlock.add(key);
      given.add(key);
    }
  }
  return keys;
}

const pathText = (column: LeafColumn) => column.path.join('/') || `第${column.index + 1}列`;

function freeKey(column: LeafColumn, given: ReadonlySet<string>): string {
  const base = squeeze(pathText(column));
  let key = base;
  for (let i = 2; given.has(key); i++) key = `${base}#${i}`;
  return key;
}
