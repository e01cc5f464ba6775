import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ReaderOptions } from '../archive/reader/port.js';
import { runArchive, runWorker } from '../archive/run/run.js';
import { StoreError } from '../archive/store/database.js';
import { KINDS } from '../read/containers.js';
import { observerFor } from './archive-progress.js';
import { EXIT, UsageError } from './usage.js';

interface ArchiveFlags {
  readonly store: string;
  readonly jobs: number;
  readonly ocr: 'auto' | 'off' | 'force';
  readonly password?: string;
  readonly departments?: string;
  readonly retry?: true;
  readonly url?: string;
  readonly log: 'text' | 'json';
  readonly quiet?: true;
}

/** `juesuan archive`: folders of documents → a store that grows. */
export function addArchiveCommand(program: Command): void {
  program
    .command('archive')
    .description('take what is new or changed in folders into a store; run it every night')
    .argument('<folder...>', `searched for documents (${KINDS}) at any depth`)
    .requiredOption('--store <store>', 'a folder, or postgres://… for more than one machine')
    .addOption(new Option('--ocr <when>', 'read pages without legible text by OCR').choices(['auto', 'off', 'force']).default('auto'))
    .option('--password <password>', 'opens encrypted documents')
    .addOption(
      new Option('--jobs <number>', 'documents at a time').argParser(positive).default(availableParallelism(), 'one per processor core'),
    )
    .option('--departments <file>', 'a table of what departments are also called; departments.csv in the store if not given')
    .option('--retry', 'read documents in quarantine once more')
    .option('--url <prefix>', 'with postgres://…: where other machines find the files of the folder, as prefix/path')
    .addOption(new Option('--log <format>', 'how lines are written where there is no terminal').choices(['text', 'json']).default('text'))
    .option('--quiet', 'no progress and no lines')
    .action(async (folders: string[], flags: ArchiveFlags) => {
      process.exitCode ||= await archive(folders, flags);
    });
}

/** `juesuan work`: another machine for an archive in PostgreSQL. */
export function addWorkCommand(program: Command): void {
  program
    .command('work')
    .description('read documents that an archive on another machine has put into the queue, until stopped')
    .requiredOption('--store <store>', 'postgres://…')
    .addOption(
      new Option('--jobs <number>', 'documents at a time').argParser(positive).default(availableParallelism(), 'one per processor core'),
    )
    .addOption(new Option('--log <format>', 'how lines are written').choices(['text', 'json']).default('text'))
    .option('--quiet', 'no lines')
    .action(async ({ store, ...flags }: Pick<ArchiveFlags, 'store' | 'jobs' | 'log' | 'quiet'>) => {
      await untilSignal(flags, (options) => runWorker(store, options));
      process.exitCode ||= EXIT.done;
    });
}

async function archive(folders: readonly string[], flags: ArchiveFlags): Promise<number> {
  const { ocr, password, url, departments, store: location, retry = false } = flags;
  const document = { ocr, ...(password !== undefined && { password }) };
  const { result, signalled } = await untilSignal(flags, (options) =>
    runArchive(
      { folders, location, document, retry, ...(departments !== undefined && { departments }), ...(url !== undefined && { url }) },
      options,
    ),
  );
  return signalled ?? (result.unreadable > 0 ? EXIT.someFailed : EXIT.done);
}

/** Runs until everything is done or a signal comes: the first stops after what is in hand, a second at once. */
async function untilSignal<T>(
  { jobs, log, quiet = false }: Pick<ArchiveFlags, 'jobs' | 'log'> & { readonly quiet?: boolean },
  run: (options: ReaderOptions) => Promise<T>,
): Promise<{ result: T; signalled: number | null }> {
  const [stop, kill] = [new AbortController(), new AbortController()];
  let signalled: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (signalled !== null) kill.abort();
    signalled = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
    stop.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const result = await run({ jobs, observer: observerFor(process.stderr, log, quiet), stop: stop.signal, kill: kill.signal });
    return { result, signalled };
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function positive(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1.');
  return Number(text);
}
