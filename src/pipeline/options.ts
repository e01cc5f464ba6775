import type { EngineChoice } from '../read/pdf/policy.js';

/** What a caller may say about one document; every field has a good default. */
export interface ExtractOptions {
  /** The file's name as it stands in `source.name`; it decides nothing else. */
  name?: string;
  /** For encrypted documents. Owner-only protection and an empty user password need none. */
  password?: string;
  /** What to do with pages that have no legible text. */
  ocr?: 'auto' | 'off' | 'force';
  /** Which PDF engine reads; see `read/pdf/policy.ts`. Default `auto`: the fast one, and a second one where there is doubt. */
  engine?: EngineChoice;
  /** Documents with more pages fail as `too-large`. Default 2,000. */
  maxPages?: number;
  /** Documents with more bytes fail as `too-large`. Default 500 MB. */
  maxBytes?: number;
  /** The text of the document's corrections file (`<stem>.corrections.json`), where there is one. */
  corrections?: string;
  /** Called after each page that was read. */
  onPage?: (page: number, pages: number) => void;
}
