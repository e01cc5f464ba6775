import type { TextLine } from '../../model/page.js';
import type { PrintedTable } from '../../model/printed.js';
import { mayBeCover } from './cover.js';
import { endsAsBody, isName, toName } from './names.js';
import type { Naming } from './naming.js';
import { plain, plainLine, type Words } from './words.js';

/** The unit of a table may stand behind the name: 编制单位：某局 单位：万元. */
const UNIT_BEHIND = /(?:金额|计量|货币)?单位[:：].*$/u;

/**
 * 编制单位：某局 over the tables of known forms, in the fields of assessments, on the cover and, for what it is worth, elsewhere on its pages.
 * A label may stand on a line of its own, the name below it.
 * @param first the number of the document's first page
 */
export function labelledNames(
  lines: readonly TextLine[],
  cover: readonly TextLine[],
  tables: readonly PrintedTable[],
  words: Words,
  first: number,
): Naming[] {
  const known = tables.filter(({ declaration }) => declaration !== null);
  const captions = known.flatMap(({ caption }) => named('label', caption.department ?? '', caption.lines[0] ?? null, words));
  const fields = known.flatMap(({ fields: own }) => Object.entries(own).flatMap(([label, text]) => inField(label, text, words)));
  const overTables = new Set(known.flatMap(({ caption }) => caption.lines));
  const front = lines.filter((line) => mayBeCover(line.page, first) && !overTables.has(line));
  const labelled = front.flatMap((line, index) => {
    const text = words.label.exec(plainLine(line))?.[1]?.replace(UNIT_BEHIND, '');
    const next = front[index + 1];
    const place = cover.includes(line) ? 'cover' : 'alone';
    const found = text === undefined ? [] : named(place, text || (next ? plainLine(next) : ''), line, words);
    // 单位：人民币万元 over a table that is none of the known.
    return place === 'cover' ? found : found.filter(({ name }) => endsAsBody(name));
  });
  const drawn = tables.filter(({ declaration, grid }) => declaration === null && grid.pages.some((page) => mayBeCover(page, first)));
  return [...captions, ...fields, ...labelled, ...drawn.flatMap(({ grid }) => inCells(grid, words))];
}

function inField(label: string, text: string, words: Words): Naming[] {
  if (words.isLabel(label)) return named('field', text, null, words).filter(({ name }) => endsAsBody(name));
  return words.isSuperior(label) ? named('beside', text, null, words) : [];
}

/** Cells of a cover that is drawn as a table. */
const MOST_CELLS = 40;

/** A cover drawn as a table: 部门名称 | 某局. */
function inCells({ cells }: PrintedTable['grid'], words: Words): Naming[] {
  if (cells.length > MOST_CELLS) return [];
  return cells.flatMap((cell) => {
    if (!words.isLabel(plain(cell.text).replace(/[:：]$/u, ''))) return [];
    const beside = cells.find((other) => other.row === cell.row && other.column === cell.column + cell.columnSpan);
    return beside ? named('cover', beside.text, null, words) : [];
  });
}

function named(place: Naming['place'], text: string, line: TextLine | null, words: Words): Naming[] {
  const name = toName(plain(text), words);
  return isName(name, words) ? [{ place, name, line }] : [];
}
