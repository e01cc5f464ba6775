/** What one document may take of the machine before it is ended. */
export interface Limits {
  /** ms without any page read. */
  readonly silence: number;
  /** ms in all. */
  readonly deadline: number;
  /**
   * Bytes resident in a child process, and in all of them together: heap, buffers, WebAssembly and native memory alike. Where several
   * take more together, the largest begins again, alone.
   */
  readonly memory: number;
  /** Documents after which a child process is replaced by a new one. */
  readonly documents: number;
}

export const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  /** A page of text takes some 50 ms, a scanned one 5 to 15 s on a busy core: two silent minutes are a hang, however long the document. */
  silence: 120_000,
  /** 200 scanned pages at 15 s each take 50 minutes; what is still not done after an hour is not worth the others' wait. */
  deadline: 3_600_000,
  /** Published disclosures stay below 400 MB, with OCR below 700: two of them fit, two bombs do not. */
  memory: 1536 * MEGABYTE,
  /** A new process takes some 3 CPU seconds until its code is compiled well, as much as 12 documents; over 1,000 of them one stays as large. */
  documents: 500,
};
