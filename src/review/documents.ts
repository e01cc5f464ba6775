import path from 'node:path';
import { type Corrections, parseCorrection } from '../../schemas/corrections.js';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { shownName } from '../base/file-name.js';
import { type CorrectedDocument, withCorrection, withoutCorrection } from '../corrections/edit.js';
import { readCorrectionsBeside } from '../corrections/file.js';
import type { ExtractOptions } from '../pipeline/options.js';
import { DocumentPool } from '../workers/document-pool.js';
import { Pool } from '../workers/pool.js';
import { changeCorrectionsBeside } from './change-corrections.js';
import type { PictureJob, PictureResult } from './pictures.js';
import { toView } from './to-view.js';
import { FileVersion } from './version.js';
import type { DocumentEntry, View } from './view.js';

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

type Picture = Exclude<PictureResult, { readonly problem: string }>;

/** One document and what is known of it. */
interface ReviewedDocument {
  readonly id: string;
  readonly input: ReviewInput;
  /** Of its file. */
  readonly version: FileVersion;
  state: DocumentEntry['state'];
  progress: [number, number] | null;
  /** Null until it is first asked for. */
  view: Promise<View> | null;
  /** The last view that came to an end. */
  done: View | null;
  /** The text of the corrections file that `done` shows. */
  corrections: string | null;
  /** Ends with the last change: changes of one document wait for each other. */
  lastChange: Promise<unknown>;
}

/** Documents read or drawn at a time: one that is looked at, and one that comes next. */
const AT_A_TIME = 2;

/** The documents of one review. They have ids of their own: no path comes from the page, and none goes to it but what was asked for. */
export class ReviewDocuments {
  private readonly byId: ReadonlyMap<string, ReviewedDocument>;
  private readonly options: ReviewOptions;
  private readonly documents = new DocumentPool({ jobs: AT_A_TIME, entry: new URL('./document-child.js', import.meta.url) });
  private readonly pictures = new Pool<PictureJob, PictureResult>({ entry: new URL('./picture-child.js', import.meta.url), size: 1 });

  constructor(inputs: readonly ReviewInput[], options: ReviewOptions) {
    this.options = options;
    this.byId = new Map(inputs.map((input, i) => [`d${i + 1}`, newDocument(`d${i + 1}`, input)]));
  }

  list(): DocumentEntry[] {
    return [...this.byId.values()].map(({ id, input, state, progress, done }) => ({
      id,
      name: path.basename(input.path),
      folder: path.dirname(input.stem) === '.' ? '' : path.dirname(input.stem),
      state,
      progress,
      doubts: done?.doubts.filter((each) => isAlarming(done, each)).length ?? null,
      errors: done?.findings.filter(({ severity }) => severity === 'error').length ?? null,
    }));
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** A document, read when it is first asked for, and again when its file or the corrections beside it have changed. */
  async view(id: string): Promise<View> {
    const document = this.find(id);
    const { view, done, state } = document;
    // Another request may have begun to read it meanwhile.
    if (done && state !== 'reading' && !(await isCurrent(document, done)) && document.view === view) document.view = null;
    document.view ??= this.read(document);
    return await document.view;
  }

  /**
   * Keeps a correction beside the document, then reads it again. `shown`: the version of the document that was looked at.
   * @throws ZodError, ReplacedError, UnusableCorrectionsError, system errors
   */
  async correct(id: string, shown: string, proposal: object): Promise<View> {
    const document = this.find(id);
    const correction = parseCorrection({ ...proposal, by: this.options.by, on: today() });
    return await this.change(document, shown, (text, about) => withCorrection(text, about, correction));
  }

  /** Takes a correction back. @throws ZodError, ReplacedError, NoSuchCorrection, UnusableCorrectionsError, system errors */
  async withdraw(id: string, shown: string, correction: object): Promise<View> {
    const withdrawn = parseCorrection(correction);
    return await this.change(this.find(id), shown, (text, about) => withoutCorrection(text, about, withdrawn));
  }

  /** @throws ReplacedError; Error with a sentence where there is no picture */
  async picture(id: string, shown: string, job: Pick<PictureJob, 'page' | 'dpi' | 'box'>): Promise<Picture> {
    const document = this.find(id);
    await mustBeShown(document, shown);
    const { ocr, password } = this.options.document;
    const ending = await this.pictures.submit({ ...job, path: document.input.path, ocr, password: password ?? null });
    // It may have been drawn from what came in its place.
    await mustBeShown(document, shown);
    if (ending.kind !== 'done') throw new NotShownError(`The page could not be drawn (${ending.kind}).`);
    if ('problem' in ending.result) throw new NotShownError(ending.result.problem);
    return ending.result;
  }

  async close(): Promise<void> {
    await Promise.all([this.documents.close(), this.pictures.close()]);
  }

  private find(id: string): ReviewedDocument {
    const document = this.byId.get(id);
    if (!document) throw new NoSuchDocument('there is no such document');
    return document;
  }

  private async change(
    document: ReviewedDocument,
    shown: string,
    edit: (text: string | null, about: CorrectedDocument) => Corrections,
  ): Promise<View> {
    const change = document.lastChange.then(async () => {
      await mustBeShown(document, shown);
      const { sha256, name } = await this.view(document.id);
      await changeCorrectionsBeside(document.input.path, async (text) => {
        await mustBeShown(document, shown);
        return edit(text, { sha256, name });
      });
      document.view = this.read(document);
      return await document.view;
    });
    document.lastChange = change.catch(() => {});
    return await change;
  }

  private async read(document: ReviewedDocument): Promise<View> {
    const { path: file } = document.input;
    document.state = 'reading';
    const corrections = await readCorrectionsBeside(file);
    const job = { path: file, name: shownName(path.basename(file)), options: this.options.document, corrections };
    const result = await this.documents.extract({ ...job, destination: { to: 'caller', format: 'json' } }, (page, pages) => {
      document.progress = [page, pages];
    });
    document.progress = null;
    const disclosure = result.data === null ? null : parseDisclosure(JSON.parse(result.data));
    document.state = disclosure && disclosure.outcome.status !== 'failed' ? 'done' : 'failed';
    if (!disclosure) {
      document.view = null;
      throw new NotShownError(result.outcome.message ?? 'The document could not be read.');
    }
    document.done = toView(document.id, disclosure, corrections);
    document.corrections = corrections;
    return document.done;
  }
}

const newDocument = (id: string, input: ReviewInput): ReviewedDocument => ({
  id,
  input,
  version: new FileVersion(input.path),
  state: 'new',
  progress: null,
  view: null,
  done: null,
  corrections: null,
  lastChange: Promise.resolve(),
});

/** Whether a view shows the document's file, and the corrections beside it, as they are now. */
async function isCurrent({ input, version, corrections }: ReviewedDocument, { sha256 }: View): Promise<boolean> {
  return (await version.sha256()) === sha256 && (await readCorrectionsBeside(input.path)) === corrections;
}

/** @param shown the beginning of the SHA-256 of what the page shows. @throws ReplacedError */
async function mustBeShown({ version }: ReviewedDocument, shown: string): Promise<void> {
  if ((await version.sha256())?.startsWith(shown) !== true) throw new ReplacedError();
}

/** The page shows another version of the document than its file holds: it is to ask for the document again. */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError';

  constructor() {
    super('The file has been replaced since it was shown: reload it.');
  }
}

export class NoSuchDocument extends RangeError {
  override readonly name = 'NoSuchDocument';
}

/** A sentence for the page: there is no picture. */
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

/** The day here: 2026-01-31. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
