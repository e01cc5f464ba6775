/** XML as documents come in it. The only file that knows the parser. Nothing but the five entities of XML is expanded, nothing is fetched. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element; names are without prefix, whatever namespace they are of: writers use several for the same, or none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements, and the texts between them with white space as it is. */
  readonly children: readonly (XmlElement | string)[];
}

/** The text is no XML, or has what no document has. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** What documents of a kind hold; what goes beyond is no document but an attack. */
export interface XmlLimits {
  /** Characters. */
  readonly longest: number;
  /** Elements in elements. */
  readonly deepest: number;
  /** Whether all of it must be well-formed; else its end alone is looked at, for what breaks off. */
  readonly isStrict: boolean;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

/** By how deep elements may stand in elements. */
const parsers = new Map<number, XMLParser>();

function parserFor(deepest: number): XMLParser {
  const known = parsers.get(deepest);
  if (known) return known;
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    // Entities are left to `decoded`: no text of a document defines one.
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    cdataPropName: CDATA,
    maxNestedTags: deepest,
    // Nothing here asks where an element stands: paths as strings would take a third of the time.
    jPath: false,
  });
  parsers.set(deepest, parser);
  return parser;
}

/**
 * The root element of an XML text.
 * @throws XmlError where it is not well-formed, too long or too deep, or declares entities: they name files, or grow without end, and no
 * part of a document may have them (ISO/IEC 29500-2, 9.1.1)
 */
export function parseXml(text: string, { longest, deepest, isStrict }: XmlLimits): XmlElement {
  if (text.length > longest) throw new XmlError(`it has more than ${longest} characters`);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new XmlError('it has a document type, or declares entities');
  const body = text.replace(/^\ufeff/u, '');
  if (isStrict) mustBeWellFormed(body);
  const [root] = nodesOf(parsed(body, deepest)).flatMap((node) => toElement(node) ?? []);
  if (!root) throw new XmlError('it has no element');
  if (!isStrict && !endsWith(body, root)) throw new XmlError('it breaks off');
  return root;
}

function mustBeWellFormed(text: string): void {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlError(`${valid.err.msg} (line ${valid.err.line})`);
}

function parsed(text: string, deepest: number): unknown {
  try {
    return parserFor(deepest).parse(text);
  } catch (cause) {
    throw new XmlError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The parser closes what is open at the end of a text. */
const endsWith = (text: string, { name }: XmlElement): boolean =>
  new RegExp(`(?:</(?:[^<>]*:)?${name}\\s*>|/>)\\s*$`, 'u').test(text.slice(-200));

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** Null for a text. */
function toElement(node: Node): XmlElement | null {
  let name: string | undefined;
  for (const key in node) if (key !== ATTRIBUTES) name ??= key;
  if (name === undefined || name === TEXT || name === CDATA) return null;
  const attributes = new Map<string, string>();
  const written = node[ATTRIBUTES];
  if (isNode(written)) for (const key in written) attributes.set(key, decoded(String(written[key])));
  const children: (XmlElement | string)[] = [];
  const inside = node[name];
  if (Array.isArray(inside)) for (const child of inside) if (isNode(child)) children.push(toElement(child) ?? textOf(child));
  return { name, attributes, children };
}

function textOf(node: Node): string {
  if (TEXT in node) return decoded(String(node[TEXT]));
  // No entity stands in it.
  return nodesOf(node[CDATA])
    .map((part) => String(part[TEXT] ?? ''))
    .join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five entities of XML and references to characters; an entity that XML does not know stays as it is written. */
const decoded = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, decodedOne) : text;

function decodedOne(whole: string, decimal?: string, hex?: string, named?: string): string {
  if (named !== undefined) return ENTITIES.get(named) ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

/** The elements among an element's children, in order, of some names alone where they are given; none of no element. */
export function elementsOf(element: XmlElement | null, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && (names.length === 0 || names.includes(child.name))) found.push(child);
  return found;
}

/** The first child of a name, and of that the first of the next; null where there is none. */
export function childOf(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let at = element;
  for (const name of path) at = at && firstOf(at, name);
  return at;
}

function firstOf({ children }: XmlElement, name: string): XmlElement | null {
  for (const child of children) if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** The text of an element without that of elements in it. */
export function ownText({ children }: XmlElement): string {
  let text = '';
  for (const child of children) if (typeof child === 'string') text += child;
  return text;
}

/** The same without the white space around it; null where there is no element or no text. */
export const wordsOf = (element: XmlElement | null): string | null => (element && ownText(element).trim()) || null;

/** All elements of a name below one, outermost first; none within another of them. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : descendants(child, name)));
}
