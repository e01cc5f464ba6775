import { escapeXml } from '../../base/xml.js';

/** HTML as strings. A text that comes from a document passes `text` or an attribute; children are markup already. */
export type Html = string;

export const text: (words: string) => Html = escapeXml;

/** Attributes without a value are left out. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | null | undefined>>, ...children: Html[]): Html {
  const written = Object.entries(attributes).map(([key, value]) => (value == null ? '' : ` ${key}="${escapeXml(String(value))}"`));
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

/** A plain table with a line of heads; the columns named in `numbers` are set to the right. */
export function plainTable(
  caption: string,
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  numbers: readonly number[],
): Html {
  const cell = (name: 'td' | 'th') => (words: string, index: number) =>
    tag(name, { class: numbers.includes(index) ? 'n' : null, scope: name === 'th' ? 'col' : null }, text(words));
  return tag(
    'table',
    { class: 'plain' },
    tag('caption', {}, text(caption)),
    tag('thead', {}, tag('tr', {}, ...heads.map(cell('th')))),
    tag('tbody', {}, ...lines.map((line) => tag('tr', {}, ...line.map(cell('td'))))),
  );
}

/** What is told on a click. */
export const folded = (title: string, ...children: Html[]): Html => tag('details', {}, tag('summary', {}, text(title)), ...children);

export const section = (id: string, title: string, ...children: Html[]): Html =>
  tag('section', { id, 'aria-labelledby': `${id}-title` }, tag('h2', { id: `${id}-title` }, text(title)), ...children);
