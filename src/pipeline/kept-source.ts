import { DisclosureError } from '../base/errors.js';
import { Pictures } from '../picture/pictures.js';
import type { CellSource, PagedSource } from '../read/container.js';
import { openToRead } from '../read/read.js';
import { type PageReader, readOpened } from './pages.js';

/** Stage 1 that leaves the document open, so that its print can be shown without opening the bytes again. The caller closes it. */
export class KeptSource {
  private source: PagedSource | CellSource | null = null;
  private given: Parameters<PageReader> | null = null;

  /** `reader`: stage 1 that may know the pages already; the document is then opened for its pictures alone. */
  constructor(private readonly reader?: PageReader) {}

  readonly read: PageReader = async (bytes, options) => {
    this.given = [bytes, options];
    if (this.reader) return await this.reader(bytes, options);
    this.source = await openToRead(bytes, options);
    return await readOpened(this.source, options);
  };

  /** Pictures of the document that was read; null where it could not be opened, or cannot be drawn. */
  async pictures(): Promise<Pictures | null> {
    try {
      if (this.reader && this.given) this.source ??= await openToRead(...this.given);
      return this.source?.kind === 'paged' ? await Pictures.of(this.source) : null;
    } catch (error) {
      if (error instanceof DisclosureError) return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.source?.close();
  }
}
