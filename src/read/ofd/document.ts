import { DisclosureError } from '../../base/errors.js';
import { childOf, elementsOf, wordsOf, type XmlElement } from '../xml.js';
import { damaged, folderOf, type OfdPackage } from './package.js';
import { Resources, resourceFiles } from './resources.js';

/** A page as its document lists it. */
export interface PageEntry {
  readonly document: OfdDocument;
  readonly id: string | undefined;
  /** Its file in the package. */
  readonly file: string;
}

/** One of the documents in a file. */
interface OfdDocument {
  /** Its folder, from which locations may be counted. */
  readonly folder: string;
  readonly resources: Resources;
  /** Where its pages say no other: `x y width height`. */
  readonly physicalBox: string | null;
  /** Files of page templates by their ID. */
  readonly templates: ReadonlyMap<string, Template>;
  /** The files of annotations, by the ID of the page that they lie on. */
  readonly annotations: ReadonlyMap<string, readonly string[]>;
}

/** A page that others lie on, or below. */
interface Template {
  readonly file: string;
  /** `Background` or `Foreground`, where a page that uses it does not say. */
  readonly order: string | undefined;
}

/** All that a file holds: the pages of its documents, one after the other, and what is beside them. */
export interface OfdContents {
  readonly pages: readonly PageEntry[];
  /** The number of the page with which each document begins that has pages. */
  readonly documents: readonly number[];
  readonly producer: string | null;
  /** What of its pages, resources and annotations is missing, in a sentence; null where nothing is. */
  readonly lacks: string | null;
  /** Files of fonts are in it. */
  readonly hasFonts: boolean;
  readonly signed: boolean;
  /** Names of the files attached. */
  readonly attachments: readonly string[];
}

/** @throws DisclosureError `damaged` where a document cannot be opened or there is no page */
export function readContents(ofd: OfdPackage): OfdContents {
  const root = ofd.xml(ofd.entry);
  const bodies = elementsOf(root, 'DocBody');
  if (root.name !== 'OFD' || bodies.length === 0) throw damaged(`${ofd.entry} names no document`);
  const opened = bodies.map((body, i) => openDocument(ofd, body, `d${i}`));
  const pages = opened.flatMap((document) => document.pages);
  if (pages.length === 0) throw damaged('it has no pages');
  const missing = [...opened.flatMap((document) => document.missing), ...missingPages(ofd, pages)];
  return {
    pages,
    documents: pages.flatMap(({ document }, i) => (document === pages[i - 1]?.document ? [] : [i + 1])),
    producer: producerOf(childOf(bodies[0] ?? null, 'DocInfo')),
    lacks: missing.length === 0 ? null : `The OFD lacks what belongs to its pages: ${missing.join(' ')}`,
    hasFonts: pages.some(({ document }) => document.resources.hasFontFiles),
    signed: bodies.some((body) => isSigned(ofd, body)),
    attachments: opened.flatMap((document) => document.attachments),
  };
}

/** Pages that are named here. */
const NAMED = 10;

/** Pages whose files are not there, in words. */
function missingPages(ofd: OfdPackage, pages: readonly PageEntry[]): string[] {
  const missing = pages.flatMap(({ file }, i) => (ofd.has(file) ? [] : [`page ${i + 1} is not in the package (${file}).`]));
  const more = missing.length - NAMED;
  return more > 0 ? [...missing.slice(0, NAMED), `${more} more pages are not there.`] : missing;
}

function openDocument(ofd: OfdPackage, body: XmlElement, id: string) {
  const location = wordsOf(childOf(body, 'DocRoot'));
  if (location === null) throw damaged('a document has no root');
  const name = ofd.locate(location, ['']);
  const root = ofd.xml(name);
  const folder = folderOf(name);
  const common = childOf(root, 'CommonData');
  const missing: string[] = [];
  const resources = new Resources(id, wordsOf(childOf(common, 'DefaultCS')));
  for (const file of resourceFiles(common, ['PublicRes', 'DocumentRes'])) {
    const lack = lackOf(() => resources.add(ofd, ofd.locate(file, [folder]), [folder]));
    if (lack !== null) missing.push(lack);
  }
  const annotations = new Map<string, string[]>();
  const unlisted = lackOf(() => listAnnotations(ofd, wordsOf(childOf(root, 'Annotations')), folder, annotations));
  if (unlisted !== null) missing.push(unlisted);
  const document: OfdDocument = {
    folder,
    resources,
    physicalBox: wordsOf(childOf(common, 'PageArea', 'PhysicalBox')),
    templates: new Map(elementsOf(common, 'TemplatePage').flatMap((each) => templateOf(ofd, each, folder))),
    annotations,
  };
  const pages = elementsOf(childOf(root, 'Pages'), 'Page').map((page): PageEntry => {
    const base = page.attributes.get('BaseLoc');
    if (!base) throw damaged('a page has no location');
    return { document, id: page.attributes.get('ID')?.trim(), file: ofd.locate(base, [folder]) };
  });
  const attachments = attachmentsOf(ofd, wordsOf(childOf(root, 'Attachments')), folder);
  return { pages, missing, attachments };
}

function templateOf(ofd: OfdPackage, element: XmlElement, folder: string): [string, Template][] {
  const [id, base] = [element.attributes.get('ID')?.trim(), element.attributes.get('BaseLoc')];
  if (id === undefined || !base) return [];
  return [[id, { file: ofd.locate(base, [folder]), order: element.attributes.get('ZOrder') }]];
}

function listAnnotations(ofd: OfdPackage, location: string | null, folder: string, found: Map<string, string[]>): void {
  if (location === null) return;
  const list = ofd.locate(location, [folder]);
  for (const page of elementsOf(ofd.xml(list), 'Page')) {
    const [id, file] = [page.attributes.get('PageID')?.trim(), wordsOf(childOf(page, 'FileLoc'))];
    if (id === undefined || file === null) continue;
    found.set(id, [...(found.get(id) ?? []), ofd.locate(file, [folderOf(list), folder])]);
  }
}

/** What cannot be read, in words; null where all can. */
function lackOf(read: () => void): string | null {
  try {
    read();
    return null;
  } catch (cause) {
    if (cause instanceof DisclosureError && cause.reason === 'damaged') return cause.message;
    throw cause;
  }
}

function producerOf(info: XmlElement | null): string | null {
  const words = [wordsOf(childOf(info, 'Creator')), wordsOf(childOf(info, 'CreatorVersion'))];
  return words.filter((word) => word !== null).join(' ') || null;
}

/** A list of signatures that names none is there before anybody signs. */
function isSigned(ofd: OfdPackage, body: XmlElement): boolean {
  const location = wordsOf(childOf(body, 'Signatures'));
  if (location === null) return false;
  const file = ofd.locate(location, ['']);
  if (!ofd.has(file)) return false;
  let signatures = 1;
  lackOf(() => {
    signatures = elementsOf(ofd.xml(file), 'Signature').length;
  });
  return signatures > 0;
}

/** By the names that they are shown by; none where the list cannot be read: nothing of a page is in it. */
function attachmentsOf(ofd: OfdPackage, location: string | null, folder: string): string[] {
  const names: string[] = [];
  if (location === null) return names;
  lackOf(() => {
    for (const each of elementsOf(ofd.xml(ofd.locate(location, [folder])), 'Attachment')) {
      names.push(each.attributes.get('Name')?.trim() || wordsOf(childOf(each, 'FileLoc')) || '');
    }
  });
  return names.filter((name) => name !== '');
}
