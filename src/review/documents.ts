import path from 'node:path';
import { parseCorrection } from '../../schemas/corrections.js';
import { type Disclosure, parseDisclosure } from '../../schemas/disclosure.js';
import { withCorrection, withoutCorrection } from '../corrections/edit.js';
import { readCorrectionsBeside, writeCorrectionsBeside } from '../corrections/file.js';
import type { ExtractOptions } from '../pipeline/options.js';
import { DocumentPool } from '../workers/document-pool.js';
import { Pool } from '../workers/pool.js';
import type { PictureJob, PictureResult } from './pictures.js';
import { toView } from './to-view.js';
import type { Listed, View } from './view.js';

/** A document to look at: its file, and its path below what was asked for, without the extension. */
export interface ReviewInput {
  readonly path: string;
  readonly stem: string;
}

export interface ReviewOptions {
  readonly document: Pick<ExtractOptions, 'ocr' | 'password'>;
  /** Whose corrections they are. */
  readonly by: string;
}

/** One document and what is known of it. Changes of it wait for each other. */
interface Shown {
  readonly id: string;
  readonly input: ReviewInput;
  state: Listed['state'];
  progress: [number, number] | null;
  view: Promise<View> | null;
  done: View | null;
  change: Promise<unknown>;
}

/** Documents read or drawn at a time: one that is looked at, and one that comes next. */
const AT_A_TIME = 2;

/** The documents of one review. They have ids of their own: no path comes from the page, and none goes to it but what was asked for. */
export class ReviewDocuments {
  private readonly shown: ReadonlyMap<string, Shown>;
  private readonly options: ReviewOptions;
  private readonly documents = new DocumentPool({ jobs: AT_A_TIME, entry: new URL('./document-child.js', import.meta.url) });
  private readonly pictures = new Pool<PictureJob, PictureResult>({ entry: new URL('./picture-child.js', import.meta.url), size: 1 });

  constructor(inputs: readonly ReviewInput[], options: ReviewOptions) {
    this.options = options;
    const empty = { state: 'new' as const, progress: null, view: null, done: null, change: Promise.resolve() };
    this.shown = new Map(inputs.map((input, i) => [`d${i + 1}`, { ...empty, id: `d${i + 1}`, input }]));
  }

  list(): Listed[] {
    return [...this.shown.values()].map(({ id, input, state, progress, done }) => ({
      ...{ id, name: path.basename(input.path), state, progress },
      folder: path.dirname(input.stem) === '.' ? '' : path.dirname(input.stem),
      doubts: done?.doubts.filter((each) => isAlarming(done, each)).length ?? null,
      errors: done?.findings.filter(({ severity }) => severity === 'error').length ?? null,
    }));
  }

  has(id: string): boolean {
    return this.shown.has(id);
  }

  /** A document, read when it is first asked for. */
  async view(id: string): Promise<View> {
    const shown = this.find(id);
    shown.view ??= this.read(shown);
    return await shown.view;
  }

  /** Keeps a correction beside the document, then reads it again. @throws ZodError, UnusableCorrectionsError, system errors */
  async correct(id: string, proposal: object): Promise<View> {
    const shown = this.find(id);
    const correction = parseCorrection({ ...proposal, by: this.options.by, on: today() });
    return await this.change(shown, (text, source) => withCorrection(text, source, correction));
  }

  /** Takes a correction back. @throws RangeError, UnusableCorrectionsError, system errors */
  async withdraw(id: string, index: number): Promise<View> {
    return await this.change(this.find(id), (text, source) => withoutCorrection(text, source, index));
  }

  /** @throws Error with a sentence where there is no picture */
  async picture(id: string, page: number, dpi: number, box: PictureJob['box']): Promise<Buffer> {
    const job = { path: this.find(id).input.path, password: this.options.document.password ?? null, page, dpi, box };
    const ending = await this.pictures.submit(job);
    if (ending.kind !== 'done') throw new NotShownError(`The page could not be drawn (${ending.kind}).`);
    if ('problem' in ending.result) throw new NotShownError(ending.result.problem);
    return Buffer.from(ending.result.png, 'base64');
  }

  async close(): Promise<void> {
    await Promise.all([this.documents.close(), this.pictures.close()]);
  }

  private find(id: string): Shown {
    const shown = this.shown.get(id);
    if (!shown) throw new RangeError('there is no such document');
    return shown;
  }

  private async change(
    shown: Shown,
    edit: (text: string | null, source: Disclosure['source']) => Parameters<typeof writeCorrectionsBeside>[1],
  ) {
    const turn = shown.change.then(async () => {
      const { sha256, name } = await this.view(shown.id);
      const source = { sha256, name } as Disclosure['source'];
      const { path: file } = shown.input;
      await writeCorrectionsBeside(file, edit(await readCorrectionsBeside(file), source));
      shown.view = this.read(shown);
      return await shown.view;
    });
    shown.change = turn.catch(() => {});
    return await turn;
  }

  private async read(shown: Shown): Promise<View> {
    const { path: file } = shown.input;
    shown.state = 'reading';
    const corrections = await readCorrectionsBeside(file);
    const job = { path: file, name: path.basename(file), options: this.options.document, corrections };
    const result = await this.documents.extract({ ...job, destination: { to: 'caller', format: 'json' } }, (page, pages) => {
      shown.progress = [page, pages];
    });
    shown.progress = null;
    const disclosure = result.data === null ? null : parseDisclosure(JSON.parse(result.data));
    shown.state = disclosure && disclosure.outcome.status !== 'failed' ? 'done' : 'failed';
    if (!disclosure) {
      shown.view = null;
      throw new NotShownError(result.outcome.message ?? 'The document could not be read.');
    }
    shown.done = toView(shown.id, disclosure, corrections);
    return shown.done;
  }
}

/** A sentence for the page: there is no picture, or no document. */
export class NotShownError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotShownError';
  }
}

const isAlarming = ({ tables }: View, { table, row, column }: View['doubts'][number]): boolean => {
  const status = tables[table]?.rows[row]?.cells[column]?.status;
  return status === 'contradicted' || status === 'unreadable';
};

/** The day here, as people write it down. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
