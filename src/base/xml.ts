/** Markup as strings, XML and HTML. A text that comes from a document passes `escapeXml`, or is an attribute; children are markup already. */

/** What XML 1.0 cannot hold, not even escaped: control characters, lone surrogates, the two non-characters. */
const IMPOSSIBLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as markup that shows it; a replacement character for what no XML can hold. */
export function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Attributes without a value are left out; numbers are written to 0.01. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

type Children = readonly (string | readonly string[])[];

/** An element of XML: one without children closes itself. */
export function element(name: string, attributes: Attributes, ...children: Children): string {
  const inside = children.flat().join('');
  const start = `<${name}${written(attributes)}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`;
}

/** Elements of HTML that have neither children nor an end tag (HTML Living Standard, 13.1.2). */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** An element of HTML: all but the void ones have an end tag, also where they are empty. */
export function htmlElement(name: string, attributes: Attributes, ...children: Children): string {
  const start = `<${name}${written(attributes)}>`;
  return VOID.has(name) ? start : `${start}${children.flat().join('')}</${name}>`;
}

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([key, value]) => (value == null ? '' : ` ${key}="${attribute(value)}"`))
    .join('');

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
