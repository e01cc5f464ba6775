import { createHash } from 'node:crypto';
import { readCorrectionsBeside } from '../../corrections/file.js';
import { absolute } from './identify.js';
import type { Limit } from './io.js';
import type { Found, FoundFile } from './scan.js';

/**
 * What people corrected in the documents of an archive. A document that lies in several places has the corrections of the first of them that
 * has any. They are few: all are read every night, so that a change needs no time stamp to be seen.
 */
export class Corrected {
  private readonly texts = new Map<string, string>();
  private readonly byDocument = new Map<string, string>();

  /** Reads the corrections files of a folder. */
  async read({ documents, corrected }: Found, io: Limit): Promise<void> {
    const files = documents.filter((file) => corrected.has(file.path)).map(absolute);
    const texts = await Promise.all(files.map((file) => io(() => readCorrectionsBeside(file))));
    files.forEach((file, index) => {
      const text = texts[index];
      if (text != null) this.texts.set(file, text);
    });
  }

  has(file: FoundFile): boolean {
    return this.texts.has(absolute(file));
  }

  /** A file turned out to hold this document. */
  identify(file: FoundFile, sha256: string): void {
    const text = this.texts.get(absolute(file));
    if (text !== undefined && !this.byDocument.has(sha256)) this.byDocument.set(sha256, text);
  }

  /** The text of a document's corrections file; null for none. */
  of(sha256: string): string | null {
    return this.byDocument.get(sha256) ?? null;
  }

  /** What a document's result is made by, corrections included. */
  stampOf(sha256: string, stamp: string): string {
    const text = this.of(sha256);
    return text === null ? stamp : `${stamp} corrections=${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  }
}
