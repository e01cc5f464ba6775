/** Breaking Chinese text into lines. */
import { type Face, textWidth } from './face.js';

/** Numbers and Latin words stay whole; closing marks stay with what they close, opening ones with what they open. */
const TOKENS = /[（“《]*(?:[A-Za-z0-9.,%+=≥≤-]+|.)[，。；：、）”》．？！%]*/gsu;

/**
 * The lines of `text` at `size` in `width` pt; `\n` breaks always. `indent` pt are missing from the first line.
 * @throws where a number is wider than its place.
 */
export function wrap(face: Face, text: string, size: number, width: number, indent = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const token of paragraph.match(TOKENS) ?? []) {
      if (/\d/.test(token) && textWidth(face, token, size) > width) throw new Error(`${token} is wider than ${width} pt`);
      const room = width - (lines.length === 0 ? indent : 0);
      if (line !== '' && textWidth(face, line + token, size) > room) {
        lines.push(line);
        line = token.trimStart();
      } else {
        line += token;
      }
    }
    lines.push(line);
  }
  return lines;
}
