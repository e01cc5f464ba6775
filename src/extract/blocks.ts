import type { Classification, RowDeclaration } from '../../extractors/form.js';
import { must } from '../base/invariant.js';
import type { LeafColumn, Role } from './header.js';

/** A classification beside the table's own one: 政府 economic codes beside those of departments, function codes beside things bought. */
export type OtherClassification = Classification | 'government';

/** A label column of a classification that is not the table's own. */
interface OtherColumn extends LeafColumn {
  readonly classification: OtherClassification;
}

/** Columns that make rows of their own: one side of 公开01, one panel of 公开06, or the whole table. */
export interface Block {
  readonly code: readonly LeafColumn[];
  readonly name: readonly LeafColumn[];
  readonly line: readonly LeafColumn[];
  readonly unitCode: readonly LeafColumn[];
  readonly unit: readonly LeafColumn[];
  readonly others: readonly OtherColumn[];
  readonly data: readonly LeafColumn[];
}

type Draft = { readonly [Part in keyof Block]: Block[Part][number][] };

/**
 * A block begins where a label column follows a data column; a table whose rows belong to units is one block, whatever stands between.
 * @param rows what its form says of its rows; null for a table of no known form
 */
export function columnsToBlocks(columns: readonly LeafColumn[], rows: RowDeclaration | null): Block[] {
  const blocks: Draft[] = [];
  const others = rows?.units ? otherColumns(columns, rows) : new Map<LeafColumn, OtherClassification>();
  for (const column of columns) {
    let block = blocks.at(-1);
    if (!block || (!rows?.units && column.role !== 'data' && block.data.length > 0)) {
      block = { code: [], name: [], line: [], unitCode: [], unit: [], others: [], data: [] };
      blocks.push(block);
    }
    const classification = others.get(column);
    if (classification) block.others.push({ ...column, classification });
    else if (column.role === 'unit-code') (rows?.units ? block.unitCode : block.code).push(column);
    else if (column.role === 'unit') (rows?.units ? block.unit : block.name).push(column);
    else block[column.role].push(column);
  }
  return blocks;
}

/** A block's columns of labels, put together once: every cell of its rows is held against them. */
const labels = new WeakMap<Block, readonly LeafColumn[]>();

/** The columns of a block's labels. */
export function labelColumns(block: Block): readonly LeafColumn[] {
  const known = labels.get(block);
  if (known) return known;
  const { code, name, line, unitCode, unit, others } = block;
  const columns = [...code, ...name, ...line, ...unitCode, ...unit, ...others];
  labels.set(block, columns);
  return columns;
}

/** The classification that the words over a label column name; null where they name none. */
function classificationOf({ path }: LeafColumn): OtherClassification | null {
  const words = path.join('');
  return words.includes('政府') && words.includes('经济')
    ? 'government'
    : words.includes('经济')
      ? 'economic'
      : words.includes('功能')
        ? 'function'
        : null;
}

/** 科目编码 beside things bought is that of the function they serve; before a 科目名称 it names the row itself. */
const codesOfThings = ({ role, path }: LeafColumn, next: LeafColumn | undefined, rows: RowDeclaration): OtherClassification | null =>
  rows.by === 'words' && role === 'code' && isOfSubject(path) && !(next && isOfSubject(next.path)) ? 'function' : null;

const isOfSubject = (path: readonly string[]): boolean => path.join('').includes('科目');

/** Label columns of a classification beside the table's own: a code's is told by its own head or by that of the name behind it. */
function otherColumns(columns: readonly LeafColumn[], rows: RowDeclaration): ReadonlyMap<LeafColumn, OtherClassification> {
  const labels = columns.filter(({ role }) => role === 'code' || role === 'name');
  const told = labels.map((column, i) => {
    const next = column.role === 'code' ? labels.slice(i + 1).find(({ role }) => role === 'name') : undefined;
    return {
      column,
      classification: classificationOf(column) ?? (next ? classificationOf(next) : null) ?? codesOfThings(column, next, rows),
    };
  });
  const isOwn = ({ classification }: (typeof told)[number]) =>
    rows.by === 'words' ? classification === null : classification === null || classification === rows.classification;
  // Where no code, or no name, but of another classification stands, it is the row's own, whatever its head says.
  const hasOwn = (role: Role) => rows.by === 'words' || told.some((each) => each.column.role === role && isOwn(each));
  const others = told.filter((each) => !isOwn(each) && hasOwn(each.column.role));
  return new Map(others.map(({ column, classification }) => [column, must(classification, 'the classification of another code')]));
}
