import type { Disclosure } from '../schemas/disclosure.js';

/** What a caller may say about one document; every field has a good default. */
export interface ExtractOptions {
  /** The file's name as it stands in `source.name`; it decides nothing else. */
  name?: string;
  /** For encrypted documents. Owner-only protection and an empty user password need none. */
  password?: string;
  /** What to do with pages that have no legible text. */
  ocr?: 'auto' | 'off' | 'force';
  /** Documents with more pages fail as `too-large`. Default 2,000. */
  maxPages?: number;
  /** Documents with more bytes fail as `too-large`. Default 500 MB. */
  maxBytes?: number;
  /** Called after each page that was read. */
  onPage?: (page: number, pages: number) => void;
}

/** One document, the whole way. Never rejects because of its input: what cannot be read comes back with `outcome.status` `failed` and a reason. */
export async function extractDisclosure(_bytes: Uint8Array, _options: ExtractOptions = {}): Promise<Disclosure> {
  throw new Error('not built yet');
}
