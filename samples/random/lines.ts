/** Breaking a cell's text into lines, numbers too where the cell is narrower than they are. */
import { type Face, textWidth } from '../drawing/face.js';

/** Numbers and Latin words together, all else character by character; closing marks stay with what they close. */
const TOKENS = /[（“]*(?:[A-Za-z0-9０-９.．,%-]+|.)[，。；：、）”]*/gsu;

/** `text` in lines of at most `width` pt; a token that is wider breaks anywhere. */
export function cellLines(face: Face, text: string, size: number, width: number): string[] {
  if (text === '') return [];
  const fits = (line: string) => textWidth(face, line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(TOKENS) ?? []) {
    for (const piece of fits(token) ? [token] : Array.from(token)) {
      if (line.trim() === '' || fits(line + piece)) {
        line += piece;
      } else {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      }
    }
  }
  return [...lines, line];
}
