import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { serveReview } from '../review/server.js';
import { DOCUMENTS, findInputs, tellOwn } from './inputs.js';
import { EXIT } from './usage.js';

interface ReviewFlags {
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
    .addOption(new Option('--lang <lang>', 'the language of the page').choices(['zh', 'en']).default('zh'))
    .addOption(new Option('--ocr <when>', 'read pages without legible text by OCR').choices(['auto', 'off', 'force']).default('auto'))
    .addOption(new Option('--by <name>', 'whose corrections they are').argParser(name).default(userName(), 'your user name'))
    .option('--password <password>', 'opens encrypted documents')
    .action(review);
}

/** Serves until a signal comes. @throws UsageError */
async function review(args: readonly string[], { lang, ocr, by, password }: ReviewFlags): Promise<void> {
  const document = { ocr, ...(password !== undefined && { password }) };
  const { inputs, own } = await findInputs(args);
  const served = await serveReview(inputs, { lang, by, document });
  process.stdout.write(`${served.address}\n`);
  tellOwn(own);
  process.stderr.write('juesuan: open the address in a browser; Ctrl-C ends.\n');
  const signal = await new Promise<'SIGINT' | 'SIGTERM'>((resolve) => {
    for (const each of ['SIGINT', 'SIGTERM'] as const) process.once(each, () => resolve(each));
  });
  await served.close();
  process.exitCode = signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated;
}

/** The name of the account, `?` where it has none. */
function userName(): string {
  try {
    return userInfo().username || '?';
  } catch {
    return '?';
  }
}

function name(text: string): string {
  if (!/^[^\p{Cc}]{1,100}$/u.test(text) || text.trim() === '') throw new InvalidArgumentError('It takes a name.');
  return text;
}
