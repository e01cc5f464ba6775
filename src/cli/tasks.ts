import path from 'node:path';
import { shownName } from '../base/file-name.js';
import { currentLanguage } from '../base/language.js';
import { FORMATS, type Format } from '../emit/results.js';
import type { ExtractOptions } from '../pipeline/options.js';
import type { Destination, DocumentJob } from '../workers/job.js';
import type { Input } from './inputs.js';
import { UsageError } from './usage.js';

/** Prints the data instead of writing files. */
export const TO_STDOUT = '-';

export interface TaskOptions {
  /** The output folder, or `-`. */
  readonly out: string;
  readonly formats: readonly Format[];
  readonly document: Pick<ExtractOptions, 'engine' | 'ocr' | 'password'>;
  /** A folder for JSONs that are only compared; null where none are needed. */
  readonly aside?: string | null;
}

/** One input: a job for a child process, and why it is not run, if so. */
export interface Task {
  readonly job: DocumentJob;
  /** The sentence for the user; null for a task that is run. */
  readonly refusal: string | null;
}

/**
 * The tasks, in the order of the inputs. Of two that would write the same files only the first may.
 * @throws UsageError where `-` is asked for more than one document or format
 */
export function planTasks(inputs: readonly Input[], options: TaskOptions): Task[] {
  if (options.out === TO_STDOUT && inputs.length > 1) throw new UsageError(`--out - takes one document, not ${inputs.length}`);
  const first = new Map<string, string>();
  return inputs.map((input, index) => {
    const name = input.name ?? shownName(path.basename(input.path));
    const stem = stemAmong(first, input.stem, path.extname(name), input.path);
    const job = { path: input.path, name, options: options.document, destination: destinationOf({ ...input, stem }, options, index) };
    const other = first.get(stem);
    if (other === undefined) first.set(stem, input.path);
    return { job, refusal: other === undefined ? null : clash(path.join(options.out, stem), other) };
  });
}

/**
 * All inputs as one document, whose results are named after the first.
 * @throws UsageError where there is but one
 */
export function planTogether(inputs: readonly Input[], options: TaskOptions): Task[] {
  const [first, ...others] = inputs;
  if (!first || others.length === 0) throw new UsageError('--as-one takes two documents or more');
  const together = inputs.map((input) => ({ path: input.path, name: input.name ?? shownName(path.basename(input.path)) }));
  const job = {
    path: first.path,
    together,
    name: together.map(({ name }) => name).join(' + '),
    options: options.document,
    destination: destinationOf(first, options, 0),
  };
  return [{ job, refusal: null }];
}

/** A text and a workbook of one name, published together: the results of the second keep its ending in their name. */
function stemAmong(taken: ReadonlyMap<string, string>, stem: string, extension: string, file: string): string {
  const other = taken.get(stem);
  const isOfAnotherKind = other !== undefined && other !== file && path.extname(other).toLowerCase() !== extension.toLowerCase();
  return isOfAnotherKind ? `${stem}${extension}` : stem;
}

/** A task whose result comes back as JSON, for a command that prints something of it. Pages without legible text are read by OCR. */
export function resultTask(file: string, options: Pick<ExtractOptions, 'engine' | 'password'>): Task {
  const job: DocumentJob = {
    path: file,
    name: shownName(path.basename(file)),
    options: { ocr: 'auto', ...options },
    destination: { to: 'caller', format: 'json' },
  };
  return { job, refusal: null };
}

function destinationOf({ stem }: Input, { out, formats, aside = null }: TaskOptions, index: number): Destination {
  const language = currentLanguage();
  const besides = {
    ...(aside !== null && { aside: path.join(aside, `${index}.json`) }),
    ...(language !== 'zh' && { language }),
  };
  if (out !== TO_STDOUT) return { to: 'files', stem: path.join(out, stem), formats, ...besides };
  const [format, ...more] = formats;
  if (format === undefined || more.length > 0 || format === 'xlsx' || format === 'html')
    throw new UsageError('--out - takes one of --format json and csv');
  return { to: 'caller', format };
}

function clash(stem: string, other: string): string {
  return `Not extracted: its results would go to ${stem}.*, like those of ${other}. Extract it into another folder with --out.`;
}

/** `json,csv` → its formats. @throws UsageError */
export function parseFormats(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim());
  const formats = FORMATS.filter((format) => names.includes(format));
  const unknown = names.filter((name) => !formats.some((format) => format === name));
  if (unknown.length > 0) throw new UsageError(`--format knows ${FORMATS.join(', ')}, not '${unknown.join(', ')}'`);
  return formats;
}
