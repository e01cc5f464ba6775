import { DisclosureError } from '../../base/errors.js';
import { childOf, elementsOf, parseXml, wordsOf, type XmlElement, XmlError, type XmlLimits } from '../xml.js';
import type { ZipFile } from '../zip.js';

/** How long a part may be is the ZIP's business. Word opens what is not quite well-formed. */
const LIMITS: XmlLimits = { longest: Number.POSITIVE_INFINITY, deepest: 400, isStrict: false };

/** The parts of a Word file that say what stands in it. Macros, links and embedded files are not opened. */
export interface WordPackage {
  readonly producer: string | null;
  /** `w:body`. */
  readonly body: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  /** Running heads and feet, then foot- and endnotes. */
  readonly furniture: readonly XmlElement[];
  readonly notes: readonly XmlElement[];
  /** The bytes of a picture that the text names; null where it is not in the file. */
  readonly picture: (id: string) => Uint8Array | null;
}

/** @throws DisclosureError `damaged`, and as `ZipFile` */
export function readPackage(zip: ZipFile): WordPackage {
  const main = targetsOf(zip, '').byType('officeDocument')[0] ?? 'word/document.xml';
  const document = partOf(zip, main);
  const body = childOf(document, 'body');
  if (!body) throw new DisclosureError('damaged', `This Word document has no text: ${main} is missing or holds none.`);
  const targets = targetsOf(zip, main);
  const parts = (...types: readonly string[]) => types.flatMap((type) => targets.byType(type)).flatMap((name) => partOf(zip, name) ?? []);
  return {
    producer: wordsOf(childOf(partOf(zip, 'docProps/app.xml'), 'Application')),
    body,
    styles: parts('styles')[0] ?? null,
    numbering: parts('numbering')[0] ?? null,
    furniture: parts('header', 'footer'),
    notes: parts('footnotes', 'endnotes'),
    picture: (id) => {
      const name = targets.byId(id);
      return name !== null && zip.has(name) ? zip.bytes(name) : null;
    },
  };
}

function partOf(zip: ZipFile, name: string): XmlElement | null {
  if (!zip.has(name)) return null;
  try {
    return parseXml(zip.text(name), LIMITS);
  } catch (cause) {
    if (cause instanceof XmlError) throw new DisclosureError('damaged', `${name} cannot be read (${cause.message}).`, { cause });
    throw cause;
  }
}

/** The parts that one part names. What lies outside of the file is none. */
interface Targets {
  /** By the last word of their type. */
  byType(type: string): string[];
  byId(id: string): string | null;
}

function targetsOf(zip: ZipFile, source: string): Targets {
  const slash = source.lastIndexOf('/') + 1;
  const relationships = partOf(zip, `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`);
  const inside = relationships
    ? elementsOf(relationships, 'Relationship').filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    : [];
  const targetOf = ({ attributes }: XmlElement) => resolved(source.slice(0, slash), attributes.get('Target') ?? '');
  return {
    byType: (type) => inside.filter(({ attributes }) => attributes.get('Type')?.endsWith(`/${type}`)).map(targetOf),
    byId: (id) => inside.filter(({ attributes }) => attributes.get('Id') === id).map(targetOf)[0] ?? null,
  };
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = `${folder}${target}`.split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
