import type { Page, UnreadPage } from '../../model/page.js';

/** A PDF, open in an engine. */
export interface OpenPdf {
  readonly pages: number;
  readonly producer: string | null;
  /** As `PagedSource.read`. */
  read(number: number): Promise<Page | UnreadPage>;
  /** Closing what is closed changes nothing. */
  close(): Promise<void>;
}

/** The port of the engines that read PDFs. Adapters: `pdfium/`, `pdfjs/`; `policy.ts` says which reads. */
export interface PdfEngine {
  /** @throws DisclosureError `encrypted`, `wrong-password`, `damaged` */
  open(bytes: Uint8Array, password: string | undefined): Promise<OpenPdf>;
}
