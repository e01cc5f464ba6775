/** Markup as strings. Whatever comes from a document passes `escapeXml`; children are markup already. */

/** What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates, the two non-characters. */
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The same with marks for what no XML can hold. */
export const possible = (text: string): string => text.replace(IMPOSSIBLE, '\ufffd');

export function escapeXml(text: string): string {
  return possible(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Attributes without a value are left out; numbers are written to 0.01. */
export type Attributes = Readonly<Record<string, string | number | null>>;

export function element(name: string, attributes: Attributes, children: string | readonly string[] = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${attribute(value)}"`));
  const inside = typeof children === 'string' ? children : children.join('');
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

/** A number no drawing can hold becomes 0: a damaged document may yield one. */
const attribute = (value: string | number) =>
  typeof value === 'string' ? escapeXml(value) : String(Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);

/** Lines of text for the browser to show where the pointer rests. */
export function tip(...lines: readonly string[]): string {
  return element('title', {}, escapeXml(lines.filter((line) => line !== '').join('\n')));
}

/** One group with a class, one element a line; nothing where it would be empty. */
export function group(className: string, children: readonly string[]): string {
  return children.length === 0 ? '' : element('g', { class: className }, `\n${children.join('\n')}\n`);
}
