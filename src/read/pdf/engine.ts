import type { Page, UnreadPage } from '../../model/page.js';

/** An open document: pages are read one at a time, so that memory stays flat. */
export interface OpenDocument {
  readonly pages: number;
  /** The program that wrote the file, as it names itself. */
  readonly producer: string | null;
  /** Reads page `number` (from 1). A page that cannot be read comes back as such; it never hides as an empty page. */
  read(number: number): Promise<Page | UnreadPage>;
  close(): Promise<void>;
}

/** The port of stage 1. Adapters: `pdfium/`, `pdf/` (pdf.js); `policy.ts` says who reads. */
export interface Reader {
  /**
   * @throws DisclosureError `encrypted`, `wrong-password`, `damaged`
   */
  open(bytes: Uint8Array, password: string | undefined): Promise<OpenDocument>;
}
