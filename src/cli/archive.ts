import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ReaderOptions } from '../archive/reader/port.js';
import type { ArchiveOptions } from '../archive/run/options.js';
import { problemsOf } from '../archive/run/problems.js';
import { planArchive, runArchive, runWorker } from '../archive/run/run.js';
import { failedSummary, type Summary, toSummary } from '../archive/run/summary.js';
import { StoreError } from '../archive/store/database.js';
import { StoreFailure } from '../archive/store/failure.js';
import { failWhereTooLarge } from '../base/files.js';
import { say } from '../base/language.js';
import { KINDS } from '../read/containers.js';
import { planText } from './archive-plan.js';
import { observerFor } from './archive-progress.js';
import { placeOf } from './inputs.js';
import { EXIT, UsageError } from './usage.js';

interface ArchiveFlags {
  readonly store: string;
  readonly jobs: number;
  readonly ocr: 'auto' | 'off' | 'force';
  readonly password?: string;
  readonly departments?: string;
  readonly retry?: true;
  readonly rebuild?: true;
  readonly url?: string;
  readonly allowGone?: true;
  readonly dryRun?: true;
  readonly summary?: 'json';
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
    .option('--rebuild', 'first make the rows of a damaged store again from its JSON')
    .option('--allow-gone', 'count files as gone also where more than a tenth of a folder, or all of it, is missing')
    .option('--dry-run', 'print how many documents would be read and why; nothing is written')
    .option('--url <prefix>', 'with postgres://…: where other machines find the files of the folder, as prefix/path')
    .addOption(new Option('--log <format>', 'how lines are written where there is no terminal').choices(['text', 'json']).default('text'))
    .addOption(new Option('--summary <format>', 'print what the run did on stdout').choices(['json']))
    .option('--quiet', 'no progress and no lines')
    .addHelpText('after', exitCodes)
    .action(async (folders: string[], flags: ArchiveFlags) => {
      const places = await Promise.all(folders.map(placeOf));
      process.exitCode ||= await (flags.dryRun ? plan(places, flags) : archive(places, flags));
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

const exitCodes = (): string =>
  say(
    `
退出码：
  0    能取得的都已识读；读不出的文件已报告，没有异常
  1    有取不到的：文件、文件夹或下载；或缺失过多而不记为消失；或运行中断
  2    用法错误，或档案不可用
  130, 143  被 SIGINT 或 SIGTERM 停止，两秒之内；下次运行接着做`,
    `
Exit codes:
  0    everything was read that could be had; documents that cannot be read are reported, and nothing unusual
  1    something could not be had: files, folders or downloads; or so much is missing that nothing counts as gone; or the run broke off
  2    wrong usage, or a store that cannot be used
  130, 143  stopped by SIGINT or SIGTERM, within two seconds; the next run goes on`,
  );

function optionsOf(folders: readonly string[], flags: ArchiveFlags): ArchiveOptions {
  const { ocr, password, url, departments, store: location, retry = false, rebuild = false, allowGone = false } = flags;
  return {
    folders,
    location,
    document: { ocr, ...(password !== undefined && { password }) },
    retry,
    rebuild,
    allowGone,
    ...(departments !== undefined && { departments }),
    ...(url !== undefined && { url: mustBeWeb(url) }),
  };
}

async function archive(folders: readonly string[], flags: ArchiveFlags): Promise<number> {
  const start = performance.now();
  const print = (summary: Summary) => flags.summary && process.stdout.write(`${JSON.stringify(summary)}\n`);
  try {
    const { result, signalled } = await untilSignal(flags, (readerOptions) => runArchive(optionsOf(folders, flags), readerOptions));
    const code = signalled ?? (problemsOf(result).length > 0 ? EXIT.someFailed : EXIT.done);
    print(toSummary(result, code, signalled !== null, performance.now() - start));
    return code;
  } catch (error) {
    const code = error instanceof UsageError ? EXIT.usage : EXIT.someFailed;
    print(failedSummary(error instanceof Error ? error.message : String(error), code, performance.now() - start));
    throw error;
  }
}

/** Prints what a run would do. */
async function plan(folders: readonly string[], flags: ArchiveFlags): Promise<number> {
  const { result, signalled } = await untilSignal(flags, async ({ stop }) => {
    try {
      return await planArchive(optionsOf(folders, flags), stop);
    } catch (error) {
      if (!stop.aborted || error !== stop.reason) throw error;
      return null;
    }
  });
  if (result === null) return signalled ?? EXIT.done;
  process.stdout.write(flags.summary ? `${JSON.stringify(result)}\n` : planText(result));
  return result.missing.length > 0 || Object.keys(result.unreadable).length > 0 ? EXIT.someFailed : EXIT.done;
}

/** ms that documents in hand get to be finished when a signal has come. */
const GRACE = 1000;
/** ms that this process gets to end by itself when all is closed: what the system is asked, such as a name's address, cannot be called back. */
const LAST = 300;

/** Runs until everything is done or a signal comes: then what is in hand may be finished within a second, a second signal ends it at once. */
async function untilSignal<T>(
  { jobs, log, quiet = false }: Pick<ArchiveFlags, 'jobs' | 'log'> & { readonly quiet?: boolean },
  run: (options: ReaderOptions & { readonly stop: AbortSignal }) => Promise<T>,
): Promise<{ result: T; signalled: number | null }> {
  const [stop, kill] = [new AbortController(), new AbortController()];
  let signalled: number | null = null;
  let last: NodeJS.Signals | null = null;
  let grace: NodeJS.Timeout | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (signalled !== null) kill.abort();
    grace ??= setTimeout(() => kill.abort(), GRACE);
    signalled = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
    last = signal;
    stop.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  failWhereTooLarge();
  try {
    const result = await run({ jobs, observer: observerFor(process.stderr, log, quiet), stop: stop.signal, kill: kill.signal });
    return { result, signalled };
  } catch (error) {
    // A store that failed on the way is no wrong usage: what was read until then is in it.
    throw error instanceof StoreError && !(error instanceof StoreFailure) ? new UsageError(error.message) : error;
  } finally {
    clearTimeout(grace);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    // To a shell it is the same exit code.
    setTimeout(() => last !== null && process.kill(process.pid, last), LAST).unref();
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function positive(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1.');
  return Number(text);
}

function mustBeWeb(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError('--url takes the beginning of an http(s) address');
  return url;
}
