import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: names are without prefixes, as writers of OFD use `ofd:`, others, a default namespace or none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text that stands in it directly, white space as it is. */
  readonly text: string;
}

/** The text is not well-formed XML, or has what no OFD has. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Characters. A page of 10,000 letters, each placed by itself, has some 3 million. */
const LONGEST = 32_000_000;
/** Composites and blocks are nested a few levels deep. */
const DEEPEST = 60;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

/** Entities are left to `decoded`: no text of a document defines one. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  maxNestedTags: DEEPEST,
  // Nothing here asks where an element stands: paths as strings would take a third of the time.
  jPath: false,
});

/**
 * The root element of an XML text.
 * @throws XmlError where it is not well-formed, too long or too deep, or has a document type: entities are never expanded, nothing is fetched
 */
export function parseXml(text: string): XmlElement {
  if (text.length > LONGEST) throw new XmlError(`it has more than ${LONGEST} characters`);
  if (/<!DOCTYPE/i.test(text)) throw new XmlError('it has a document type, which no OFD has');
  const body = text.replace(/^\ufeff/, '');
  const valid = XMLValidator.validate(body);
  if (valid !== true) throw new XmlError(`${valid.err.msg} (line ${valid.err.line})`);
  const [root] = toElements(parsed(body));
  if (!root) throw new XmlError('it has no element');
  return root;
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (cause) {
    throw new XmlError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const nameOf = (node: Node): string | undefined => Object.keys(node).find((key) => key !== ATTRIBUTES);

const toElements = (value: unknown): XmlElement[] => nodesOf(value).flatMap((node) => toElement(node) ?? []);

function toElement(node: Node): XmlElement | null {
  const name = nameOf(node);
  if (name === undefined || name === TEXT || name === CDATA || name.startsWith('?')) return null;
  const children = nodesOf(node[name]);
  const attributes = isNode(node[ATTRIBUTES]) ? Object.entries(node[ATTRIBUTES]) : [];
  return {
    name,
    attributes: new Map(attributes.map(([key, value]) => [key, decoded(String(value))])),
    children: toElements(children),
    text: children.map(textOf).join(''),
  };
}

function textOf(node: Node): string {
  if (CDATA in node)
    return nodesOf(node[CDATA])
      .map((part) => String(part[TEXT] ?? ''))
      .join('');
  return TEXT in node ? decoded(String(node[TEXT])) : '';
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five entities of XML and references to characters; others stay as they are written. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (written, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? written;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? written : String.fromCodePoint(code);
  });
}

/** The first child of that name. */
export const child = (element: XmlElement | null, name: string): XmlElement | null =>
  element?.children.find((each) => each.name === name) ?? null;

/** All children of that name. */
export const childrenOf = (element: XmlElement | null, name: string): XmlElement[] =>
  element?.children.filter((each) => each.name === name) ?? [];

/** The first element of that name below another, where several stand in between. */
export const path = (element: XmlElement | null, ...names: readonly string[]): XmlElement | null =>
  names.reduce<XmlElement | null>((at, name) => child(at, name), element);

/** Its text without the white space around it; null where there is no element or no text. */
export const wordsOf = (element: XmlElement | null): string | null => element?.text.trim() || null;
