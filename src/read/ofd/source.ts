import { DisclosureError } from '../../base/errors.js';
import type { Page, UnreadPage } from '../../model/page.js';
import type { PagedSource, Renderer } from '../container.js';
import { messageOf, PageError } from '../errors.js';
import { readContents } from './document.js';
import { OfdPackage } from './package.js';
import { marksToPage } from './page.js';
import { pageMarks, readPageFile, shapeOf } from './page-content.js';

/** Opens an OFD. @throws DisclosureError as `readZip`; `encrypted`, `damaged` */
export async function openOfd(bytes: Uint8Array): Promise<PagedSource> {
  const ofd = await OfdPackage.open(bytes);
  const { pages, producer, lacks } = readContents(ofd);

  const read = async (number: number): Promise<Page | UnreadPage> => {
    const entry = pages[number - 1];
    let shape = { number, width: 0, height: 0, rotation: 0 };
    try {
      if (!entry) throw new PageError(`there is no page ${number}`);
      const root = readPageFile(ofd, entry);
      const known = shapeOf(root, entry);
      shape = { number, width: known.width, height: known.height, rotation: 0 };
      return { ...shape, ...marksToPage(pageMarks(ofd, root, entry, known)) };
    } catch (cause) {
      const theirs = cause instanceof PageError || cause instanceof DisclosureError;
      return { ...shape, problem: messageOf(cause), ...(!theirs && { ours: true }) };
    }
  };
  const renderer = async (): Promise<Renderer> => {
    throw new PageError('not yet');
  };
  return { kind: 'paged', pages: pages.length, producer, lacks, read, renderer, close: async () => {} };
}
