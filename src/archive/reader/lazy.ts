import type { Postponed } from '../run/events.js';
import type { ArchiveJob, DocumentReader } from './port.js';

/** A reader that is opened with the first document: a run without changes starts no process and loads no code for it. */
export class LazyReader implements DocumentReader {
  private readonly open: () => Promise<DocumentReader>;
  private opening: Promise<DocumentReader> | null = null;

  constructor(open: () => Promise<DocumentReader>) {
    this.open = open;
  }

  async submit(job: ArchiveJob): Promise<void> {
    this.opening ??= this.open();
    await (await this.opening).submit(job);
  }

  async settle(): Promise<void> {
    await (await this.opening)?.settle();
  }

  async drain(): Promise<readonly Postponed[]> {
    return (await (await this.opening)?.drain()) ?? [];
  }

  async close(patience?: number): Promise<void> {
    await (await this.opening)?.close(patience);
  }
}
