import { squeeze } from '../base/text.js';
import type { TextLine } from '../model/page.js';
import type { PrintedTable } from '../model/printed.js';
import { NAME_DOUBTFUL } from '../model/reading-rules.js';
import { type Remark, remark } from '../model/remark.js';

/** Letters of a name of which one may be misread. */
const PER_MISTAKE = 4;

/**
 * Departments above scanned tables, as the pages of text print them: OCR does not know rare letters (勋西县 for 郧西县). A name that no
 * page of text resembles stays as it was read.
 */
export function withPrintedNames(tables: readonly PrintedTable[], lines: readonly TextLine[]): PrintedTable[] {
  const texts = lines.filter((line) => !isRead(line)).map((line) => squeeze(line.text));
  return tables.map((table) => {
    const name = table.caption.lines.some(isRead) ? table.caption.department : null;
    const printed = name === null ? null : printedName(name, texts);
    if (name === null || printed === null || printed === name) return table;
    return {
      ...table,
      caption: { ...table.caption, department: printed },
      remarks: [...table.remarks, doubtful(name, printed)],
    };
  });
}

const isRead = (line: TextLine): boolean => line.glyphs.some((glyph) => glyph.reading);

/** The name itself where a text has it; else what most texts have that differs in few letters; null where nothing is like it. */
function printedName(name: string, texts: readonly string[]): string | null {
  if (texts.some((text) => text.includes(name))) return name;
  const most = Math.floor(name.length / PER_MISTAKE);
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (let at = 0; at + name.length <= text.length; at++) {
      const like = text.slice(at, at + name.length);
      if (lettersApart(name, like, most) <= most) counts.set(like, (counts.get(like) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function lettersApart(a: string, b: string, most: number): number {
  let apart = 0;
  for (let i = 0; i < a.length && apart <= most; i++) if (a[i] !== b[i]) apart += 1;
  return apart;
}

const doubtful = (read: string, printed: string): Remark =>
  remark(NAME_DOUBTFUL, `本表的编制单位识读作“${read}”，文中印作“${printed}”，取后者。`);
