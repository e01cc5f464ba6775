import { DisclosureError } from '../base/errors.js';
import { InvariantError } from '../base/invariant.js';
import type { Container, OpenOptions, PagedSource } from './container.js';
import { ofd } from './ofd/container.js';
import { pdf } from './pdf/container.js';
import { whatIs } from './sniff.js';

/** Every container that can be read. A new one adds its folder and its line here. */
const CONTAINERS: readonly Container[] = [pdf, ofd];

/**
 * The container of a file, by its first bytes.
 * @throws DisclosureError `empty-file`; `not-a-pdf`, which says what it is instead
 */
export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new DisclosureError('empty-file', 'The file is empty (0 bytes).');
  const kind = whatIs(bytes);
  const container = CONTAINERS.find(({ mediaType }) => mediaType === kind?.mediaType);
  if (container) return container;
  throw new DisclosureError(
    'not-a-pdf',
    kind ? `This is not a PDF but ${kind.name}.` : 'This is not a PDF: the file does not begin with %PDF.',
  );
}

/** Opens a document of any container; the caller closes it. @throws DisclosureError as `containerOf` and `Container.open` */
export async function openDocument(bytes: Uint8Array, options: OpenOptions): Promise<PagedSource> {
  const source = await containerOf(bytes).open(bytes, options);
  if (source.kind !== 'paged') throw new InvariantError('a document with cells cannot be read yet');
  return source;
}

/** What the kinds of documents are called, for people. */
export const KINDS = CONTAINERS.map(({ name }) => name).join(', ');

/** What documents of a media type are called. */
export const kindOf = (mediaType: string): string => CONTAINERS.find((each) => each.mediaType === mediaType)?.name ?? 'file';

const EXTENSIONS = CONTAINERS.flatMap(({ extensions }) => extensions);

/** Whether a file may be a document, by its name. */
export const isDocumentName = (name: string): boolean => extensionOf(name) !== null;

/** A document's name or path without its extension; another file's as it is. */
export const stemOf = (name: string): string => name.slice(0, name.length - (extensionOf(name)?.length ?? 0));

/** The name of a document that came without one. */
export const UNNAMED = `document${EXTENSIONS[0]}`;

function extensionOf(name: string): string | null {
  return EXTENSIONS.find((extension) => name.slice(-extension.length).toLowerCase() === extension) ?? null;
}
