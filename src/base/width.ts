import { eastAsianWidth } from 'get-east-asian-width';
import { must } from './invariant.js';

/** Characters that take no column of their own: combining marks and format characters. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns a line of text takes in a terminal or a spreadsheet: a Chinese character takes two, a combining mark none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The longest beginning of `text` that fits `width` columns, `…` at its end where something was cut. */
export function fitWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let fitting = '';
  let left = width - 1;
  for (const character of text) {
    left -= characterWidth(character);
    if (left < 0) break;
    fitting += character;
  }
  return `${fitting}…`;
}

/** By Unicode Standard Annex 11; what it calls ambiguous (“ ” … ①) is narrow. */
function characterWidth(character: string): number {
  // Latin letters, most of what is measured beside Chinese, and the soft hyphen are not looked up.
  if (character < '\u0300') return 1;
  return ZERO.test(character) ? 0 : eastAsianWidth(must(character.codePointAt(0), 'a character'));
}
