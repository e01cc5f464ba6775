import { DisclosureError } from '../base/errors.js';
import { ARCHIVES, insideOf } from './archives.js';
import type { CellSource, Container, OpenOptions, PagedSource } from './container.js';
import { spreadsheetXml, xls, xlsx } from './excel/container.js';
import { html } from './html/container.js';
import { ofd } from './ofd/container.js';
import { pdf } from './pdf/container.js';
import { ENCRYPTED, whatIs } from './sniff.js';
import { docx } from './word/container.js';
import { doc } from './word/doc.js';

/** Every container that can be read. A new one adds its folder and its line here. */
const CONTAINERS: readonly Container[] = [pdf, ofd, xlsx, xls, spreadsheetXml, docx, doc, html];

/**
 * The container of a file, by its first bytes.
 * @throws DisclosureError `empty-file`; `not-readable`, which says what it is instead
 */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new DisclosureError('empty-file', 'The file is empty (0 bytes).');
  const kind = whatIs(bytes);
  const container = CONTAINERS.find(({ mediaType }) => mediaType === kind?.mediaType);
  if (container) return container;
  if (kind?.mediaType === ENCRYPTED) {
    throw new DisclosureError('encrypted', 'This Word or Excel document is protected by a password. Save it without one.');
  }
  throw new DisclosureError(
    'not-readable',
    kind
      ? `This is no document that can be read but ${kind.name}.${insideOf(bytes, kind.mediaType)}`
      : 'This is no document that can be read: it does not begin like a PDF, a Word or Excel file or a web page.',
  );
}

/** Opens a document of any container; the caller closes it. @throws DisclosureError as `containerOf` and `Container.open` */
export const openDocument = async (bytes: Uint8Array, options: OpenOptions): Promise<PagedSource | CellSource> =>
  await containerOf(bytes).open(bytes, options);

/** Said where pixels are wanted of what has no look of its own. */
const NO_PAGES =
  'A Word or Excel document or a web page has no pages to take a picture of. `juesuan draw` and `juesuan crop --ref` draw its cells, as SVG.';

/** A document's pages. @throws DisclosureError `not-readable` where it has none to show */
export function pagedOrThrow(source: PagedSource | CellSource): PagedSource {
  if (source.kind === 'paged') return source;
  throw new DisclosureError('not-readable', NO_PAGES);
}

/** What the kinds of documents are called, for people. */
export const KINDS = CONTAINERS.map(({ name }) => name).join(', ');

/** What documents of a media type are called. */
export const kindOf = (mediaType: string): string => CONTAINERS.find((each) => each.mediaType === mediaType)?.name ?? 'file';

/** How names of documents end. Archives count as documents: they are refused, and say what is inside. */
export const DOCUMENT_ENDINGS: readonly string[] = [...CONTAINERS.flatMap(({ extensions }) => extensions), ...ARCHIVES];

/** Whether a file may be a document, by its name. */
export const isDocumentName = (name: string): boolean => extensionOf(name) !== null;

/** A document's name or path without its extension; another file's as it is. */
export const stemOf = (name: string): string => name.slice(0, name.length - (extensionOf(name)?.length ?? 0));

/** The files of a folder that may be documents by their names, in the same order. */
export const documentsAmong = (files: readonly string[]): string[] => files.filter(isDocumentName);

/** The name of a document that came without one. */
export const UNNAMED = `document${DOCUMENT_ENDINGS[0]}`;

function extensionOf(name: string): string | null {
  return DOCUMENT_ENDINGS.find((extension) => name.slice(-extension.length).toLowerCase() === extension) ?? null;
}
