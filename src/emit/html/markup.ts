import { escapeXml, htmlElement } from '../../base/xml.js';

/** HTML as a string: markup already, never a document's text. */
export type Html = string;

/** A plain table with a line of heads; the columns whose indexes are in `numbers` are set to the right. */
export function plainTable(
  caption: string,
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  numbers: readonly number[],
): Html {
  const cell = (name: 'td' | 'th') => (words: string, index: number) =>
    htmlElement(name, { class: numbers.includes(index) ? 'n' : null, scope: name === 'th' ? 'col' : null }, escapeXml(words));
  const row = (name: 'td' | 'th', texts: readonly string[]) => htmlElement('tr', {}, texts.map(cell(name)));
  return htmlElement(
    'table',
    { class: 'plain' },
    htmlElement('caption', {}, escapeXml(caption)),
    htmlElement('thead', {}, row('th', heads)),
    htmlElement(
      'tbody',
      {},
      lines.map((line) => row('td', line)),
    ),
  );
}

/** What is shown on a click. */
export const folded = (title: string, ...children: Html[]): Html =>
  htmlElement('details', {}, htmlElement('summary', {}, escapeXml(title)), children);

export const section = (id: string, title: string, ...children: Html[]): Html =>
  htmlElement('section', { id, 'aria-labelledby': `${id}-title` }, htmlElement('h2', { id: `${id}-title` }, escapeXml(title)), children);
