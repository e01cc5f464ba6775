import type { Reading } from '../run/folders.js';
import type { PoolReading } from './local.js';
import type { ArchiveJob } from './port.js';

/** Reading that begins with the first document: a night without changes starts no process and loads no code for it. */
export class LaterReading implements Reading {
  private readonly open: () => Promise<PoolReading>;
  private opening: Promise<PoolReading> | null = null;

  constructor(open: () => Promise<PoolReading>) {
    this.open = open;
  }

  async give(job: ArchiveJob): Promise<void> {
    this.opening ??= this.open();
    await (await this.opening).give(job);
  }

  async finish(): Promise<number> {
    return (await (await this.opening)?.finish()) ?? 0;
  }

  /** Ends the processes at once. */
  async close(): Promise<void> {
    await (await this.opening)?.close();
  }
}
