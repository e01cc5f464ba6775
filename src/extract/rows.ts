import { DASH, TOTAL } from '../base/patterns.js';
import { bare, squeeze } from '../base/text.js';
import type { Cell } from '../model/grid.js';
import type { UnitName } from '../model/printed.js';
import { type Block, labelColumns, type OtherClassification } from './blocks.js';
import type { LeafColumn } from './header.js';

/** One body row of one block, still by column index. */
export interface BlockRow {
  readonly code: readonly string[];
  readonly name: string | null;
  readonly line: string | null;
  /** What the unit columns say; null where there are none or they are blank. */
  readonly unit: UnitName | null;
  /** The codes and names of other classifications beside it, as printed. */
  readonly others: ReadonlyMap<OtherClassification, string>;
  readonly label: readonly Cell[];
  /** Column index → cell with text. */
  readonly data: ReadonlyMap<number, Cell>;
}

/**
 * What a grid row's own cells say in each of its blocks; null where a block is blank there (a 行次 alone says nothing).
 * @param areItems the rows are things: the last of several labels names the thing, those before it what it belongs to
 */
export function cellsToBlockRows(own: readonly Cell[], blocks: readonly Block[], areItems = false): (BlockRow | null)[] {
  const parts = blocks.map((block) => ({ block, label: [] as Cell[], data: new Map<number, Cell>() }));
  for (const cell of own) {
    if (cell.text === '') continue;
    // A cell merged over several blocks (公用经费合计 over two panels) belongs to the last: that is where its amount stands.
    const home = parts.findLast(({ block }) => isIn(labelColumns(block), cell));
    if (home) home.label.push(cell);
    else putData(cell, parts);
  }
  const rows = parts.map(({ block, label, data }) => (label.length === 0 && data.size === 0 ? null : toRow(block, label, data, areItems)));
  return lendLabels(rows);
}

/** Puts a cell that is no label under the first column of figures that it covers. */
function putData(cell: Cell, parts: readonly { readonly block: Block; readonly data: Map<number, Cell> }[]): void {
  for (const { block, data } of parts) {
    const column = block.data.find(({ index }) => covers(cell, index));
    if (!column) continue;
    data.set(column.index, cell);
    return;
  }
}

/** 公用经费合计 set in the middle of two panels: its amount stands in the second, which has no label of its own. */
function lendLabels(rows: readonly (BlockRow | null)[]): (BlockRow | null)[] {
  const lent = [...rows];
  for (let b = 1; b < lent.length; b++) {
    const [left, right] = [lent[b - 1], lent[b]];
    if (!left || !right || right.name !== null || right.code.some((c) => c !== '') || right.data.size === 0) continue;
    const words = [...left.label, ...left.data.values()];
    const name = words.map((c) => squeeze(c.text)).join('');
    if (!/^\p{Script=Han}+合计$/u.test(name)) continue;
    lent[b] = { ...right, name, label: words };
    lent[b - 1] = null;
  }
  return lent;
}

const covers = (cell: Cell, index: number) => cell.column <= index && index < cell.column + cell.columnSpan;

const isIn = (columns: readonly LeafColumn[], cell: Cell) => columns.some((c) => covers(cell, c.index));

/** Heads that reach down from a repeated header may be printed over the first code: 类 over 221, 款 and 项 beside it. */
const withoutHeads = (codes: readonly string[], columns: readonly LeafColumn[]): readonly string[] =>
  codes.some((code) => /\d/u.test(code)) ? codes.map((code, i) => code.replace(columns[i]?.path.at(-1) ?? '', '')) : codes;

function toRow(block: Block, labels: readonly Cell[], data: ReadonlyMap<number, Cell>, areItems: boolean): BlockRow | null {
  // A dash for a unit's code says that the row is none of a unit.
  const label = block.unitCode.length === 0 ? labels : labels.filter((c) => !(isIn(block.unitCode, c) && DASH.test(squeeze(c.text))));
  const cellsIn = (columns: readonly LeafColumn[]) =>
    columns.length === 0 ? [] : label.filter((c) => isIn(columns, c) && !isIn(block.name, c));
  const textIn = (columns: readonly LeafColumn[]) =>
    cellsIn(columns)
      .map((c) => squeeze(c.text))
      .join('');
  const lineCells = cellsIn(block.line);
  const nameCells = label.filter((c) => isIn(block.name, c));
  const codeCells = label.filter((c) => isIn(block.code, c) && !nameCells.includes(c) && !lineCells.includes(c));
  const codes = withoutHeads(
    block.code.map((column) => squeeze(codeCells.find((c) => c.column === column.index)?.text ?? '')),
    block.code,
  );
  // 类 款 项 printed on the row of 合计 are header words, no code.
  const isHeaderWord = codes.some((c) => c !== '') && codes.every((c) => /^[类款项]?$/u.test(c));
  const names = nameCells.map((c) => squeeze(c.text)).filter((t) => t !== '');
  const lone = codes.find((c) => /\p{Script=Han}/u.test(c) && !/\d/.test(c));
  const unitCode = textIn(block.unitCode);
  // 单位（项目）名称 names a unit only beside its code.
  const isOfThing = block.unit.some(({ path }) => /项目[）)]?名称$/u.test(path.at(-1) ?? '')) && unitCode === '';
  const thing = isOfThing ? textIn(block.unit) : '';
  const unitName = isOfThing ? '' : textIn(block.unit);
  // The name of a sum may be set in the middle of all label columns, whichever stands there.
  const sum =
    names.length > 0 ? undefined : [unitName, ...block.others.map((column) => textIn([column]))].find((text) => TOTAL.test(bare(text)));
  const name = (areItems ? names.slice(-1) : names).join('') || thing || (sum ?? (isHeaderWord ? '' : (lone ?? '')));
  const code = isHeaderWord || (lone !== undefined && names.length === 0) ? codes.map(() => '') : codes;
  const unit = { code: unitCode || null, name: unitName === sum ? null : unitName || null };
  const isBlank = name === '' && code.every((c) => c === '') && unit.code === null && unit.name === null;
  if (isBlank && data.size === 0) return null;
  return {
    code,
    name: name || null,
    line: textIn(block.line) || null,
    unit: unit.code === null && unit.name === null ? null : unit,
    others: block.others.length === 0 ? NO_OTHERS : othersOf(block.others, textIn, sum),
    label,
    data,
  };
}

const NO_OTHERS: BlockRow['others'] = new Map();

/** What the row says of other classifications; the name of a sum is none of them. */
function othersOf(
  others: Block['others'],
  textIn: (columns: readonly LeafColumn[]) => string,
  sum: string | undefined,
): BlockRow['others'] {
  return new Map(
    others.flatMap((column) => {
      const text = textIn(others.filter((each) => each.classification === column.classification));
      return text === '' || text === sum ? [] : [[column.classification, text] as const];
    }),
  );
}
