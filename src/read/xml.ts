/** XML as documents come in it. The only file that knows the parser. Nothing but the five entities of XML is expanded, nothing is fetched. */
import { XMLParser } from 'fast-xml-parser';
import { DisclosureError } from '../base/errors.js';

/** An element; names are without prefix, whatever namespace they are of: Office writes several for the same. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements in elements; more is no document but an attack on the stack. */
const DEEPEST = 400;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
});

type Node = Readonly<Record<string, unknown>>;

/** @param part what it is, for the message @throws DisclosureError `damaged` */
export function parseXml(text: string, part: string): XmlElement {
  const damaged = (why: string, cause?: unknown) => new DisclosureError('damaged', `${part} cannot be read (${why}).`, { cause });
  // No part of a document may declare entities (ISO/IEC 29500-2, 9.1.1): they name files, or grow without end.
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw damaged('it declares entities');
  let nodes: readonly Node[];
  try {
    nodes = parser.parse(text);
  } catch (cause) {
    throw damaged(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const [root] = nodes.flatMap(toElement).filter((child) => typeof child !== 'string');
  if (!root || !new RegExp(`(?:</(?:[^<>]*:)?${root.name}\\s*>|/>)\\s*$`, 'u').test(text.slice(-200))) throw damaged('it breaks off');
  return root;
}

function toElement(node: Node): (XmlElement | string)[] {
  const text = node['#text'];
  if (typeof text === 'string') return [decode(text)];
  const name = Object.keys(node).find((key) => key !== ':@');
  const children = name === undefined ? undefined : node[name];
  if (name === undefined || !Array.isArray(children)) return [];
  const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, decode(value)]);
  return [{ name, attributes: Object.fromEntries(attributes), children: children.flatMap(toElement) }];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** An entity that XML does not know stays as it is written. */
const decode = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/giu, decodeOne) : text;

function decodeOne(whole: string, decimal?: string, hex?: string, named?: string): string {
  if (named !== undefined) return ENTITIES[named] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

/** The elements among an element's children, in order, of some names alone where they are given. */
export const elementsOf = ({ children }: XmlElement, ...names: readonly string[]): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)));

/** The first child of a name, and of that the first of the next. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found && elementsOf(found, name)[0];
  return found;
}

/** The text of an element without that of elements in it. */
export const ownText = ({ children }: XmlElement): string => children.filter((child) => typeof child === 'string').join('');

/** All elements of a name below one, outermost first; none within another of them. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}
