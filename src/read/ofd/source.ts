import { DisclosureError } from '../../base/errors.js';
import type { Page, UnreadPage } from '../../model/page.js';
import type { PagedSource } from '../container.js';
import { messageOf, PageError } from '../errors.js';
import { annotationsOf } from './annotations.js';
import { type PageEntry, readContents } from './document.js';
import { OfdPackage } from './package.js';
import { marksToPage } from './page.js';
import { annotationMarks, type OfdFile, pageMarks, readPageFile, shapeOf } from './page-content.js';
import { remarksOn } from './remarks.js';
import { ofdRenderer, type PaintedPage } from './renderer.js';

/** Opens an OFD. @throws DisclosureError as `readZip`; `encrypted`, `damaged` */
export async function openOfd(bytes: Uint8Array): Promise<PagedSource> {
  const ofd = await OfdPackage.open(bytes);
  const contents = readContents(ofd);
  const { pages, documents, producer, hasFonts } = contents;
  const faces = hasFonts ? new (await import('./faces.js')).Faces(ofd) : null;
  const file: OfdFile = { ofd, faces };

  const entryOf = (number: number): PageEntry => {
    const entry = pages[number - 1];
    if (!entry) throw new PageError(`there is no page ${number}`);
    return entry;
  };
  const read = async (number: number): Promise<Page | UnreadPage> => {
    let shape = { number, width: 0, height: 0, rotation: 0 };
    try {
      const entry = entryOf(number);
      const root = readPageFile(ofd, entry);
      const known = shapeOf(root, entry);
      shape = { number, width: known.width, height: known.height, rotation: 0 };
      return { ...shape, ...marksToPage(pageMarks(file, root, entry, known)) };
    } catch (cause) {
      const theirs = cause instanceof PageError || cause instanceof DisclosureError;
      return { ...shape, problem: messageOf(cause), ...(!theirs && { ours: true }) };
    }
  };
  return {
    kind: 'paged',
    pages: pages.length,
    producer,
    ...(documents.length > 1 && { documents }),
    remarks: remarksOn(file, contents),
    read,
    renderer: async () =>
      ofdRenderer(
        file,
        pages.length,
        remembered((number) => asPageError(() => paint(file, entryOf(number)))),
      ),
    close: async () => {},
  };
}

/** A page as a person sees it, annotations over it. */
function paint(file: OfdFile, entry: PageEntry): PaintedPage {
  const root = readPageFile(file.ofd, entry);
  const shape = shapeOf(root, entry);
  const annotations = annotationMarks(file, entry, annotationsOf(file.ofd, entry));
  return { width: shape.width, height: shape.height, marks: [...pageMarks(file, root, entry, shape), ...annotations] };
}

/** What was painted last: a page is asked for its size, its letters and its picture, one after the other. */
function remembered(make: (number: number) => PaintedPage): (number: number) => PaintedPage {
  let last: { readonly number: number; readonly page: PaintedPage } | null = null;
  return (number) => {
    if (last?.number !== number) last = { number, page: make(number) };
    return last.page;
  };
}

/** A file that is missing or damaged loses the page that needs it. */
function asPageError<T>(use: () => T): T {
  try {
    return use();
  } catch (cause) {
    throw cause instanceof DisclosureError ? new PageError(cause.message, { cause }) : cause;
  }
}
