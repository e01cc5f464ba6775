import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { runNight } from '../archive/night.js';
import { StoreError } from '../archive/store/database.js';
import { watchFor } from './archive-progress.js';
import { EXIT, UsageError } from './usage.js';

interface ArchiveFlags {
  readonly store: string;
  readonly jobs: number;
  readonly ocr: 'auto' | 'off' | 'force';
  readonly password?: string;
  readonly retry?: true;
  readonly log: 'text' | 'json';
  readonly quiet?: true;
}

/** `juesuan archive`: folders of documents → a store that grows. */
export function addArchiveCommand(program: Command): void {
  program
    .command('archive')
    .description('take what is new or changed in folders into a store; run it every night')
    .argument('<folder...>', 'searched for .pdf files at any depth')
    .requiredOption('--store <store>', 'a folder, or postgres://… for more than one machine')
    .addOption(new Option('--ocr <when>', 'read pages without legible text by OCR').choices(['auto', 'off', 'force']).default('auto'))
    .option('--password <password>', 'opens encrypted documents')
    .addOption(
      new Option('--jobs <number>', 'documents at a time').argParser(positive).default(availableParallelism(), 'one per processor core'),
    )
    .option('--retry', 'read documents in quarantine once more')
    .addOption(new Option('--log <format>', 'how lines are written where there is no terminal').choices(['text', 'json']).default('text'))
    .option('--quiet', 'no progress and no lines')
    .action(async (folders: string[], flags: ArchiveFlags) => {
      process.exitCode ||= await archive(folders, flags);
    });
}

/** Runs until everything is done or a signal comes: the first stops after what is in hand, a second at once. */
async function archive(folders: readonly string[], flags: ArchiveFlags): Promise<number> {
  const stop = new AbortController();
  const kill = new AbortController();
  let signalled: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (signalled !== null) kill.abort();
    signalled = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  const { ocr, password } = flags;
  try {
    const { counts } = await runNight(
      { folders, location: flags.store, document: { ocr, ...(password !== undefined && { password }) }, retry: flags.retry ?? false },
      { jobs: flags.jobs, watch: watchFor(process.stderr, flags.log, flags.quiet ?? false), stop: stop.signal, kill: kill.signal },
    );
    return signalled ?? (counts.unreadable > 0 ? EXIT.someFailed : EXIT.done);
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

function positive(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1.');
  return Number(text);
}
