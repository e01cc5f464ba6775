import { createHash } from 'node:crypto';
import { readCorrectionsBeside } from '../../corrections/file.js';
import { absolutePath } from './identify.js';
import type { Limit } from './io.js';
import type { FoundFile, FoundFiles } from './scan.js';
import { CORRECTIONS } from './why.js';

/**
 * The corrections files of an archive. A document that lies in several places has the corrections of the first of them that has any. They
 * are few: all are read in every run, so that a change is seen by content.
 */
export class CorrectionsFiles {
  private readonly byFile = new Map<string, string>();
  private readonly byDocument = new Map<string, string>();

  /** Reads the corrections files of a folder. */
  async read({ documents, corrected }: FoundFiles, io: Limit): Promise<void> {
    const files = documents.filter((file) => corrected.has(file.path)).map(absolutePath);
    const texts = await Promise.all(files.map((file) => io(() => readCorrectionsBeside(file))));
    files.forEach((file, index) => {
      const text = texts[index];
      if (text != null) this.byFile.set(file, text);
    });
  }

  has(file: FoundFile): boolean {
    return this.byFile.has(absolutePath(file));
  }

  /** Notes which document a file holds. */
  identify(file: FoundFile, sha256: string): void {
    const text = this.byFile.get(absolutePath(file));
    if (text !== undefined && !this.byDocument.has(sha256)) this.byDocument.set(sha256, text);
  }

  /** The text of a document's corrections file; null for none. */
  of(sha256: string): string | null {
    return this.byDocument.get(sha256) ?? null;
  }

  /** The stamp of a document's result, corrections included. */
  stampOf(sha256: string, stamp: string): string {
    const text = this.of(sha256);
    return text === null ? stamp : `${stamp}${CORRECTIONS}${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  }
}
