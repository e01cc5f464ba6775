import { escapeXml } from '../../base/xml.js';

/** What no XML can carry, and the underscore of a text that looks like the escape for it. */
const IMPOSSIBLE = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/gu;
/** Most texts have nothing to escape. */
const PERHAPS_ESCAPED = /[&<>_\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u;

/** The text with `_x000D_` for what no XML can carry (ECMA-376 part 1, 22.9.2.19): spreadsheets read the same text from it. */
export const escapeText = (text: string): string => text.replace(IMPOSSIBLE, (character) => character.split('').map(escapeUnit).join(''));

const escapeUnit = (unit: string): string => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** `<t>` with any text; without the attribute, spreadsheets drop white space at its ends. */
export function textElement(text: string): string {
  const isPadded = /^\s|\s$/.test(text);
  return `<t${isPadded ? ' xml:space="preserve"' : ''}>${PERHAPS_ESCAPED.test(text) ? escapeXml(escapeText(text)) : text}</t>`;
}
