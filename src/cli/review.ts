import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ServeOptions, serveReview } from '../review/server.js';
import { DOCUMENTS, findInputs, tellOwn } from './inputs.js';
import { languageOption } from './language.js';
import { EXIT } from './usage.js';

export interface ReviewFlags {
  readonly lang: 'zh' | 'en';
  readonly ocr: 'auto' | 'off' | 'force';
  readonly by: string;
  readonly password?: string;
}

/** `juesuan review`: documents beside their pages, in a browser on this machine. */
export function addReviewCommand(program: Command): void {
  program
    .command('review')
    .description('look at documents beside their pages, and correct what was read, in a browser on this machine; prints the address')
    .argument('<input...>', DOCUMENTS)
    .addOption(languageOption('the page'))
    .addOption(new Option('--ocr <when>', 'read pages without legible text by OCR').choices(['auto', 'off', 'force']).default('auto'))
    .addOption(new Option('--by <name>', 'whose corrections they are').argParser(name).default(userName(), 'your user name'))
    .option('--password <password>', 'opens encrypted documents')
    .action(review);
}

/** Serves until a signal comes. @throws UsageError */
async function review(args: readonly string[], flags: ReviewFlags): Promise<void> {
  const { inputs, own } = await findInputs(args);
  const ended = untilSignal();
  const served = await serveReview(inputs, reviewOptions(flags));
  process.stdout.write(`${served.address}\n`);
  tellOwn(own);
  process.stderr.write('juesuan: open the address in a browser; Ctrl-C ends.\n');
  const code = await ended;
  await served.close();
  process.exitCode = code;
}

/** What the page is served with, by the flags of the command line. */
export const reviewOptions = ({ lang, ocr, by, password }: ReviewFlags): ServeOptions => ({
  lang,
  by,
  document: { ocr, ...(password !== undefined && { password }) },
});

/** The exit code for the first signal that asks this process to end: from a terminal, from another program, or because the terminal was closed. */
export async function untilSignal(): Promise<number> {
  const codes = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: EXIT.hungUp } as const;
  return await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(codes[signal]));
  });
}

/** The name of the account, `?` where it has none. */
export function userName(): string {
  try {
    return userInfo().username || '?';
  } catch {
    return '?';
  }
}

/** @throws InvalidArgumentError */
export function name(text: string): string {
  if (!/^[^\p{Cc}]{1,100}$/u.test(text) || text.trim() === '') throw new InvalidArgumentError('It takes a name.');
  return text;
}
