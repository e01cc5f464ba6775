import { type Command, Option } from 'commander';
import type { DeskOptions, FoundDocuments } from '../review/desk/desk-routes.js';
import { stateFolder } from '../review/desk/state-folder.js';
import { serveReview } from '../review/server.js';
import { DOCUMENTS, type Found, findInputs, tellOwn } from './inputs.js';
import { languageOption } from './language.js';
import { name, type ReviewFlags, reviewOptions, untilSignal, userName } from './review.js';
import { UsageError } from './usage.js';

/** `juesuan desk`, and `juesuan` alone: the page on which documents are dropped or opened, looked at and taken away as results. */
export function addDeskCommand(program: Command): void {
  program
    .command('desk')
    .description(
      'open the desk in a browser on this machine: drop documents on it, look at them beside their pages, take the results away; ' +
        'prints the address. The same as juesuan without arguments',
    )
    .argument('[input...]', DOCUMENTS)
    .addOption(languageOption('the page'))
    .addOption(new Option('--ocr <when>', 'read pages without legible text by OCR').choices(['auto', 'off', 'force']).default('auto'))
    .addOption(new Option('--by <name>', 'whose corrections they are').argParser(name).default(userName(), 'your user name'))
    .option('--password <password>', 'opens encrypted documents')
    .action(desk);
}

/** Serves until a signal comes. @throws UsageError */
async function desk(args: readonly string[], flags: ReviewFlags): Promise<void> {
  const { inputs, own }: Found = args.length === 0 ? { inputs: [], own: [] } : await findInputs(args);
  const ended = untilSignal();
  const options: DeskOptions = { find, stateFolder: stateFolder() };
  const served = await serveReview(inputs, { ...reviewOptions(flags), desk: options });
  process.stdout.write(`${served.address}\n`);
  tellOwn(own);
  process.stderr.write(
    'juesuan: 请在浏览器中打开上面的网址；按 Ctrl-C 结束。\njuesuan: open the address in a browser; Ctrl-C ends. juesuan --help lists the commands.\n',
  );
  const code = await ended;
  await served.close();
  process.exitCode = code;
}

async function find(place: string): Promise<FoundDocuments> {
  try {
    return await findInputs([place]);
  } catch (error) {
    if (error instanceof UsageError) return { problem: error.message };
    throw error;
  }
}
