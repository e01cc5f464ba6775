import path from 'node:path';
import { shownName, toUrlPath } from '../../base/file-name.js';
import { at } from '../../base/invariant.js';
import type { CorrectionsFiles } from './corrections.js';
import type { RunCounts } from './events.js';
import { absolutePath } from './identify.js';
import type { ArchiveOptions, RunContext } from './options.js';
import type { FoundFile } from './scan.js';
import { readingStamp } from './stamp.js';

/** A file of a document that is to be read, and the hash of its bytes. */
export interface SubmittedFile {
  readonly file: FoundFile;
  readonly sha256: string;
}

interface SubmitterOptions {
  readonly run: number;
  readonly stamp: string;
  readonly options: ArchiveOptions;
  readonly context: RunContext;
  readonly corrections: CorrectionsFiles;
  /** Of the run: they grow with what is submitted, or need not be. */
  readonly counts: RunCounts;
}

/** Hands documents to the reader of a run, each once. */
export class Submitter {
  private readonly options: SubmitterOptions;
  /** The stamps of the documents that are in the store or were submitted, by hash. */
  private readonly current = new Map<string, string>();
  /** The first files of the documents that were submitted, by hash. */
  private readonly submitted = new Map<string, FoundFile>();
  private reading: string | null = null;

  constructor(options: SubmitterOptions) {
    this.options = options;
  }

  /** Notes the stamp of a document that is in the store. */
  isKnown(sha256: string, stamp: string): void {
    this.current.set(sha256, stamp);
  }

  /** The stamp of a document that is in the store or was submitted. */
  stampOf(sha256: string): string | undefined {
    return this.current.get(sha256);
  }

  /** Whether a document is in the store as it would be read, or was submitted. */
  isCurrent(sha256: string): boolean {
    const { corrections, stamp } = this.options;
    return this.current.get(sha256) === corrections.stampOf(sha256, stamp);
  }

  /** The file of a document that was submitted. */
  fileOf(sha256: string): FoundFile | undefined {
    return this.submitted.get(sha256);
  }

  /** Submits a document in one file or several, unless it is current. @param isRenewed the store has it as it was read otherwise */
  async submit(sha256: string, files: readonly SubmittedFile[], isRenewed: boolean): Promise<void> {
    const { run, options, context, corrections, counts } = this.options;
    if (this.isCurrent(sha256)) {
      counts.skipped += files.length;
      for (const { file } of files) context.observer.skipped(file.bytes);
      return;
    }
    const stamp = corrections.stampOf(sha256, this.options.stamp);
    this.current.set(sha256, stamp);
    this.submitted.set(sha256, at(files, 0).file);
    if (isRenewed) counts.renewed += 1;
    const parts = files.map((part) => ({
      path: this.locationOf(part.file),
      name: shownName(path.posix.basename(part.file.path)),
      sha256: part.sha256,
      bytes: part.file.bytes,
    }));
    await context.reader.submit({
      path: at(parts, 0).path,
      name: parts.map(({ name }) => name).join(' + '),
      ...(parts.length > 1 && { together: parts }),
      options: options.document,
      sha256,
      bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      destination: { to: 'caller', format: 'json' },
      store: options.location,
      stamp,
      reading: await this.readingStamp(),
      run,
      corrections: corrections.of(sha256),
    });
  }

  /** Worked out for the first document: a run without changes needs no vocabulary. */
  private async readingStamp(): Promise<string> {
    if (this.reading === null) {
      const { vocabulary } = await import('../../pipeline/vocabulary.js');
      this.reading = readingStamp(this.options.options.document.ocr ?? 'auto', vocabulary());
    }
    return this.reading;
  }

  /** Where a worker finds the file: a path, or a URL. */
  private locationOf(file: FoundFile): string {
    const { url } = this.options.options;
    return url === undefined ? absolutePath(file) : `${url.replace(/\/$/, '')}/${toUrlPath(file.path)}`;
  }
}
