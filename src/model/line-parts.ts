import { squeeze } from '../base/text.js';
import type { TextLine } from './page.js';

/** em. What stands farther apart on a caption line are parts of their own. */
const APART = 2;

/** What stands apart on a line, left to right, without white space: department, year and unit over a table. */
export function partsOf(line: TextLine): string[] {
  const parts: string[] = [];
  let part = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, box, size } of line.glyphs) {
    if (box[0] - end > APART * size && end !== Number.NEGATIVE_INFINITY) {
      parts.push(squeeze(part));
      part = '';
    }
    part += text;
    end = box[2];
  }
  return line.glyphs.length === 0 ? parts : [...parts, squeeze(part)];
}
