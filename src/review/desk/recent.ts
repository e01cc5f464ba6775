import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readIfThere, writeWhole } from '../../base/files.js';
import type { RecentEntry } from '../view.js';

/** Entries that are remembered. */
const MOST = 12;

const SCHEMA = z.strictObject({
  version: z.literal(1),
  recent: z
    .array(
      z.union([
        z.strictObject({ kind: z.literal('path'), path: z.string(), name: z.string(), on: z.string() }),
        z.strictObject({ kind: z.literal('dropped'), name: z.string(), files: z.int().positive(), on: z.string() }),
      ]),
    )
    .max(100),
});

/** What the desk remembers of what was opened, and why it does not, if so. */
export interface Remembered {
  readonly entries: readonly RecentEntry[];
  /** For people; null where nothing is wrong. */
  readonly problem: string | null;
}

/**
 * Which paths and names were opened last, in one file of the user's: never anything of a document. Where it cannot be read or written the
 * desk works without it and says so. A file that is not understood is left alone.
 */
export class Recent {
  private readonly file: string | null;
  /** Changes wait for each other. */
  private last: Promise<unknown> = Promise.resolve();
  private problem: string | null = null;

  constructor(folder: string | null) {
    this.file = folder === null ? null : path.join(folder, 'recent.json');
  }

  /** Latest first. Never rejects. */
  async list(): Promise<Remembered> {
    await this.last;
    const entries = await this.read();
    return { entries: entries ?? [], problem: this.problem };
  }

  /** Puts an entry first. Never rejects. */
  async remember(entry: RecentEntry): Promise<void> {
    await this.change(async (file) => {
      const known = await this.read();
      if (known === null) return;
      const others = known.filter((each) => keyOf(each) !== keyOf(entry));
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeWhole(file, `${JSON.stringify({ version: 1, recent: [entry, ...others].slice(0, MOST) }, null, 2)}\n`);
    });
  }

  /** Forgets all. Never rejects. */
  async clear(): Promise<void> {
    await this.change(async (file) => await rm(file, { force: true }));
  }

  private async change(work: (file: string) => Promise<void>): Promise<void> {
    const { file } = this;
    if (file === null) return;
    const change = this.last.then(async () => {
      try {
        this.problem = null;
        await work(file);
      } catch (error) {
        this.problem = `${file}: ${codeOf(error)}`;
      }
    });
    this.last = change;
    await change;
  }

  /** Null where the file is there but cannot be read or is not understood. */
  private async read(): Promise<readonly RecentEntry[] | null> {
    if (this.file === null) return [];
    try {
      const bytes = await readIfThere(this.file);
      return bytes === null ? [] : SCHEMA.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).recent;
    } catch (error) {
      this.problem = `${this.file}: ${codeOf(error)}`;
      return null;
    }
  }
}

const keyOf = (entry: RecentEntry): string => (entry.kind === 'path' ? `path ${entry.path}` : `dropped ${entry.name}`);

/** The system's word for it; what is no error of the system is a file that is not ours. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : 'not understood';
