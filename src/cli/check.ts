import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { families } from '../../extractors/families.js';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { DocumentsWithoutStore } from '../archive/across/without-store.js';
import { at } from '../base/invariant.js';
import { inLanguage, type Language } from '../base/language.js';
import type { EngineChoice } from '../read/pdf/policy.js';
import { type CheckedDocument, isBad, toChecked, worstFirst } from './checked-document.js';
import { engineOption } from './engine.js';
import { FINDINGS_FORMATS } from './findings-formats.js';
import { DOCUMENTS, findInputs, tellOwn } from './inputs.js';
import { languageOption } from './language.js';
import { progressFor } from './progress.js';
import { runTasks } from './run.js';
import { resultTask } from './tasks.js';
import { EXIT } from './usage.js';

interface CheckFlags {
  readonly format: keyof typeof FINDINGS_FORMATS;
  readonly engine: EngineChoice;
  readonly password?: string;
  readonly lang: Language;
  readonly quiet?: true;
}

/** `juesuan check`: what contradicts itself in documents, as a list to read. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description(
      'check final accounts and budgets against themselves and each other: prints the findings, worst first; exit code 1 where there are errors',
    )
    .argument('<input...>', DOCUMENTS)
    .addOption(new Option('--format <name>', 'how the findings are printed').choices(['text', 'json', 'csv']).default('text'))
    .addOption(languageOption('the findings as text'))
    .addOption(engineOption())
    .option('--password <password>', 'opens encrypted documents')
    .option('--quiet', 'no progress, summary or warnings')
    .action(async (inputs: string[], flags: CheckFlags) => {
      process.exitCode ||= await inLanguage(flags.lang, () => check(inputs, flags, (text) => process.stdout.write(text)));
    });
}

/**
 * Checks every input and prints the findings to `stdout`, in the order of the inputs, then those between the documents. Gives the exit code: a document that cannot be
 * read cannot be called free of errors.
 * @throws UsageError
 */
async function check(
  args: readonly string[],
  { format, engine, password, quiet }: CheckFlags,
  stdout: (text: string) => void,
): Promise<number> {
  const { inputs, own } = await findInputs(args);
  if (!quiet) tellOwn(own);
  const progress = progressFor(process.stderr, inputs.length, quiet ?? false);
  const { head, document, between, tail } = FINDINGS_FORMATS[format];
  const checked: CheckedDocument[] = [];
  const compared = new DocumentsWithoutStore(families);
  const print = (text: string) => text !== '' && progress.aside(() => stdout(text));
  print(head);
  await runTasks(
    inputs.map(({ path }) => resultTask(path, { engine, ...(password !== undefined && { password }) })),
    availableParallelism(),
    progress,
    (result) => {
      const { path: file } = at(inputs, checked.length);
      const disclosure = result.data === null ? null : parseDisclosure(JSON.parse(result.data));
      const one = toChecked(file, result, disclosure);
      print(document(one, checked.length));
      checked.push(one);
      if (disclosure) compared.add(file, disclosure, async () => one);
    },
  );
  const findings = (await compared.compare()).toSorted(worstFirst);
  if (findings.length > 0) print(between(findings));
  print(tail);
  return checked.some(isBad) ? EXIT.someFailed : EXIT.done;
}
