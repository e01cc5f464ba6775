import { stat } from 'node:fs/promises';
import { DisclosureError } from '../base/errors.js';
import { identifySource } from '../workers/source.js';

/** Which bytes a file holds. They are hashed when it is first asked, and when the file's size, times or place on the disk have changed. */
export class FileVersion {
  private known: { readonly state: string; readonly sha256: string } | null = null;

  constructor(private readonly path: string) {}

  /** The SHA-256 of the file as it is now; null where it cannot be read. @throws Error of ours */
  async sha256(): Promise<string | null> {
    const before = await this.state();
    if (before !== null && before === this.known?.state) return this.known.sha256;
    this.known = null;
    const sha256 = await this.hash();
    // A file that was written to meanwhile is hashed again when it is next asked for.
    if (before !== null && sha256 !== null && before === (await this.state())) this.known = { state: before, sha256 };
    return sha256;
  }

  private async state(): Promise<string | null> {
    const status = await stat(this.path, { bigint: true }).catch(() => null);
    return status && [status.dev, status.ino, status.size, status.mtimeNs, status.ctimeNs].join(' ');
  }

  private async hash(): Promise<string | null> {
    try {
      return (await identifySource(this.path, '')).sha256;
    } catch (error) {
      if (error instanceof DisclosureError) return null;
      throw error;
    }
  }
}
