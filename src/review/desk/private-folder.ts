import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToText } from '../../base/file-name.js';

/** A temporary folder that only this user can look into, made when it is first asked for. It holds what was dropped, and results to be taken away. */
export class PrivateFolder {
  private made: Promise<string> | null = null;
  private removed = false;

  /** Its path as `file-name.ts` has it. @throws system errors; Error where it has been removed */
  async path(): Promise<string> {
    if (this.removed) throw new Error('the temporary folder has been removed');
    // mkdtemp gives it the mode 0700.
    this.made ??= mkdtemp(path.join(tmpdir(), 'juesuan-desk-'));
    return pathToText(await this.made);
  }

  /** Takes it away with all that is in it. What was still being written to it may have made it anew for a moment: it is tried again. */
  async remove(): Promise<void> {
    this.removed = true;
    if (this.made) await rm(await this.made, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}
